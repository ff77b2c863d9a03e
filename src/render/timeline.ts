/** A page of the timeline: its events with their sources, and the picture where there is one. */
import { type CitedSources, citeSources } from '../answer/cited-sources.ts';
import { inOrder, selectEvents, type TimelineFilter, timelineSpan } from '../answer/timeline.ts';
import { type Corpus, newestDate } from '../corpus/corpus.ts';
import type { TimelineEvent } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import type { Language } from '../text/language.ts';
import { sourceText } from './citation.ts';
import { type Block, fits, paginate, text, toMessage } from './layout.ts';
import { CAPS } from './limits.ts';
import { plain } from './markdown.ts';
import type { MessageFile, RenderedMessage } from './message.ts';
import { pageButtons } from './source-card.ts';
import { sourceMenu } from './source-list.ts';

/** Most events on a page: as many as a picture shows in letters that a phone can show. */
const EVENTS_PAGE = 6;

/** An event with its number in the whole selection, from 1. */
export interface NumberedEvent {
  number: number;
  event: TimelineEvent;
}

/** One page of the events that fit a filter. */
export interface TimelinePage {
  language: Language;
  filter: TimelineFilter;
  events: readonly NumberedEvent[];
  /** Events on all pages. */
  total: number;
  page: number;
  pages: number;
}

export interface TimelineActions {
  turn?: (page: number) => string;
  /** Custom id of the menu that opens a source. */
  openSource?: string;
  picture?: MessageFile | undefined;
}

/** @param page from 0; one that doesn't exist becomes the nearest */
export function timelinePage(
  corpus: Corpus,
  given: TimelineFilter,
  { language, page = 0 }: { language: Language; page?: number },
): TimelinePage {
  const filter = inOrder(given);
  const all = selectEvents(corpus, filter).map((event, index) => ({ number: index + 1, event }));
  const pages = paginate(all, EVENTS_PAGE, (events) => {
    const widest = { language, filter, events, total: all.length, page: 0, pages: all.length };
    return fits(pageBlocks(corpus, widest, {}));
  });
  const current = Math.min(Math.max(page, 0), Math.max(pages.length - 1, 0));
  return {
    language,
    filter,
    events: pages[current] ?? [],
    total: all.length,
    page: current,
    pages: pages.length,
  };
}

/** The message of a page. */
export function renderTimeline(
  corpus: Corpus,
  page: TimelinePage,
  actions: TimelineActions = {},
): RenderedMessage {
  return toMessage(pageBlocks(corpus, page, actions));
}

function pageBlocks(
  corpus: Corpus,
  shown: TimelinePage,
  { turn, openSource, picture }: TimelineActions,
): Block[] {
  const { language, events, page, pages } = shown;
  const texts = catalogs[language];
  const head = text(headText(shown, texts));
  if (events.length === 0) {
    const span = timelineSpan(corpus);
    return [head, ...(span ? [text(texts.timeline.reaches(span.from, span.to))] : [])];
  }
  const cited = citeSources(
    corpus,
    events.flatMap(({ event }) => event.sources),
  );
  return [
    head,
    ...(picture ? [{ kind: 'picture', file: picture } as const] : []),
    ...events.map(({ number, event }) => text(eventText(event, cited, language, `${number}\\. `))),
    { kind: 'line' },
    ...sourceBlocks(cited, language, texts),
    ...(openSource === undefined
      ? []
      : [
          sourceMenu(
            cited.sources.map(({ source }) => source),
            openSource,
            language,
          ),
        ]),
    ...pageButtons(page, pages, turn, texts),
  ];
}

/** What was chosen and which page this is. */
function headText({ filter, total, page, pages, language }: TimelinePage, texts: Catalog): string {
  const title = total > 0 ? texts.timeline.title(total) : texts.timeline.none;
  const small = filterWords(filter, language).map((words) => plain(words, CAPS.heading));
  if (pages > 1) small.push(texts.answer.page(page + 1, pages));
  return small.length > 0 ? `### ${title}\n-# ${small.join(' · ')}` : `### ${title}`;
}

/** The filter in words; empty when nothing was chosen. Not escaped. */
export function filterWords({ from, to, topic }: TimelineFilter, language: Language): string[] {
  const { timeline, list } = catalogs[language];
  const words: string[] = [];
  if (from && to) words.push(timeline.between(from, to));
  else if (from) words.push(timeline.since(from));
  else if (to) words.push(timeline.until(to));
  if (topic) words.push(list.about(topic.label[language]));
  return words;
}

/** Date, what happened, numbers of the sources; a doubt about it small below. */
export function eventText(
  { date, event, note, sources }: TimelineEvent,
  cited: CitedSources,
  language: Language,
  before = '',
): string {
  const numbers = cited.numbersOf(sources).map((number) => ` [${number}]`);
  const day = formatDate(date, language);
  const line = `**${before}${day}** · ${plain(event[language], CAPS.event)}${numbers.join('')}`;
  return note ? `${line}\n-# ${plain(note[language], CAPS.event)}` : line;
}

/** The heading with the newest date, and each source with its number. */
export function sourceBlocks(
  { sources }: CitedSources,
  language: Language,
  texts: Catalog,
): Block[] {
  const newest = newestDate(sources.map(({ source }) => source.asOf ?? source.published));
  return [
    text(`**${texts.answer.sources}** · ${texts.answer.newest(newest)}`),
    ...sources.map(({ number, source }) => text(sourceText(number, source, language, texts))),
  ];
}
