/** Finds the answers of a community by the same comparison as the corpus, without changing the corpus's index. */
import type { Overview } from '../corpus/schema.ts';
import type { Lexicon } from '../question/analyse.ts';
import { readAsked } from '../question/asked.ts';
import type { Asked, Query } from '../question/query.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { tokenise } from '../text/tokens.ts';
import type { SearchIndex } from './build.ts';
import { createCandidateFinder } from './candidates.ts';
import { createMatcher } from './match.ts';
import { indexPostings } from './postings.ts';
import { unitText, WordTerms } from './read-units.ts';
import { compare } from './signals.ts';
import { STATES_ALL } from './states.ts';
import { TermTable } from './terms.ts';
import { NOWHERE, type Unit, weighTexts } from './units.ts';

/** What is searched: questions and the languages of those who are to find it. */
interface Searchable {
  wordings: readonly string[];
  languages: readonly Language[];
}

export interface CommunityIndex<T extends Searchable> {
  /** The answer to a question; undefined when none is close enough. Well under a millisecond for 1,000 answers. */
  find(query: Query): T | undefined;
  /** The lexicon to read questions with: it knows the community's own words, so that they aren't "repaired". */
  lexicon: Lexicon;
}

/** Answers that are compared in full. */
const CANDIDATES = 12;
/**
 * How much of the question and of the written one must be the same. A community's answer comes before everything
 * else, so it has to be meant: most of the question is covered, and the written question says little more. 0 to 1.
 */
const ENOUGH = { coverage: 0.8, question: 0.72, wording: 0.3 };

/** Builds the index of a community's answers; about 0.1 ms each. */
export function buildCommunityIndex<T extends Searchable>(
  index: SearchIndex,
  answers: readonly T[],
): CommunityIndex<T> {
  const table = new OwnTerms(index.table);
  const terms = new WordTerms(table);
  const read = (text: string) => index.lexicon.readNames(tokenise(text)).map(({ word }) => word);
  const units = answers.map(({ wordings }) => unitOf(wordings.map(read), terms));
  weighTexts(units, table);
  const candidates = createCandidateFinder(units.length, indexPostings(units), table);
  const asked = answers.map(({ wordings }) => wordings.map((text) => readAsked(read(text))));
  const known = new Set(answers.flatMap(({ wordings }) => wordings.flatMap(tokenise)));
  const { lexicon, commonWords } = index;
  return {
    lexicon: {
      ...lexicon,
      repair: (word) => (known.has(word) ? [{ word, weight: 1 }] : lexicon.repair(word)),
    },
    find(query) {
      if (query.terms.length === 0) return undefined;
      const matcher = createMatcher(query, { table, commonWords });
      let best: { answer: T; closeness: number } | undefined;
      for (const id of candidates(matcher, CANDIDATES)) {
        const answer = answers[id] as T;
        if (!answer.languages.includes(query.language)) continue;
        if (!asked[id]?.some((kind) => isSameKind(kind, query.asked))) continue;
        const { coverage, question, wording } = compare(query, matcher, units[id] as Unit);
        if (coverage < ENOUGH.coverage || question < ENOUGH.question || wording < ENOUGH.wording)
          continue;
        const closeness = question + wording;
        if (!best || closeness > best.closeness) best = { answer, closeness };
      }
      return best?.answer;
    },
  };
}

/** A unit of questions alone. Each is read in both languages: people mix them, and the asker's words decide. */
function unitOf(wordings: readonly string[][], terms: WordTerms): Unit {
  const nothing = { en: '', es: '' };
  const overview: Overview = {
    id: 'community' as Overview['id'],
    title: nothing,
    questions: { en: [], es: [] },
    sections: [],
    bothSides: false,
    timeSensitive: false,
  };
  return {
    target: { kind: 'overview', overview },
    texts: wordings.flatMap((wording) =>
      LANGUAGES.map((language) => unitText('question', wording, language, terms)),
    ),
    context: new Int32Array(),
    numbers: new Set(),
    states: STATES_ALL,
    latent: NOWHERE,
  };
}

/** Whether two questions can ask for the same kind of thing. */
function isSameKind(a: Asked, b: Asked): boolean {
  return a === b || a === 'other' || b === 'other';
}

/** Ids of our own begin here; the corpus's stay far below, and pairs of them are exact integers. */
const FIRST_OWN_ID = 2 ** 24;

/** The corpus's terms, which are only read, and those that the community adds. */
class OwnTerms extends TermTable {
  readonly #corpus: TermTable;
  readonly #own = new Map<string, number>();

  constructor(corpus: TermTable) {
    super();
    this.#corpus = corpus;
  }

  override add(stem: string, language: Language): number {
    return this.find(stem, language) ?? this.#addOwn(`${language}:${stem}`);
  }

  override addPair(first: number, second: number): number {
    return this.findPair(first, second) ?? this.#addOwn(`${first} ${second}`);
  }

  override find(stem: string, language: Language): number | undefined {
    return this.#corpus.find(stem, language) ?? this.#own.get(`${language}:${stem}`);
  }

  override findPair(first: number, second: number): number | undefined {
    return this.#corpus.findPair(first, second) ?? this.#own.get(`${first} ${second}`);
  }

  override idf(id: number | undefined): number {
    return this.#corpus.idf(id !== undefined && id >= FIRST_OWN_ID ? undefined : id);
  }

  #addOwn(key: string): number {
    const id = FIRST_OWN_ID + this.#own.size;
    this.#own.set(key, id);
    return id;
  }
}
