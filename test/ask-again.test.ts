/** An answer that was kept is the one that would be found. */
import { expect, test } from 'vitest';
import { type AskOptions, ask } from '../src/ask.ts';
import { askAgain } from '../src/ask-again.ts';
import { answerMessage } from '../src/discord/answer-message.ts';
import { fixtureIndex } from './helpers/indexes.ts';

const index = fixtureIndex();
const moment = { today: '2026-08-06', staleAfterDays: 180 };
const QUESTIONS = [
  'How much does the night ferry cost?',
  'What is the night ferry?',
  'night ferry',
  '¿Cuánto cuesta el ferry nocturno?',
  'Who painted the lighthouse?',
  'Is the night ferry still running?',
];
const OPTIONS: AskOptions[] = [
  {},
  { language: 'es' },
  { fallback: 'es' },
  { asOf: '2020-12-31' },
  { moment: { ...moment, today: '2020-06-01' } },
];

test('asked again, each question has the answer that belongs to its language, its day and the day of asking', () => {
  for (let round = 0; round < 2; round++)
    for (const question of QUESTIONS)
      for (const options of OPTIONS.map((some) => ({ moment, ...some })))
        expect(askAgain(index, question, options)).toEqual(ask(index, question, options));
  const [first, second] = [1, 2].map(() => askAgain(index, QUESTIONS[0] as string, { moment }));
  expect(second).toBe(first);
});

test('showing an answer leaves it as it is', () => {
  for (const question of QUESTIONS)
    for (const options of OPTIONS.map((some) => ({ moment, ...some }))) {
      const answer = askAgain(index, question, options);
      for (const part of [answer, ...Object.values(answer)]) Object.freeze(part);
      answerMessage(index.corpus, answer, { isPrivate: true, canRate: true });
      expect(askAgain(index, question, options)).toEqual(ask(index, question, options));
    }
});

test('what the moderators of a server answer is looked for anew and kept for nobody else', () => {
  const [question = ''] = QUESTIONS;
  const passage = [...index.corpus.passages.keys()][0] as never;
  const community = (text: string) => () => ({
    id: 'a',
    wordings: [question],
    text,
    passages: [passage],
    languages: ['en' as const],
    editorName: null,
    changedAt: '2026-08-06T12:00:00Z',
  });
  const textOf = (options: AskOptions) => {
    const answer = askAgain(index, question, { moment, ...options });
    return answer.kind === 'passages' ? answer.community?.text : undefined;
  };
  expect([
    textOf({}),
    textOf({ community: community('one') }),
    textOf({ community: community('two') }),
    textOf({}),
  ]).toEqual([undefined, 'one', 'two', undefined]);
});
