/** What opens a comparison below an answer, privately, and turns its pages. */
import type { ComponentHandler } from '../../src/discord/command.ts';
import { COMPARE, comparisonMessage } from '../../src/discord/compare-message.ts';
import { readLanguage, readPage } from '../../src/discord/custom-id.ts';
import { reply, turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';

export const compareButton: ComponentHandler = {
  action: COMPARE,
  async run(interaction, [code, id, number, turn], { knowledge, log }) {
    const { corpus } = knowledge.index;
    const language = readLanguage(code);
    const page = readPage(number);
    const disagreement = corpus.disagreements.find((known) => known.id === id);
    if (!language || page === undefined || !disagreement) throw new UserError('staleButton');
    const message = comparisonMessage(corpus, disagreement, { language, page });
    if (turn === 'turn') await turnPage(interaction, message, { log });
    else await reply(interaction, message, { private: true, log });
  },
};
