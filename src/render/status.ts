/** What was in force on a day: the period, the events that decide it, what sources say, and what isn't known. */
import { type CitedSources, citeSources } from '../answer/cited-sources.ts';
import type { DecidedPeriod, StatusReport } from '../answer/status.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { StatusPeriod, TimelineEvent } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import type { Language } from '../text/language.ts';
import { passageText } from './citation.ts';
import { type Block, fits, text, toMessage } from './layout.ts';
import { CAPS, LIMITS } from './limits.ts';
import { plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';
import { sourceMenu } from './source-list.ts';
import { eventText, sourceBlocks } from './timeline.ts';

export interface StatusOptions {
  language: Language;
  /** Custom id of the menu that opens a source. */
  openSource?: string;
}

/** How much is told; less where all of it doesn't fit into a message. */
interface Detail {
  /** Passages of each period. */
  passages: number;
  /** The other events of the same time. */
  events: number;
  /** The text of each period below its label. */
  text: boolean;
  /** Sources of each event. */
  sources: number;
}

/** In falling taste. */
const DETAILS: readonly Detail[] = [
  { passages: 5, events: 4, text: true, sources: 5 },
  { passages: 3, events: 2, text: true, sources: 5 },
  { passages: 1, events: 1, text: true, sources: 3 },
  { passages: 0, events: 0, text: true, sources: 2 },
  { passages: 0, events: 0, text: true, sources: 1 },
  { passages: 0, events: 0, text: false, sources: 1 },
];

/** The container and the menu in its row are components too. */
const MAX_BLOCKS = LIMITS.components - 3;

/** The message of a report, with as much as fits. */
export function renderStatus(
  corpus: Corpus,
  report: StatusReport,
  options: StatusOptions,
): RenderedMessage {
  const drafts = DETAILS.map((detail) => statusBlocks(corpus, report, options, detail));
  const fitting = drafts.find((blocks) => fits(blocks) && blocks.length <= MAX_BLOCKS);
  return toMessage(fitting ?? drafts.at(-1) ?? []);
}

function statusBlocks(
  corpus: Corpus,
  report: StatusReport,
  { language, openSource }: StatusOptions,
  detail: Detail,
): Block[] {
  const texts = catalogs[language];
  const brief = (event: TimelineEvent | undefined) =>
    event && { ...event, sources: event.sources.slice(0, detail.sources) };
  const periods = report.periods.map(({ period, passages, opened, ended }) => ({
    period,
    passages: passages.slice(0, detail.passages),
    opened: brief(opened),
    ended: brief(ended),
  }));
  const events = report.events.slice(0, detail.events).flatMap((event) => brief(event) ?? []);
  const cited = citeSources(corpus, [
    ...periods.flatMap(({ opened, ended }, index) => [
      ...(opened?.sources ?? []),
      ...(index === periods.length - 1 ? (ended?.sources ?? []) : []),
    ]),
    ...events.flatMap(({ sources }) => sources),
    ...periods.flatMap(({ passages }) => passages.map(({ source }) => source.id)),
  ]);
  return [
    text(headText(report, language, texts)),
    ...notices(report, texts).map((notice) => text(notice)),
    ...periods.flatMap((period, index) =>
      periodBlocks(period, cited, {
        language,
        texts,
        report,
        isLast: index === periods.length - 1,
        withText: detail.text,
      }),
    ),
    ...(events.length > 0
      ? [
          text(
            [
              `**${texts.status.also}**`,
              ...events.map((event) => eventText(event, cited, language)),
            ].join('\n'),
          ),
        ]
      : []),
    ...passageBlocks(periods, cited, language, texts),
    ...(report.checkedTo && report.unchecked === 'none'
      ? [text(`-# ${texts.status.checked(report.checkedTo)}`)]
      : []),
    ...(cited.sources.length > 0
      ? [{ kind: 'line' } as const, ...sourceBlocks(cited, language, texts)]
      : []),
    ...(openSource === undefined || cited.sources.length === 0
      ? []
      : [
          sourceMenu(
            cited.sources.map(({ source }) => source),
            openSource,
            language,
          ),
        ]),
  ];
}

/**
 * The date, and what held then where that is one thing. What is on record from before doesn't become a statement
 * about a later day.
 */
function headText(report: StatusReport, language: Language, texts: Catalog): string {
  const { date, periods, unchecked } = report;
  const day = formatDate(date, language);
  const [first] = periods;
  if (!first) return `### ${day}: ${texts.status.nothing}`;
  if (unchecked === 'wholly') return `### ${day}: ${texts.status.notKnown}`;
  if (!isLabelInHeading(report)) return `### ${day}`;
  const label = plain(first.period.label[language], CAPS.heading);
  return `### ${day}: ${label}\n-# ${plain(periodSpan(first.period, texts))}`;
}

function isLabelInHeading({ periods, unchecked }: StatusReport): boolean {
  return periods.length === 1 && unchecked === 'none';
}

/** What can't be known, before anything else; not escaped. */
export function notices(
  { checkedTo, unchecked, firstDay, isBeforeFirst }: StatusReport,
  { status }: Catalog,
): string[] {
  return [
    ...(unchecked !== 'none' && checkedTo ? [status.afterChecked(checkedTo)] : []),
    ...(isBeforeFirst && firstDay ? [status.beforeFirst(firstDay)] : []),
  ];
}

/** The label with its dates; where nobody has looked since, the day that it is known for. Not escaped. */
export function labelLine(
  { label, from, to }: StatusPeriod,
  { unchecked, checkedTo }: StatusReport,
  language: Language,
  texts: Catalog,
): { label: string; facts: string } {
  const span = periodSpan({ from, to }, texts);
  const isOld = unchecked === 'wholly' && checkedTo;
  return {
    label: label[language],
    facts: isOld ? `${span} · ${texts.status.asOf(checkedTo)}` : span,
  };
}

/** From when to when; not escaped. */
function periodSpan(
  { from, to }: Pick<StatusPeriod, 'from' | 'to'>,
  { timeline, status }: Catalog,
): string {
  return to === null ? status.since(from) : timeline.between(from, to);
}

function periodBlocks(
  { period, opened, ended }: DecidedPeriod,
  cited: CitedSources,
  shown: {
    report: StatusReport;
    language: Language;
    texts: Catalog;
    isLast: boolean;
    withText: boolean;
  },
): Block[] {
  const { report, language, texts, isLast, withText } = shown;
  const { label, facts } = labelLine(period, report, language, texts);
  const lines = [
    ...(isLabelInHeading(report) ? [] : [`**${plain(label, CAPS.heading)}** · ${plain(facts)}`]),
    ...(withText ? [plain(period.text[language], CAPS.period)] : []),
  ];
  const isOnly = report.periods.length === 1;
  const decides = [
    ...(opened && isOnly ? [`**${texts.status.decides}**`] : []),
    ...(opened ? [eventText(opened, cited, language)] : []),
    // Where another period follows below, its own opening event says it.
    ...(ended && isLast ? [`**${texts.status.ended}**`, eventText(ended, cited, language)] : []),
  ];
  return [lines, decides].filter((part) => part.length > 0).map((part) => text(part.join('\n')));
}

function passageBlocks(
  periods: readonly DecidedPeriod[],
  cited: CitedSources,
  language: Language,
  texts: Catalog,
): Block[] {
  const passages = periods.flatMap((period) => period.passages);
  if (passages.length === 0) return [];
  return [
    text(`**${texts.status.says}**`),
    ...passages.map((passage) => {
      const [citation] = cited.numbersOf([passage.source.id]);
      return text(passageText({ passage, ...(citation && { citation }) }, language, texts));
    }),
  ];
}
