/** The button below a narrow answer that opens the overview it belongs to, privately. */
import { answerWithOverview } from '../../src/answer/decide.ts';
import { answerMessage, STORY } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage } from '../../src/discord/custom-id.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';

export const storyButton: ComponentHandler = {
  action: STORY,
  async run(interaction, [code, id], { knowledge, log }) {
    const language = readLanguage(code);
    const { corpus } = knowledge.index;
    const overview = corpus.overviews.find((known) => known.id === id);
    if (!language || !overview) throw new UserError('staleButton');
    const answer = answerWithOverview(corpus, { language }, overview);
    await reply(
      interaction,
      answerMessage(corpus, answer, { isPrivate: true, canRate: interaction.inCachedGuild() }),
      {
        private: true,
        log,
      },
    );
  },
};
