/** Previous and Next below the list of sources. */
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage, readPage } from '../../src/discord/custom-id.ts';
import { turnPage } from '../../src/discord/reply.ts';
import { listMessage, readFilter, TURN_LIST } from '../../src/discord/source-message.ts';
import { UserError } from '../../src/errors.ts';

export const turnListButton: ComponentHandler = {
  action: TURN_LIST,
  async run(interaction, [code, kind = '', position = '', topic = '', number], services) {
    const { corpus } = services.knowledge.index;
    const language = readLanguage(code);
    const page = readPage(number);
    const filter = readFilter(corpus, [kind, position, topic]);
    if (!language || page === undefined || !filter) throw new UserError('staleButton');
    await turnPage(interaction, listMessage(corpus, filter, { language, page }), services);
  },
};
