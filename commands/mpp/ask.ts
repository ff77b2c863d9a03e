/** /mpp ask: a question, answered privately unless the asker wants it public. */
import { ApplicationCommandOptionType } from 'discord.js';
import { ask } from '../../src/ask.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { MAX_DATE_LENGTH, readDateOption } from '../../src/discord/read-date.ts';
import { reply } from '../../src/discord/reply.ts';
import { suggestQuestions } from '../../src/discord/suggest.ts';
import { UserError } from '../../src/errors.ts';
import { MAX_QUESTION_LENGTH } from '../../src/question/analyse.ts';
import { currentMoment } from '../../src/services.ts';
import { cleanText } from '../../src/text/clean.ts';
import { lastDayOf } from '../../src/text/dates.ts';
import { detectLanguage, LANGUAGES } from '../../src/text/language.ts';

export const askSubcommand: Subcommand = {
  name: 'ask',
  options: {
    question: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: MAX_QUESTION_LENGTH,
    },
    private: { type: ApplicationCommandOptionType.Boolean },
    language: { type: ApplicationCommandOptionType.String, choices: LANGUAGES },
    as_of: { type: ApplicationCommandOptionType.String, max_length: MAX_DATE_LENGTH },
  },
  texts: ({ commands, languages }) => ({ ...commands.ask, choices: { language: languages } }),

  async run(interaction, services) {
    const { knowledge, config, log, metrics } = services;
    const question = interaction.options.getString('question', true);
    if (cleanText(question) === '') throw new UserError('emptyQuestion');
    const isPrivate = interaction.options.getBoolean('private') ?? true;
    const day = readDateOption(interaction.options.getString('as_of'), services.clock());
    const chosen = interaction.options.getString('language');
    const answer = ask(knowledge.index, question, {
      language: LANGUAGES.find((language) => language === chosen),
      fallback: languageOf(interaction, config),
      asOf: day && lastDayOf(day),
      moment: currentMoment(services),
    });
    if (answer.kind === 'declined') metrics.declined(answer.reason);
    // What isn't answered concerns the asker alone.
    const onlyForAsker = isPrivate || answer.kind === 'declined';
    const message = answerMessage(knowledge.index.corpus, answer, { isPrivate: onlyForAsker });
    await reply(interaction, message, { private: onlyForAsker, log });
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    const language = detectLanguage(typed, languageOf(interaction, config));
    return suggestQuestions(knowledge.index.corpus, typed, language);
  },
};
