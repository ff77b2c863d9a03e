/** What the picture of a page of the timeline shows, and the same in words for those who don't see it. */
import { periodsIn } from '../answer/timeline.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import { formatDate, localeOf } from '../messages/format.ts';
import { type BandLook, EVENT_CHARACTERS, type TimelinePicture } from '../picture/picture.ts';
import { cleanText } from '../text/clean.ts';
import { addDays, daysBetween, type Span, spanOf } from '../text/dates.ts';
import { truncate } from '../text/truncate.ts';
import { LIMITS } from './limits.ts';
import type { TimelinePage } from './timeline.ts';

/** Days before the first and after the last event on the axis: a part of the whole, within limits. */
const MARGIN = { part: 0.04, least: 10, most: 45 };
/** Fewest characters of an event; less would say nothing. */
const LEAST_CHARACTERS = 30;
const LOOKS: readonly BandLook[] = ['fully', 'partly', 'not', 'none'];

/** The picture of a page that has events, and its alt text, which tells all that the picture shows. */
export function timelinePicture(
  corpus: Corpus,
  page: TimelinePage,
): { picture: TimelinePicture; alt: string } {
  // Both tell the same: when the words don't fit into an alt text, the picture shows fewer of them too.
  for (let room = EVENT_CHARACTERS; ; room -= 6) {
    const picture = describe(corpus, page, room);
    const alt = inWords(picture, page);
    if (alt.length <= LIMITS.altText || room <= LEAST_CHARACTERS)
      return { picture, alt: truncate(alt, LIMITS.altText) };
  }
}

function describe(corpus: Corpus, { language, events }: TimelinePage, room: number) {
  const { timeline } = catalogs[language];
  const dates = events.map(({ event }) => event.date);
  const shown = spanOfAll(dates);
  const part = Math.ceil(daysBetween(shown.from, shown.to) * MARGIN.part);
  const margin = Math.min(Math.max(part, MARGIN.least), MARGIN.most);
  const axis = { from: addDays(shown.from, -margin), to: addDays(shown.to, margin) };
  const bands = bandsIn(corpus, axis);
  const [first = '', last = first] = [dates[0], dates.at(-1)];
  return {
    locale: localeOf(language),
    title: `${corpus.info.shortName}: ${timeline.between(first, last)}`,
    ...axis,
    bands,
    legend: LOOKS.filter((look) => bands.some((band) => band.look === look)).map((look) => ({
      look,
      label: timeline.looks[look],
    })),
    events: events.map(({ number, event }) => ({
      number,
      date: formatDate(event.date, language),
      ...spanOf(event.date),
      text: truncate(cleanText(event.event[language]), room).replace(/[,;:]…$/, '…'),
    })),
  } satisfies TimelinePicture;
}

/** The periods on the axis, neighbours of the same look in one; days without a period are told apart. */
function bandsIn(corpus: Corpus, axis: Span): TimelinePicture['bands'] {
  const bands: TimelinePicture['bands'] = [];
  const add = (from: string, to: string, look: BandLook) => {
    const before = bands.at(-1);
    if (before?.look === look) before.to = to;
    else bands.push({ from, to, look });
  };
  let next = axis.from;
  for (const { period, from, to } of periodsIn(corpus, axis)) {
    if (from > next) add(next, addDays(from, -1), 'none');
    add(from, to, period.inForce);
    next = addDays(to, 1);
  }
  if (next <= axis.to) add(next, axis.to, 'none');
  return bands;
}

function inWords({ title, bands, events }: TimelinePicture, { language }: TimelinePage): string {
  const { timeline } = catalogs[language];
  const spans = bands.map(({ from, to, look }) => {
    return `${timeline.looks[look]}: ${timeline.between(from, to)}`;
  });
  const lines = events.map(({ number, date, text }) => `${number}. ${date}: ${text}`);
  return `${title}. ${spans.join('; ')}. ${timeline.events}: ${lines.join(' ')}`;
}

/** The days that some dates in order of time cover; the first one that begins isn't always the last one that ends. */
function spanOfAll(dates: readonly string[]): Span {
  const spans = dates.map(spanOf);
  const last = spans.map(({ to }) => to).sort();
  return { from: spans[0]?.from ?? '', to: last.at(-1) ?? '' };
}
