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
  const read = (kind: UnitText['kind'], text: string, language: Language) => {
    const words = tokenise(text);
    for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    const named = readNames(words).map(({ word }) => word);
    return unitText(kind, named, language, table);
  };
  const units = unitTargets(corpus).map((target) =>
    target.kind === 'passage'
      ? passageUnit(target.passage, corpus, table, read)
      : overviewUnit(target.overview, table, read),
  );
  for (const unit of units) {
    const terms = new Set<number>();
    for (const text of unit.texts) {
      for (const id of text.wording) terms.add(id);
      table.countText(text.wording);
    }
    table.countUnit(terms);
  }
  table.freeze();
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

type ReadText = (kind: UnitText['kind'], text: string, language: Language) => UnitText;

function passageUnit(passage: Passage, corpus: Corpus, table: TermTable, read: ReadText): Unit {
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
    context: contextOf((language) => around(language).join(' '), table),
    numbers: new Set(tokenise(english).filter((word) => /\d/.test(word))),
    states: readStates(english),
    latent: NOWHERE,
  };
}

function overviewUnit(overview: Overview, table: TermTable, read: ReadText): Unit {
  return {
    target: { kind: 'overview', overview },
    texts: textsOf(overview.title, overview.questions, read),
    context: contextOf(
      (language) => overview.sections.map(({ heading }) => heading[language]).join(' '),
      table,
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
  table: TermTable,
): UnitText {
  const ids = words.map((word) => table.add(stem(word, language), language));
  const wording = new Set(ids);
  const distinctWords = wording.size;
  for (let i = 1; i < ids.length; i++) {
    wording.add(table.addPair(ids[i - 1] as number, ids[i] as number));
  }
  const all = Int32Array.from(wording);
  return {
    kind,
    terms: Int32Array.from(new Set(ids.filter((_, i) => !STOP_WORDS.has(words[i] as string)))),
    weight: 0,
    wording: all,
    pairs: all.subarray(distinctWords),
    wordingLength: 0,
    spelt: words.join(' '),
  };
}

function contextOf(text: (language: Language) => string, table: TermTable): Int32Array {
  const terms = new Set<number>();
  for (const language of LANGUAGES) {
    for (const word of tokenise(text(language))) {
      if (!STOP_WORDS.has(word)) terms.add(table.add(stem(word, language), language));
    }
  }
  return Int32Array.from(terms);
}
