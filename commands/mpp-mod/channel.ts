/** /mpp-mod channel: shows in which channels the bot answers by itself, or sets one. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { actorOf } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { checkModerates } from '../../src/discord/permissions.ts';
import {
  ANSWER_CHANNELS,
  checkMode,
  missingIn,
} from '../../src/discord/qa-channels/channel-check.ts';
import { channelMessage, channelsMessage } from '../../src/discord/qa-channels/channel-message.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import {
  CHANNEL_MODES,
  type ChannelRule,
  listChannels,
  NO_RULE,
  setChannel,
} from '../../src/store/channels.ts';
import { readSettings } from '../../src/store/settings.ts';
import { LANGUAGES } from '../../src/text/language.ts';

/** The choice of `language` that takes a fixed one away. */
const OF_QUESTION = 'question';

export const channelSubcommand: Subcommand = {
  name: 'channel',
  options: {
    mode: { type: ApplicationCommandOptionType.String, choices: CHANNEL_MODES },
    channel: { type: ApplicationCommandOptionType.Channel, channel_types: ANSWER_CHANNELS },
    language: {
      type: ApplicationCommandOptionType.String,
      choices: [OF_QUESTION, ...LANGUAGES],
    },
    notices: { type: ApplicationCommandOptionType.Boolean },
  },
  texts: ({ channels }) => channels.command,

  async run(interaction: ChatInputCommandInteraction<'cached'>, services) {
    const { store, config, log, rules } = services;
    const { guild, member, options } = interaction;
    const language = languageOf(interaction, config);
    const change = readChange(interaction);
    const named = options.getChannel('channel');
    if (Object.keys(change).length === 0 && !named) {
      const message = channelsMessage(await rules.all(guild.id), language);
      await reply(interaction, message, { private: true, log });
      return;
    }
    const channel = guild.channels.resolve(named?.id ?? interaction.channelId);
    if (!channel) throw new UserError('noAnswerChannel');
    checkModerates(member, channel);
    const { moderatorsChannel } = await readSettings(store, guild.id);
    const known = (await listChannels(store, guild.id)).find((r) => r.channelId === channel.id);
    const wanted = { ...NO_RULE, ...known, ...change };
    if (Object.keys(change).length > 0) {
      checkMode(channel, wanted.mode, config.MESSAGE_CONTENT);
      const missing = wanted.mode === 'off' ? [] : missingIn(channel);
      if (missing.length > 0) {
        const { permissions } = catalogs[language].channels;
        const names = missing.map((name) => permissions[name]).join(', ');
        throw new UserError('missingHere', { channel: channel.id, permissions: names });
      }
      if (wanted.mode === 'review' && !moderatorsChannel)
        throw new UserError('noModeratorsChannel');
      await setChannel(store, guild.id, channel.id, change, actorOf(interaction));
      rules.forget(guild.id);
    }
    const circumstances = { moderatorsChannel, readsContent: config.MESSAGE_CONTENT };
    const message = channelMessage(channel, wanted, circumstances, language);
    await reply(interaction, message, { private: true, log });
  },
};

function readChange({ options }: ChatInputCommandInteraction<'cached'>): Partial<ChannelRule> {
  const change: Partial<ChannelRule> = {};
  const mode = CHANNEL_MODES.find((known) => known === options.getString('mode'));
  if (mode) change.mode = mode;
  const language = options.getString('language');
  if (language !== null) change.language = LANGUAGES.find((known) => known === language) ?? null;
  const notices = options.getBoolean('notices');
  if (notices !== null) change.notices = notices;
  return change;
}
