/** Broad questions get an overview, narrow ones passages. */
import { describe, expect, test } from 'vitest';
import { BREADTH_NAMES, broadness, readBreadth } from '../../src/answer/breadth.ts';
import { analyseAndSearch } from '../../src/ask.ts';
import { fixtureIndex, realIndex } from '../helpers/indexes.ts';

function broadnessOf(question: string, index = realIndex()): number {
  const { query, found } = analyseAndSearch(index, question);
  return broadness(query, found);
}

test.each([
  ['What is the Night Ferry Scheme?', 'How much does the night ferry cost?'],
  ['tell me about the night ferry', 'which law set up the ferry between Aldport and Bresk'],
])('%s is broader than %s', (broad, narrow) => {
  expect(broadnessOf(broad, fixtureIndex())).toBeGreaterThan(broadnessOf(narrow, fixtureIndex()));
});

describe('in the corpus that ships', () => {
  const broad = [
    'What is MPP?',
    '¿Qué es MPP?',
    'Why did it end?',
    'Is it still in effect?',
    'Did MPP work?',
  ];
  const narrow = [
    'How many Brazilians were returned under MPP?',
    'what did Bloomberg Law say about Judge Bernal in April 2025',
    'What does Article 33 of the Refugee Convention forbid?',
    'cuantos fueron secuestrados según Human Rights First',
  ];

  test('every broad question is broader than every narrow one', () => {
    const [least] = broad.map((question) => broadnessOf(question)).toSorted((a, b) => a - b);
    const most = narrow.map((question) => broadnessOf(question)).toSorted((a, b) => b - a)[0];
    expect(least).toBeGreaterThan(most as number);
  });
});

test('without an overview a question is narrow, without a passage broad', () => {
  const { query, found } = analyseAndSearch(fixtureIndex(), 'What is the Night Ferry Scheme?');
  expect(broadness(query, { ...found, overviews: [] })).toBe(0);
  expect(broadness(query, { ...found, passages: [] })).toBe(1);
});

test('each sign is a number near −1 to 1, save for the scores', () => {
  const { query, found } = analyseAndSearch(
    fixtureIndex(),
    'How many people took the night ferry?',
  );
  const breadth = readBreadth(query, found.overviews[0]!, found.passages[0]!);
  for (const name of BREADTH_NAMES) {
    expect(Number.isFinite(breadth[name]), name).toBe(true);
    if (name !== 'score') expect(Math.abs(breadth[name]), name).toBeLessThanOrEqual(1.000001);
  }
  expect(breadth.particular).toBe(1);
  expect(breadth.general).toBe(0);
});

test('the signs are what the overview has more than the passage, and what the question is like', () => {
  const { query, found } = analyseAndSearch(fixtureIndex(), 'ferry');
  const signs = (value: number) => {
    const { unit, signals } = found.ranked[0]!;
    const same = Object.fromEntries(Object.keys(signals).map((name) => [name, value]));
    return { unit, score: 2 * value, signals: same as unknown as typeof signals };
  };
  const plain = { ...query, names: [], numbers: [], asked: 'other' as const };
  expect(readBreadth(plain, signs(0.75), signs(0.25))).toEqual({
    score: 1,
    wording: 0.5,
    exact: 0.75,
    exactPassage: 0.25,
    coverage: 0.5,
    latent: 0.5,
    latentText: 0.5,
    meant: 0.5,
    letters: 0.5,
    names: 0,
    terms: 0.1,
    numbers: 0,
    particular: 0,
    general: 0,
    missing: 0.25,
  });
  const named = { ...query, names: [0], numbers: ['2020'], asked: 'reason' as const };
  expect(readBreadth(named, signs(1), signs(1))).toMatchObject({
    names: 1,
    numbers: 1,
    particular: 0,
    general: 1,
  });
});
