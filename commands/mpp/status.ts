/** /mpp status: what was in force on a day, privately. */
import { ApplicationCommandOptionType } from 'discord.js';
import { statusOn } from '../../src/answer/status.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { encodeCustomId } from '../../src/discord/custom-id.ts';
import { languageOf } from '../../src/discord/language.ts';
import { MAX_DATE_LENGTH, readDateOption } from '../../src/discord/read-date.ts';
import { reply } from '../../src/discord/reply.ts';
import { OPEN_FROM_LIST } from '../../src/discord/source-message.ts';
import { renderStatus } from '../../src/render/status.ts';
import { dayOf } from '../../src/text/dates.ts';

export const statusSubcommand: Subcommand = {
  name: 'status',
  options: { on: { type: ApplicationCommandOptionType.String, max_length: MAX_DATE_LENGTH } },
  texts: ({ commands }) => commands.status,

  async run(interaction, { knowledge, config, log }) {
    const { corpus } = knowledge.index;
    const date = readDateOption(interaction.options.getString('on')) ?? dayOf(new Date());
    const language = languageOf(interaction, config);
    const message = renderStatus(corpus, statusOn(corpus, date), {
      language,
      openSource: encodeCustomId(OPEN_FROM_LIST, language),
    });
    await reply(interaction, message, { private: true, log });
  },
};
