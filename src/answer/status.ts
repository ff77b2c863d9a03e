/** What was in force on a day: the period of `status.yaml`, the events that decide it, and what isn't known. */
import type { Corpus, Passage } from '../corpus/corpus.ts';
import { mustGetPassage } from '../corpus/corpus.ts';
import type { StatusPeriod, TimelineEvent } from '../corpus/schema.ts';
import { type Span, spanOf } from '../text/dates.ts';
import { openingEvent, selectEvents } from './timeline.ts';

/** A period with what decides it. */
export interface DecidedPeriod {
  period: StatusPeriod;
  passages: Passage[];
  /** The event that opened it, where the timeline has it. */
  opened: TimelineEvent | undefined;
  /** The event that opened the next one; undefined while it runs. */
  ended: TimelineEvent | undefined;
}

export interface StatusReport {
  /** The day, month or year that was asked for. */
  date: string;
  /** One for a day; more where the month or year saw changes; none before the first period. */
  periods: DecidedPeriod[];
  /** Other events of that very day or month; none for a year, which has too many. */
  events: TimelineEvent[];
  /** First day that any period covers. */
  firstDay: string | undefined;
  /** The day up to which somebody looked. */
  checkedTo: string | undefined;
  /** How much of what was asked for lies after that day, so that nobody looked. */
  unchecked: 'none' | 'partly' | 'wholly';
  /** Part of it lies before the first period. */
  isBeforeFirst: boolean;
}

/**
 * What was in force on a day; for a month or a year, what was in force in any part of it.
 * @param date a day, month or year
 */
export function statusOn(corpus: Corpus, date: string): StatusReport {
  const asked = spanOf(date);
  const { status } = corpus;
  const last = status.at(-1);
  const checkedTo = last?.to ?? last?.checkedTo;
  const firstDay = status[0]?.from;
  const periods = status
    .map((period, index) => ({ period, next: status[index + 1] }))
    .filter(({ period }) => overlaps(period, asked))
    .map(({ period, next }) => ({
      period,
      passages: period.passages.map((id) => mustGetPassage(corpus, id)),
      opened: openingEvent(corpus, period),
      ended: next && openingEvent(corpus, next),
    }));
  const deciding = new Set(periods.flatMap(({ opened, ended }) => [opened, ended]));
  const isYear = date.length === 4;
  return {
    date,
    periods,
    events: isYear
      ? []
      : selectEvents(corpus, { from: date, to: date }).filter(
          // An event of the whole month or year isn't one of that day.
          (event) => event.date.length >= date.length && !deciding.has(event),
        ),
    firstDay,
    checkedTo,
    unchecked: uncheckedPart(asked, checkedTo),
    isBeforeFirst: firstDay !== undefined && asked.from < firstDay,
  };
}

function uncheckedPart(
  { from, to }: Span,
  checkedTo: string | undefined,
): StatusReport['unchecked'] {
  if (checkedTo === undefined || to <= checkedTo) return 'none';
  return from > checkedTo ? 'wholly' : 'partly';
}

function overlaps({ from, to }: StatusPeriod, asked: Span): boolean {
  return from <= asked.to && (to ?? '9999-12-31') >= asked.from;
}
