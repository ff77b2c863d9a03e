/** Puts the answer of a community before what the corpus says. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Language } from '../text/language.ts';
import { type Answer, type CommunityAnswer, type PassagesAnswer, shownPassages } from './answer.ts';
import { answerWithPassages } from './decide.ts';

/** Most passages that are shown with it: those that it rests on, then those that were found. */
const MOST_PASSAGES = 5;

/**
 * The community's answer with the passages that it rests on, followed by what was found otherwise; the answer as it
 * was when there is none, or when nothing that it rests on is in the corpus any longer.
 */
export function withCommunityAnswer(
  corpus: Corpus,
  answer: Answer,
  community: CommunityAnswer | undefined,
): Answer {
  if (!community) return answer;
  const found = answer.kind === 'passages' ? shownPassages(answer) : [];
  const overview = answer.kind === 'declined' ? undefined : (answer.overview ?? undefined);
  const base = restsOn(corpus, community);
  if (base.length === 0) return answer;
  const more = found.map(({ passage }) => passage).filter((passage) => !base.includes(passage));
  const shown = [...base, ...more].slice(0, MOST_PASSAGES);
  return {
    ...answerWithPassages(
      corpus,
      answer,
      shown.map((passage) => ({ passage, score: 0 })),
      overview,
    ),
    community,
  };
}

/** A community's answer alone, as its moderators see it; undefined when nothing that it rests on is left. */
export function communityAnswerAlone(
  corpus: Corpus,
  community: CommunityAnswer,
  language: Language,
): PassagesAnswer | undefined {
  const passages = restsOn(corpus, community);
  if (passages.length === 0) return undefined;
  const ranked = passages.map((passage) => ({ passage, score: 0 }));
  return { ...answerWithPassages(corpus, { language }, ranked), community };
}

/** The passages of a community's answer that are in the corpus. */
export function restsOn(
  { passages }: Pick<Corpus, 'passages'>,
  community: Pick<CommunityAnswer, 'passages'>,
) {
  return community.passages.flatMap((id) => passages.get(id) ?? []);
}
