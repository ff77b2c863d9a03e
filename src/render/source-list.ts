/** The list of sources, in pages, with a menu that opens one. */
import type { Source } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import type { Language } from '../text/language.ts';
import { sourceParts } from './citation.ts';
import { type Block, fits, paginate, text, toMessage } from './layout.ts';
import { CAPS } from './limits.ts';
import { plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';
import { pageButtons } from './source-card.ts';

/** Most sources on a page: the list stays readable on a phone. */
const SOURCES_PAGE = 8;

export interface ListOptions {
  language: Language;
  page?: number;
  /** What the list was narrowed to, in words: "news", "argues for the policy", "about numbers". */
  filters: readonly string[];
  turn?: (page: number) => string;
  /** Custom id of the menu that opens a source; its values are source ids. */
  open?: string;
}

/** A page of the list; `sources` are all that fit, in the order in which they are shown. */
export function renderSourceList(
  sources: readonly Source[],
  { language, page = 0, filters, turn, open }: ListOptions,
): RenderedMessage {
  const texts = catalogs[language];
  const pages = paginate(sources, SOURCES_PAGE, (shown) =>
    fits([
      text(headText(sources, filters, 1, sources.length, texts)),
      ...rows(shown, 0, language, texts),
    ]),
  );
  const current = Math.min(Math.max(page, 0), Math.max(pages.length - 1, 0));
  const shown = pages[current] ?? [];
  const from = pages.slice(0, current).reduce((sum, { length }) => sum + length, 0);
  const blocks: Block[] = [
    text(headText(sources, filters, current, pages.length, texts)),
    ...(shown.length > 0 ? [{ kind: 'line' } as const] : []),
    ...rows(shown, from, language, texts),
    ...(open !== undefined && shown.length > 0 ? [sourceMenu(shown, open, language)] : []),
    ...pageButtons(current, pages.length, turn, texts),
  ];
  return toMessage(blocks);
}

function headText(
  sources: readonly Source[],
  filters: readonly string[],
  page: number,
  pages: number,
  texts: Catalog,
): string {
  const small = filters.map((filter) => plain(filter, CAPS.heading));
  if (pages > 1) small.push(texts.answer.page(page + 1, pages));
  const title = sources.length > 0 ? texts.list.title(sources.length) : texts.list.none;
  return small.length > 0 ? `### ${title}\n-# ${small.join(' · ')}` : `### ${title}`;
}

function rows(shown: readonly Source[], from: number, language: Language, texts: Catalog): Block[] {
  return shown.map((source, index) => {
    const { title, facts } = sourceParts(source, language, texts);
    return text(`${from + index + 1}\\. ${title}\n-# ${facts}`);
  });
}

/** A menu that opens one of some sources; its values are source ids. */
export function sourceMenu(shown: readonly Source[], customId: string, language: Language): Block {
  const texts = catalogs[language];
  const options = shown.map((source) => {
    const day = source.published ?? source.asOf;
    return {
      label: source.title,
      value: source.id,
      description: `${source.publisher} · ${day ? formatDate(day, language) : texts.answer.noDate}`,
    };
  });
  return { kind: 'menu', menu: { customId, placeholder: texts.list.open, options } };
}
