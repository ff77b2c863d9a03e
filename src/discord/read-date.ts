/** Reads a date that a member typed; what can't be taken is explained. */
import { UserError } from '../errors.ts';
import { dayOf, readDate } from '../text/dates.ts';

/** Longest date that is taken: "miércoles 13 de septiembre de 2021" has room. */
export const MAX_DATE_LENGTH = 60;

const PROBLEMS = {
  ambiguous: 'ambiguousDate',
  impossible: 'impossibleDate',
  unreadable: 'unreadableDate',
} as const;

/**
 * A day, month or year ("2021-08-13", "2021-08", "2021"); undefined for an option that was left out.
 * @throws UserError
 */
export function readDateOption(
  typed: string | null | undefined,
  now: Date = new Date(),
): string | undefined {
  if (typed === null || typed === undefined || typed.trim() === '') return undefined;
  const read = readDate(typed, dayOf(now));
  if (read.kind !== 'date') throw new UserError(PROBLEMS[read.kind]);
  return read.date;
}
