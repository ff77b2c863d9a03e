/** The message menu "Answer with sources": looks up what a message says, for whoever opened the menu. */
import type { MessageMenu } from '../../src/discord/command.ts';
import { lookUp } from '../../src/discord/look-up.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { cleanText } from '../../src/text/clean.ts';

export const answerMenu: MessageMenu = {
  audience: 'everyone',
  name: ({ channels }) => channels.menu,

  async run(interaction, services) {
    const { content } = interaction.targetMessage;
    if (cleanText(content) === '') throw new UserError('emptyMessage');
    const found = await lookUp(interaction, content, services);
    await reply(interaction, found.message(true), { private: true, log: services.log });
    await found.count();
  },
};
