/** /mpp-mod gaps: what was asked and not answered, by its known words. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { gapListMessage } from '../../src/discord/gap-message.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { listGaps } from '../../src/store/gaps.ts';

export const gapsSubcommand: Subcommand = {
  name: 'gaps',
  options: {},
  texts: ({ moderation }) => moderation.commands.gaps,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { store, config, log }) {
    const clusters = await listGaps(store, interaction.guildId);
    const message = gapListMessage(clusters, languageOf(interaction, config), 0);
    await reply(interaction, message, { private: true, log });
  },
};
