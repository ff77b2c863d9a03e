import { expect, test } from 'vitest';
import { daysBetween, lastDayOf, readDay } from '../../src/text/dates.ts';

test.each([
  ['2022-01-31', '2022-01-31'],
  [' 2022-1-5 ', '2022-01-05'],
  ['2022/01/05', '2022-01-05'],
  ['2020-02', '2020-02-29'],
  ['2021', '2021-12-31'],
])('%j is read as %s', (typed, day) => expect(readDay(typed)).toBe(day));

test.each([
  '',
  '2022-02-30',
  '2022-13',
  '2021-00-10',
  '31.01.2022',
  'yesterday',
  '20220131',
  '2022-01-31T00',
])('%j is no date', (typed) => expect(readDay(typed)).toBeUndefined());

test('months and years end on their last day', () => {
  expect(lastDayOf('2019-02')).toBe('2019-02-28');
  expect(lastDayOf('2019')).toBe('2019-12-31');
  expect(daysBetween('2019-02-28', '2019-03-01')).toBe(1);
});
