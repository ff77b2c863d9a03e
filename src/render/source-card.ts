/** The card of a source: what it is, a summary, and its passages in pages. */
import type { Passage } from '../corpus/corpus.ts';
import type { Source } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import type { Language } from '../text/language.ts';
import { passageText } from './citation.ts';
import { type Block, type Button, fits, paginate, text, toMessage } from './layout.ts';
import { CAPS } from './limits.ts';
import { link, plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';

/** Most passages on a page. */
const PASSAGES_PAGE = 5;

export interface CardOptions {
  language: Language;
  /** Page of passages, from 0; one that doesn't exist becomes the nearest. */
  page?: number;
  /** Custom id that turns to a page; without it there are no buttons. */
  turn?: (page: number) => string;
  /** Small lines at the end, for example who pinned it; as plain text. */
  notes?: readonly string[];
}

/** The summary card of a source with one page of its passages. */
export function renderSourceCard(
  source: Source,
  passages: readonly Passage[],
  { language, page = 0, turn, notes = [] }: CardOptions,
): RenderedMessage {
  const texts = catalogs[language];
  const head = text(headText(source, language, texts));
  const foot = notes.map((note) => text(`-# ${plain(note, CAPS.heading)}`));
  const passageBlocks = (shown: readonly Passage[]): Block[] =>
    shown.map((passage) => text(passageText({ passage }, language, texts)));
  const heading = (from: number, shown: number): Block =>
    text(`**${texts.card.passages(from + 1, from + shown, passages.length)}**`);

  const pages = paginate(passages, PASSAGES_PAGE, (shown) =>
    fits([
      head,
      heading(passages.length - shown.length, shown.length),
      ...passageBlocks(shown),
      ...foot,
    ]),
  );
  const current = Math.min(Math.max(page, 0), pages.length - 1);
  const shown = pages[current] ?? [];
  const from = pages.slice(0, current).reduce((sum, { length }) => sum + length, 0);
  const blocks: Block[] = [
    head,
    { kind: 'line' },
    heading(from, shown.length),
    ...passageBlocks(shown),
    ...foot,
    ...pageButtons(current, pages.length, turn, texts),
  ];
  return toMessage(blocks);
}

/** Title, who published it and when, what it argues, the summary, and where to read it. */
function headText(source: Source, language: Language, texts: Catalog): string {
  const lines = [
    `### ${plain(source.title, CAPS.title)}`,
    `-# ${cardFacts(source, language, texts)
      .map((fact) => plain(fact, CAPS.authors))
      .join(' · ')}`,
    plain(source.summary[language], CAPS.summary),
    source.url ? link(texts.card.open, source.url) : texts.card.noLink,
  ];
  return lines.join('\n');
}

/**
 * Publisher, authors, dates, kind, position for those that argue one, language of the original and the
 * reproduction that was read; not escaped.
 */
export function cardFacts(source: Source, language: Language, texts: Catalog): string[] {
  const { published, asOf } = source;
  const facts = [
    source.publisher,
    source.authors.join(', '),
    published ? texts.card.published(published) : '',
    asOf && asOf !== published ? texts.card.speaksFor(asOf) : '',
    published || asOf ? '' : texts.card.undated,
    texts.kinds[source.kind],
    texts.positions[source.position],
    source.language === language ? '' : texts.card.original[source.language],
    source.via ? texts.answer.reproduction(source.via) : '',
  ];
  return facts.filter((fact) => fact !== '');
}

/** Previous and Next, each only where there is such a page. */
export function pageButtons(
  page: number,
  pages: number,
  turn: ((page: number) => string) | undefined,
  texts: Catalog,
): Block[] {
  if (!turn) return [];
  const buttons: Button[] = [];
  if (page > 0) buttons.push({ label: texts.buttons.previous, customId: turn(page - 1) });
  if (page < pages - 1) buttons.push({ label: texts.buttons.next, customId: turn(page + 1) });
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}
