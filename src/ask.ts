/** The one straight line from a question to an answer. Every door calls this. */
import type { Answer, CommunityAnswer } from './answer/answer.ts';
import { withCommunityAnswer } from './answer/community.ts';
import { decide, decline } from './answer/decide.ts';
import { declineUntil, finishAnswer } from './answer/finish.ts';
import { type Moment, momentOf } from './answer/freshness.ts';
import { type Known, knownBy } from './answer/known.ts';
import { answerOnDay, isFarFrom } from './answer/on-day.ts';
import { analyseQuestion } from './question/analyse.ts';
import { contrastParts } from './question/contrast.ts';
import { hasOwnQuestion, isFollowUp, joinQuestions } from './question/follow-up.ts';
import type { SearchableVerdict } from './question/guard.ts';
import type { Query } from './question/query.ts';
import type { SearchIndex } from './search/build.ts';
import { type SearchResult, search } from './search/search.ts';
import { detectLanguage, type Language } from './text/language.ts';

export interface AskOptions {
  /** Language of the reply when the asker chose one; otherwise it is read from the question. */
  language?: Language | undefined;
  /** Language when the question doesn't tell: that of the member's client or the server. */
  fallback?: Language | undefined;
  /** Finds what the moderators of the asker's community answer to a question. */
  community?: ((question: string, language: Language) => CommunityAnswer | undefined) | undefined;
  /** Day (2022-01-31) that the answer is restricted to: only what was known by then. */
  asOf?: string | undefined;
  /** When the question is asked; now unless given. */
  moment?: Moment | undefined;
}

/**
 * Answers a question from the corpus, or declines; never throws for "don't know".
 * Synchronous; about two milliseconds.
 */
export function ask(index: SearchIndex, question: string, options: AskOptions = {}): Answer {
  const { asOf, moment = momentOf(new Date()) } = options;
  const verdict = index.guard(question);
  const query = analyseQuestion(question, index.lexicon, options);
  if (verdict.kind === 'danger') return decline(index.corpus, query, 'unsafe');
  if (verdict.kind === 'personal-data') {
    return decline(index.corpus, query, 'personal-data', [], verdict.seen);
  }
  const asked: Asked = { query, verdict, moment };
  const everything = answerFrom(index, asked);
  if (asOf !== undefined) return answerUntil(index, asked, everything, asOf);
  // Who asks for advice on a case is shown where to get it, whatever else there is.
  const community =
    verdict.kind === 'advice' ? undefined : options.community?.(question, query.language);
  const { found, decided } = everything;
  const answer = finishAnswer(index, query, found, decided, { asOf: null, moment });
  return withCommunityAnswer(index.corpus, query, answer, community, moment);
}

/** A question that may be searched. */
interface Asked {
  query: Query;
  verdict: SearchableVerdict;
  moment: Moment;
}

/** What was found for a question, and the answer that was decided on. */
interface Outcome {
  found: SearchResult;
  decided: Answer;
}

/** Answers from the whole corpus, or from what was known by a day. */
function answerFrom(index: SearchIndex, { query, verdict }: Asked, known?: Known): Outcome {
  const found = search(index, query, known?.isAllowed);
  const parts = contrastParts(query, index.lexicon.personOf).map((part) =>
    search(index, part, known?.isAllowed),
  );
  const isRestricted = known !== undefined;
  return { found, decided: decide(index, query, verdict, found, { parts, isRestricted }) };
}

/** The answer by a day, held against what the whole corpus says to the same question. */
function answerUntil(index: SearchIndex, asked: Asked, everything: Outcome, day: string): Answer {
  const { query, moment } = asked;
  const known = knownBy(index.corpus, day);
  const unrestricted = finishAnswer(index, query, everything.found, everything.decided, {
    asOf: null,
    moment,
  });
  const { found, decided } = answerFrom(index, asked, known);
  const near = isFarFrom(found, everything.found)
    ? decline(index.corpus, query, 'not-covered', found.passages)
    : decided;
  const onDay = answerOnDay(index, query, near, unrestricted, { asOf: known.day, moment });
  const answer = finishAnswer(index, query, found, onDay, { asOf: known.day, moment });
  return answer.kind === 'declined' ? declineUntil(answer, unrestricted, known) : answer;
}

/** How `ask` reads a question and what it finds, for explaining an answer. */
export function analyseAndSearch(index: SearchIndex, question: string, options: AskOptions = {}) {
  const query = analyseQuestion(question, index.lexicon, options);
  const known = options.asOf === undefined ? undefined : knownBy(index.corpus, options.asOf);
  return { query, found: search(index, query, known?.isAllowed) };
}

/** A question that was asked before, for those that rest on it. */
export interface EarlierQuestion {
  text: string;
  language: Language;
}

/** What a question was taken for, after an earlier one. */
export interface FurtherAnswer {
  answer: Answer;
  /** The whole question, for the next one that rests on it. Folded where it was joined; never shown. */
  asked: string;
  /** It rests on an earlier question, and it isn't clear how: what is offered instead is to be shown as a question. */
  isUnclear: boolean;
}

/**
 * Answers a question that may rest on an earlier one: "and under Biden?". One that stands for itself is answered as
 * always.
 */
export function askFurther(
  index: SearchIndex,
  question: string,
  earlier: EarlierQuestion | undefined,
  options: AskOptions = {},
): FurtherAnswer {
  if (!earlier || !isFollowUp(question) || isGuarded(index, question))
    return { answer: ask(index, question, options), asked: question, isUnclear: false };
  const language = options.language ?? detectLanguage(question, earlier.language);
  if (hasOwnQuestion(question)) {
    const alone = ask(index, question, { ...options, language });
    if (alone.kind !== 'declined') return { answer: alone, asked: question, isUnclear: false };
  }
  const asked = joinQuestions(earlier.text, question, index.lexicon.personOf);
  const answer = ask(index, asked, { ...options, language });
  const isUnclear = answer.kind === 'declined' && answer.suggestions.length > 0;
  return { answer, asked, isUnclear };
}

/** True for what is answered by a card, whatever was said before. */
function isGuarded(index: SearchIndex, question: string): boolean {
  return index.guard(question).kind !== 'pass';
}
