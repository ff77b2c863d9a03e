/** Finds the passages and overviews that may answer a query, best first. */
import type { Passage } from '../corpus/corpus.ts';
import type { Overview, PassageId } from '../corpus/schema.ts';
import type { Query } from '../question/query.ts';
import { LANGUAGES } from '../text/language.ts';
import { stem } from '../text/stems.ts';
import type { SearchIndex } from './build.ts';

/** A passage with its score; `signals` are the parts that the score is made of, for `--explain`. */
export interface RankedPassage {
  passage: Passage;
  score: number;
  signals: Record<string, number>;
}

export interface RankedOverview {
  overview: Overview;
  score: number;
}

export interface SearchResult {
  passages: RankedPassage[];
  overviews: RankedOverview[];
}

/** Weight of matches in the language that the question isn't in, against 1 for its own; 0 to 1. */
const OTHER_LANGUAGE_WEIGHT = 0.5;
/** Weight of the best written question against the passage's own text. */
const QUESTION_WEIGHT = 1.5;
/** MiniSearch field boosts: attribution and topics point to a passage, only the text states it. */
const FIELD_BOOSTS = { text: 1, attribution: 0.3, topics: 0.3 };

/** Ranks all passages and overviews that share a term with the query. */
export function search(index: SearchIndex, query: Query): SearchResult {
  const passages = new Map<PassageId, RankedPassage>();
  const overviews = new Map<string, RankedOverview>();
  const add = (passage: Passage, signal: string, amount: number) => {
    let ranked = passages.get(passage.id);
    if (!ranked) {
      ranked = { passage, score: 0, signals: {} };
      passages.set(passage.id, ranked);
    }
    ranked.score += amount;
    ranked.signals[signal] = amount;
  };

  for (const language of LANGUAGES) {
    const { passages: texts, questions, targets } = index.byLanguage[language];
    const terms = query.terms.map((term) => stem(term.word, language)).join(' ');
    const weight = language === query.language ? 1 : OTHER_LANGUAGE_WEIGHT;
    for (const hit of texts.search(terms, { boost: FIELD_BOOSTS })) {
      add(index.passages[hit.id] as Passage, `text.${language}`, weight * hit.score);
    }
    const seen = new Set<unknown>();
    for (const hit of questions.search(terms)) {
      const target = targets[hit.id] as (typeof targets)[number];
      // Hits come best first, and only the best question of a passage counts.
      const key = target.kind === 'passage' ? target.passage : target.overview;
      if (seen.has(key)) continue;
      seen.add(key);
      const amount = QUESTION_WEIGHT * weight * hit.score;
      if (target.kind === 'passage') {
        add(index.corpus.passages.get(target.passage) as Passage, `question.${language}`, amount);
      } else {
        const ranked = overviews.get(target.overview.id);
        if (ranked) ranked.score += amount;
        else overviews.set(target.overview.id, { overview: target.overview, score: amount });
      }
    }
  }
  const byScore = (a: { score: number }, b: { score: number }) => b.score - a.score;
  return {
    passages: [...passages.values()].sort(byScore),
    overviews: [...overviews.values()].sort(byScore),
  };
}
