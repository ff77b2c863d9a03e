/** Decides what is shown: an overview, passages, or nothing and why. */
import {
  type Corpus,
  corpusDate,
  mustGetPassage,
  newestDate,
  passageDate,
} from '../corpus/corpus.ts';
import type { Overview } from '../corpus/schema.ts';
import type { Query } from '../question/query.ts';
import type { RankedPassage, SearchResult } from '../search/search.ts';
import {
  type Answer,
  cite,
  type DeclinedAnswer,
  type DeclineReason,
  type OverviewAnswer,
  type PassagesAnswer,
  type ShownPassage,
} from './answer.ts';

/** Most passages that a narrow question is answered with. */
export const MAX_PASSAGES = 3;
/** Most passages that are shown as related when the question is declined. */
export const MAX_RELATED = 2;
/** Least score of the first passage, per content word of the question. */
const LEAST_SCORE_PER_TERM = 6;

/** What was found for a query, as an answer. */
export function decide(corpus: Corpus, query: Query, found: SearchResult): Answer {
  const [overview] = found.overviews;
  const [first] = found.passages;
  if (query.terms.length === 0 || !first) return decline(corpus, query, 'unclear', found.passages);
  if (overview && overview.score > first.score)
    return answerWithOverview(corpus, query, overview.overview);
  if (first.score < LEAST_SCORE_PER_TERM * query.terms.length) {
    return decline(corpus, query, 'not-covered', found.passages);
  }
  return answerWithPassages(corpus, query, pickPassages(found.passages), overview?.overview);
}

/** The best passages from different sources, best first. */
function pickPassages(ranked: readonly RankedPassage[]): RankedPassage[] {
  const picked: RankedPassage[] = [];
  for (const candidate of ranked) {
    if (picked.some(({ passage }) => passage.source === candidate.passage.source)) continue;
    picked.push(candidate);
    if (picked.length === MAX_PASSAGES) break;
  }
  return picked;
}

/** Shows these passages. */
export function answerWithPassages(
  corpus: Corpus,
  query: Pick<Query, 'language'>,
  ranked: readonly Pick<RankedPassage, 'passage' | 'score'>[],
  overview?: Overview,
): PassagesAnswer {
  const { shown, citations } = cite(ranked);
  return {
    kind: 'passages',
    language: query.language,
    passages: shown as PassagesAnswer['passages'],
    overview,
    citations,
    ...describe(corpus, shown),
  };
}

/** Shows an overview with all its sections. */
export function answerWithOverview(
  corpus: Corpus,
  query: Pick<Query, 'language'>,
  overview: Overview,
): OverviewAnswer {
  const ids = overview.sections.flatMap((section) => section.passages);
  const { shown, citations } = cite(
    ids.map((id) => ({ passage: mustGetPassage(corpus, id), score: 1 })),
  );
  let next = 0;
  const sections = overview.sections.map(({ heading, passages }) => ({
    heading,
    passages: passages.map(() => shown[next++] as ShownPassage),
  }));
  return {
    kind: 'overview',
    language: query.language,
    overview,
    sections,
    citations,
    ...describe(corpus, shown),
  };
}

function describe(corpus: Corpus, shown: readonly ShownPassage[]) {
  const ids = new Set(shown.map(({ passage }) => passage.id));
  return {
    newest: newestDate(shown.map(({ passage }) => passageDate(passage))),
    stale: false,
    disagreements: corpus.disagreements.filter(({ positions }) =>
      positions.some(({ passages }) => passages.some((id) => ids.has(id))),
    ),
  };
}

/** Declines, with the nearest passages as related. */
export function decline(
  corpus: Corpus,
  query: Pick<Query, 'language'>,
  reason: DeclineReason,
  nearest: readonly RankedPassage[] = [],
): DeclinedAnswer {
  const { shown, citations } = cite(nearest.slice(0, MAX_RELATED));
  return {
    kind: 'declined',
    language: query.language,
    reason,
    seen: [],
    related: shown,
    citations,
    suggestions: nearest
      .map(({ passage }) => passage.questions[query.language][0] as string)
      .slice(0, 3),
    searched: { sources: corpus.sources.size, newest: corpusDate(corpus) },
  };
}
