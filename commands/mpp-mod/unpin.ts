/** /mpp-mod unpin: unpins a card and removes its record, in whatever state it is. */
import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { findChannel } from '../../src/discord/channels.ts';
import type { Subcommand } from '../../src/discord/command.ts';
import { actorOf } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { checkModerates } from '../../src/discord/permissions.ts';
import { sourceOf } from '../../src/discord/pin-card.ts';
import { takePinOff } from '../../src/discord/pins.ts';
import { defer, replyText } from '../../src/discord/reply.ts';
import { suggestRecords } from '../../src/discord/suggest-records.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { findPin, listPins } from '../../src/store/pins.ts';

export const unpinSubcommand: Subcommand = {
  name: 'unpin',
  options: {
    pin: {
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: 100,
    },
  },
  texts: ({ moderation }) => moderation.commands.unpin,

  async run(interaction: ChatInputCommandInteraction<'cached'>, services) {
    const { guild, member, options } = interaction;
    const pin = await findPin(services.store, guild.id, options.getString('pin', true));
    if (!pin) throw new UserError('unknownPin');
    await defer(interaction);
    const channel = await findChannel(guild, pin.channelId);
    if (channel) checkModerates(member, channel);
    const outcome = await takePinOff(services, guild, pin, actorOf(interaction));
    const { pins } = catalogs[languageOf(interaction, services.config)].moderation;
    await replyText(interaction, pins[outcome]);
  },

  async autocomplete(interaction, { knowledge, store }) {
    if (!interaction.inCachedGuild()) return [];
    const { corpus } = knowledge.index;
    const pins = await listPins(store, interaction.guildId);
    const records = pins.map((pin) => {
      const channel = interaction.guild.channels.cache.get(pin.channelId)?.name ?? pin.channelId;
      const title = sourceOf(corpus, pin.sourceId)?.title ?? pin.sourceId;
      return { id: pin.id, text: title, end: ` · #${channel}` };
    });
    return suggestRecords(records, interaction.options.getFocused());
  },
};
