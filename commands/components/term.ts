/** The menu of glossary entries where several fit; what was chosen is an entry's id. */
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage } from '../../src/discord/custom-id.ts';
import { reply } from '../../src/discord/reply.ts';
import { OPEN_TERM, termMessage } from '../../src/discord/term-message.ts';
import { UserError } from '../../src/errors.ts';

export const openTermMenu: ComponentHandler = {
  action: OPEN_TERM,
  async run(interaction, [code], { knowledge, log }) {
    const { corpus } = knowledge.index;
    const language = readLanguage(code);
    const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    const entry = corpus.glossary.find((known) => known.id === id);
    if (!language || !entry) throw new UserError('staleButton');
    await reply(interaction, termMessage(corpus, entry, language), { private: true, log });
  },
};
