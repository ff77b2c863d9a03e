/** /mpp sources: the list of sources, narrowed by kind, position and topic, privately. */
import { ApplicationCommandOptionType } from 'discord.js';
import { POSITIONS, SOURCE_KINDS } from '../../src/corpus/schema.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { listMessage, readFilter } from '../../src/discord/source-message.ts';
import { findTopics, suggestTopics } from '../../src/discord/suggest.ts';
import { UserError } from '../../src/errors.ts';

export const sourcesSubcommand: Subcommand = {
  name: 'sources',
  options: {
    kind: { type: ApplicationCommandOptionType.String, choices: SOURCE_KINDS },
    position: { type: ApplicationCommandOptionType.String, choices: POSITIONS },
    about: { type: ApplicationCommandOptionType.String, autocomplete: true, max_length: 100 },
  },
  texts: ({ commands, kinds, positionChoices }) => ({
    ...commands.sources,
    choices: { kind: kinds, position: positionChoices },
  }),

  async run(interaction, { knowledge, config, log }) {
    const { corpus } = knowledge.index;
    const option = (name: string) => interaction.options.getString(name) ?? '';
    const about = option('about');
    const topic = about === '' ? undefined : findTopics(corpus, about)[0];
    if (about !== '' && !topic) throw new UserError('unknownTopic');
    const filter = readFilter(corpus, [option('kind'), option('position'), topic?.id ?? '']);
    if (!filter) throw new UserError('unknownTopic');
    const message = listMessage(corpus, filter, { language: languageOf(interaction, config) });
    await reply(interaction, message, { private: true, log });
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    return suggestTopics(knowledge.index.corpus, typed, languageOf(interaction, config));
  },
};
