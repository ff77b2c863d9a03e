/** Which dated events are shown: between two dates, on a topic, in order of time. */
import type { Corpus } from '../corpus/corpus.ts';
import type { StatusPeriod, TimelineEvent, Topic } from '../corpus/schema.ts';
import { type Span, spanOf } from '../text/dates.ts';

/** What the timeline is narrowed to; each part may be left out. `from` and `to` are days, months or years. */
export interface TimelineFilter {
  from?: string | undefined;
  to?: string | undefined;
  topic?: Topic | undefined;
}

/** The filter with its dates in order of time, whichever way round they were given. */
export function inOrder({ from, to, topic }: TimelineFilter): TimelineFilter {
  const isReversed = from !== undefined && to !== undefined && spanOf(from).from > spanOf(to).to;
  return isReversed ? { from: to, to: from, topic } : { from, to, topic };
}

/** The events that fit, in order of time. An event of a whole month or year fits when any of its days does. */
export function selectEvents(
  { timeline }: Pick<Corpus, 'timeline'>,
  filter: TimelineFilter,
): TimelineEvent[] {
  const { from, to, topic } = inOrder(filter);
  const first = from === undefined ? '' : spanOf(from).from;
  const last = to === undefined ? '9999-12-31' : spanOf(to).to;
  return timeline
    .filter(({ date, topics }) => {
      const span = spanOf(date);
      return span.to >= first && span.from <= last && (!topic || topics.includes(topic.id));
    })
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The first and last date of the whole timeline; undefined when it is empty. */
export function timelineSpan({ timeline }: Pick<Corpus, 'timeline'>): Span | undefined {
  const dates = timeline.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

/**
 * The last day that a period is known for: its own, or for the one that still runs the day up to which somebody
 * looked.
 */
export function knownEnd({ from, to, checkedTo }: StatusPeriod): string {
  return to ?? checkedTo ?? from;
}

/** The periods that touch a span, cut to it; days for which nothing is known are in none. */
export function periodsIn(
  { status }: Pick<Corpus, 'status'>,
  { from, to }: Span,
): { period: StatusPeriod; from: string; to: string }[] {
  return status
    .map((period) => ({
      period,
      from: later(period.from, from),
      to: earlier(knownEnd(period), to),
    }))
    .filter((part) => part.from <= part.to);
}

/** The event that opened a period: the one of its days that names its status. */
export function openingEvent(
  { timeline }: Pick<Corpus, 'timeline'>,
  period: StatusPeriod,
): TimelineEvent | undefined {
  return timeline.find(({ status, date }) => {
    const span = spanOf(date);
    return status === period.status && span.to >= period.from && span.from <= knownEnd(period);
  });
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
