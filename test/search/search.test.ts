/** What is found in the small made-up corpus, in which order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseAndSearch } from '../../src/ask.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { scoreOf } from '../../src/search/rank.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { fixtureIndex, realIndex } from '../helpers/indexes.ts';
import { oddText } from '../helpers/odd-text.ts';

const find = (question: string, index = fixtureIndex()) => analyseAndSearch(index, question).found;
const orderOf = (question: string, index = fixtureIndex()) =>
  find(question, index).ranked.map(({ unit: { target } }) =>
    target.kind === 'passage' ? target.passage.id : target.overview.id,
  );

describe('the order', () => {
  test.each([
    ['crowns for a crossing', ['harbour-act-2020#f02']],
    ['¿Cuánto cuesta?', ['harbour-act-2020#f02']],
    ['harbour act', ['harbour-act-2020#f02', 'harbour-act-2020#f01']],
    ['pizza', []],
    ['of and', []],
    ['', []],
  ])('%s', (question, order) => expect(orderOf(question)).toEqual(order));

  test.each([
    ['What is the Night Ferry Scheme?', 'night-ferry'],
    ['¿Qué es el Programa del Transbordador Nocturno?', 'night-ferry'],
    ['which law set up the ferry', 'harbour-act-2020#f01'],
    ['which lwa set up the fery', 'harbour-act-2020#f01'],
    ['How many people took the night ferry in 2023?', 'westmark-statistics-2023#f01'],
    ['is the ferry still running', 'bresk-riders-union-2024#f02'],
    ['¿sigue saliendo?', 'bresk-riders-union-2024#f02'],
    ['how many travellers does the union count', 'bresk-riders-union-2024#f01'],
    ['cuantos viajeros cuenta la union', 'bresk-riders-union-2024#f01'],
    ['How much does the night ferry cost?', 'harbour-act-2020#f02'],
  ])('%s leads to %s', (question, first) => expect(orderOf(question)[0]).toBe(first));

  test('is by falling score, which is the weighted sum of the signals', () => {
    const { ranked } = find('How many people took the night ferry?');
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(ranked.map(({ signals }) => scoreOf(signals))).toEqual(scores);
  });

  test('is the same every time, and in another index of the same corpus', () => {
    const questions = ['night ferry', 'how many passengers', 'status', '¿Qué es?'];
    const again = buildIndex(loadCorpus(FIXTURE_CORPUS));
    for (const question of questions) {
      expect(orderOf(question)).toEqual(orderOf(question));
      expect(orderOf(question, again)).toEqual(orderOf(question));
    }
  });
});

test('passages and overviews are the ranking, told apart', () => {
  const { ranked, passages, overviews } = find('What is the night ferry?');
  expect(passages.length + overviews.length).toBe(ranked.length);
  expect(passages.map(({ score }) => score)).toEqual(
    ranked.filter(({ unit }) => unit.target.kind === 'passage').map(({ score }) => score),
  );
});

test('any text can be searched for in the corpus that ships, without a score that is no number', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const { ranked, matcher } = find(text, realIndex());
      expect(matcher.total).toBeGreaterThan(0);
      for (const { score } of ranked) expect(Number.isFinite(score)).toBe(true);
    }),
  );
});
