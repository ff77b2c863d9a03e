/** Decides what is shown: an overview, passages, or nothing and why. */
import {
  type Corpus,
  corpusDate,
  mustGetPassage,
  newestDate,
  passageDate,
} from '../corpus/corpus.ts';
import type { Localized, Overview } from '../corpus/schema.ts';
import type { GuardVerdict } from '../question/guard.ts';
import type { Query } from '../question/query.ts';
import { readSmallTalk } from '../question/small-talk.ts';
import type { SearchIndex } from '../search/build.ts';
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
import { broadness } from './breadth.ts';
import { composePassages } from './compose.ts';
import { confidenceModel, confidenceOf, type Evidence, gatherEvidence } from './confidence.ts';

/** Most passages that are shown as related when the question is declined. */
export const MAX_RELATED = 2;
/** Most questions that are suggested instead. */
const MAX_SUGGESTIONS = 3;
/** From this share of unknown words on, or below this coverage, a question is about something else; 0 to 1. */
const OFF_TOPIC = { unknown: 0.5, coverage: 0.45 };
/** Above this probability the overview is shown; above the second, it is offered below the passages. */
const BROAD = 0.5;
const MIDDLE = 0.1;

/** What was found for a query, as an answer. */
export function decide(
  index: SearchIndex,
  query: Query,
  verdict: Exclude<GuardVerdict, { kind: 'danger' | 'personal-data' }>,
  found: SearchResult,
  parts: readonly SearchResult[] = [],
): Answer {
  const { corpus } = index;
  const smallTalk = readSmallTalk(query.text);
  if (smallTalk === 'steering') return decline(corpus, query, 'off-topic');
  if (smallTalk) return decline(corpus, query, smallTalk);
  const evidence = gatherEvidence(query, found);
  if (!evidence) return decline(corpus, query, verdict.kind === 'advice' ? 'advice' : 'unclear');
  if (verdict.kind === 'advice') return decline(corpus, query, 'advice', found.passages);
  if (confidenceOf(evidence) < confidenceModel.threshold) {
    return decline(corpus, query, reasonFor(evidence), found.passages);
  }
  const [best] = found.overviews;
  const broad = broadness(query, found);
  if (best && broad > BROAD) return answerWithOverview(corpus, query, best.overview);
  const story = best && broad > MIDDLE ? best.overview : undefined;
  return answerWithPassages(corpus, query, composePassages(index, found, parts), story);
}

function reasonFor({ unknown, coverage }: Evidence): DeclineReason {
  return unknown > OFF_TOPIC.unknown || coverage < OFF_TOPIC.coverage ? 'off-topic' : 'not-covered';
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

/**
 * Declines, with the nearest passages as related.
 * @param seen kinds of personal data, for `personal-data`
 */
export function decline(
  corpus: Corpus,
  query: Pick<Query, 'language'>,
  reason: DeclineReason,
  nearest: readonly RankedPassage[] = [],
  seen: Localized[] = [],
): DeclinedAnswer {
  const { shown, citations } = cite(nearest.slice(0, MAX_RELATED));
  return {
    kind: 'declined',
    language: query.language,
    reason,
    seen,
    related: shown,
    citations,
    suggestions: nearest
      .map(({ passage }) => passage.questions[query.language][0] as string)
      .slice(0, MAX_SUGGESTIONS),
    searched: { sources: corpus.sources.size, newest: corpusDate(corpus) },
  };
}
