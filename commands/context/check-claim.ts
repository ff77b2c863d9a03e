/** The message menu "Check this claim": passages for and against what a message says, for whoever opened the menu. */
import { checkClaim } from '../../src/answer/check-claim.ts';
import { claimMessage } from '../../src/discord/claim-message.ts';
import type { MessageMenu } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { cleanText } from '../../src/text/clean.ts';

export const checkClaimMenu: MessageMenu = {
  audience: 'everyone',
  name: ({ trust }) => trust.commands.checkMessage,

  async run(interaction, { knowledge, config, log }) {
    const { content } = interaction.targetMessage;
    if (cleanText(content) === '') throw new UserError('emptyClaim');
    const { index } = knowledge;
    const checked = checkClaim(index, content, { fallback: languageOf(interaction, config) });
    await reply(interaction, claimMessage(index.corpus, checked), { private: true, log });
  },
};
