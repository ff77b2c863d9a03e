/** What can be found: each passage and each overview, with all the texts that stand for it. */
import type { Corpus, Passage } from '../corpus/corpus.ts';
import type { Overview } from '../corpus/schema.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import type { States } from './states.ts';
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

/** What the units of a corpus stand for, in their order. */
export function unitTargets({ passages, overviews }: Corpus): Unit['target'][] {
  return [
    ...[...passages.values()].map((passage) => ({ kind: 'passage' as const, passage })),
    ...overviews.map((overview) => ({ kind: 'overview' as const, overview })),
  ];
}

/** The texts of all units of a corpus, in the order in which its units have them. */
export function textsOfUnits(corpus: Corpus): { text: string; language: Language }[] {
  const texts: { text: string; language: Language }[] = [];
  const note = (_: UnitText['kind'], text: string, language: Language) =>
    texts.push({ text, language });
  for (const target of unitTargets(corpus)) eachText(target, note);
  return texts;
}

/** Fills in what depends on the rarities of all terms. */
export function weighTexts(units: readonly Unit[], table: TermTable): void {
  for (const { texts } of units) for (const text of texts) weighText(text, table);
}

/** Fills in what of one text depends on the rarities of all terms. */
export function weighText(text: UnitText, table: TermTable): void {
  text.weight = sumOver(text.terms, (id) => table.idf(id));
  text.wordingLength = Math.sqrt(sumOver(text.wording, (id) => table.idf(id) ** 2));
}

/** A loop: there are half a million ids, and `reduce` takes three times as long. */
function sumOver(ids: Int32Array, value: (id: number) => number): number {
  let sum = 0;
  for (let i = 0; i < ids.length; i++) sum += value(ids[i] as number);
  return sum;
}

/** Until it is placed. */
export const NOWHERE = new Float32Array(0);

/** What of a unit is read from other texts than those that stand for it. */
export type Facts = Pick<Unit, 'context' | 'numbers' | 'states'>;

/** These other texts. */
export interface Beside {
  /** The English text of a passage. */
  passage: string | undefined;
  /** What surrounds the unit. */
  context: Record<Language, string>;
}

export function textsBeside(target: Unit['target'], { topics }: Corpus): Beside {
  if (target.kind === 'overview') {
    const headings = (language: Language) =>
      target.overview.sections.map(({ heading }) => heading[language]).join(' ');
    return { passage: undefined, context: { en: headings('en'), es: headings('es') } };
  }
  const { passage } = target;
  const { source, attributedTo } = passage;
  const around = (language: Language) =>
    [
      attributedTo,
      source.publisher,
      source.title,
      ...passage.topics.map((topic) => topics.get(topic)?.label[language] ?? ''),
    ].join(' ');
  return { passage: passage.text.en, context: { en: around('en'), es: around('es') } };
}

/** Calls `visit` with each text of a unit; its results in order. */
export function eachText<T>(
  target: Unit['target'],
  visit: (kind: UnitText['kind'], text: string, language: Language) => T,
): T[] {
  const [own, questions] =
    target.kind === 'passage'
      ? [target.passage.text, target.passage.questions]
      : [target.overview.title, target.overview.questions];
  return LANGUAGES.flatMap((language) => [
    visit('own', own[language], language),
    ...questions[language].map((question) => visit('question', question, language)),
  ]);
}
