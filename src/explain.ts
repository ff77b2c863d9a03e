/** How a question was read and what was found for it, for whoever wants to know why an answer is what it is. */
import { type AskOptions, analyseAndSearch } from './ask.ts';
import type { SearchIndex } from './search/build.ts';
import { rankingModel } from './search/rank.ts';
import { SIGNAL_NAMES } from './search/signals.ts';
import type { Language } from './text/language.ts';

/** Most passages and overviews that are explained. */
const SHOWN = 8;
/** Most further forms of a word that are named. */
const MOST_FORMS = 10;

export interface Explanation {
  language: Language;
  /** What the question asks for: a number, a date, … */
  asked: string;
  words: {
    word: string;
    /** How it was read where that differs. */
    repaired: string | undefined;
    /** Other words that count as well, with their weight from 0 to 1. */
    also: { word: string; language: Language; weight: number }[];
    hasMore: boolean;
  }[];
  /** Best first. */
  ranked: {
    kind: 'passage' | 'overview';
    id: string;
    score: number;
    signals: { name: string; value: number; weight: number }[];
  }[];
}

/** Explains how a question is read and ranked; the same work as for an answer. */
export function explain(index: SearchIndex, question: string, options: AskOptions): Explanation {
  const { query, found } = analyseAndSearch(index, question, options);
  return {
    language: query.language,
    asked: query.asked,
    words: query.terms.map(({ word, repaired, alternatives }) => {
      const added = alternatives.filter(({ origin }) => origin === 'synonym' || origin === 'name');
      return {
        word,
        repaired: repaired === word ? undefined : repaired,
        also: added
          .slice(0, MOST_FORMS)
          .map(({ stem, language, weight }) => ({ word: stem, language, weight })),
        hasMore: added.length > MOST_FORMS,
      };
    }),
    ranked: found.ranked.slice(0, SHOWN).map(({ unit: { target }, score, signals }) => ({
      kind: target.kind,
      id: target.kind === 'passage' ? target.passage.id : target.overview.id,
      score,
      signals: SIGNAL_NAMES.filter((name) => signals[name] !== 0).map((name) => ({
        name,
        value: signals[name],
        weight: rankingModel[name],
      })),
    })),
  };
}
