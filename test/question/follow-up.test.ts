import { expect, test } from 'vitest';
import { hasOwnQuestion, isFollowUp, joinQuestions } from '../../src/question/follow-up.ts';

const PEOPLE = ['trump', 'biden', 'mayorkas'];
const personOf = (word: string) => PEOPLE.find((name) => name === word);

test.each([
  [
    'How many people were returned under Trump?',
    'and under Biden?',
    'how many people were returned under biden',
  ],
  [
    '¿A cuántas personas devolvieron con Biden?',
    '¿y con Trump?',
    'a cuantas personas devolvieron con trump',
  ],
  [
    'How many people were returned under Trump?',
    'when was that?',
    'when people were returned under trump',
  ],
  ['How many were returned in 2019?', 'what about in 2022', 'how many were returned in 2022'],
  ['When did the Supreme Court rule?', 'why?', 'why did the supreme court rule'],
  ['¿Cuándo falló la Corte Suprema?', '¿por qué?', 'por que fallo la corte suprema'],
  ['Who was exempt?', 'And children?', 'who was exempt children'],
  // The question word is taken over once, with what is new behind it.
  ['How many people were returned?', 'and where in 2019?', 'where people were returned in 2019'],
])('%s %s', (before, text, whole) => {
  expect(isFollowUp(text)).toBe(true);
  expect(joinQuestions(before, text, personOf)).toBe(whole);
});

test.each([
  'and lawyers judges hearings?',
  'was that ferry cancelled?',
  'since when?',
  'why did they?',
])('%s — rests on the question before', (text) => expect(isFollowUp(text)).toBe(true));

test.each([
  'and lawyers judges hearings shelters?',
  'was that night ferry cancelled?',
  'why was it?',
  'why did they do so at last?',
  'Is it still in force?',
  'What is it?',
  '¿Qué es el transbordador nocturno?',
  'How many people were returned under Biden?',
  'and how many asylum seekers from Honduras had a lawyer in 2019?',
  'Andrew was late',
  '',
])('%s — stands for itself', (text) => expect(isFollowUp(text)).toBe(false));

test('a question word with words of its own may stand for itself', () => {
  expect(['and when did it end?', '¿y cuándo terminó?'].map(hasOwnQuestion)).toEqual([true, true]);
  expect(['and under Biden?', 'why?', 'when was that?'].map(hasOwnQuestion)).toEqual([
    false,
    false,
    false,
  ]);
});

test('a text of any length is joined in no time, and what came before is cut', () => {
  const started = performance.now();
  const joined = joinQuestions('how many '.repeat(5_000), 'and then '.repeat(5_000), personOf);
  expect(joined.length).toBeLessThan(50_000);
  expect(performance.now() - started).toBeLessThan(300);
});
