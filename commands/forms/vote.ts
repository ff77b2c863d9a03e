/** The reasons of somebody whom an answer didn't help. */
import { shownPassages } from '../../src/answer/answer.ts';
import type { FormHandler } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { replayAnswer, voteSubject } from '../../src/discord/replay.ts';
import { replyText } from '../../src/discord/reply.ts';
import { REASONS_FIELD, VOTE_FORM } from '../../src/discord/vote-form.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { REASONS, recordVote } from '../../src/store/feedback.ts';

export const voteFormHandler: FormHandler = {
  action: VOTE_FORM,
  async run(interaction, [code, receipt = '', written], services) {
    if (!interaction.inCachedGuild()) throw new UserError('onlyInServers');
    const answer = await replayAnswer(interaction, [code, receipt, written], services);
    const chosen = interaction.fields.getCheckboxGroup(REASONS_FIELD);
    const { replaced } = await recordVote(
      services.store,
      interaction.guildId,
      interaction.user.id,
      {
        answerId: voteSubject(receipt, written),
        isHelpful: false,
        reasons: REASONS.filter((reason) => chosen.includes(reason)),
        sources: shownPassages(answer).map(({ passage }) => passage.source.id),
      },
    );
    const { feedback } = catalogs[languageOf(interaction, services.config)].moderation;
    await replyText(
      interaction,
      replaced ? `${feedback.thanks} ${feedback.changed}` : feedback.thanks,
    );
  },
};
