/** How old an answer may be: what a question about the present needs, when that is stale. */
import { type Passage, passageDate } from '../corpus/corpus.ts';
import type { Query } from '../question/query.ts';
import { dayOf, daysBetween, firstDayOf, lastDayOf } from '../text/dates.ts';
import type { Answer } from './answer.ts';

/** When a question is asked, and how old the newest source may be to speak for that. */
export interface Moment {
  /** A day such as 2026-11-25. */
  today: string;
  /** Days; at least 1. */
  staleAfterDays: number;
}

export const STALE_AFTER_DAYS = 180;

/** The moment of a clock's reading. */
export function momentOf(now: Date, staleAfterDays = STALE_AFTER_DAYS): Moment {
  return { today: dayOf(now), staleAfterDays };
}

const STILL = new Set('still sigue siguen todavia aun'.split(' '));
const PAST = new Set('did was were had fue fueron hubo era eran habia estaba'.split(' '));
const NOW = new Set('now today currently nowadays ahora hoy actualmente'.split(' '));

/** True when a question is about how things stand: "is it still in force", "¿sigue vigente?"; not about a past year. */
export function asksAboutPresent(
  { asked, form, numbers, words }: Pick<Query, 'asked' | 'form' | 'numbers' | 'words'>,
  today: string,
): boolean {
  // "Since when" asks for a date of the past, whatever is still so; "ten years from now" isn't now.
  if (form.future || asked === 'date' || (asked !== 'status' && !form.present)) return false;
  const year = today.slice(0, 4);
  const years = numbers.filter((number) => /^(?:19|20)\d\d$/.test(number));
  if (years.length > 0) return years.some((named) => named >= year);
  if (!form.past || words.some((word) => NOW.has(word))) return true;
  // "Was it still in effect when …" looks back, "is it still in effect or did they end it" doesn't.
  const still = words.findIndex((word) => STILL.has(word));
  const past = words.findIndex((word) => PAST.has(word));
  return still >= 0 && still < past;
}

/** True when the newest date is too old to speak for the moment, or for the day that the answer is restricted to. */
export function isStale(
  newest: string | null,
  { today, staleAfterDays }: Moment,
  asOf: string | null,
): boolean {
  if (newest === null) return true;
  const day = asOf !== null && asOf < today ? asOf : today;
  return daysBetween(lastDayOf(newest), day) > staleAfterDays;
}

/** Newest date first, undated last; what has the same date stays in its order. */
export function newestFirst<T extends { passage: Passage }>(items: readonly T[]): T[] {
  const day = ({ passage }: T) => sortDay(passageDate(passage));
  return [...items].sort((a, b) => day(b).localeCompare(day(a)));
}

/**
 * The day by which a date is put in order of newness: a month may be as new as its last day, but a bare year says too
 * little to come before a day of that year. Empty for none.
 */
export function sortDay(date: string | null): string {
  if (date === null) return '';
  return date.length === 4 ? firstDayOf(date) : lastDayOf(date);
}

/** True for a question about the present that was declined although the corpus once had something on it. */
export function hasOnlyOldSources(answer: Answer, moment: Moment, asOf: string | null): boolean {
  if (answer.kind !== 'declined' || answer.reason !== 'not-covered') return false;
  const { related } = answer;
  return (
    related.length > 0 &&
    related.every(({ passage }) => isStale(passageDate(passage), moment, asOf))
  );
}
