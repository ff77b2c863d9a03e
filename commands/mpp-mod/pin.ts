/** /mpp-mod pin: posts the card of a source into a channel and pins it. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { CARD_CHANNELS, checkCanPost, findChannel } from '../../src/discord/channels.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { actorOf, languageOfGuild } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { checkModerates } from '../../src/discord/permissions.ts';
import { pinMessage } from '../../src/discord/pin-message.ts';
import { MOST_REVIEW_DAYS, placePin, REASON_LENGTH } from '../../src/discord/pins.ts';
import { defer, reply } from '../../src/discord/reply.ts';
import { findSources, suggestSources } from '../../src/discord/suggest.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { readSettings } from '../../src/store/settings.ts';
import { dayOf } from '../../src/text/dates.ts';

export const pinSubcommand: Subcommand = {
  name: 'pin',
  options: {
    source: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: 100,
    },
    channel: { type: ApplicationCommandOptionType.Channel, channel_types: CARD_CHANNELS },
    review_days: {
      type: ApplicationCommandOptionType.Integer,
      min_value: 1,
      max_value: MOST_REVIEW_DAYS,
    },
    reason: { type: ApplicationCommandOptionType.String, max_length: REASON_LENGTH },
  },
  texts: ({ moderation }) => moderation.commands.pin,

  async run(interaction: ChatInputCommandInteraction<'cached'>, services) {
    const { knowledge, config, log, store } = services;
    const { corpus } = knowledge.index;
    const { guild, member, options } = interaction;
    const [source, another] = findSources(corpus, options.getString('source', true));
    if (!source || another) throw new UserError('unknownSource');
    await defer(interaction);
    const channelId = options.getChannel('channel')?.id ?? interaction.channelId;
    const channel = await findChannel(guild, channelId);
    if (!channel || !CARD_CHANNELS.some((type) => type === channel.type))
      throw new UserError('noTextChannel');
    checkModerates(member, channel);
    checkCanPost(channel);
    const settings = await readSettings(store, guild.id);
    const wish = {
      source,
      language: languageOfGuild(guild, settings, config),
      reason: options.getString('reason') ?? '',
      reviewDays: options.getInteger('review_days'),
    };
    const { pin, outcome } = await placePin(services, channel, wish, actorOf(interaction));
    const language = languageOf(interaction, config);
    const words = catalogs[language].moderation.pins.outcome[outcome];
    const message = pinMessage(corpus, pin, language, dayOf(store.now()), words);
    await reply(interaction, message, { private: true, log });
  },

  autocomplete(interaction, { knowledge }) {
    return suggestSources(knowledge.index.corpus, interaction.options.getFocused());
  },
};
