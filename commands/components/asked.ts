/** What whoever asked in a channel can press below the bot's reply: look it up, see what comes near, say that it helped. */
import { shownPassages } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { guildContext } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { checkPoster, readAsked } from '../../src/discord/qa-channels/asked-message.ts';
import { solvedTagOf } from '../../src/discord/qa-channels/channel-check.ts';
import { lookUpForm } from '../../src/discord/qa-channels/look-up-form.ts';
import { LOOK_UP, NEAR, SOLVED } from '../../src/discord/qa-channels/reading.ts';
import { replayAnswer, voteSubject } from '../../src/discord/replay.ts';
import { defer, openForm, reply, replyText } from '../../src/discord/reply.ts';
import { isForbidden } from '../../src/discord/rest-errors.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { currentMoment } from '../../src/services.ts';
import { recordVote } from '../../src/store/feedback.ts';
import { settleMessage } from '../../src/store/handled.ts';

/** "Look this up": a form with the title of the post. */
export const lookUpButton: ComponentHandler = {
  action: LOOK_UP,
  async run(interaction, _args, { config }) {
    const { channel } = interaction;
    const title = channel?.isThread() ? channel.name : '';
    await openForm(interaction, lookUpForm(title, languageOf(interaction, config)));
  },
};

/** "Show what comes near": the whole refusal, for the one who asked. */
export const nearButton: ComponentHandler = {
  action: NEAR,
  async run(interaction, _args, services) {
    const { knowledge, log, config } = services;
    const asked = await readAsked(interaction);
    checkPoster(interaction, asked);
    const { settings } = await guildContext(interaction, services);
    const answer = ask(knowledge.index, asked.words, {
      fallback: settings.language ?? languageOf(interaction, config),
      moment: currentMoment(services),
    });
    const message = answerMessage(knowledge.index.corpus, answer, { isPrivate: true });
    await reply(interaction, message, { private: true, log });
  },
};

/** "This answered it": counts as a vote, silences the bot in the post, and puts the forum's tag on it where it may. */
export const solvedButton: ComponentHandler = {
  action: SOLVED,
  async run(interaction, [code, receipt = '', written], services) {
    const { channel } = interaction;
    if (!interaction.inCachedGuild() || !channel?.isThread()) throw new UserError('staleButton');
    if (channel.ownerId !== interaction.user.id) throw new UserError('onlyPoster');
    const { store, log } = services;
    const { guildId } = interaction;
    const answer = await replayAnswer(interaction, [code, receipt, written], services);
    await defer(interaction);
    await recordVote(store, guildId, interaction.user.id, {
      answerId: voteSubject(receipt, written),
      isHelpful: true,
      reasons: [],
      sources: shownPassages(answer).map(({ passage }) => passage.source.id),
    });
    const { id: replyId } = interaction.message;
    await settleMessage(store, guildId, { messageId: channel.id, replyId, outcome: 'solved' });
    const isTagged = await putTag();
    const { channels: texts } = catalogs[languageOf(interaction, services.config)];
    await replyText(interaction, isTagged ? texts.solvedDone : texts.solvedUntagged);

    async function putTag(): Promise<boolean> {
      const tag = channel?.isThread() ? solvedTagOf(channel) : undefined;
      if (!tag || !channel?.isThread()) return false;
      if (channel.appliedTags.includes(tag.id)) return true;
      try {
        await channel.setAppliedTags([tag.id, ...channel.appliedTags].slice(0, MOST_TAGS));
        return true;
      } catch (error) {
        // Whether it may is decided by the forum; Discord wants Manage Threads for posts of others.
        if (!isForbidden(error)) throw error;
        log.info({ event: 'tag-refused', code: error.code });
        return false;
      }
    }
  },
};

/** Tags on a post. */
const MOST_TAGS = 5;
