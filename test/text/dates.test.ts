import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isCalendarDate, readDate, spanOf } from '../../src/text/dates.ts';
import { hostile } from '../helpers/hostile.ts';

const TODAY = '2026-03-01';
const read = (typed: string) => {
  const result = readDate(typed, TODAY);
  return result.kind === 'date' ? result.date : result.kind;
};

test.each([
  ['2021-08-13', '2021-08-13'],
  ['2021/8/13', '2021-08-13'],
  ['2021.08.13', '2021-08-13'],
  ['2021–08–13', '2021-08-13'],
  ['20210813', '2021-08-13'],
  ['31/12/2021', '2021-12-31'],
  ['12/31/2021', '2021-12-31'],
  ['08.08.2022', '2022-08-08'],
  ['2021-08', '2021-08'],
  ['8/2021', '2021-08'],
  ['2021', '2021'],
  ['  2021  ', '2021'],
  ['August 13, 2021', '2021-08-13'],
  ['13 August 2021', '2021-08-13'],
  ['the 13th of August 2021', '2021-08-13'],
  ['Friday, Aug. 13th, 2021', '2021-08-13'],
  ['1st Sept 2021', '2021-09-01'],
  ['august 2021', '2021-08'],
  ['AUGUST OF 2021', '2021-08'],
  ['13 de agosto de 2021', '2021-08-13'],
  ['el viernes 13 de agosto del 2021', '2021-08-13'],
  ['1º de enero de 2019', '2019-01-01'],
  ['1ro de enero de 2019', '2019-01-01'],
  ['13-ago-2021', '2021-08-13'],
  ['Diciembre 2021', '2021-12'],
  ['septiembre de 2021', '2021-09'],
  ['setiembre de 2021', '2021-09'],
  ['miércoles 1 de marzo de 2023', '2023-03-01'],
  ['mar 2020', '2020-03'],
  ['2020-02-29', '2020-02-29'],
  ['today', '2026-03-01'],
  ['Hoy', '2026-03-01'],
  ['yesterday', '2026-02-28'],
  ['ayer', '2026-02-28'],
  ['mañana', '2026-03-02'],
])('%j is read as %s', (typed, date) => {
  expect(read(typed)).toBe(date);
});

test.each([
  ['2021-13-01', 'impossible'],
  ['2021-02-29', 'impossible'],
  ['2021-00', 'impossible'],
  ['31 June 2021', 'impossible'],
  ['31 de abril de 2021', 'impossible'],
  ['0000', 'impossible'],
  ['32/13/2021', 'impossible'],
  ['03/04/2021', 'ambiguous'],
  ['yesteryear', 'unreadable'],
  ['', 'unreadable'],
  ['constructor', 'unreadable'],
  ['13 August', 'unreadable'],
  ['august', 'unreadable'],
  ['13/08/21', 'unreadable'],
  ['last year', 'unreadable'],
  ['2021-08-13T10:00:00Z', 'unreadable'],
  ['-2021', 'unreadable'],
  ['2021 or 2022', 'unreadable'],
  ['13 August 2021 or 14 August 2021', 'unreadable'],
  ['<@123456789012345678>', 'unreadable'],
])('%j is %s', (typed, kind) => {
  expect(read(typed)).toBe(kind);
});

test('a month and a year cover all of their days', () => {
  expect(spanOf('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29' });
  expect(spanOf('2021')).toEqual({ from: '2021-01-01', to: '2021-12-31' });
  expect(spanOf('2021-08-13')).toEqual({ from: '2021-08-13', to: '2021-08-13' });
});

test('a date that is shown in words is read back, in both languages', () => {
  const day = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.constantFrom('en-US', 'en-GB', 'es-MX', 'es-ES'), (time, locale) => {
      const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
      const words = new Intl.DateTimeFormat(locale, options).format(time);
      expect(read(words)).toBe(time.toISOString().slice(0, 10));
    }),
  );
});

test('whatever is typed, what comes out is a date of the calendar or a reason', () => {
  fc.assert(
    fc.property(hostile, (typed) => {
      const result = readDate(typed, TODAY);
      if (result.kind === 'date') expect(isCalendarDate(result.date)).toBe(true);
    }),
  );
});

test('days are counted across months and leap years', () => {
  expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
  expect(addDays('2021-01-01', -1)).toBe('2020-12-31');
});
