/** Reads the texts of a corpus: what the units hold, as terms. */
import type { Corpus } from '../corpus/corpus.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import type { NameReader } from '../text/names.ts';
import { stem } from '../text/stems.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import type { KnownTexts } from './reuse.ts';
import { readStates, STATES_ALL } from './states.ts';
import type { TermTable } from './terms.ts';
import {
  type Beside,
  eachText,
  type Facts,
  NOWHERE,
  textsBeside,
  type Unit,
  type UnitText,
  unitTargets,
} from './units.ts';

/**
 * Reads every unit of a corpus and counts its terms in `table`; their weights come later.
 * @param known texts that needn't be read again
 * @returns the units, and what gives every word of their texts with how often it is used
 */
export function readUnits(
  corpus: Corpus,
  table: TermTable,
  readNames: NameReader,
  known?: KnownTexts,
): { units: Unit[]; countWords: () => Map<string, number> } {
  const terms = new WordTerms(table);
  const counts = new WordCounts(known?.wordCounts());
  const readText = (kind: UnitText['kind'], text: string, language: Language): UnitText => {
    const taken = known?.take(text, language);
    if (taken) return { kind, ...taken, weight: 0, wordingLength: 0 };
    const words = tokenise(text);
    counts.add(words);
    const named = readNames(words).map(({ word }) => word);
    return unitText(kind, named, language, terms);
  };
  const units = unitTargets(corpus).map((target): Unit => {
    const texts = eachText(target, readText);
    const beside = textsBeside(target, corpus);
    const facts = known?.takeFacts(beside) ?? readFacts(beside, terms);
    return { target, texts, ...facts, latent: NOWHERE };
  });
  table.countUnits(units.map(({ texts }) => texts.map(({ wording }) => wording)));
  return {
    units,
    countWords() {
      for (const { text, times } of known?.leftOver() ?? []) counts.add(tokenise(text), -times);
      return counts.toMap();
    },
  };
}

/** How often words are used. */
export class WordCounts {
  readonly #counts: Map<string, { count: number }>;

  constructor(before: Iterable<[string, number]> = []) {
    this.#counts = new Map(Array.from(before, ([word, count]) => [word, { count }]));
  }

  add(words: readonly string[], times = 1): void {
    for (const word of words) {
      const known = this.#counts.get(word);
      // A word stands in many texts: changing its count takes half as long as setting it.
      if (known) known.count += times;
      else this.#counts.set(word, { count: times });
    }
  }

  toMap(): Map<string, number> {
    const used = [...this.#counts].filter(([, { count }]) => count > 0);
    return new Map(used.map(([word, { count }]) => [word, count]));
  }
}

function readFacts({ passage, context }: Beside, terms: WordTerms): Facts {
  const said = LANGUAGES.flatMap((language) =>
    tokenise(context[language])
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => terms.add(word, language).id),
  );
  return {
    context: new Int32Array(new Set(said)),
    numbers: new Set(passage && tokenise(passage).filter((word) => /\d/.test(word))),
    states: passage === undefined ? STATES_ALL : readStates(passage),
  };
}

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

/** Ids of the text that is being read; for all texts, as the reading of one is never interrupted. */
const read = {
  all: new Int32Array(256),
  wording: new Int32Array(512),
  content: new Int32Array(256),
};

/** A wording as the terms that it holds; its weights come later. */
export function unitText(
  kind: UnitText['kind'],
  words: readonly string[],
  language: Language,
  terms: WordTerms,
): UnitText {
  if (read.all.length < words.length) {
    read.all = new Int32Array(2 * words.length);
    read.wording = new Int32Array(4 * words.length);
    read.content = new Int32Array(2 * words.length);
  }
  const { all, wording, content } = read;
  let size = 0;
  let contentSize = 0;
  for (let i = 0; i < words.length; i++) {
    const { id, isStop } = terms.add(words[i] as string, language);
    all[i] = id;
    if (!holds(wording, id, 0, size)) wording[size++] = id;
    if (!isStop && !holds(content, id, 0, contentSize)) content[contentSize++] = id;
  }
  const distinctWords = size;
  for (let i = 1; i < words.length; i++) {
    const pair = terms.table.addPair(all[i - 1] as number, all[i] as number);
    if (!holds(wording, pair, distinctWords, size)) wording[size++] = pair;
  }
  const kept = wording.slice(0, size);
  return {
    kind,
    terms: content.slice(0, contentSize),
    weight: 0,
    wording: kept,
    pairs: kept.subarray(distinctWords),
    wordingLength: 0,
    spelt: words.join(' '),
  };
}

/** Whether an id is among some others. Texts are short: looking through them takes less time than making a set. */
function holds(ids: Int32Array, id: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (ids[i] === id) return true;
  return false;
}
