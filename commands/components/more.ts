/** The More and Previous buttons of an answer: another page of the same answer. */
import { replayReceipt } from '../../src/answer/receipt.ts';
import { answerMessage, TURN_ANSWER } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage, readPage } from '../../src/discord/custom-id.ts';
import { turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { currentMoment } from '../../src/services.ts';

export const moreButton: ComponentHandler = {
  action: TURN_ANSWER,
  async run(interaction, [code, receipt = '', number], services) {
    const { knowledge, log } = services;
    const language = readLanguage(code);
    const page = readPage(number);
    const { corpus } = knowledge.index;
    const answer = language && replayReceipt(corpus, receipt, language, currentMoment(services));
    if (!answer || page === undefined) throw new UserError('staleButton');
    await turnPage(interaction, answerMessage(corpus, answer, { isPrivate: true, page }), { log });
  },
};
