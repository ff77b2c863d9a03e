/** Questions that are restricted to a day: what was in force then, and whether anything was known of it. */
import { type Corpus, mustGetPassage, type Passage } from '../corpus/corpus.ts';
import type { Query } from '../question/query.ts';
import type { SearchIndex } from '../search/build.ts';
import type { SearchResult } from '../search/search.ts';
import { type Answer, shownPassages } from './answer.ts';
import { MAX_PASSAGES } from './compose.ts';
import { answerWithPassages } from './decide.ts';
import { asksAboutPresent, type Moment, newestFirst } from './freshness.ts';
import { isKnownBy } from './known.ts';

/**
 * The answer to a question about the policy's state on a day: the passages that decide the period that the day lies in,
 * newest first. Any other question keeps its answer.
 */
export function answerOnDay(
  { corpus }: Pick<SearchIndex, 'corpus'>,
  query: Query,
  decided: Answer,
  unrestricted: Answer,
  { asOf, moment }: { asOf: string; moment: Moment },
): Answer {
  if (!asksAboutPresent(query, moment.today)) return decided;
  const passages = statusPassages(corpus, unrestricted, asOf).map((passage) => ({
    passage,
    score: DECISIVE,
  }));
  if (passages.length === 0) return decided;
  return answerWithPassages(corpus, query, newestFirst(passages).slice(0, MAX_PASSAGES));
}

/** What was known by a day may score this much less than what is known now and still be an answer. */
const FAR = 1.4;

/** True when what was known by a day is so much further from the question that it is an answer to another one. */
export function isFarFrom(
  { ranked: [known] }: Pick<SearchResult, 'ranked'>,
  { ranked: [best] }: Pick<SearchResult, 'ranked'>,
): boolean {
  return known !== undefined && best !== undefined && best.score - known.score > FAR;
}

/** Score of what the corpus itself names as decisive: above anything that the ranking gives. */
export const DECISIVE = 100;

/** Empty when the question isn't about the state: its unrestricted answer doesn't show what decides the running one. */
function statusPassages(corpus: Corpus, unrestricted: Answer, day: string): Passage[] {
  const running = corpus.status.find(({ to }) => to === null);
  const period = corpus.status.find(({ from, to }) => from <= day && (to === null || day <= to));
  if (!running || !period) return [];
  const shown = shownPassages(unrestricted).map(({ passage }) => passage.id);
  if (!running.passages.some((id) => shown.includes(id))) return [];
  return period.passages
    .map((id) => mustGetPassage(corpus, id))
    .filter((passage) => isKnownBy(passage, day));
}
