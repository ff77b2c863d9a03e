/** Helpful and Not helpful below an answer; for the latter a form asks why. */
import { shownPassages } from '../../src/answer/answer.ts';
import { VOTE } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { replayAnswer, voteSubject } from '../../src/discord/replay.ts';
import { openForm, replyText } from '../../src/discord/reply.ts';
import { voteForm } from '../../src/discord/vote-form.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { recordVote } from '../../src/store/feedback.ts';

export const voteButton: ComponentHandler = {
  action: VOTE,
  async run(interaction, [code, direction, receipt = '', written], services) {
    if (!interaction.inCachedGuild()) throw new UserError('onlyInServers');
    if (direction !== 'up' && direction !== 'down') throw new UserError('staleButton');
    const answer = await replayAnswer(interaction, [code, receipt, written], services);
    const language = languageOf(interaction, services.config);
    if (direction === 'down')
      return openForm(interaction, voteForm(language, [answer.language, receipt, written]));
    const { replaced } = await recordVote(
      services.store,
      interaction.guildId,
      interaction.user.id,
      {
        answerId: voteSubject(receipt, written),
        isHelpful: true,
        reasons: [],
        sources: shownPassages(answer).map(({ passage }) => passage.source.id),
      },
    );
    const { feedback } = catalogs[language].moderation;
    await replyText(
      interaction,
      replaced ? `${feedback.thanks} ${feedback.changed}` : feedback.thanks,
    );
  },
};
