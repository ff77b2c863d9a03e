/** /mpp-mod history: who changed what, and a menu that takes a change back. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { historyMessage } from '../../src/discord/history-message.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';

export const historySubcommand: Subcommand = {
  name: 'history',
  options: {},
  texts: ({ moderation }) => moderation.commands.history,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { knowledge, store, config, log }) {
    const context = { store, corpus: knowledge.index.corpus };
    const language = languageOf(interaction, config);
    const message = await historyMessage(context, interaction.guildId, language, 0);
    await reply(interaction, message, { private: true, log });
  },
};
