/** /mpp ask: a question, answered privately unless the asker wants it public. */
import { ApplicationCommandOptionType } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { lookUp } from '../../src/discord/look-up.ts';
import { MAX_DATE_LENGTH, readDateOption } from '../../src/discord/read-date.ts';
import { reply } from '../../src/discord/reply.ts';
import { noteShared, placeOf } from '../../src/discord/shared-answers.ts';
import { suggestQuestions } from '../../src/discord/suggest.ts';
import { UserError } from '../../src/errors.ts';
import { MAX_QUESTION_LENGTH } from '../../src/question/analyse.ts';
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
    const { options } = interaction;
    const question = options.getString('question', true);
    if (cleanText(question) === '') throw new UserError('emptyQuestion');
    const day = readDateOption(options.getString('as_of'), services.clock());
    const chosen = options.getString('language');
    const found = await lookUp(interaction, question, services, {
      language: LANGUAGES.find((language) => language === chosen),
      asOf: day && lastDayOf(day),
    });
    const { visibility } = found.context.settings;
    const isPrivate = options.getBoolean('private') ?? visibility === 'private';
    // What isn't answered concerns the asker alone.
    const { answer } = found;
    const onlyForAsker = isPrivate || answer.kind === 'declined';
    const { log } = services;
    const how = { private: onlyForAsker, log };
    const messageId = await reply(interaction, found.message(onlyForAsker), how);
    const place = placeOf(interaction, messageId);
    if (place) await noteShared(services, place, answer);
    await found.count();
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    const language = detectLanguage(typed, languageOf(interaction, config));
    return suggestQuestions(knowledge.index.corpus, typed, language);
  },
};
