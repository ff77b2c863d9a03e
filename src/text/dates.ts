/** Calendar dates as strings: a day, a month or a year (2019-12-19, 2019-12, 2019). Compared as strings they sort. */

const MS_A_DAY = 86_400_000;
const TYPED = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;

/**
 * The day that somebody typed as 2022-01-31, 2022-01 or 2022; a month or year stands for its last day. Undefined for
 * anything else, and for days that no calendar has.
 */
export function readDay(typed: string): string | undefined {
  const [, year, month, day] = TYPED.exec(typed.trim()) ?? [];
  if (year === undefined) return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined);
  const date = parts.map((part) => part.padStart(2, '0')).join('-');
  return isCalendarDate(date) ? lastDayOf(date) : undefined;
}

/** The last day of a month or year; a day itself. */
export function lastDayOf(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  // Day 0 is the last of the month before.
  return dayOf(new Date(Date.UTC(year, month ?? 12, 0)));
}

/** The first day of a month or year; a day itself. */
export function firstDayOf(date: string): string {
  return `${date}${'0000-01-01'.slice(date.length)}`;
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY);
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function isCalendarDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}
