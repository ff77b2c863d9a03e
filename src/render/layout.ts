/** Puts blocks of text, buttons and menus into a message that Discord accepts. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { cleanText } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';
import { LIMITS } from './limits.ts';
import type { MessageFile, RenderedMessage } from './message.ts';

export interface Button {
  label: string;
  customId: string;
}

export interface Menu {
  customId: string;
  placeholder: string;
  options: { label: string; value: string; description: string }[];
}

/** A part of a message, from top to bottom. Texts are markdown that is safe already. */
export type Block =
  | { kind: 'text'; text: string; button?: Button | undefined }
  | { kind: 'line' }
  | { kind: 'picture'; file: MessageFile }
  | { kind: 'buttons'; buttons: readonly Button[] }
  | { kind: 'menu'; menu: Menu };

export function text(content: string, button?: Button): Block {
  return { kind: 'text', text: content, button };
}

/** Characters of all texts, which Discord counts together. */
export function textLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'text' ? block.text.length : 0), 0);
}

/** True when the texts fit into one message. */
export function fits(blocks: readonly Block[]): boolean {
  return textLength(blocks) <= LIMITS.componentsText;
}

/**
 * Splits items into pages of at most `most`, fewer where they would not fit; an item that fits nowhere has a page
 * of its own. The same items always give the same pages, so a page number is all that a button has to carry.
 */
export function paginate<T>(
  items: readonly T[],
  most: number,
  pageFits: (page: readonly T[]) => boolean,
): T[][] {
  const pages: T[][] = [];
  for (let from = 0; from < items.length; ) {
    let page = items.slice(from, from + most);
    while (page.length > 1 && !pageFits(page)) page = page.slice(0, -1);
    pages.push(page);
    from += page.length;
  }
  return pages;
}

/** The message of some blocks. Its plain text is made only when it is asked for. */
export function toMessage(blocks: readonly Block[]): RenderedMessage {
  const files = blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : []));
  return {
    components: toComponents(blocks),
    ...(files.length > 0 && { files }),
    get plainText() {
      return toPlainText(blocks);
    },
  };
}

/** The blocks in one container. Lines that would go over the limit are left out; the callers see to it that none do. */
export function toComponents(blocks: readonly Block[]): APIMessageTopLevelComponent[] {
  let room: number = LIMITS.componentsText;
  const fitted = blocks.map((block) => {
    if (block.kind !== 'text') return block;
    const kept = wholeLines(block.text, room);
    room -= kept.length;
    return { ...block, text: kept };
  });
  const withSections = fitted.flatMap((block) => component(block, true));
  const components =
    countComponents(withSections) <= LIMITS.components - 1
      ? withSections
      : fitted.flatMap((block) => component(block, false));
  return [{ type: ComponentType.Container, components }];
}

/** The texts alone, at most as long as a plain message may be. */
export function toPlainText(blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  return wholeLines(texts.join('\n\n'), LIMITS.content).trimEnd();
}

/** As many lines of a text as fit, from the top. A line is never cut: half a link or format mark would show. */
function wholeLines(content: string, limit: number): string {
  if (content.length <= limit) return content;
  const kept: string[] = [];
  let room = limit;
  for (const line of content.split('\n')) {
    if (line.length + 1 > room) break;
    kept.push(line);
    room -= line.length + 1;
  }
  return kept.join('\n');
}

function component(block: Block, withSections: boolean): APIComponentInContainer[] {
  switch (block.kind) {
    case 'text': {
      if (block.text === '') return [];
      const display = { type: ComponentType.TextDisplay as const, content: block.text };
      if (!block.button || !withSections) return [display];
      return [
        { type: ComponentType.Section, components: [display], accessory: button(block.button) },
      ];
    }
    case 'line':
      return [{ type: ComponentType.Separator }];
    case 'picture':
      return [picture(block.file)];
    case 'buttons':
      return rowsOf(block.buttons);
    case 'menu':
      return [row([menu(block.menu)])];
  }
}

function picture({ name, alt }: MessageFile): APIMediaGalleryComponent {
  const item = {
    media: { url: `attachment://${name}` },
    description: oneLine(alt, LIMITS.altText),
  };
  return { type: ComponentType.MediaGallery, items: [item] };
}

function rowsOf(
  buttons: readonly Button[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const rows = [];
  for (let from = 0; from < buttons.length; from += LIMITS.buttonsInRow) {
    rows.push(row(buttons.slice(from, from + LIMITS.buttonsInRow).map(button)));
  }
  return rows;
}

function row(components: APIComponentInMessageActionRow[]) {
  return { type: ComponentType.ActionRow as const, components };
}

function button({ label, customId }: Button): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: oneLine(label, LIMITS.buttonLabel),
    custom_id: customId,
  };
}

function menu({ customId, placeholder, options }: Menu): APIComponentInMessageActionRow {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: oneLine(placeholder, LIMITS.selectPlaceholder),
    options: options.slice(0, LIMITS.selectOptions).map(({ label, value, description }) => ({
      label: oneLine(label, LIMITS.selectLabel),
      value,
      description: oneLine(description, LIMITS.selectDescription),
    })),
  };
}

/** Text of a control, which isn't markdown and must not be empty. */
function oneLine(words: string, limit: number): string {
  return truncate(cleanText(words), limit) || '…';
}

function countComponents(components: readonly APIComponentInContainer[]): number {
  return components.reduce((sum, item) => {
    const inner = 'components' in item ? item.components.length : 0;
    return sum + 1 + inner + ('accessory' in item ? 1 : 0);
  }, 0);
}
