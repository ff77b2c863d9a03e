/** "Forget me": deletes the presser's votes and takes their name off what stays. Nobody else is touched. */
import type { ComponentHandler } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { FORGET } from '../../src/discord/privacy-message.ts';
import { replyText } from '../../src/discord/reply.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { forgetUser } from '../../src/store/users.ts';

export const forgetButton: ComponentHandler = {
  action: FORGET,
  async run(interaction, _args, { store, config, subjects }) {
    const { id } = interaction.user;
    subjects.forget(({ authorId }) => authorId === id);
    const { privacy } = catalogs[languageOf(interaction, config)].moderation;
    if (!interaction.inCachedGuild()) return replyText(interaction, privacy.forgottenSubject);
    await forgetUser(store, interaction.guildId, id);
    await replyText(interaction, privacy.forgotten);
  },
};
