import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterRuns, packedRuns } from '../../src/text/ngrams.ts';

test('a word falls into overlapping runs with its ends marked; short words and numbers stay whole', () => {
  expect(letterRuns('tariff', 5)).toEqual(['^tari', 'tarif', 'ariff', 'riff$']);
  expect(letterRuns('sea', 5)).toEqual(['^sea$']);
  expect(letterRuns('of', 5)).toEqual(['^of$']);
  expect(letterRuns('70000', 5)).toEqual(['70000']);
  expect(letterRuns('3rd', 3)).toEqual(['3rd']);
});

test('the runs cover the word without a gap', () => {
  const words = fc.stringMatching(/^[a-zñ]{1,40}$/);
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 6 }), (word, length) => {
      const [first = '', ...others] = letterRuns(word, length);
      expect(first + others.map((run) => run.at(-1)).join('')).toBe(`^${word}$`);
    }),
  );
});

test('packed runs are the same for the same letters, each once, whatever the script', () => {
  const shared = packedRuns('tent court').intersection(packedRuns('tents'));
  expect(shared.size).toBe(2); // " ten", "tent"
  expect(packedRuns('aaaaaaaa').size).toBe(3); // " aaa", "aaaa", "aaa "
  expect(packedRuns('').size).toBe(0);
  expect([...packedRuns('суд 東京都')].every(Number.isInteger)).toBe(true);
});
