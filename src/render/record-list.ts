/** A list of records for moderators, in pages, with a menu to open one; and one record with what can be done. */
import { catalogs } from '../messages/catalog.ts';
import type { Language } from '../text/language.ts';
import { type Block, type Button, fits, paginate, text, toMessage } from './layout.ts';
import type { MessageFile, RenderedMessage } from './message.ts';
import { pageButtons } from './source-card.ts';

/** Most records on a page: the list stays readable on a phone. */
export const RECORDS_PAGE = 8;

/** A record as it stands in a list. Lines are markdown that is safe already. */
export interface RecordItem {
  lines: readonly string[];
  /** For the menu: a label in words, and what the menu gives back. */
  option?: { label: string; value: string; description: string };
}

export interface RecordList {
  language: Language;
  /** Safe markdown. */
  heading: string;
  /** Small lines below the heading. */
  notes?: readonly string[];
  /** Those of this page only. */
  items: readonly RecordItem[];
  page: number;
  pages: number;
  turn?: (page: number) => string;
  menu?: { customId: string; placeholder: string };
}

/** A page of a list. Records that don't fit below each other keep their first lines only. */
export function renderRecordList(list: RecordList): RenderedMessage {
  const whole = blocksOf(list, list.items);
  if (fits(whole)) return toMessage(whole);
  const short = list.items.map((item) => ({ ...item, lines: item.lines.slice(0, 1) }));
  return toMessage(blocksOf(list, short));
}

function blocksOf(
  { language, heading, notes = [], page, pages, turn, menu }: RecordList,
  items: readonly RecordItem[],
): Block[] {
  const texts = catalogs[language];
  const small = pages > 1 ? [...notes, texts.answer.page(page + 1, pages)] : notes;
  const head = [`### ${heading}`, ...small.map((note) => `-# ${note}`)].join('\n');
  const options = items.flatMap(({ option }) => (option ? [option] : []));
  return [
    text(head),
    ...(items.length > 0 ? [{ kind: 'line' } as const] : []),
    ...items.map(({ lines }) => text(lines.join('\n'))),
    ...(menu && options.length > 0 ? [{ kind: 'menu', menu: { ...menu, options } } as const] : []),
    ...pageButtons(page, pages, turn, texts),
  ];
}

/** One record: a heading, its lines in paragraphs, and buttons. All safe markdown. */
export function renderRecord(
  heading: string,
  paragraphs: readonly string[],
  buttons: readonly Button[] = [],
  picture?: MessageFile,
): RenderedMessage {
  return toMessage([
    text(`### ${heading}`),
    ...paragraphs.filter((paragraph) => paragraph !== '').map((paragraph) => text(paragraph)),
    ...(picture ? [{ kind: 'picture', file: picture } as const] : []),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ]);
}

/** Cuts records into the one page that is shown; a page that doesn't exist becomes the nearest. */
export function pageOf<T>(
  records: readonly T[],
  page: number,
  most = RECORDS_PAGE,
): { shown: T[]; page: number; pages: number } {
  const pages = paginate(records, most, () => true);
  const current = Math.min(Math.max(page, 0), Math.max(pages.length - 1, 0));
  return { shown: pages[current] ?? [], page: current, pages: pages.length };
}

/** Where a message is, as a link that Discord opens in place. */
export function messageLink(guildId: string, channelId: string, messageId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}
