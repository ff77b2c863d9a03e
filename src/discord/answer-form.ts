/** The form in which moderators write a curated answer, and the draft behind it, so that nothing typed is lost. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { MAX_PASSAGES } from '../answer/compose.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { PassageId } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { LIMITS } from '../render/limits.ts';
import type { CuratedAnswer } from '../store/answers.ts';
import { changeDraft, keepDraft, readDraft } from '../store/drafts.ts';
import type { Store } from '../store/store.ts';
import { cleanText } from '../text/clean.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { truncate } from '../text/truncate.ts';
import { encodeCustomId } from './custom-id.ts';

/** Actions: the form, and the button that opens it again. */
export const ANSWER_FORM = 'answer';
export const ANSWER_AGAIN = 'answer-again';
export const ANSWER_FIELDS = {
  questions: 'questions',
  text: 'text',
  passages: 'passages',
  languages: 'languages',
} as const;

/** Characters of an answer: with its passages it fits into one message. */
export const MOST_TEXT = 1_200;
export const MOST_WORDINGS = 8;
export const MOST_WORDING = 200;
/** Passages that an answer rests on: as many as an answer shows. */
export const MOST_PASSAGES = MAX_PASSAGES;
/** Characters of all wordings together, with the ends of their lines. */
const MOST_QUESTIONS_TEXT = MOST_WORDINGS * (MOST_WORDING + 1);

/** A form that is being filled in: what was typed, as it was typed. */
const Draft = z.strictObject({
  /** The answer that is edited, and the revision that the editor saw; none for a new one. */
  answerId: z.string().optional(),
  revision: z.int().optional(),
  /** The gaps that it closes. */
  gapIds: z.array(z.string()).optional(),
  questions: z.string(),
  text: z.string(),
  passages: z.array(PassageId),
  /** Passages to choose from in the form; without them those above are fixed. */
  offered: z.array(PassageId).optional(),
  languages: z.array(z.enum(LANGUAGES)),
});
export type Draft = z.infer<typeof Draft>;

/** The draft that edits an answer as it stands. */
export function draftOf(answer: CuratedAnswer): Draft {
  return {
    answerId: answer.id,
    revision: answer.revision,
    questions: answer.wordings.join('\n'),
    text: answer.text,
    passages: answer.passages,
    languages: answer.languages,
  };
}

/** The draft of this guild; undefined when it is gone. */
export async function findDraft(
  store: Store,
  guildId: string,
  id: string | undefined,
): Promise<Draft | undefined> {
  if (id === undefined) return undefined;
  const parsed = Draft.safeParse(await readDraft(store, guildId, id));
  return parsed.success ? parsed.data : undefined;
}

/** Keeps a new draft and gives the form for it. */
export async function startForm(
  store: Store,
  guildId: string,
  draft: Draft,
  { corpus, language }: { corpus: Corpus; language: Language },
): Promise<APIModalInteractionResponseCallbackData> {
  const id = await keepDraft(store, guildId, draft);
  return answerForm(id, draft, corpus, language);
}

/** Keeps what was typed. */
export function keepTyped(store: Store, guildId: string, id: string, draft: Draft): Promise<void> {
  return changeDraft(store, guildId, id, draft);
}

/** The form of a draft, filled with what it holds. */
export function answerForm(
  id: string,
  draft: Draft,
  corpus: Corpus,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const { moderation, languages } = catalogs[language];
  const { answers } = moderation;
  return {
    custom_id: encodeCustomId(ANSWER_FORM, id),
    title: draft.answerId ? answers.formTitle.edit : answers.formTitle.add,
    components: [
      {
        type: ComponentType.Label,
        label: answers.formQuestions,
        description: answers.formQuestionsHint(MOST_WORDINGS, MOST_WORDING),
        component: {
          type: ComponentType.TextInput,
          custom_id: ANSWER_FIELDS.questions,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: MOST_QUESTIONS_TEXT,
          ...(draft.questions !== '' && { value: draft.questions }),
        },
      },
      {
        type: ComponentType.Label,
        label: answers.formText,
        description: answers.formTextHint(MOST_TEXT),
        component: {
          type: ComponentType.TextInput,
          custom_id: ANSWER_FIELDS.text,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: MOST_TEXT,
          ...(draft.text !== '' && { value: draft.text }),
        },
      },
      ...(draft.offered ? [passageField(draft, draft.offered, corpus, language)] : []),
      {
        type: ComponentType.Label,
        label: answers.formLanguages,
        component: {
          type: ComponentType.CheckboxGroup,
          custom_id: ANSWER_FIELDS.languages,
          required: true,
          min_values: 1,
          options: LANGUAGES.map((value) => ({
            value,
            label: languages[value],
            default: draft.languages.includes(value),
          })),
        },
      },
    ],
  };
}

function passageField(
  draft: Draft,
  offered: readonly PassageId[],
  corpus: Corpus,
  language: Language,
) {
  const { answers } = catalogs[language].moderation;
  const options = offered.flatMap((id) => corpus.passages.get(id) ?? []);
  return {
    type: ComponentType.Label as const,
    label: answers.formPassages,
    description: answers.formPassagesHint,
    component: {
      type: ComponentType.StringSelect as const,
      custom_id: ANSWER_FIELDS.passages,
      required: true,
      min_values: 1,
      max_values: Math.min(MOST_PASSAGES, options.length),
      options: options.map(({ id, text, source }) => ({
        value: id,
        label: truncate(cleanText(text[language]), LIMITS.selectLabel),
        description: truncate(cleanText(source.publisher), LIMITS.selectDescription),
        default: draft.passages.includes(id),
      })),
    },
  };
}

/** The wordings as typed, one a line, cleaned. */
export function readWordings(questions: string): string[] {
  const lines = questions.split('\n').map(cleanText);
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** The answer as typed: lines cleaned, at most one empty line between paragraphs. */
export function readAnswerText(text: string): string {
  return text
    .split('\n')
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
