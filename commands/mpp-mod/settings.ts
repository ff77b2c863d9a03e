/** /mpp-mod settings: shows the settings of the server, or changes those that are given. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { CARD_CHANNELS, checkCanPost, findChannel } from '../../src/discord/channels.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { actorOf } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { checkModerates } from '../../src/discord/permissions.ts';
import { reply } from '../../src/discord/reply.ts';
import { settingsMessage } from '../../src/discord/settings-message.ts';
import { UserError } from '../../src/errors.ts';
import { dropQuestions } from '../../src/store/gaps.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  retentionOf,
  SETTING_NAMES,
  type Settings,
  VISIBILITIES,
} from '../../src/store/settings.ts';
import { LANGUAGES } from '../../src/text/language.ts';

export const settingsSubcommand: Subcommand = {
  name: 'settings',
  options: {
    language: { type: ApplicationCommandOptionType.String, choices: LANGUAGES },
    visibility: { type: ApplicationCommandOptionType.String, choices: VISIBILITIES },
    channel: { type: ApplicationCommandOptionType.Channel, channel_types: CARD_CHANNELS },
    reminders: { type: ApplicationCommandOptionType.Boolean },
    cooldown: { type: ApplicationCommandOptionType.Integer, min_value: 0, max_value: 3_600 },
    keep_questions: { type: ApplicationCommandOptionType.Boolean },
    retention: { type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 3_650 },
    reset: { type: ApplicationCommandOptionType.String, choices: SETTING_NAMES },
  },
  texts: ({ moderation }) => moderation.commands.settings,

  async run(interaction: ChatInputCommandInteraction<'cached'>, { store, config, log }) {
    const { guildId } = interaction;
    const change = await readChange(interaction, store.retentionDays);
    const before = await readSettings(store, guildId);
    const { after } =
      Object.keys(change).length > 0
        ? await changeSettings(store, guildId, change, actorOf(interaction))
        : { after: before };
    // What was kept while it was allowed isn't kept any longer.
    if (before.keepQuestions && !after.keepQuestions) await dropQuestions(store, guildId);
    const changed = SETTING_NAMES.filter((name) => before[name] !== after[name]);
    const message = settingsMessage(after, {
      language: languageOf(interaction, config),
      retentionDays: retentionOf(after, store),
      changed,
    });
    await reply(interaction, message, { private: true, log });
  },
};

/** What is to be changed. @throws UserError for a channel or a time that can't be */
async function readChange(
  { guild, member, options }: ChatInputCommandInteraction<'cached'>,
  mostDays: number,
): Promise<Partial<Settings>> {
  const change: Partial<Settings> = {};
  const reset = SETTING_NAMES.find((name) => name === options.getString('reset'));
  if (reset) Object.assign(change, { [reset]: DEFAULT_SETTINGS[reset] });
  const language = LANGUAGES.find((known) => known === options.getString('language'));
  if (language) change.language = language;
  const visibility = VISIBILITIES.find((known) => known === options.getString('visibility'));
  if (visibility) change.visibility = visibility;
  const reminders = options.getBoolean('reminders');
  if (reminders !== null) change.reminders = reminders;
  const cooldownSeconds = options.getInteger('cooldown');
  if (cooldownSeconds !== null) change.cooldownSeconds = cooldownSeconds;
  const keepQuestions = options.getBoolean('keep_questions');
  if (keepQuestions !== null) change.keepQuestions = keepQuestions;
  const retentionDays = options.getInteger('retention');
  if (retentionDays !== null) {
    if (retentionDays > mostDays) throw new UserError('retentionTooLong', { days: mostDays });
    change.retentionDays = retentionDays;
  }
  const named = options.getChannel('channel');
  if (named) {
    const channel = await findChannel(guild, named.id);
    if (!channel) throw new UserError('noTextChannel');
    checkModerates(member, channel);
    checkCanPost(channel);
    change.moderatorsChannel = channel.id;
  }
  return change;
}
