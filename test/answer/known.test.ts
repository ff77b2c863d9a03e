import { expect, test } from 'vitest';
import { isKnownBy, knownBy } from '../../src/answer/known.ts';
import { newestDate, type Passage, passageDate } from '../../src/corpus/corpus.ts';
import type { PassageId } from '../../src/corpus/schema.ts';
import type { Unit } from '../../src/search/units.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { realIndex } from '../helpers/indexes.ts';

const { corpus } = realIndex();

test.each([
  '1951-07-28',
  '2019-01-24',
  '2019-12-31',
  '2021',
  '2021-08-14',
  '2022-06-30',
  '2030-01-01',
])('what was searched up to %s is what a look at every passage gives', (day) => {
  const known = [...corpus.passages.values()].filter((passage) => isKnownBy(passage, day));
  expect(knownBy(corpus, day).searched()).toEqual({
    sources: new Set(known.map(({ source }) => source)).size,
    newest: newestDate(known.map(passageDate)),
  });
});

test.each<[known: number, of: number, isLeft: boolean]>([
  // A third has to be left,
  [3, 9, true],
  [2, 9, false],
  // but never fewer than two,
  [2, 3, true],
  [1, 3, false],
  // unless there was only one.
  [1, 1, true],
  [0, 1, false],
])('an overview of which %i of %i passages were known may be found: %s', (known, of, isLeft) => {
  const source = makeSource({ published: null, asOf: null });
  const passages = Array.from({ length: of }, (_, i) =>
    makePassage({ source, id: `report#f${i}`, asOf: i < known ? '2020-01-01' : '2022-01-01' }),
  );
  const byId = new Map<PassageId, Passage>(passages.map((passage) => [passage.id, passage]));
  const overview = { sections: [{ passages: [...byId.keys()] }] };
  const unit = { target: { kind: 'overview', overview } } as unknown as Unit;
  expect(knownBy({ passages: byId }, '2021-01-01').isAllowed(unit)).toBe(isLeft);
});
