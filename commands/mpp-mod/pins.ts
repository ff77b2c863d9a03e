/** /mpp-mod pins: all pins of the server with their state. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { showPins } from '../../src/discord/pin-pages.ts';
import { defer, reply } from '../../src/discord/reply.ts';

export const pinsSubcommand: Subcommand = {
  name: 'pins',
  options: {},
  texts: ({ moderation }) => moderation.commands.pins,

  async run(interaction: ChatInputCommandInteraction<'cached'>, services) {
    await defer(interaction);
    const language = languageOf(interaction, services.config);
    const message = await showPins(services, interaction.guild, language, 0);
    await reply(interaction, message, { private: true, log: services.log });
  },
};
