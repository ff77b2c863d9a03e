/** What can be found: each passage and each overview, with all the texts that stand for it. */
import type { Corpus, Passage } from '../corpus/corpus.ts';
import type { Overview } from '../corpus/schema.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import type { NameReader } from '../text/names.ts';
import { stem } from '../text/stems.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import { readStates, STATES_ALL, type States } from './states.ts';
import type { TermTable } from './terms.ts';

/** One wording that stands for a unit: its own text (a passage, an overview's title) or a written question. */
export interface UnitText {
  kind: 'own' | 'question';
  /** Content terms, each once. */
  terms: Int32Array;
  /** Sum of their rarities. */
  weight: number;
  /** Terms of the whole wording. */
  wording: Int32Array;
  /** The pairs of neighbouring words among them. */
  pairs: Int32Array;
  /** Euclidean length of the wording in rarities. */
  wordingLength: number;
  /** The words, joined by spaces. */
  spelt: string;
}

export interface Unit {
  target: { kind: 'passage'; passage: Passage } | { kind: 'overview'; overview: Overview };
  texts: UnitText[];
  /** Terms of what surrounds it: who says so, publisher, title, topics or headings. */
  context: Int32Array;
  /** Words with digits in the passage: amounts, years, sections. */
  numbers: ReadonlySet<string>;
  /** What the passage states, to be compared with what is asked for. */
  states: States;
  /** Where all its words point to in the latent space; of length 1. */
  latent: Float32Array;
}

/**
 * Builds every unit of a corpus and counts its terms in `table`.
 * @param vocabulary takes up every word of the units' texts, with how often it is used
 */
export function buildUnits(
  corpus: Corpus,
  table: TermTable,
  vocabulary: Map<string, number>,
  readNames: NameReader,
): Unit[] {
  const terms = new WordTerms(table);
  const read = (kind: UnitText['kind'], text: string, language: Language) => {
    const words = tokenise(text);
    for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    const named = readNames(words).map(({ word }) => word);
    return unitText(kind, named, language, terms);
  };
  const units = unitTargets(corpus).map((target) =>
    target.kind === 'passage'
      ? passageUnit(target.passage, corpus, terms, read)
      : overviewUnit(target.overview, terms, read),
  );
  table.countUnits(units.map(({ texts }) => texts.map(({ wording }) => wording)));
  weighTexts(units, table);
  return units;
}

/** What the units of a corpus stand for, in their order. */
export function unitTargets({ passages, overviews }: Corpus): Unit['target'][] {
  return [
    ...[...passages.values()].map((passage) => ({ kind: 'passage' as const, passage })),
    ...overviews.map((overview) => ({ kind: 'overview' as const, overview })),
  ];
}

/** Fills in what depends on the rarities of all terms. */
export function weighTexts(units: readonly Unit[], table: TermTable): void {
  for (const { texts } of units) {
    for (const text of texts) {
      text.weight = text.terms.reduce((sum, id) => sum + table.idf(id), 0);
      text.wordingLength = Math.sqrt(text.wording.reduce((sum, id) => sum + table.idf(id) ** 2, 0));
    }
  }
}

/** Until it is placed. */
export const NOWHERE = new Float32Array(0);

/** A word as a term. */
interface WordTerm {
  id: number;
  isStop: boolean;
}

/** Adds words to a table. A word stands in many texts, and is stemmed and looked up once only. */
export class WordTerms {
  readonly table: TermTable;
  readonly #known: Record<Language, Map<string, WordTerm>> = { en: new Map(), es: new Map() };

  constructor(table: TermTable) {
    this.table = table;
  }

  add(word: string, language: Language): WordTerm {
    const known = this.#known[language];
    let term = known.get(word);
    if (!term) {
      const id = this.table.add(stem(word, language), language);
      term = { id, isStop: STOP_WORDS.has(word) };
      known.set(word, term);
    }
    return term;
  }
}

type ReadText = (kind: UnitText['kind'], text: string, language: Language) => UnitText;

function passageUnit(passage: Passage, corpus: Corpus, terms: WordTerms, read: ReadText): Unit {
  const { source } = passage;
  const english = passage.text.en;
  const around = (language: Language) => [
    passage.attributedTo,
    source.publisher,
    source.title,
    ...passage.topics.map((topic) => corpus.topics.get(topic)?.label[language] ?? ''),
  ];
  return {
    target: { kind: 'passage', passage },
    texts: textsOf(passage.text, passage.questions, read),
    context: contextOf((language) => around(language).join(' '), terms),
    numbers: new Set(tokenise(english).filter((word) => /\d/.test(word))),
    states: readStates(english),
    latent: NOWHERE,
  };
}

function overviewUnit(overview: Overview, terms: WordTerms, read: ReadText): Unit {
  return {
    target: { kind: 'overview', overview },
    texts: textsOf(overview.title, overview.questions, read),
    context: contextOf(
      (language) => overview.sections.map(({ heading }) => heading[language]).join(' '),
      terms,
    ),
    numbers: new Set(),
    states: STATES_ALL,
    latent: NOWHERE,
  };
}

function textsOf(
  own: Record<Language, string>,
  questions: Record<Language, readonly string[]>,
  read: ReadText,
): UnitText[] {
  return LANGUAGES.flatMap((language) => [
    read('own', own[language], language),
    ...questions[language].map((question) => read('question', question, language)),
  ]);
}

/** A wording as the terms that it holds; its weights come later. */
export function unitText(
  kind: UnitText['kind'],
  words: readonly string[],
  language: Language,
  terms: WordTerms,
): UnitText {
  const said = words.map((word) => terms.add(word, language));
  const pairs = said.slice(1).map(({ id }, i) => terms.table.addPair((said[i] as WordTerm).id, id));
  const distinctWords = idsOnce(said);
  const wording = new Int32Array([...distinctWords, ...eachOnce(pairs)]);
  return {
    kind,
    terms: new Int32Array(idsOnce(said.filter(({ isStop }) => !isStop))),
    weight: 0,
    wording,
    pairs: wording.subarray(distinctWords.length),
    wordingLength: 0,
    spelt: words.join(' '),
  };
}

function contextOf(text: (language: Language) => string, terms: WordTerms): Int32Array {
  const said = LANGUAGES.flatMap((language) =>
    tokenise(text(language))
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => terms.add(word, language)),
  );
  return new Int32Array(idsOnce(said));
}

const idsOnce = (terms: readonly WordTerm[]) => eachOnce(terms.map(({ id }) => id));

/** Texts are short: looking for a number among those before it takes less time than making a set. */
function eachOnce(ids: readonly number[]): number[] {
  return ids.filter((id, i) => ids.indexOf(id) === i);
}
