/** /mpp ask: a question, answered privately unless the asker wants it public. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { gapTerms } from '../../src/answer/gap.ts';
import { ask } from '../../src/ask.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { secondsToWait } from '../../src/discord/cooldown.ts';
import { guildContext } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { MAX_DATE_LENGTH, readDateOption } from '../../src/discord/read-date.ts';
import { reply } from '../../src/discord/reply.ts';
import { suggestQuestions } from '../../src/discord/suggest.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { MAX_QUESTION_LENGTH } from '../../src/question/analyse.ts';
import { currentMoment } from '../../src/services.ts';
import { countQuestion } from '../../src/store/counts.ts';
import { recordGap } from '../../src/store/gaps.ts';
import { retentionOf, type Settings } from '../../src/store/settings.ts';
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
    const { knowledge, config, log, metrics, store } = services;
    const question = interaction.options.getString('question', true);
    if (cleanText(question) === '') throw new UserError('emptyQuestion');
    const day = readDateOption(interaction.options.getString('as_of'), services.clock());
    const { settings, community } = await guildContext(interaction, services);
    // Nobody in danger is kept waiting.
    if (knowledge.index.guard(question).kind !== 'danger') refuseHaste(interaction, settings);
    const isPrivate =
      interaction.options.getBoolean('private') ?? settings.visibility === 'private';
    const chosen = interaction.options.getString('language');
    const answer = ask(knowledge.index, question, {
      language: LANGUAGES.find((language) => language === chosen),
      fallback: settings.language ?? languageOf(interaction, config),
      asOf: day && lastDayOf(day),
      moment: currentMoment(services),
      community,
    });
    const isDeclined = answer.kind === 'declined';
    if (isDeclined) metrics.declined(answer.reason);
    const terms = gapTerms(knowledge.index, question, answer);
    const isKept = settings.keepQuestions && terms.length > 0;
    // What isn't answered concerns the asker alone.
    const onlyForAsker = isPrivate || isDeclined;
    const message = answerMessage(knowledge.index.corpus, answer, {
      isPrivate: onlyForAsker,
      canRate: interaction.inCachedGuild(),
      note: isKept
        ? catalogs[answer.language].moderation.keepsQuestion(retentionOf(settings, store))
        : undefined,
    });
    await reply(interaction, message, { private: onlyForAsker, log });
    if (!interaction.inCachedGuild()) return;
    const { guildId } = interaction;
    // Nobody waits for what is counted, and nobody is told when it can't be.
    const counting = async () => {
      await countQuestion(store, guildId, isDeclined ? 'declined' : 'answered');
      if (terms.length === 0) return;
      const { language } = answer;
      const kept = isKept ? { question: cleanText(question) } : {};
      await recordGap(store, guildId, { terms, language, ...kept });
    };
    await counting().catch((err) => log.error({ event: 'count-failed', err }));
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    const language = detectLanguage(typed, languageOf(interaction, config));
    return suggestQuestions(knowledge.index.corpus, typed, language);
  },
};

/** @throws UserError while the server wants the member to wait */
function refuseHaste(
  interaction: ChatInputCommandInteraction,
  { cooldownSeconds }: Settings,
): void {
  if (!interaction.inCachedGuild()) return;
  const seconds = secondsToWait(interaction.guildId, interaction.user.id, cooldownSeconds);
  if (seconds > 0) throw new UserError('cooldown', { seconds });
}
