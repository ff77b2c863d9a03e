/** /mpp-mod answer list: all curated answers of the server, in pages. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { answerListMessage } from '../../src/discord/answer-list.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { listAnswers } from '../../src/store/answers.ts';

export const answerListSubcommand: Subcommand = {
  group: 'answer',
  name: 'list',
  options: {},
  texts: ({ moderation }) => moderation.commands.answerList,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { knowledge, config, store, log }) {
    const answers = await listAnswers(store, interaction.guildId);
    const language = languageOf(interaction, config);
    const message = answerListMessage(knowledge.index.corpus, answers, language, 0);
    await reply(interaction, message, { private: true, log });
  },
};
