/** /mpp timeline: dated events between two dates and on a topic, with a picture, privately. */
import { ApplicationCommandOptionType } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { MAX_DATE_LENGTH, readDateOption } from '../../src/discord/read-date.ts';
import { reply } from '../../src/discord/reply.ts';
import { findEventTopics, suggestEventTopics } from '../../src/discord/suggest-history.ts';
import { timelineMessage } from '../../src/discord/timeline-message.ts';
import { UserError } from '../../src/errors.ts';

export const timelineSubcommand: Subcommand = {
  name: 'timeline',
  options: {
    from: { type: ApplicationCommandOptionType.String, max_length: MAX_DATE_LENGTH },
    to: { type: ApplicationCommandOptionType.String, max_length: MAX_DATE_LENGTH },
    topic: { type: ApplicationCommandOptionType.String, autocomplete: true, max_length: 100 },
  },
  texts: ({ commands }) => commands.timeline,

  async run(interaction, services) {
    const { knowledge, config, log } = services;
    const from = readDateOption(interaction.options.getString('from'));
    const to = readDateOption(interaction.options.getString('to'));
    const typed = interaction.options.getString('topic')?.trim() ?? '';
    const topic = typed === '' ? undefined : findEventTopics(knowledge.index.corpus, typed)[0];
    if (typed !== '' && !topic) throw new UserError('unknownTopic');
    const language = languageOf(interaction, config);
    const message = await timelineMessage(services, { from, to, topic }, { language });
    await reply(interaction, message, { private: true, log });
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    return suggestEventTopics(knowledge.index.corpus, typed, languageOf(interaction, config));
  },
};
