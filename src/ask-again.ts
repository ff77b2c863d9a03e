/** Answers that were found lately, since the same questions come again and again: many choose the same suggestion. */
import { hash } from 'node:crypto';
import type { Answer } from './answer/answer.ts';
import { type AskOptions, ask } from './ask.ts';
import type { SearchIndex } from './search/build.ts';

/** Different questions whose answers are kept, with one corpus. */
const KEPT = 1_000;

/** Hash of a question and all that its answer depends on → the answer; the longest unasked first. No question is kept. */
const keptOf = new WeakMap<SearchIndex, Map<string, Answer>>();

/** What `ask` answers, found only once for the last questions. */
export function askAgain(
  index: SearchIndex,
  question: string,
  options: AskOptions & Pick<Required<AskOptions>, 'moment'>,
): Answer {
  const { community, language, fallback, asOf, moment } = options;
  // Moderators may change what a community answers at any moment.
  if (community) return ask(index, question, options);
  const kept = keptOf.get(index) ?? new Map<string, Answer>();
  keptOf.set(index, kept);
  const key = hash('sha256', JSON.stringify([question, language, fallback, asOf, moment]));
  const answer = kept.get(key) ?? ask(index, question, options);
  kept.delete(key);
  kept.set(key, answer);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  return answer;
}
