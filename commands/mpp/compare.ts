/** /mpp compare: where sources differ, side by side, privately. */
import { ApplicationCommandOptionType } from 'discord.js';
import { findDisagreement } from '../../src/answer/sides.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { comparisonMessage } from '../../src/discord/compare-message.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { findDisagreements, suggestDisagreements } from '../../src/discord/suggest.ts';
import { UserError } from '../../src/errors.ts';

export const compareSubcommand: Subcommand = {
  name: 'compare',
  options: {
    topic: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: 100,
    },
  },
  texts: ({ trust }) => trust.commands.compare,

  async run(interaction, { knowledge, config, log }) {
    const { index } = knowledge;
    const topic = interaction.options.getString('topic', true);
    const known = index.corpus.disagreements.find(({ id }) => id === topic.trim());
    // A member may send what they typed without choosing: as a question, or as a word of one.
    const disagreement =
      known ?? findDisagreement(index, topic) ?? findDisagreements(index.corpus, topic)[0];
    if (!disagreement) throw new UserError('unknownComparison');
    const language = languageOf(interaction, config);
    const message = comparisonMessage(index.corpus, disagreement, { language });
    await reply(interaction, message, { private: true, log });
  },

  autocomplete(interaction, { knowledge, config }) {
    const typed = interaction.options.getFocused();
    return suggestDisagreements(knowledge.index.corpus, typed, languageOf(interaction, config));
  },
};
