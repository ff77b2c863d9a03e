/** What a question is to the search: the terms to look for, with weights, and what is asked for. */
import type { Language } from '../text/language.ts';

/** What kind of thing the asker wants to know. */
export type Asked =
  | 'number'
  | 'date'
  | 'person'
  | 'place'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'status'
  | 'position'
  | 'list'
  | 'yes-no'
  | 'other';

/** One word of the question, or a word that the corpus knows to mean the same. */
export interface QueryTerm {
  /** Folded word, spelling repaired. */
  word: string;
  /** 1 for the asker's own words, less for repaired and added ones. */
  weight: number;
  origin: 'typed' | 'repaired' | 'synonym' | 'name';
  /** For added words: index in `Query.terms` of the typed word that they stand for. */
  of: number;
}

export interface Query {
  /** The question, cleaned. */
  text: string;
  language: Language;
  /** Content words in order, then the words added to them. */
  terms: QueryTerm[];
  /** All folded words in order, function words and filler too. */
  words: string[];
  asked: Asked;
}
