import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairIds, pairKey } from '../../src/search/pair-ids.ts';

const word = fc.nat({ max: 2 ** 25 });
const pairs = fc.array(fc.tuple(word, word), { maxLength: 3_000 });

test('any pairs keep the ids that they were first given', () => {
  fc.assert(
    fc.property(pairs, (added) => {
      const ids = new PairIds();
      const expected = new Map<number, number>();
      added.forEach(([first, second], id) => {
        const key = pairKey(first, second);
        expect(ids.add(first, second, id)).toBe(expected.get(key) ?? id);
        if (!expected.has(key)) expected.set(key, id);
      });
      for (const [first, second] of added)
        expect(ids.get(first, second)).toBe(expected.get(pairKey(first, second)));
      const columns = ids.toColumns();
      const sorted = [...expected].sort(([a], [b]) => a - b);
      expect([...columns.pairs]).toEqual(sorted.map(([key]) => key));
      expect([...columns.pairIds]).toEqual(sorted.map(([, id]) => id));
    }),
    { numRuns: 30 },
  );
});

test('a pair that was not added has no id, nor has it the other way round', () => {
  const ids = new PairIds();
  ids.add(0, 1, 7);
  expect(ids.get(0, 1)).toBe(7);
  expect(ids.get(1, 0)).toBeUndefined();
  expect(ids.get(0, 0)).toBeUndefined();
});
