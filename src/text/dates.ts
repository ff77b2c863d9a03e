/** Dates as people type them, in English and Spanish, and arithmetic on days. */
import { cleanText, fold } from './clean.ts';

/** First and last day, both within: a day, a month or a year. ISO days, so that they sort as text. */
export interface Span {
  from: string;
  to: string;
}

/** What was typed: a span with the partial date that names it ("2021-08"), or why it can't be taken. */
export type ReadDate =
  | { kind: 'date'; date: string; span: Span }
  /** `ambiguous`: 03/04/2021; `impossible`: 2021-13-01; `unreadable`: anything else. */
  | { kind: 'ambiguous' | 'impossible' | 'unreadable' };

/** Longest input that is looked at. */
const MAX_TYPED = 60;
/** Days from today that a word stands for. */
const RELATIVE: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  hoy: 0,
  ahora: 0,
  yesterday: -1,
  ayer: -1,
  tomorrow: 1,
  manana: 1,
};
/** Words between the parts of a date, and the names of weekdays, which say nothing that the date doesn't. */
const FILLERS =
  /\b(?:the|of|on|in|de|del|el|en|dia|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/g;
const MONTHS = monthNames();

/**
 * Reads a day, a month or a year: 2021-08-13, 31/12/2021, "13 August 2021", "Aug 2021", "13 de agosto de 2021",
 * "2021", "yesterday". Nothing is guessed: 03/04/2021 is ambiguous.
 * @param today ISO day for "today" and "yesterday"
 */
export function readDate(typed: string, today: string): ReadDate {
  const words = fold(cleanText(typed.slice(0, MAX_TYPED))).trim();
  const days = Object.hasOwn(RELATIVE, words) ? RELATIVE[words] : undefined;
  if (days !== undefined) return dateOf(addDays(today, days));
  return readNumbers(words) ?? readNames(words) ?? { kind: 'unreadable' };
}

/** 2021-08-13, 2021/8/13, 20210813, 2021-08, 08/2021, 2021, 31/12/2021. */
function readNumbers(words: string): ReadDate | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(words);
  if (compact) return dateFrom(compact[1], compact[2], compact[3]);
  const parts = words.split(/ ?[-/.\u2010-\u2015] ?/);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [first = '', second, third] = parts;
  if (first.length === 4) return dateFrom(first, second, third);
  if (parts.length === 2 && second?.length === 4) return dateFrom(second, first);
  if (parts.length !== 3 || third?.length !== 4 || first.length > 2) return undefined;
  // One of the two is above 12 and so the day, or both are the same; else nobody can tell.
  const [a, b] = [Number(first), Number(second)];
  if (a === b || (a > 12 && b <= 12)) return dateFrom(third, second, first);
  if (b > 12) return dateFrom(third, first, second);
  return { kind: 'ambiguous' };
}

/** "13 August 2021", "August 13th, 2021", "agosto de 2021", "13 de ago. de 2021". */
function readNames(words: string): ReadDate | undefined {
  const parts = words
    .replace(FILLERS, ' ')
    .replace(/(\d)(?:st|nd|rd|th|ro|º|o)\b/g, '$1')
    .split(/[\s,./-]+/)
    .filter((part) => part !== '');
  const months = parts.filter((part) => MONTHS.has(part));
  const numbers = parts.filter((part) => /^\d{1,4}$/.test(part));
  const years = numbers.filter((part) => part.length === 4);
  const days = numbers.filter((part) => part.length <= 2);
  const isDate = months.length === 1 && years.length === 1 && days.length <= 1;
  if (!isDate || parts.length !== 2 + days.length) return undefined;
  return dateFrom(years[0], String(MONTHS.get(months[0] as string)), days[0]);
}

function dateFrom(year = '', month?: string, day?: string): ReadDate {
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return isCalendarDate(date) ? dateOf(date) : { kind: 'impossible' };
}

function dateOf(date: string): ReadDate {
  return { kind: 'date', date, span: spanOf(date) };
}

/** True for a day, month or year that the calendar has: 2021-02-28, 2021-02, 2021. */
export function isCalendarDate(date: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts || Number(parts[1]) < 1000) return false;
  const [, year, month = '01', day = '01'] = parts;
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && dayOf(time) === `${year}-${month}-${day}`;
}

/**
 * The last day of what somebody typed as 2022-01-31, 2022-01 or 2022. Undefined for anything else, and for days that
 * no calendar has.
 */
export function readDay(typed: string): string | undefined {
  const [, ...parts] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(typed.trim()) ?? [];
  const date = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return isCalendarDate(date) ? lastDayOf(date) : undefined;
}

/** The days that a day, month or year covers. */
export function spanOf(date: string): Span {
  return { from: firstDayOf(date), to: lastDayOf(date) };
}

/** The first day of a month or year; a day itself. */
export function firstDayOf(date: string): string {
  return `${date}${'0000-01-01'.slice(date.length)}`;
}

/** The last day of a month or year; a day itself. */
export function lastDayOf(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  // Day 0 is the last of the month before.
  return day === undefined ? dayOf(new Date(Date.UTC(year, month, 0))) : date;
}

/** The ISO day of a moment, in UTC. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** An ISO day some days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return dayOf(time);
}

/** Whole days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Full and short names of the months in both languages, folded → 1 to 12. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>([
    ['sept', 9],
    ['setiembre', 9],
  ]);
  for (const locale of ['en', 'es']) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1) {
        const name = format.format(new Date(Date.UTC(2021, index, 1)));
        names.set(fold(name).replace('.', ''), index + 1);
      }
    }
  }
  return names;
}
