/** A disagreement side by side: each position with its value, its passages and their sources, and why they differ. */
import { cite, type ShownPassage } from '../answer/answer.ts';
import type { Passage } from '../corpus/corpus.ts';
import type { Disagreement, PassageId, SourceId } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import type { Language } from '../text/language.ts';
import { passageText, sourceText } from './citation.ts';
import { type Block, fits, paginate, text, toMessage } from './layout.ts';
import { CAPS } from './limits.ts';
import { plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';

/** Most passages that are shown at once. */
const PAGE = 6;

export interface ComparisonOptions {
  language: Language;
  /** From 0. */
  page?: number;
  turn?: (page: number) => string;
  openSource?: (id: SourceId) => string;
}

interface Item extends ShownPassage {
  /** Position that it stands for, from 0. */
  position: number;
}

/** Renders a disagreement within Discord's limits. */
export function renderComparison(
  disagreement: Disagreement,
  passages: ReadonlyMap<PassageId, Passage>,
  options: ComparisonOptions,
): RenderedMessage {
  const items = itemsOf(disagreement, passages);
  const blocksOf = (shown: readonly Item[], page: number, of: number) =>
    comparisonBlocks(disagreement, shown, { ...options, page }, of);
  // The explanation stands on the first page, so that is the fullest.
  const pages = paginate(items, PAGE, (page) => fits(blocksOf(page, 0, items.length)));
  const page = Math.min(Math.max(options.page ?? 0, 0), pages.length - 1);
  return toMessage(blocksOf(pages[page] ?? [], page, pages.length));
}

function itemsOf({ positions }: Disagreement, passages: ReadonlyMap<PassageId, Passage>): Item[] {
  const listed = positions.flatMap(({ passages: ids }, position) =>
    ids.flatMap((id) => {
      const passage = passages.get(id);
      return passage ? [{ passage, score: 0, position }] : [];
    }),
  );
  const { shown } = cite(listed);
  return shown.map((one, i) => ({ ...one, position: listed[i]?.position ?? 0 }));
}

function comparisonBlocks(
  { question, positions, explanation }: Disagreement,
  items: readonly Item[],
  { language, page = 0, turn, openSource }: ComparisonOptions,
  pages: number,
): Block[] {
  const texts = catalogs[language];
  const { compare } = texts.trust;
  const title = `### ${plain(question[language], CAPS.question)}`;
  const blocks = [text(pages > 1 ? `${title}\n-# ${texts.answer.page(page + 1, pages)}` : title)];
  if (page === 0)
    blocks.push(text(`**${compare.why}** · ${plain(explanation[language], CAPS.card)}`));
  items.forEach((item, i) => {
    const position = positions[item.position];
    const isNew = item.position !== items[i - 1]?.position;
    const heading =
      position && isNew
        ? `**${item.position + 1}. ${plain(position.value[language], CAPS.heading)}** · ${plain(position.claim[language], CAPS.claim)}\n`
        : '';
    blocks.push(text(`${heading}${passageText(item, language, texts, true)}`));
  });
  return [
    ...blocks,
    { kind: 'line' },
    text(`**${texts.answer.sources}**`),
    ...sourceBlocks(items, language, texts, openSource),
    ...turnBlocks(page, pages, texts, turn),
  ];
}

/** The sources of some passages, each once, with their numbers. */
export function sourceBlocks(
  items: readonly ShownPassage[],
  language: Language,
  texts: Catalog,
  openSource: ((id: SourceId) => string) | undefined,
): Block[] {
  const sources = new Map(items.map(({ citation, passage }) => [citation, passage.source]));
  return [...sources].map(([number, source]) =>
    text(
      sourceText(number, source, language, texts),
      openSource && { label: texts.buttons.source(number), customId: openSource(source.id) },
    ),
  );
}

/** Previous and More, where there are other pages. */
export function turnBlocks(
  page: number,
  pages: number,
  texts: Catalog,
  turn: ((page: number) => string) | undefined,
): Block[] {
  if (!turn || pages < 2) return [];
  const buttons = [
    ...(page > 0 ? [{ label: texts.buttons.previous, customId: turn(page - 1) }] : []),
    ...(page < pages - 1 ? [{ label: texts.buttons.more, customId: turn(page + 1) }] : []),
  ];
  return [{ kind: 'buttons', buttons }];
}
