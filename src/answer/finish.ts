/** Finishes an answer: what the question asks beyond its subject (the present, a day, a judgement, a disagreement). */
import type { Passage } from '../corpus/corpus.ts';
import { asksForJudgement } from '../question/judgement.ts';
import type { Query } from '../question/query.ts';
import type { SearchIndex } from '../search/build.ts';
import type { RankedPassage, SearchResult } from '../search/search.ts';
import { fold } from '../text/clean.ts';
import {
  type Answer,
  cite,
  type DeclinedAnswer,
  type DeclineReason,
  type Lens,
  type OverviewAnswer,
  type PassagesAnswer,
  shownPassages,
} from './answer.ts';
import { MAX_PASSAGES } from './compose.ts';
import { answerWithOverview, answerWithPassages } from './decide.ts';
import { asksAboutPresent, hasOnlyOldSources, type Moment, newestFirst } from './freshness.ts';
import { isKnownBy, type Known } from './known.ts';
import { DECISIVE } from './on-day.ts';
import { shapeAnswer } from './shape.ts';
import { askedDisagreement, missingSides, passagesOfPositions } from './sides.ts';

/** A passage within this of the lead's score is relevant enough to come before it when it is newer. */
const RELEVANT_MARGIN = 0.5;
/** For a judgement, an overview of both sides may score this much less than the one that was chosen. */
const DISPUTED_MARGIN = 1;
/** Passages of an overview that are on its first page whatever their length. */
const SURELY_SHOWN = 3;
/** Refusals that one of a disagreement's own questions overrules. */
const OVERRULED: ReadonlySet<DeclineReason> = new Set(['not-covered', 'off-topic', 'unclear']);

/** What a question was asked with. */
export interface Circumstances {
  /** Day that the answer is restricted to. */
  asOf: string | null;
  moment: Moment;
}

/** The decision for a query, shaped by the question and its circumstances. */
export function finishAnswer(
  index: SearchIndex,
  query: Query,
  found: SearchResult,
  decided: Answer,
  { asOf, moment }: Circumstances,
): Answer {
  const { corpus } = index;
  const near = askedDisagreement(index, query, found);
  const answer = near?.isOwn
    ? answerDisagreement(
        index,
        query,
        decided,
        passagesOfPositions(corpus, near.disagreement, asOf),
      )
    : decided;
  const present = asksAboutPresent(query, moment.today);
  if (answer.kind === 'declined') {
    const isOld = present && hasOnlyOldSources(answer, moment, asOf);
    return isOld ? { ...answer, reason: 'only-old-sources' } : answer;
  }
  const lens: Lens = {
    asOf,
    present,
    asked: near?.disagreement ?? null,
    judged: null,
  };
  const known = answer.kind === 'passages' && asOf !== null ? keepKnown(answer, asOf) : answer;
  const dated = present && known.kind === 'passages' ? withNewestFirst(known, found) : known;
  if (!asksForJudgement(query, fold(corpus.info.shortName)))
    return shapeAnswer(corpus, dated, lens, moment);

  const heard = withDisputedOverview(index, query, dated, found);
  const shown = shownPassages(heard)
    .map(({ passage }) => passage)
    .filter((passage) => asOf === null || isKnownBy(passage, asOf));
  const nearby = { found, asked: lens.asked, asOf };
  if (heard.kind === 'overview') {
    const first = shown.slice(0, SURELY_SHOWN);
    const judged = missingSides(corpus, first, shown.slice(SURELY_SHOWN), nearby);
    return shapeAnswer(corpus, heard, { ...lens, judged }, moment);
  }
  const judged = missingSides(corpus, shown, [], nearby);
  return shapeAnswer(corpus, withSides(heard, judged), { ...lens, judged }, moment);
}

