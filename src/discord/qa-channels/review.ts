/** Drafts for moderators: what would be posted, with Post, Edit choice of passages and Discard. */
import type { GuildTextBasedChannel } from 'discord.js';
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import {
  type Answer,
  type OverviewAnswer,
  type PassagesAnswer,
  shownPassages,
} from '../../answer/answer.ts';
import { MAX_PASSAGES } from '../../answer/compose.ts';
import { answerWithPassages } from '../../answer/decide.ts';
import { receiptOf, replayReceipt } from '../../answer/receipt.ts';
import { analyseAndSearch, type FurtherAnswer } from '../../ask.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { PassageId } from '../../corpus/schema.ts';
import { catalogs } from '../../messages/catalog.ts';
import { renderAnswer } from '../../render/answer.ts';
import { type Button, text, toMessage } from '../../render/layout.ts';
import { CAPS, LIMITS } from '../../render/limits.ts';
import { plain } from '../../render/markdown.ts';
import type { RenderedMessage } from '../../render/message.ts';
import { messageLink } from '../../render/record-list.ts';
import { currentMoment, type Services } from '../../services.ts';
import { findAnswer } from '../../store/answers.ts';
import { keepDraft, readDraft } from '../../store/drafts.ts';
import { cleanText } from '../../text/clean.ts';
import { LANGUAGES, type Language } from '../../text/language.ts';
import { truncate } from '../../text/truncate.ts';
import { encodeCustomId } from '../custom-id.ts';
import { post } from './post.ts';
import { bodyOf, firstOf, type Question } from './question.ts';

/** Actions; their handlers are in commands/components/review.ts and commands/forms/review.ts. */
export const REVIEW = 'review';
export const REVIEW_FORM = 'review';
export const REVIEW_FIELD = 'passages';

/** Most passages to choose from. */
const MOST_OFFERED = 10;

/** A draft as it is kept: ids only, nothing that was written. */
const ReviewDraft = z.strictObject({
  channelId: z.string(),
  messageId: z.string(),
  language: z.enum(LANGUAGES),
  /** Null: nothing was found. */
  receipt: z.string().nullable(),
  /** The community's answer in it. */
  written: z.string().nullable(),
  offered: z.array(PassageId),
});
export type ReviewDraft = z.infer<typeof ReviewDraft>;

type Parts = Pick<Services, 'knowledge' | 'store' | 'log' | 'clock' | 'config'>;

/**
 * Posts a draft into the moderators' channel; resolves to the id of its message.
 * @param options isAgain: there was another draft for the question; language: that of the moderators
 */
export async function sendDraft(
  services: Parts,
  channel: GuildTextBasedChannel,
  question: Question,
  { answer, asked }: FurtherAnswer,
  { isAgain, language }: { isAgain: boolean; language: Language },
): Promise<string> {
  const { guild } = channel;
  const { corpus } = services.knowledge.index;
  const shown = answer.kind === 'declined' ? answer.related : shownPassages(answer);
  const { found } = analyseAndSearch(services.knowledge.index, asked);
  const near = [...shown, ...found.passages].map(({ passage }) => passage.id);
  const draft: ReviewDraft = {
    channelId: question.channel.id,
    messageId: firstOf(question),
    language: answer.language,
    receipt: answer.kind === 'declined' ? null : receiptOf(corpus, answer),
    written: answer.kind === 'passages' && answer.community ? answer.community.id : null,
    offered: [...new Set(near)].slice(0, MOST_OFFERED),
  };
  const id = await keepDraft(services.store, guild.id, draft);
  const words = [question.title ?? '', bodyOf(question)].filter(cleanText).join(' · ');
  const message = draftMessage(guild.id, id, draft, answer, language, words);
  const about = firstOf(question);
  return post(channel, message, { about, isReply: false, isAgain, log: services.log });
}

/**
 * A draft with what can be done.
 * @param language that of the moderators; the answer has its own
 * @param words what was asked, as it was written
 */
