/** /mpp privacy: what is kept about the one who asks, and a button that forgets it. */
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { privacyMessage } from '../../src/discord/privacy-message.ts';
import { reply } from '../../src/discord/reply.ts';
import { readSettings } from '../../src/store/settings.ts';
import { whatIsHeld } from '../../src/store/users.ts';

export const privacySubcommand: Subcommand = {
  name: 'privacy',
  options: {},
  texts: ({ moderation }) => moderation.commands.privacy,

  async run(interaction, { store, config, log, subjects }) {
    const here = interaction.inCachedGuild()
      ? {
          held: await whatIsHeld(store, interaction.guildId, interaction.user.id),
          settings: await readSettings(store, interaction.guildId),
          store,
        }
      : undefined;
    const isRemembered = subjects.has(({ authorId }) => authorId === interaction.user.id);
    const message = privacyMessage(here, languageOf(interaction, config), isRemembered);
    await reply(interaction, message, { private: true, log });
  },
};
