/** The Share button: posts a copy of a private answer for everyone, without naming who asked. */
import { answerMessage, SHARE } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readPage } from '../../src/discord/custom-id.ts';
import { replayAnswer } from '../../src/discord/replay.ts';
import { reply } from '../../src/discord/reply.ts';
import { noteShared, placeOf } from '../../src/discord/shared-answers.ts';
import { UserError } from '../../src/errors.ts';

export const shareButton: ComponentHandler = {
  action: SHARE,
  async run(interaction, [code, receipt, number, written], services) {
    const page = readPage(number);
    if (page === undefined) throw new UserError('staleButton');
    const answer = await replayAnswer(interaction, [code, receipt, written], services);
    const message = answerMessage(services.knowledge.index.corpus, answer, {
      isPrivate: false,
      isShared: true,
      page,
      canRate: interaction.inCachedGuild(),
    });
    const messageId = await reply(interaction, message, { private: false, log: services.log });
    const place = placeOf(interaction, messageId);
    if (place) await noteShared(services, place, answer, { page, isCopy: true });
  },
};
