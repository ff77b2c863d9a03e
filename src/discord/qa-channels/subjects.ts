/** What was asked a moment ago, so that "and under Biden?" is understood. In memory, for ten minutes at most. */
import type { EarlierQuestion } from '../../ask.ts';
import type { Question } from './question.ts';
import { createShortMemory, type ShortMemory } from './short-memory.ts';

/** Longest time that a subject is remembered, in milliseconds. */
const SUBJECT_MS = 600_000;

export interface Subject extends EarlierQuestion {
  authorId: string;
}

export type Subjects = ShortMemory<Subject>;

export function createSubjects(): Subjects {
  return createShortMemory<Subject>(SUBJECT_MS);
}

/** What a question may rest on: the answer that it replies to, else what was asked last in the same place. */
export function earlierOf(subjects: Subjects, question: Question): Subject | undefined {
  const { repliesTo } = question;
  const replied = repliesTo === null ? undefined : subjects.get(`m:${repliesTo}`);
  return replied ?? subjects.get(placeKey(question));
}

/** Remembers what was asked, by its answer and by its place. */
export function remember(
  subjects: Subjects,
  question: Question,
  replyId: string,
  { text, language }: EarlierQuestion,
): void {
  const subject = { text, language, authorId: question.authorId };
  subjects.set(`m:${replyId}`, subject);
  subjects.set(placeKey(question), subject);
}

/** A thread and a direct message have one subject, a channel one for each person. */
function placeKey({ channel, authorId }: Question): string {
  const isOne = channel.isDMBased() || channel.isThread();
  return isOne ? `c:${channel.id}` : `c:${channel.id}:${authorId}`;
}
