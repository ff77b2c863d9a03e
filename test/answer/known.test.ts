import { expect, test } from 'vitest';
import { isKnownBy, knownBy } from '../../src/answer/known.ts';
import { newestDate, passageDate } from '../../src/corpus/corpus.ts';
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
