/** /mpp check: passages for and against a claim, privately. */
import { ApplicationCommandOptionType } from 'discord.js';
import { checkClaim } from '../../src/answer/check-claim.ts';
import { claimMessage } from '../../src/discord/claim-message.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { MAX_QUESTION_LENGTH } from '../../src/question/analyse.ts';
import { cleanText } from '../../src/text/clean.ts';

export const checkSubcommand: Subcommand = {
  name: 'check',
  options: {
    claim: {
      type: ApplicationCommandOptionType.String,
      required: true,
      max_length: MAX_QUESTION_LENGTH,
    },
  },
  texts: ({ trust }) => trust.commands.check,

  async run(interaction, { knowledge, config, log }) {
    const claim = interaction.options.getString('claim', true);
    if (cleanText(claim) === '') throw new UserError('emptyClaim');
    const { index } = knowledge;
    const checked = checkClaim(index, claim, { fallback: languageOf(interaction, config) });
    await reply(interaction, claimMessage(index.corpus, checked), { private: true, log });
  },
};
