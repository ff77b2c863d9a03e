/** Citations of an answer's sources in one style, each to be copied, with the passages' own dates and places. */
import type { ShownPassage } from '../answer/answer.ts';
import { passageDate } from '../corpus/corpus.ts';
import type { Source } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { locatorIn } from '../messages/locators.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import { truncate } from '../text/truncate.ts';
import { type Block, fits, paginate, text, toMessage } from './layout.ts';
import { CAPS } from './limits.ts';
import { link, plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';

/** Most sources that are shown at once. */
const PAGE = 5;
/** Longest citation: nothing real is cut. */
const LONGEST = 1_500;

/** A source of the answer, how it is cited, and its passages in the answer. */
export interface CitedSource {
  number: number;
  source: Source;
  citation: string;
  /** False where the style isn't made for such a source. */
  applies: boolean;
  passages: readonly Pick<ShownPassage, 'passage'>[];
}

export interface CitationsOptions {
  language: Language;
  /** A style of `citations/styles.ts`. */
  style: keyof Catalog['trust']['cite']['styles'];
  /** From 0. */
  page: number;
  turn?: (page: number) => string;
  /** Custom id of the menu of styles. */
  choose?: string;
}

/** Renders the citations within Discord's limits. */
export function renderCitations(
  cited: readonly CitedSource[],
  options: CitationsOptions,
): RenderedMessage {
  const { language, style, turn, choose } = options;
  const texts = catalogs[language];
  const { cite } = texts.trust;
  const head = (page: number, pages: number) => {
    const at = pages > 1 ? `\n-# ${texts.answer.page(page + 1, pages)}` : '';
    return text(`### ${cite.title(cite.styles[style])}${at}`);
  };
  const foot = text(`-# ${cite.about}`);
  const blocksOf = (shown: readonly CitedSource[], page: number, pages: number): Block[] => [
    head(page, pages),
    ...shown.map((one) => text(citedText(one, language, texts))),
    foot,
  ];
  const pages = paginate(cited, PAGE, (shown) => fits(blocksOf(shown, 9, 99)));
  const page = Math.min(Math.max(options.page, 0), pages.length - 1);
  const blocks = blocksOf(pages[page] ?? [], page, pages.length);
  if (choose) {
    const menu = {
      customId: choose,
      placeholder: cite.choose,
      options: Object.entries(cite.styles).map(([value, label]) => ({
        label,
        value,
        description: cite.title(label),
      })),
    };
    blocks.push({ kind: 'menu', menu });
  }
  if (turn && pages.length > 1) {
    const buttons = [
      ...(page > 0 ? [{ label: texts.buttons.previous, customId: turn(page - 1) }] : []),
      ...(page < pages.length - 1 ? [{ label: texts.buttons.more, customId: turn(page + 1) }] : []),
    ];
    blocks.push({ kind: 'buttons', buttons });
  }
  return toMessage(blocks);
}

/** The linked title, the citation in a code block, from which it can be copied as it stands, and what is cited. */
function citedText(
  { number, source, citation, applies, passages }: CitedSource,
  language: Language,
  texts: Catalog,
): string {
  const { cite } = texts.trust;
  const title = source.url
    ? link(source.title, source.url)
    : `"${plain(source.title, CAPS.title)}" · ${cite.noLink}`;
  const places = passages.map(({ passage }) => placeText(passage, language, texts));
  return [
    `**${number}.** ${title}`,
    `\`\`\`\n${codeText(citation)}\n\`\`\``,
    ...(applies ? [] : [`-# ${cite.notApplied}`]),
    ...[...new Set(places)].map((place) => `-# ${plain(place, CAPS.attribution)}`),
  ].join('\n');
}

/** "cited here: para 4, as of November 30, 2019". */
export function placeText(
  passage: ShownPassage['passage'],
  language: Language,
  texts: Catalog,
): string {
  const place = locatorIn(language, passage.locator);
  return texts.trust.cite.passage(place, passageDate(passage));
}

/** Text inside a code block: line by line clean, and unable to end the block. */
function codeText(citation: string): string {
  const lines = citation.split('\n').map((line) => cleanText(line.replaceAll('\t', '  ')));
  return truncate(lines.join('\n').replaceAll('`', "'"), LONGEST);
}
