/** Post, Edit choice of passages and Discard below a draft. Two moderators who press at once post once. */
import { shownPassages } from '../../src/answer/answer.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import { checkCanPost, findChannel } from '../../src/discord/channels.ts';
import type { ComponentHandler, Press } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { post } from '../../src/discord/qa-channels/post.ts';
import { solvedButtons } from '../../src/discord/qa-channels/reading.ts';
import {
  answerOfDraft,
  findReviewDraft,
  REVIEW,
  type ReviewDraft,
  reviewForm,
} from '../../src/discord/qa-channels/review.ts';
import { openForm, turnInto } from '../../src/discord/reply.ts';
import { isGone } from '../../src/discord/rest-errors.ts';
import { noteShared } from '../../src/discord/shared-answers.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { renderRecord } from '../../src/render/record-list.ts';
import type { Services } from '../../src/services.ts';
import { takeDraft } from '../../src/store/drafts.ts';
import { settleMessage } from '../../src/store/handled.ts';

export const reviewButton: ComponentHandler = {
  action: REVIEW,
  audience: 'moderators',
  async run(interaction, [what, id = ''], services) {
    if (!interaction.inCachedGuild()) throw new UserError('onlyInServers');
    const draft = await findReviewDraft(services, interaction.guildId, id);
    if (!draft) throw new UserError('draftGone');
    if (what === 'choose') return choose(interaction, id, draft, services);
    if (what === 'discard') return discard(interaction, id, draft, services);
    if (what === 'post') return postDraft(interaction, id, draft, services);
    throw new UserError('staleButton');
  },
};

async function choose(
  interaction: Press<'cached'>,
  id: string,
  draft: ReviewDraft,
  services: Services,
): Promise<void> {
  const { knowledge, config } = services;
  const answer = await answerOfDraft(services, interaction.guildId, draft);
  const chosen = answer ? shownPassages(answer).map(({ passage }) => passage.id) : [];
  const language = languageOf(interaction, config);
  await openForm(interaction, reviewForm(knowledge.index.corpus, id, draft, chosen, language));
}

async function discard(
  interaction: Press<'cached'>,
  id: string,
  { messageId }: ReviewDraft,
  services: Services,
): Promise<void> {
  const { store, log, config } = services;
  if (!(await takeDraft(store, interaction.guildId, id))) throw new UserError('draftGone');
  await settleMessage(store, interaction.guildId, { messageId, replyId: null, outcome: 'silent' });
  const { review } = catalogs[languageOf(interaction, config)].channels;
  await turnInto(interaction, renderRecord(review.title, [review.discarded]), { log });
}

async function postDraft(
  interaction: Press<'cached'>,
  id: string,
  draft: ReviewDraft,
  services: Services,
): Promise<void> {
  const { knowledge, store, log, config } = services;
  const { guild, guildId } = interaction;
  const answer = await answerOfDraft(services, guildId, draft);
  if (!answer) throw new UserError('draftGone');
  const channel = await findChannel(guild, draft.channelId);
  if (!channel) throw new UserError('draftGone');
  checkCanPost(channel);
  const isThere = await channel.messages.fetch(draft.messageId).then(
    () => true,
    (error: unknown) => {
      if (isGone(error)) return false;
      throw error;
    },
  );
  const { messageId } = draft;
  const { corpus } = knowledge.index;
  // Whoever takes the draft posts it.
  if (!(await takeDraft(store, guildId, id)) || !isThere) throw new UserError('draftGone');
  const extra = messageId === channel.id ? solvedButtons(corpus, channel, answer) : [];
  const message = answerMessage(corpus, answer, { isPrivate: false, canRate: true, extra });
  const replyId = await post(channel, message, { about: messageId, isReply: true, log });
  const place = { guildId, channelId: channel.id, messageId: replyId };
  await noteShared(services, place, answer, { extra });
  await settleMessage(store, guildId, { messageId, replyId, outcome: 'answered' });
  const { review } = catalogs[languageOf(interaction, config)].channels;
  await turnInto(interaction, renderRecord(review.title, [review.posted]), { log });
}
