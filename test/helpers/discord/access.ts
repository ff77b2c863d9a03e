// What the bot may reach: channels it can see, rights it has there, and Discord's refusal where it has not.

import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import type { Channel, Guild } from './entities.ts';
import { Refusal } from './errors.ts';
import { ALL_PERMISSIONS, channelPermissions, has } from './permissions.ts';
import type { World } from './world.ts';

export type Access = ReturnType<typeof createAccess>;

/** Makes the checks for one world. */
export function createAccess(world: World) {
  const permissionsIn = (channel: Channel): bigint => {
    if (channel.guildId === null) return channel.type === ChannelType.DM ? ALL_PERMISSIONS : 0n;
    const member = world.member(channel.guildId, world.bot.id);
    return member === undefined ? 0n : channelPermissions(world, member, channel);
  };

  return {
    /** The bot's rights in a channel; none where it is no member. */
    permissionsIn,

    /** True when the bot gets this channel's events. */
    sees(channelId: string): boolean {
      const channel = world.channels.get(channelId);
      return channel !== undefined && has(permissionsIn(channel), Bit.ViewChannel);
    },

    /** The channel, or a refusal when it does not exist (10003) or the bot cannot see it (50001). */
    channel(id: string | undefined): Channel {
      const channel = world.channels.get(id ?? '');
      if (channel === undefined) throw new Refusal('unknownChannel');
      if (!has(permissionsIn(channel), Bit.ViewChannel)) throw new Refusal('missingAccess');
      return channel;
    },

    /** Refuses (50013) when the bot lacks one of the bits in the channel. */
    need(channel: Channel, bits: bigint): void {
      if (!has(permissionsIn(channel), bits)) throw new Refusal('missingPermissions');
    },

    /** True when the bot has all bits in the channel. */
    can(channel: Channel, bits: bigint): boolean {
      return has(permissionsIn(channel), bits);
    },

    /** The guild, or a refusal when the bot is not in it. */
    guild(id: string | undefined): Guild {
      const guild = world.guilds.get(id ?? '');
      if (guild === undefined) throw new Refusal('unknownGuild');
      if (!guild.installed) throw new Refusal('missingAccess');
      return guild;
    },
  };
}
