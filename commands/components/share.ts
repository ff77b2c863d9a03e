/** The Share button: posts a copy of a private answer for everyone, without naming who asked. */
import { replayReceipt } from '../../src/answer/receipt.ts';
import { answerMessage, SHARE } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage, readPage } from '../../src/discord/custom-id.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { currentMoment } from '../../src/services.ts';

export const shareButton: ComponentHandler = {
  action: SHARE,
  async run(interaction, [code, receipt = '', number], services) {
    const { knowledge, log } = services;
    const language = readLanguage(code);
    const page = readPage(number);
    const { corpus } = knowledge.index;
    const answer = language && replayReceipt(corpus, receipt, language, currentMoment(services));
    if (!answer || page === undefined) throw new UserError('staleButton');
    const message = answerMessage(corpus, answer, { isPrivate: false, isShared: true, page });
    await reply(interaction, message, { private: false, log });
  },
};