/** For a judgement, the overview in which both sides stand, where it is about as close as the one that was chosen. */
function withDisputedOverview(
  { corpus }: SearchIndex,
  query: Query,
  answer: PassagesAnswer | OverviewAnswer,
  { overviews, passages }: SearchResult,
): PassagesAnswer | OverviewAnswer {
  const [best] = overviews;
  if (answer.kind !== 'overview' || answer.overview.bothSides || !best) return answer;
  const disputed = overviews.find(
    ({ overview, score }) => overview.bothSides && best.score - score < DISPUTED_MARGIN,
  );
  if (!disputed) return answer;
  return answerWithOverview(corpus, query, disputed.overview, passages[0]?.passage);
}

/** Answers one of a disagreement's own questions with its positions where it would have been declined. */
function answerDisagreement(
  { corpus }: SearchIndex,
  query: Query,
  decided: Answer,
  positions: readonly Passage[],
): Answer {
  if (decided.kind !== 'declined' || !OVERRULED.has(decided.reason)) return decided;
  if (positions.length === 0) return decided;
  const ranked = positions.slice(0, MAX_PASSAGES).map((passage) => ({ passage, score: 0 }));
  return answerWithPassages(corpus, query, ranked);
}

/** The passages that were known by the day: an overview's first one may not have been. */
function keepKnown(answer: PassagesAnswer, asOf: string): PassagesAnswer {
  const kept = answer.passages.filter(({ passage }) => isKnownBy(passage, asOf));
  return kept.length === 0 ? answer : recite(answer, kept);
}

/** The newest relevant passages first, then the others; the lead keeps a place. */
function withNewestFirst(answer: PassagesAnswer, { passages: [lead, ...others] }: SearchResult) {
  const picked: Pick<RankedPassage, 'passage' | 'score'>[] = [...answer.passages];
  const isRelevant = ({ score }: Pick<RankedPassage, 'score'>) =>
    lead === undefined || lead.score - score < RELEVANT_MARGIN;
  if (lead && picked.every(({ score }) => score < DECISIVE)) {
    const [newest] = newestFirst(others.filter(isRelevant));
    if (newest && !picked.some(({ passage }) => passage === newest.passage)) {
      picked.splice(MAX_PASSAGES - 1, picked.length, newest);
    }
  }
  const relevant = picked.filter(isRelevant);
  return recite(answer, [...newestFirst(relevant), ...picked.filter((one) => !isRelevant(one))]);
}

/**
 * The passages with those that have to be heard. Where there are too many, the last one gives way that is neutral or
 * argues as one before it does: of three at most, with a side missing, the first never does.
 */
function withSides(answer: PassagesAnswer, judged: readonly Passage[]): PassagesAnswer {
  const kept: Pick<RankedPassage, 'passage' | 'score'>[] = [...answer.passages];
  while (kept.length + judged.length > MAX_PASSAGES) {
    const last = kept.findLastIndex(
      ({ passage: { source } }, i) =>
        source.position === 'neutral' ||
        kept.slice(0, i).some(({ passage }) => passage.source.position === source.position),
    );
    kept.splice(last, 1);
  }
  return recite(answer, [...kept, ...judged.map((passage) => ({ passage, score: 0 }))]);
}

function recite<T extends PassagesAnswer | OverviewAnswer>(
  answer: T,
  ranked: readonly Pick<RankedPassage, 'passage' | 'score'>[],
): T {
  const { shown, citations } = cite(ranked);
  return { ...answer, passages: shown, citations };
}

/** A refusal of a question that was restricted to a day, told from what the whole corpus would have said. */
export function declineUntil(
  declined: DeclinedAnswer,
  unrestricted: Answer,
  { day, searched }: Pick<Known, 'day' | 'searched'>,
): DeclinedAnswer {
  const laterAnswers = unrestricted.kind !== 'declined';
  const reason = unrestricted.kind === 'declined' ? unrestricted.reason : 'not-covered';
  return { ...declined, reason, searched: searched(), until: { day, laterAnswers } };
}
