/** What a question is to the search: its content words with all that each may stand for. */
import type { Language } from '../text/language.ts';
import type { QuestionForm } from './form.ts';

/** What kind of thing the asker wants to know. */
export const ASKED = [
  'number',
  'date',
  'person',
  'place',
  'reason',
  'manner',
  'definition',
  'status',
  'position',
  'list',
  'yes-no',
  'other',
] as const;
export type Asked = (typeof ASKED)[number];

/** A stem that a content word of the question may stand for. */
export interface Alternative {
  stem: string;
  language: Language;
  /** 1 for what was typed, less for repaired and added words. */
  weight: number;
  origin: 'typed' | 'repaired' | 'synonym' | 'name';
}

/** One content word of the question. A passage answers to it by holding any of its alternatives. */
export interface QueryTerm {
  /** Folded, as typed. */
  word: string;
  /** The likeliest spelling; the word itself when it needs no repair. */
  repaired: string;
  alternatives: Alternative[];
}

export interface Query {
  /** The question, cleaned. */
  text: string;
  /** Of the answer: the one that was chosen, else that of the question. */
  language: Language;
  /** Of the question itself. */
  writtenIn: Language;
  /** Content words in order, each once. */
  terms: QueryTerm[];
  /** All folded words in order with repaired spelling, function words and filler too. */
  words: string[];
  /** Words with digits: amounts, years, sections. */
  numbers: string[];
  asked: Asked;
  form: QuestionForm;
  /** Positions in `terms` of what is asked about: "how many *Brazilians*", "in what *city*", "qué *hotel*". */
  focus: number[];
  /** Positions in `terms` of names: words with a capital that doesn't start the question. */
  names: number[];
  /** Positions in `terms` of attributes that are asked for by name: "price", "edad". */
  attributes: number[];
}
