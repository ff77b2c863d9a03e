/** /mpp-mod answer remove: takes a curated answer away; the history can bring it back. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { actorOf } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { replyText } from '../../src/discord/reply.ts';
import { suggestAnswers } from '../../src/discord/suggest-answers.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { removeAnswer } from '../../src/store/answers.ts';

export const answerRemoveSubcommand: Subcommand = {
  group: 'answer',
  name: 'remove',
  options: {
    answer: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: 100,
    },
  },
  texts: ({ moderation }) => moderation.commands.answerRemove,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { config, store }) {
    const id = interaction.options.getString('answer', true);
    const removed = await removeAnswer(store, interaction.guildId, id, actorOf(interaction));
    if (!removed) throw new UserError('unknownAnswer');
    const { answers } = catalogs[languageOf(interaction, config)].moderation;
    await replyText(interaction, answers.removed);
  },

  autocomplete: suggestAnswers,
};
