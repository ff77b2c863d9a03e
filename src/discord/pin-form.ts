/** The form of the message menu that pins a source. */
import type { Message } from 'discord.js';
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Corpus } from '../corpus/corpus.ts';
import type { Source } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { LIMITS } from '../render/limits.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import { truncate } from '../text/truncate.ts';
import { encodeCustomId } from './custom-id.ts';
import { REASON_LENGTH } from './pins.ts';

/** Action of the form and the names of its fields. */
export const PIN_FORM = 'pin-here';
export const PIN_FIELDS = { source: 'source', days: 'days', reason: 'reason' } as const;

export function pinForm(
  sources: readonly Source[],
  language: Language,
): APIModalInteractionResponseCallbackData {
  const { pins } = catalogs[language].moderation;
  return {
    custom_id: encodeCustomId(PIN_FORM),
    title: pins.formTitle,
    components: [
      {
        type: ComponentType.Label,
        label: pins.formSource,
        description: pins.formSourceHint,
        component: {
          type: ComponentType.StringSelect,
          custom_id: PIN_FIELDS.source,
          required: true,
          options: sources.map(({ id, title, publisher }) => ({
            value: id,
            label: truncate(cleanText(title), LIMITS.selectLabel) || id,
            description: truncate(cleanText(publisher), LIMITS.selectDescription),
          })),
        },
      },
      {
        type: ComponentType.Label,
        label: pins.formDays,
        description: pins.formDaysHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: PIN_FIELDS.days,
          style: TextInputStyle.Short,
          required: false,
          max_length: 3,
        },
      },
      {
        type: ComponentType.Label,
        label: pins.formReason,
        description: pins.formReasonHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: PIN_FIELDS.reason,
          style: TextInputStyle.Short,
          required: false,
          max_length: REASON_LENGTH,
        },
      },
    ],
  };
}

/** The sources whose cards or addresses are on a message. */
export function sourcesIn(
  corpus: Corpus,
  message: Pick<Message, 'content' | 'components'>,
): Source[] {
  const text = `${message.content} ${JSON.stringify(message.components)}`;
  return [...corpus.sources.values()].filter(
    ({ id, url }) => text.includes(`:${id}`) || (url !== null && text.includes(url)),
  );
}
