import { expect, test } from 'vitest';
import { findQuestion, questionKey } from '../../src/answer/suggestions.ts';
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
