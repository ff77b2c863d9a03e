/** The benchmark's own parts: what it makes, compares and writes. Nothing is timed here. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { tokenise } from '../../src/text/tokens.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { documentsOf, firstPassages } from './documents.ts';
import { ENGINES } from './engines.ts';
import { makeCorpus } from './made-corpus.ts';
import { quantile, type Table } from './measure.ts';
import { BENCHMARKS_PAGE, pageWithFigures, textOf } from './page.ts';
import { compareRatios, readRecord } from './record.ts';

const shipped = loadCorpus(FIXTURE_CORPUS);
const wordsOf = ({ passages }: typeof shipped) =>
  new Set([...passages.values()].flatMap(({ text }) => tokenise(text.en)));

test('a made corpus begins with the shipped one, has as many passages as wanted, and is the same again', () => {
  const made = makeCorpus(shipped, 500);
  expect(made.passages.size).toBe(500);
  expect([...made.passages.values()].slice(0, shipped.passages.size)).toEqual([
    ...shipped.passages.values(),
  ]);
  for (const [id, passage] of made.passages) {
    expect(id).toBe(passage.id);
    expect(made.sources.get(passage.source.id)).toBe(passage.source);
  }
  expect(makeCorpus(shipped, 500)).toEqual(made);
});

test('its words grow, more slowly than its passages', () => {
  const [small, large] = [100, 1_000].map((count) => wordsOf(makeCorpus(shipped, count)).size);
  expect(large).toBeGreaterThan(1.5 * (small as number));
  expect(large).toBeLessThan(8 * (small as number));
});

test.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  '%s finds what a question was written for',
  async (_, engine) => {
    const find = await engine.build(documentsOf(shipped));
    const [passage] = [...shipped.passages.values()];
    const found = await find(passage?.questions.en[0] ?? '', 3);
    expect(firstPassages(shipped, found, 3)).toContain(passage);
    expect(await find('?!', 3)).toEqual([]);
  },
);

test('a ratio that is much worse is told, one that is new or better is not', () => {
  const recorded = { ask: { ratios: { slower: 1, same: 2, better: 3 } } };
  const now = {
    ask: { ratios: { slower: 1.6, same: 2.4, better: 1, fresh: 9 } },
    other: recorded.ask,
  };
  expect(compareRatios(now, recorded)).toEqual(['ask: slower is 1.60, recorded 1.00']);
});

test('medians and p99 are values that were measured', () => {
  const values = Array.from({ length: 200 }, (_, i) => 200 - i);
  expect([quantile(values, 0.5), quantile(values, 0.99)]).toEqual([101, 199]);
});

test('a table can be read in a terminal', () => {
  const table: Table = {
    title: 'Times',
    columns: ['what', 'ms'],
    rows: [
      ['one', 1.5],
      ['another', null],
    ],
    note: 'Nothing more.',
  };
  expect(textOf(table)).toBe('\nTimes\nwhat      ms\none      1.5\nanother    —\nNothing more.');
});

test(`${BENCHMARKS_PAGE} says what the record holds`, () => {
  const page = readFileSync(BENCHMARKS_PAGE, 'utf8');
  const record = readRecord();
  if (!record) throw new Error('there is no record');
  expect(page).toBe(pageWithFigures(page, record));
});
