/** /mpp define: what a term means, who a person or an organisation is, privately. */
import { ApplicationCommandOptionType } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { findTerms, suggestTerms } from '../../src/discord/suggest-history.ts';
import { termMessage, termsMessage } from '../../src/discord/term-message.ts';
import { UserError } from '../../src/errors.ts';

export const defineSubcommand: Subcommand = {
  name: 'define',
  options: {
    term: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: 100,
    },
  },
  texts: ({ commands }) => commands.define,

  async run(interaction, { knowledge, config, log }) {
    const { corpus } = knowledge.index;
    const [entry, ...others] = findTerms(corpus, interaction.options.getString('term', true));
    if (!entry) throw new UserError('unknownTerm');
    const language = languageOf(interaction, config);
    const message =
      others.length === 0
        ? termMessage(corpus, entry, language)
        : termsMessage([entry, ...others], language);
    await reply(interaction, message, { private: true, log });
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    return suggestTerms(knowledge.index.corpus, typed, languageOf(interaction, config));
  },
};
