/** /mpp source: the card of one source, privately. */
import { ApplicationCommandOptionType } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { cardMessage } from '../../src/discord/source-message.ts';
import { findSources, suggestSources } from '../../src/discord/suggest.ts';
import { UserError } from '../../src/errors.ts';

export const sourceSubcommand: Subcommand = {
  name: 'source',
  options: {
    id: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: 100,
    },
  },
  texts: ({ commands }) => commands.source,

  async run(interaction, { knowledge, config, log }) {
    const { corpus } = knowledge.index;
    // A member may send what they typed without choosing: it is taken when only one source fits.
    const [source, another] = findSources(corpus, interaction.options.getString('id', true));
    if (!source || another) throw new UserError('unknownSource');
    const message = cardMessage(corpus, source, { language: languageOf(interaction, config) });
    await reply(interaction, message, { private: true, log });
  },

  autocomplete(interaction, { knowledge }) {
    return suggestSources(knowledge.index.corpus, interaction.options.getFocused());
  },
};