export function draftMessage(
  guildId: string,
  id: string,
  { channelId, messageId }: ReviewDraft,
  answer: Answer,
  language: Language,
  words?: string,
): RenderedMessage {
  const { buttons, review } = catalogs[language].channels;
  const action = (label: string, what: string): Button => ({
    label,
    customId: encodeCustomId(REVIEW, what, id),
  });
  const isFound = answer.kind !== 'declined';
  const actions = [
    ...(isFound ? [action(buttons.post, 'post')] : []),
    action(buttons.choose, 'choose'),
    action(buttons.discard, 'discard'),
  ];
  const head = [
    `### ${review.title}`,
    ...(words ? [`> ${plain(words, CAPS.question)}`] : []),
    review.where(channelId, messageLink(guildId, channelId, messageId)),
    ...(isFound ? [`-# ${review.draft}`] : []),
  ].join('\n');
  if (answer.kind === 'declined')
    return toMessage([text(head), text(review.nothing), { kind: 'buttons', buttons: actions }]);
  return renderAnswer(answer, { before: [head], actions: { manage: actions } });
}

/** The draft of this guild; undefined when it is gone. */
export async function findReviewDraft(
  { store }: Pick<Services, 'store'>,
  guildId: string,
  id: string | undefined,
): Promise<ReviewDraft | undefined> {
  if (id === undefined) return undefined;
  const parsed = ReviewDraft.safeParse(await readDraft(store, guildId, id));
  return parsed.success ? parsed.data : undefined;
}

/** The answer that a draft holds; undefined when a part of it is no longer in the corpus. */
export async function answerOfDraft(
  services: Parts,
  guildId: string,
  { receipt, language, written }: ReviewDraft,
): Promise<PassagesAnswer | OverviewAnswer | undefined> {
  const { corpus } = services.knowledge.index;
  if (receipt === null) return undefined;
  const answer = replayReceipt(corpus, receipt, language, currentMoment(services));
  if (written === null || answer?.kind !== 'passages') return answer;
  const community = await findAnswer(services.store, guildId, written);
  return community ? { ...answer, community } : answer;
}

/** The answer that shows chosen passages; undefined when none of them is in the corpus. */
export function answerWithChosen(
  corpus: Corpus,
  language: Language,
  ids: readonly string[],
): PassagesAnswer | undefined {
  const passages = ids.flatMap((id) => corpus.passages.get(id as PassageId) ?? []);
  if (passages.length === 0) return undefined;
  const ranked = passages.slice(0, MAX_PASSAGES).map((passage) => ({ passage, score: 0 }));
  return answerWithPassages(corpus, { language }, ranked);
}

/** The form that chooses the passages. */
export function reviewForm(
  corpus: Corpus,
  id: string,
  { offered, language: shownIn }: ReviewDraft,
  chosen: readonly string[],
  language: Language,
): APIModalInteractionResponseCallbackData {
  const { review } = catalogs[language].channels;
  const passages = offered.flatMap((one) => corpus.passages.get(one) ?? []);
  const preset = new Set(chosen.slice(0, MAX_PASSAGES));
  return {
    custom_id: encodeCustomId(REVIEW_FORM, id),
    title: review.formTitle,
    components: [
      {
        type: ComponentType.Label,
        label: review.formLabel,
        description: review.formHint,
        component: {
          type: ComponentType.StringSelect,
          custom_id: REVIEW_FIELD,
          required: true,
          min_values: 1,
          max_values: Math.min(MAX_PASSAGES, passages.length),
          options: passages.map((passage) => ({
            value: passage.id,
            label: truncate(cleanText(passage.text[shownIn]), LIMITS.selectLabel),
            description: truncate(cleanText(passage.source.publisher), LIMITS.selectDescription),
            default: preset.has(passage.id),
          })),
        },
      },
    ],
  };
}
