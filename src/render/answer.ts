/** An answer as a Discord message. Pure: the playground, the tests and Discord show the same. */
import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Answer, Citation, DeclinedAnswer, ShownPassage } from '../answer/answer.ts';
import { passageDate } from '../corpus/corpus.ts';
import type { Source } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import type { Language } from '../text/language.ts';
import { truncate } from '../text/truncate.ts';
import { LIMITS } from './limits.ts';
import { link, plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';

/** Most passages of an overview that are shown at once; the rest is behind "More". */
export const OVERVIEW_PAGE = 6;

export interface RenderOptions {
  /** Custom ids of the buttons below the answer, in order; none for a shared copy. */
  buttons: { label: string; customId: string }[];
  /** First passage of an overview that is shown. */
  from?: number;
  /** A line above the answer, for example that a member shared it. */
  note?: string;
}

/** Renders an answer within Discord's limits, whatever its passages hold. */
export function renderAnswer(answer: Answer, options: RenderOptions): RenderedMessage {
  const texts = catalogs[answer.language];
  const blocks =
    answer.kind === 'declined'
      ? declinedBlocks(answer, texts)
      : answeredBlocks(answer, texts, options);
  if (options.note) blocks.push(`-# ${plain(options.note)}`);
  return toMessage(blocks, options.buttons, texts);
}

function answeredBlocks(
  answer: Exclude<Answer, DeclinedAnswer>,
  texts: Catalog,
  { from = 0 }: RenderOptions,
): string[] {
  const { language } = answer;
  const blocks: string[] = [];
  let shown: ShownPassage[] = [];
  if (answer.kind === 'passages') {
    shown = answer.passages;
    for (const passage of shown) blocks.push(passageBlock(passage, language, texts));
  } else {
    blocks.push(`**${plain(answer.overview.title[language])}**`);
    let position = 0;
    for (const section of answer.sections) {
      const page = section.passages.filter(
        () => position >= from && position++ < from + OVERVIEW_PAGE,
      );
      if (page.length === 0) continue;
      shown.push(...page);
      blocks.push(
        [
          `**${plain(section.heading[language])}**`,
          ...page.map((p) => passageBlock(p, language, texts)),
        ].join('\n'),
      );
    }
  }
  const cited = new Set(shown.map(({ citation }) => citation));
  const foot = [`-# ${texts.answer.newest(answer.newest)}`];
  if (answer.stale && answer.newest) foot.unshift(`⚠ ${texts.answer.stale(answer.newest)}`);
  for (const disagreement of answer.disagreements.slice(0, 1)) {
    foot.unshift(texts.answer.differ(plain(disagreement.question[language])));
  }
  blocks.push(foot.join('\n'));
  blocks.push(
    sourcesBlock(
      answer.citations.filter(({ number }) => cited.has(number)),
      language,
      texts,
    ),
  );
  return blocks;
}

function passageBlock(
  { passage, citation }: ShownPassage,
  language: Language,
  texts: Catalog,
): string {
  const attribution = texts.answer.attribution(
    passage.attributedTo,
    passageDate(passage),
    passage.locator,
  );
  return `${plain(passage.text[language])} \\[${citation}\\]\n-# ${plain(attribution)}`;
}

function sourcesBlock(citations: readonly Citation[], language: Language, texts: Catalog): string {
  const lines = citations.map(
    ({ number, source }) => `-# ${number}. ${sourceLine(source, language, texts)}`,
  );
  return [`**${texts.answer.sources}**`, ...lines].join('\n');
}

/** Publisher, title, date, kind, position for those that argue one, link. */
export function sourceLine(source: Source, language: Language, texts: Catalog): string {
  const day = source.published ?? source.asOf;
  const facts = [
    plain(source.publisher),
    source.url ? link(source.title, source.url) : `"${plain(source.title)}"`,
    day ? formatDate(day, language) : texts.answer.noDate,
    texts.kinds[source.kind],
    texts.positions[source.position],
    source.via ? `${texts.answer.original} ${plain(source.via)}` : '',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

function declinedBlocks(answer: DeclinedAnswer, texts: Catalog): string[] {
  const { language } = answer;
  const { title, text } = texts.decline[answer.reason];
  const blocks = [`**${title}**\n${text}`];
  if (answer.reason === 'not-covered') {
    blocks.push(texts.answer.searched(answer.searched.sources, answer.searched.newest));
  }
  if (answer.related.length > 0) {
    blocks.push(
      [
        `**${texts.answer.related}**`,
        ...answer.related.map((p) => passageBlock(p, language, texts)),
      ].join('\n'),
    );
    blocks.push(
      answer.citations
        .map(({ number, source }) => `-# ${number}. ${sourceLine(source, language, texts)}`)
        .join('\n'),
    );
  }
  return blocks;
}

/** Fits blocks of text and a row of buttons into a message, shortening the last blocks first. */
export function toMessage(
  blocks: readonly string[],
  buttons: RenderOptions['buttons'],
  texts: Catalog,
): RenderedMessage {
  const fitted = fitBlocks(blocks, LIMITS.componentsText, texts);
  const rows: APIComponentInContainer[] = [];
  for (let i = 0; i < buttons.length; i += LIMITS.buttonsInRow) {
    rows.push({
      type: ComponentType.ActionRow,
      components: buttons.slice(i, i + LIMITS.buttonsInRow).map(
        ({ label, customId }) =>
          ({
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: truncate(label, LIMITS.buttonLabel),
            custom_id: customId,
          }) satisfies APIButtonComponentWithCustomId,
      ),
    });
  }
  return {
    components: [
      {
        type: ComponentType.Container,
        components: [
          ...fitted.map((content) => ({ type: ComponentType.TextDisplay as const, content })),
          ...rows,
        ],
      },
    ],
    plainText: fitBlocks([blocks.join('\n\n')], LIMITS.content, texts)[0] ?? '',
  };
}

function fitBlocks(blocks: readonly string[], limit: number, texts: Catalog): string[] {
  const total = blocks.reduce((sum, block) => sum + block.length, 0);
  if (total <= limit) return [...blocks];
  const fitted: string[] = [];
  const note = `-# ${texts.answer.lessThanAll}`;
  let room = limit - note.length;
  for (const block of blocks) {
    if (block.length > room) {
      if (room > 80) fitted.push(truncate(block, room));
      break;
    }
    fitted.push(block);
    room -= block.length;
  }
  return [...fitted, note];
}
