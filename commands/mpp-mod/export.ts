/** /mpp-mod export: what the server has, as a file. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { EXPORT_FORMATS, EXPORTS, exportRows, exportText } from '../../src/discord/export-rows.ts';
import { languageOf } from '../../src/discord/language.ts';
import { replyFiles } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { dayOf } from '../../src/text/dates.ts';

export const exportSubcommand: Subcommand = {
  name: 'export',
  options: {
    what: { type: ApplicationCommandOptionType.String, required: true, choices: EXPORTS },
    format: { type: ApplicationCommandOptionType.String, choices: EXPORT_FORMATS },
  },
  texts: ({ moderation }) => moderation.commands.export,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { store, config }) {
    const kind = EXPORTS.find((known) => known === interaction.options.getString('what', true));
    const chosen = interaction.options.getString('format') ?? 'json';
    const format = EXPORT_FORMATS.find((known) => known === chosen);
    if (!kind || !format) throw new UserError('unknownCommand');
    const rows = await exportRows(store, interaction.guildId, kind);
    const name = `${kind}-${dayOf(store.now())}.${format}`;
    const { done } = catalogs[languageOf(interaction, config)].moderation.export;
    await replyFiles(interaction, done(rows.length), [{ name, data: exportText(rows, format) }]);
  },
};
