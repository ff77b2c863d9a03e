/** /mpp-mod answer add: opens the form for a curated answer that rests on these passages. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { MOST_WORDING, startForm } from '../../src/discord/answer-form.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { PASSAGE_OPTIONS, readPassages } from '../../src/discord/passage-options.ts';
import { openForm } from '../../src/discord/reply.ts';
import { suggestPassages } from '../../src/discord/suggest-records.ts';
import { LANGUAGES } from '../../src/text/language.ts';

export const answerAddSubcommand: Subcommand = {
  group: 'answer',
  name: 'add',
  options: {
    ...PASSAGE_OPTIONS,
    passage: { ...PASSAGE_OPTIONS.passage, required: true },
    question: { type: ApplicationCommandOptionType.String, max_length: MOST_WORDING },
  },
  texts: ({ moderation }) => moderation.commands.answerAdd,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { knowledge, config, store }) {
    const { corpus } = knowledge.index;
    const draft = {
      questions: interaction.options.getString('question') ?? '',
      text: '',
      passages: readPassages(corpus, interaction),
      languages: [...LANGUAGES],
    };
    const language = languageOf(interaction, config);
    const form = await startForm(store, interaction.guildId, draft, { corpus, language });
    await openForm(interaction, form);
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    return suggestPassages(knowledge.index.corpus, typed, languageOf(interaction, config));
  },
};
