/** /mpp-mod answer edit: opens the form with what stands there. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { draftOf, startForm } from '../../src/discord/answer-form.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { PASSAGE_OPTIONS, readPassages } from '../../src/discord/passage-options.ts';
import { openForm } from '../../src/discord/reply.ts';
import { suggestAnswers } from '../../src/discord/suggest-answers.ts';
import { suggestPassages } from '../../src/discord/suggest-records.ts';
import { UserError } from '../../src/errors.ts';
import { findAnswer } from '../../src/store/answers.ts';

export const answerEditSubcommand: Subcommand = {
  group: 'answer',
  name: 'edit',
  options: {
    answer: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: 100,
    },
    ...PASSAGE_OPTIONS,
  },
  texts: ({ moderation }) => moderation.commands.answerEdit,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { knowledge, config, store }) {
    const { corpus } = knowledge.index;
    const { guildId, options } = interaction;
    const answer = await findAnswer(store, guildId, options.getString('answer', true));
    if (!answer) throw new UserError('unknownAnswer');
    const named = readPassages(corpus, interaction);
    const draft = { ...draftOf(answer), ...(named.length > 0 && { passages: named }) };
    const language = languageOf(interaction, config);
    await openForm(interaction, await startForm(store, guildId, draft, { corpus, language }));
  },

  autocomplete(interaction, services) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'answer') return suggestAnswers(interaction, services);
    const { knowledge, config } = services;
    return suggestPassages(knowledge.index.corpus, value, languageOf(interaction, config));
  },
};
