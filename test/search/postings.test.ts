/** The scores of words against those of MiniSearch, which computes BM25+ too. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { indexPostings } from '../../src/search/postings.ts';
import type { Unit } from '../../src/search/units.ts';

const terms = (minLength: number) =>
  fc.uniqueArray(fc.nat({ max: 30 }), { minLength, maxLength: 12 });
const someUnits = fc.array(
  fc.record({ texts: fc.array(terms(1), { minLength: 1, maxLength: 4 }), context: terms(0) }),
  { minLength: 1, maxLength: 12 },
);

const toUnit = ({ texts, context }: { texts: number[][]; context: number[] }) =>
  ({
    texts: texts.map((ids) => ({ terms: Int32Array.from(ids), pairs: new Int32Array() })),
    context: Int32Array.from(context),
  }) as unknown as Unit;

test('words have the units and the scores that MiniSearch gives them', () => {
  fc.assert(
    fc.property(someUnits, (units) => {
      const postings = indexPostings(units.map(toUnit));
      const index = new MiniSearch({
        fields: ['text', 'context'],
        tokenize: (text) => text.split(' ').filter(Boolean),
        searchOptions: {
          boost: { text: 1, context: 0.3 },
          bm25: { k: 1.2, b: 0.3, d: 0.5 },
        },
      });
      index.addAll(
        units.map(({ texts, context }, id) => ({
          id,
          text: texts.flat().join(' '),
          context: context.join(' '),
        })),
      );
      for (let term = 0; term <= 30; term++) {
        const { units: found, scores } = postings(term);
        const expected = index.search(String(term)).sort((a, b) => a.id - b.id);
        expect([...found]).toEqual(expected.map(({ id }) => id));
        scores.forEach((score, i) => {
          expect(score).toBeCloseTo(expected[i]?.score ?? 0, 5);
        });
      }
    }),
    { numRuns: 50 },
  );
});

test('a pair has each unit in whose texts it stands once, in their order', () => {
  const unit = (...pairs: number[][]) =>
    ({
      texts: pairs.map((ids) => ({ terms: new Int32Array(), pairs: Int32Array.from(ids) })),
      context: new Int32Array(),
    }) as unknown as Unit;
  const postings = indexPostings([unit([7], [7, 8]), unit([8]), unit([7])]);
  expect([...postings(7).units]).toEqual([0, 2]);
  expect([...postings(8).units]).toEqual([0, 1]);
  expect([...postings(9).units]).toEqual([]);
});
