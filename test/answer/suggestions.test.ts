import { expect, test } from 'vitest';
import { findQuestion, questionKey, suggestQuestions } from '../../src/answer/suggestions.ts';
import { realIndex } from '../helpers/indexes.ts';

const { corpus } = realIndex();

test('the key of a suggested question leads back to it, whoever it was written for', () => {
  const [passage] = corpus.passages.values();
  const [overview] = corpus.overviews;
  for (const { questions } of [passage, overview].filter((owner) => owner !== undefined))
    for (const language of ['en', 'es'] as const) {
      const question = questions[language][0] as string;
      expect(findQuestion(corpus, questionKey(question))).toMatchObject({ question, language });
    }
});

test('a key of no question leads nowhere', () => {
  expect(findQuestion(corpus, questionKey('Who was it?!'))).toBeUndefined();
});

test('questions that are suggested are written as in a list: whole, with a capital, not too short or long', () => {
  const owner = (en: string[], es: string[] = []) => ({ questions: { en, es } }) as never;
  const suggested = (...owners: never[]) =>
    suggestQuestions({ ...corpus, overviews: [] }, owners, 'en');
  expect(suggested(owner(['who was it?', 'Who was the first judge?']))).toEqual([
    'Who was the first judge?',
  ]);
  expect(suggested(owner(['Tell me who the judge was', 'Why?']))).toEqual([]);
  expect(suggested(owner([`Who was ${'really '.repeat(30)}the judge?`]))).toEqual([]);
  expect(suggested(owner(['Who was the judge?']), owner(['Who was the judge?']))).toEqual([
    'Who was the judge?',
  ]);
});
