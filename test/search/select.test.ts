import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCandidateFinder } from '../../src/search/candidates.ts';
import type { Matcher } from '../../src/search/match.ts';
import type { PostingsReader } from '../../src/search/postings.ts';
import { selectFirst } from '../../src/search/select.ts';
import { TermTable } from '../../src/search/terms.ts';

test('the first few are those that sorting everything gives', () => {
  const scored = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 200 });
  fc.assert(
    fc.property(scored, fc.nat({ max: 60 }), fc.nat({ max: 4 }), (scores, count, odd) => {
      const order = (a: number, b: number) =>
        (scores[b] as number) - (scores[a] as number) || a - b;
      const isAllowed = (id: number) => id % (odd + 1) === 0;
      const all = scores.map((_, id) => id);
      expect(selectFirst(all, count, order)).toEqual(all.toSorted(order).slice(0, count));
      expect(selectFirst(all, count, order, isAllowed)).toEqual(
        all.toSorted(order).filter(isAllowed).slice(0, count),
      );
    }),
  );
});

test('hardly any of many is asked whether it may be chosen', () => {
  let asked = 0;
  const all = Int32Array.from({ length: 100_000 }, (_, id) => id);
  selectFirst(
    all,
    48,
    (a, b) => a - b,
    () => {
      asked += 1;
      return true;
    },
  );
  expect(asked).toBe(48);
});

test('one question leaves nothing behind for the next', () => {
  const lists: Record<number, [units: number[], scores: number[]]> = {
    1: [
      [3, 0],
      [2, 1],
    ],
    2: [
      [1, 3],
      [5, 1],
    ],
  };
  const postings: PostingsReader = (term) => ({
    units: Int32Array.from(lists[term]?.[0] ?? [2]),
    scores: Float32Array.from(lists[term]?.[1] ?? [0]),
  });
  const candidates = createCandidateFinder(4, postings, new TermTable());
  const asking = (terms: number[], pairs: number[] = []) =>
    ({
      slots: terms.map(() => ({ word: '', idf: 1 })),
      hits: new Map(terms.map((term, slot) => [term, [{ slot, weight: 1 }]])),
      pairs,
    }) as unknown as Matcher;
  const first = candidates(asking([1, 2]), 4);
  expect(first).toEqual([1, 3, 0]);
  candidates(asking([2], [7]), 4);
  expect(candidates(asking([1, 2]), 4)).toEqual(first);
  expect(candidates(asking([1]), 4)).toEqual([3, 0]);
});
