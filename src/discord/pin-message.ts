/** The list of pins, one pin, and the reminder of a review, with their buttons. */
import type { Corpus } from '../corpus/corpus.ts';
import { fingerprintOf } from '../corpus/fingerprint.ts';
import { catalogs } from '../messages/catalog.ts';
import type { Button } from '../render/layout.ts';
import { CAPS } from '../render/limits.ts';
import { plain } from '../render/markdown.ts';
import type { RenderedMessage } from '../render/message.ts';
import {
  messageLink,
  type RecordItem,
  renderRecord,
  renderRecordList,
} from '../render/record-list.ts';
import type { Pin } from '../store/pins.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';
import { sourceOf } from './pin-card.ts';

/** Actions; their handlers are in commands/components/pins.ts. */
export const TURN_PINS = 'pins';
export const OPEN_PIN = 'pin';
export const REVIEW_PIN = 'pin-reviewed';
export const UNPIN = 'unpin';

/** Pins that are looked at on Discord for one page. */
export const PINS_PAGE = 5;
/** Days until the next review where the pin had none. */
export const REVIEW_DAYS = 90;

/** A page of the list; `pins` are those of the page, as they are at this moment. */
export function pinListMessage(
  corpus: Corpus,
  { shown, page, pages, total }: { shown: Pin[]; page: number; pages: number; total: number },
  language: Language,
  today: string,
): RenderedMessage {
  const { pins: texts } = catalogs[language].moderation;
  const items: RecordItem[] = shown.map((pin) => ({
    lines: [`**${titleOf(corpus, pin, language)}**`, ...linesOf(corpus, pin, language, today)],
    option: {
      label: sourceOf(corpus, pin.sourceId)?.title ?? pin.sourceId,
      value: pin.id,
      description: texts.state[pin.state],
    },
  }));
  return renderRecordList({
    language,
    heading: total > 0 ? texts.title(total) : texts.none,
    items,
    page,
    pages,
    turn: (to) => encodeCustomId(TURN_PINS, language, String(to)),
    menu: { customId: encodeCustomId(OPEN_PIN, language), placeholder: texts.open },
  });
}

/** One pin with what can be done. */
export function pinMessage(
  corpus: Corpus,
  pin: Pin,
  language: Language,
  today: string,
  note = '',
): RenderedMessage {
  const { pins: texts } = catalogs[language].moderation;
  const paragraphs = [
    note,
    linesOf(corpus, pin, language, today).join('\n'),
    pin.reason === '' ? '' : plain(texts.reason(pin.reason), CAPS.claim),
  ];
  return renderRecord(titleOf(corpus, pin, language), paragraphs, buttonsOf(pin, language));
}

/** What moderators are reminded with on the day of a review. */
export function reminderMessage(corpus: Corpus, pin: Pin, language: Language): RenderedMessage {
  const { pins: texts } = catalogs[language].moderation;
  const paragraphs = [
    `**${titleOf(corpus, pin, language)}**\n${texts.where(pin.channelId)}`,
    plain(texts.reminder(pin.ownerName, pin.reviewOn ?? pin.createdAt)),
    pin.reason === '' ? '' : plain(texts.reason(pin.reason), CAPS.claim),
    linkOf(pin, language),
  ];
  return renderRecord(texts.reminderTitle, paragraphs, buttonsOf(pin, language));
}

function buttonsOf(pin: Pin, language: Language): Button[] {
  const { buttons } = catalogs[language].moderation;
  return [
    {
      label: buttons.reviewed(pin.reviewDays ?? REVIEW_DAYS),
      customId: encodeCustomId(REVIEW_PIN, language, pin.id),
    },
    { label: buttons.unpin, customId: encodeCustomId(UNPIN, language, pin.id) },
  ];
}

function titleOf(corpus: Corpus, pin: Pin, language: Language): string {
  const source = sourceOf(corpus, pin.sourceId);
  return plain(source?.title ?? catalogs[language].moderation.pins.gone, CAPS.title);
}

function linesOf(corpus: Corpus, pin: Pin, language: Language, today: string): string[] {
  const { pins: texts } = catalogs[language].moderation;
  const source = sourceOf(corpus, pin.sourceId);
  const isOutdated = source && fingerprintOf(corpus, source, pin.language) !== pin.contentHash;
  const state = [
    texts.state[pin.state],
    source ? '' : texts.sourceGone,
    isOutdated ? texts.outdated : '',
  ].filter((part) => part !== '');
  const review =
    pin.reviewOn === null
      ? texts.noReview
      : pin.reviewOn <= today
        ? texts.reviewDue(pin.reviewOn)
        : texts.review(pin.reviewOn);
  const owner = texts.owner(pin.ownerName, pin.createdAt);
  return [
    `<#${pin.channelId}> · ${state.join(' · ')}`,
    `-# ${plain(`${owner} · ${review}`, CAPS.attribution)}`,
    linkOf(pin, language),
  ].filter((line) => line !== '');
}

function linkOf({ guildId, channelId, messageId }: Pin, language: Language): string {
  if (messageId === null) return '';
  const { link } = catalogs[language].moderation.pins;
  return `[${link}](${messageLink(guildId, channelId, messageId)})`;
}
