/** /mpp ask: a question, answered privately unless the asker wants it public. */
import { ApplicationCommandOptionType } from 'discord.js';
import { ask } from '../../src/ask.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { languageOfLocale } from '../../src/messages/catalog.ts';
import { MAX_QUESTION_LENGTH } from '../../src/question/analyse.ts';
import { LANGUAGES } from '../../src/text/language.ts';

export const askSubcommand: Subcommand = {
  name: 'ask',
  options: {
    question: {
      type: ApplicationCommandOptionType.String,
      required: true,
      max_length: MAX_QUESTION_LENGTH,
    },
    private: { type: ApplicationCommandOptionType.Boolean },
    language: { type: ApplicationCommandOptionType.String, choices: LANGUAGES },
  },
  texts: ({ commands, languages }) => ({ ...commands.ask, choices: { language: languages } }),
  async run(interaction, { knowledge, config }) {
    const question = interaction.options.getString('question', true);
    if (question.trim() === '') throw new UserError('emptyQuestion');
    const isPrivate = interaction.options.getBoolean('private') ?? true;
    const chosen = interaction.options.getString('language');
    const answer = ask(knowledge.index, question, {
      language: LANGUAGES.find((language) => language === chosen),
      fallback: languageOfLocale(interaction.locale) ?? config.DEFAULT_LANGUAGE,
    });
    await reply(interaction, answerMessage(knowledge.index.corpus, answer, { isPrivate }), {
      private: isPrivate || answer.kind === 'declined',
    });
  },
};
