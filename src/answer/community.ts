/** Puts the answer of a community before what the corpus says. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Query } from '../question/query.ts';
import {
  type Answer,
  type CommunityAnswer,
  type PassagesAnswer,
  PLAIN_LENS,
  shownPassages,
} from './answer.ts';
import { MAX_PASSAGES } from './compose.ts';
import { answerWithPassages } from './decide.ts';
import type { Moment } from './freshness.ts';
import { shapeAnswer } from './shape.ts';

/**
 * The community's answer with the passages that it rests on, followed by those that were found otherwise; the answer
 * as it was when there is none, or when nothing that it rests on is in the corpus any longer.
 */
export function withCommunityAnswer(
  corpus: Corpus,
  query: Pick<Query, 'language'>,
  answer: Answer,
  community: CommunityAnswer | undefined,
  moment: Moment,
): Answer {
  if (!community) return answer;
  const base = restsOn(corpus, community);
  if (base.length === 0) return answer;
  const found = answer.kind === 'passages' ? shownPassages(answer) : [];
  const more = found.map(({ passage }) => passage).filter((passage) => !base.includes(passage));
  const shown = [...base, ...more].slice(0, MAX_PASSAGES);
  const lens = answer.kind === 'declined' ? PLAIN_LENS : { ...answer.lens, judged: null };
  const overview = answer.kind === 'declined' ? undefined : answer.overview;
  const ranked = shown.map((passage) => ({ passage, score: 0 }));
  const shaped = shapeAnswer(
    corpus,
    answerWithPassages(corpus, query, ranked, overview),
    lens,
    moment,
  );
  return { ...shaped, community };
}

/** A community's answer alone, as its moderators see it; undefined when nothing that it rests on is left. */
export function communityAnswerAlone(
  corpus: Corpus,
  query: Pick<Query, 'language'>,
  community: CommunityAnswer,
  moment: Moment,
): PassagesAnswer | undefined {
  const passages = restsOn(corpus, community);
  if (passages.length === 0) return undefined;
  const ranked = passages.map((passage) => ({ passage, score: 0 }));
  const answer = answerWithPassages(corpus, query, ranked);
  return { ...shapeAnswer(corpus, answer, PLAIN_LENS, moment), community };
}

/** The passages of a community's answer that are in the corpus. */
export function restsOn(
  { passages }: Pick<Corpus, 'passages'>,
  community: Pick<CommunityAnswer, 'passages'>,
) {
  return community.passages.flatMap((id) => passages.get(id) ?? []).slice(0, MAX_PASSAGES);
}
