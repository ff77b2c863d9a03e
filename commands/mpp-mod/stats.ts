/** /mpp-mod stats: figures of the server. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { SHOWN_TALLIES, statsMessage, weekChart } from '../../src/discord/stats-message.ts';
import { listAnswers } from '../../src/store/answers.ts';
import { listCounts } from '../../src/store/counts.ts';
import { listTallies } from '../../src/store/feedback.ts';
import { listGaps } from '../../src/store/gaps.ts';
import { listPins } from '../../src/store/pins.ts';

/** Days that are looked at when none are given. */
const DAYS = 30;

export const statsSubcommand: Subcommand = {
  name: 'stats',
  options: {
    days: { type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 365 },
  },
  texts: ({ moderation }) => moderation.commands.stats,

  async run(interaction: ChatInputCommandInteraction<'cached'>, services) {
    const { knowledge, store, config, log, painter } = services;
    const { guildId } = interaction;
    const days = interaction.options.getInteger('days') ?? DAYS;
    const figures = {
      days,
      counts: await listCounts(store, guildId, days),
      pins: (await listPins(store, guildId)).length,
      gaps: (await listGaps(store, guildId)).length,
      curated: await listAnswers(store, guildId),
      answers: await listTallies(store, guildId, 'answer', SHOWN_TALLIES),
      sources: await listTallies(store, guildId, 'source', SHOWN_TALLIES),
    };
    const language = languageOf(interaction, config);
    const chart = weekChart(figures.counts, language);
    const data = chart && (await painter.paint(chart.picture));
    const file = data && { name: 'questions.png', data, alt: chart.alt };
    const message = statsMessage(knowledge.index.corpus, figures, language, file);
    await reply(interaction, message, { private: true, log });
  },
};
