/** The form that asks why an answer didn't help. */
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { catalogs } from '../messages/catalog.ts';
import { REASONS } from '../store/feedback.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';

/** Action of the form and the name of its field. */
export const VOTE_FORM = 'why';
export const REASONS_FIELD = 'reasons';

/** @param args language, receipt and community's answer of what is voted on */
export function voteForm(
  language: Language,
  args: readonly (string | undefined)[],
): APIModalInteractionResponseCallbackData {
  const { feedback } = catalogs[language].moderation;
  return {
    custom_id: encodeCustomId(VOTE_FORM, ...args.filter((part) => part !== undefined)),
    title: feedback.formTitle,
    components: [
      {
        type: ComponentType.Label,
        label: feedback.formLabel,
        description: feedback.formHint,
        component: {
          type: ComponentType.CheckboxGroup,
          custom_id: REASONS_FIELD,
          required: false,
          min_values: 0,
          options: REASONS.map((value) => ({ value, label: feedback.reasons[value] })),
        },
      },
    ],
  };
}
