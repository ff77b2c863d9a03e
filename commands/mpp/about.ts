/** /mpp about: what the bot is, how fresh its corpus is, how to say that something is wrong. */
import type { Subcommand } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { renderAbout } from '../../src/render/about.ts';

export const aboutSubcommand: Subcommand = {
  name: 'about',
  options: {},
  texts: ({ commands }) => commands.about,

  async run(interaction, { knowledge, config, log }) {
    const message = renderAbout(knowledge.index.corpus, languageOf(interaction, config));
    await reply(interaction, message, { private: true, log });
  },
};
