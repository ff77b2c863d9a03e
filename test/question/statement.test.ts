/** Whether what two statements name can be the same. */
import { expect, test } from 'vitest';
import {
  type Figure,
  isComparable,
  isSameDate,
  isSameFigure,
  type NamedDate,
} from '../../src/question/statement.ts';

const people = (value: number): Figure => ({ value, unit: 'count' });
const percent = (value: number): Figure => ({ value, unit: 'percent' });
const date = (parts: Partial<NamedDate>): NamedDate => ({
  year: undefined,
  month: undefined,
  day: undefined,
  ...parts,
});

test('dates are the same where no part that both name differs', () => {
  const day = date({ year: 2019, month: 'january', day: 29 });
  expect(isSameDate(day, day)).toBe(true);
  expect(isSameDate(day, date({ year: 2019 }))).toBe(true);
  expect(isSameDate(date({ month: 'january', day: 29 }), day)).toBe(true);
  expect(isSameDate(day, date({ year: 2019, month: 'march' }))).toBe(false);
  expect(isSameDate(day, { ...day, year: 2020 })).toBe(false);
  expect(isSameDate(day, date({ month: 'january', day: 28 }))).toBe(false);
});

test('figures are the same when they are rounded, and never of different kinds', () => {
  expect(isSameFigure(people(71_036), people(71_000))).toBe(true);
  expect(isSameFigure(people(71_036), people(80_000))).toBe(false);
  expect(isSameFigure(people(0), people(0))).toBe(true);
  expect(isSameFigure(percent(1.5), percent(1))).toBe(true);
  expect(isSameFigure(percent(1.5), percent(2.1))).toBe(false);
  expect(isSameFigure(people(40), percent(40))).toBe(false);
});

test('figures of one kind may answer the same question unless they are worlds apart', () => {
  expect(isComparable(people(100), people(2_500))).toBe(true);
  expect(isComparable(people(2_501), people(100))).toBe(false);
  expect(isComparable(people(0), people(20))).toBe(false);
  expect(isComparable(people(2), people(9))).toBe(false);
  expect(isComparable(percent(1), percent(99))).toBe(true);
  expect(isComparable(percent(10), people(10))).toBe(false);
});
