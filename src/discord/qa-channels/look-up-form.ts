/** The form behind "Look this up". */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { catalogs } from '../../messages/catalog.ts';
import { cleanText } from '../../text/clean.ts';
import type { Language } from '../../text/language.ts';
import { truncate } from '../../text/truncate.ts';
import { encodeCustomId } from '../custom-id.ts';

/** Action of the form and the name of its field. */
export const LOOK_UP_FORM = 'lookup';
export const QUESTION_FIELD = 'question';

/** Longest question in characters; that of the command's option. */
const MOST_LETTERS = 500;

/** @param title what stands in the field at first */
export function lookUpForm(
  title: string,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const { channels: texts } = catalogs[language];
  const value = truncate(cleanText(title), MOST_LETTERS);
  return {
    custom_id: encodeCustomId(LOOK_UP_FORM),
    title: texts.formTitle,
    components: [
      {
        type: ComponentType.Label,
        label: texts.formLabel,
        description: texts.formHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION_FIELD,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: MOST_LETTERS,
          ...(value !== '' && { value }),
        },
      },
    ],
  };
}
