/** The More and Previous buttons of an answer: another page of the same answer. */
import { answerMessage, TURN_ANSWER } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readPage } from '../../src/discord/custom-id.ts';
import { replayAnswer } from '../../src/discord/replay.ts';
import { turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';

export const moreButton: ComponentHandler = {
  action: TURN_ANSWER,
  async run(interaction, [code, receipt, number, written], services) {
    const page = readPage(number);
    if (page === undefined) throw new UserError('staleButton');
    const answer = await replayAnswer(interaction, [code, receipt, written], services);
    const message = answerMessage(services.knowledge.index.corpus, answer, {
      isPrivate: true,
      page,
      canRate: interaction.inCachedGuild(),
    });
    await turnPage(interaction, message, services);
  },
};
