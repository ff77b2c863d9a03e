/** Decides what is shown: an overview, passages, or nothing and why. */
import {
  type Corpus,
  corpusDate,
  mustGetPassage,
  newestDate,
  type Passage,
  passageDate,
} from '../corpus/corpus.ts';
import type { Localized, Overview } from '../corpus/schema.ts';
import { asksStatus } from '../question/asks-status.ts';
import type { SearchableVerdict } from '../question/guard.ts';
import type { Query } from '../question/query.ts';
import { readSmallTalk } from '../question/small-talk.ts';
import type { SearchIndex } from '../search/build.ts';
import type { RankedOverview, RankedPassage, SearchResult } from '../search/search.ts';
import {
  type Answer,
  cite,
  type DeclinedAnswer,
  type DeclineReason,
  type OverviewAnswer,
  type OverviewSection,
  type PassagesAnswer,
  PLAIN_LENS,
  type ShownPassage,
} from './answer.ts';
import { broadness } from './breadth.ts';
import { composePassages, MAX_PASSAGES } from './compose.ts';
import { confidenceModel, confidenceOf, type Evidence, gatherEvidence } from './confidence.ts';
import { disagreementsOf } from './sides.ts';
import { suggestQuestions } from './suggestions.ts';

/** Most passages that are shown as related when the question is declined. */
export const MAX_RELATED = 2;
/** Refusals below which other questions would be out of place. */
const NO_SUGGESTIONS: ReadonlySet<DeclineReason> = new Set(['unsafe', 'personal-data']);
/** From this share of unknown words on, or below this coverage, a question is about something else; 0 to 1. */
const OFF_TOPIC = { unknown: 0.5, coverage: 0.45 };
/**
 * An answer that covers less than this share of the question isn't given, however likely it seems: a long story that
 * mentions Mexico once isn't about this. No development question is answered rightly below it.
 */
const LEAST_COVERAGE = 0.3;
/** From this closeness to a written question on (the signal `exact`), it is that question. */
const WRITTEN = 0.95;
/**
 * Above the first probability the overview is shown; above the second, its first passage takes the last place and
 * the rest is offered below. The first was chosen by the totals of whole sets (docs/EVALUATION.md), the second on the
 * development halves.
 */
const BROAD = 0.46;
const MIDDLE = 0.12;

/** What a decision rests on beside what was found. */
interface Circumstances {
  /** What was found for each of two things that the question sets against each other. */
  parts?: readonly SearchResult[];
  /** Only what was known by a day may be shown. */
  isRestricted?: boolean;
}

/** What was found for a query, as an answer. */
export function decide(
  index: SearchIndex,
  query: Query,
  verdict: SearchableVerdict,
  found: SearchResult,
  { parts = [], isRestricted = false }: Circumstances = {},
): Answer {
  const { corpus } = index;
  const smallTalk = readSmallTalk(query.text, index.lexicon);
  if (smallTalk === 'steering') return decline(corpus, query, 'off-topic');
  if (smallTalk) return decline(corpus, query, smallTalk);
  const evidence = gatherEvidence(query, found);
  const standing = isRestricted ? undefined : overviewOfStatus(corpus, query);
  if (standing && verdict.kind === 'pass') return answerWithOverview(corpus, query, standing);
  if (verdict.kind === 'advice') return decline(corpus, query, 'advice', found.passages);
  if (!evidence) return decline(corpus, query, reasonFor(query));
  if (!isEnough(evidence, found)) {
    return decline(corpus, query, reasonFor(query, evidence), found.passages);
  }
  const [best] = found.overviews;
  const broad = broadness(query, found);
  if (best && broad > BROAD) {
    return answerWithOverview(corpus, query, best.overview, found.passages[0]?.passage);
  }
  const picked = composePassages(index, found, parts);
  if (!best || broad < MIDDLE) return answerWithPassages(corpus, query, picked);
  return answerWithPassages(corpus, query, endWithOverview(corpus, picked, best), best.overview);
}

