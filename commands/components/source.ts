/** What opens and turns the card of a source: buttons below answers, the menu of the list, Previous and Next. */
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage, readPage } from '../../src/discord/custom-id.ts';
import { reply, turnPage } from '../../src/discord/reply.ts';
import {
  cardMessage,
  OPEN_FROM_LIST,
  OPEN_SOURCE,
  TURN_CARD,
} from '../../src/discord/source-message.ts';
import { UserError } from '../../src/errors.ts';
import type { Services } from '../../src/services.ts';

/** "About source 1" below an answer. */
export const openSourceButton: ComponentHandler = {
  action: OPEN_SOURCE,
  async run(interaction, [code, id], { knowledge, log }) {
    await reply(interaction, cardOf(knowledge, code, id, 0), { private: true, log });
  },
};

/** The menu below the list of sources; what was chosen is a source's id. */
export const openSourceMenu: ComponentHandler = {
  action: OPEN_FROM_LIST,
  async run(interaction, [code], { knowledge, log }) {
    const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    await reply(interaction, cardOf(knowledge, code, id, 0), { private: true, log });
  },
};

/** Previous and Next on a card. */
export const turnCardButton: ComponentHandler = {
  action: TURN_CARD,
  async run(interaction, [code, id, number], { knowledge, log }) {
    await turnPage(interaction, cardOf(knowledge, code, id, readPage(number)), { log });
  },
};

function cardOf(
  { index: { corpus } }: Services['knowledge'],
  code: string | undefined,
  id: string | undefined,
  page: number | undefined,
) {
  const language = readLanguage(code);
  const source = [...corpus.sources.values()].find((known) => known.id === id);
  if (!language || !source || page === undefined) throw new UserError('staleButton');
  return cardMessage(corpus, source, { language, page });
}