/** The overview that says how things stand, when the question asks for nothing else. */
function overviewOfStatus({ info, overviews }: Corpus, query: Query): Overview | undefined {
  if (!asksStatus(query, info.shortName)) return undefined;
  return overviews.find(({ id }) => id === info.statusOverview);
}

/** The passages with the overview's first one in the last place. */
function endWithOverview(
  corpus: Corpus,
  picked: readonly RankedPassage[],
  { overview, score }: RankedOverview,
): Pick<RankedPassage, 'passage' | 'score'>[] {
  const id = overview.sections[0]?.passages[0];
  if (!id || picked.some(({ passage }) => passage.id === id)) return [...picked];
  return [...picked.slice(0, MAX_PASSAGES - 1), { passage: mustGetPassage(corpus, id), score }];
}

/** True when what was found is likely enough to answer, or was written for this very question: "What is it?" */
function isEnough(evidence: Evidence, { ranked: [lead] }: SearchResult): boolean {
  if (lead && lead.signals.exact > WRITTEN) return true;
  return evidence.coverage >= LEAST_COVERAGE && confidenceOf(evidence) >= confidenceModel.threshold;
}

/** @param evidence undefined when nothing was found */
function reasonFor({ terms }: Query, evidence?: Evidence): DeclineReason {
  if (terms.length === 0) return 'unclear';
  if (!evidence) return 'off-topic';
  const { unknown, coverage } = evidence;
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

/** Passages of an overview that come before the one that is closest to the question. */
const BEFORE_CLOSEST = 2;

/**
 * Shows an overview with all its sections.
 * @param closest the passage that is closest to the question as it was worded; it is shown near the beginning
 */
export function answerWithOverview(
  corpus: Corpus,
  query: Pick<Query, 'language'>,
  overview: Overview,
  closest?: Passage,
): OverviewAnswer {
  const outline = outlineOf(corpus, overview, closest);
  const { shown, citations } = cite(
    outline.flatMap(({ passages }) => passages.map((passage) => ({ passage, score: 1 }))),
  );
  let next = 0;
  return {
    kind: 'overview',
    language: query.language,
    overview,
    sections: outline.map(({ heading, passages }) => ({
      heading,
      passages: passages.map(() => shown[next++] as ShownPassage),
    })),
    citations,
    ...describe(corpus, shown),
  };
}

/** The overview's sections with the closest passage behind the first two passages, nothing twice. */
function outlineOf(
  corpus: Corpus,
  { sections }: Overview,
  closest: Passage | undefined,
): { heading: OverviewSection['heading']; passages: Passage[] }[] {
  const [first, ...others] = sections.map(({ heading, passages }) => ({
    heading,
    passages: passages.map((id) => mustGetPassage(corpus, id)),
  }));
  if (!first || !closest || first.passages.slice(0, BEFORE_CLOSEST).includes(closest)) {
    return first ? [first, ...others] : [];
  }
  const without = ({ heading, passages }: typeof first) => ({
    heading,
    passages: passages.filter((passage) => passage !== closest),
  });
  return [
    { ...first, passages: first.passages.slice(0, BEFORE_CLOSEST) },
    { heading: 'closest' as const, passages: [closest] },
    ...[{ ...first, passages: first.passages.slice(BEFORE_CLOSEST) }, ...others].map(without),
  ].filter(({ passages }) => passages.length > 0);
}

function describe(corpus: Corpus, shown: readonly ShownPassage[]) {
  return {
    newest: newestDate(shown.map(({ passage }) => passageDate(passage))),
    lens: PLAIN_LENS,
    sides: null,
    stale: false,
    disagreements: disagreementsOf(
      corpus,
      shown.map(({ passage }) => passage),
      null,
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
    suggestions: NO_SUGGESTIONS.has(reason)
      ? []
      : suggestQuestions(
          corpus,
          nearest.map(({ passage }) => passage),
          query.language,
        ),
    searched: { sources: corpus.sources.size, newest: corpusDate(corpus) },
    until: null,
  };
}
