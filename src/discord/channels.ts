/** Channels that a command names, and what the bot may do there. */
import { type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import { UserError } from '../errors.ts';
import { isGone } from './rest-errors.ts';

/** Channels into which a card can be posted. */
export const CARD_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** A text channel or thread of a guild, undefined when it is gone or closed to the bot. */
export async function findChannel(
  guild: Guild,
  channelId: string,
): Promise<GuildTextBasedChannel | undefined> {
  try {
    const channel = await guild.channels.fetch(channelId);
    return channel?.isTextBased() ? channel : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** @throws UserError with the names of the permissions that are missing */
export function checkCanPost(channel: GuildTextBasedChannel): void {
  const { me } = channel.guild.members;
  const needed = {
    'View Channel': PermissionFlagsBits.ViewChannel,
    ...(channel.isThread()
      ? { 'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads }
      : { 'Send Messages': PermissionFlagsBits.SendMessages }),
  };
  const has = me ? channel.permissionsFor(me) : null;
  const missing = Object.entries(needed).filter(([, bit]) => !has?.has(bit));
  if (missing.length > 0)
    throw new UserError('cannotPost', {
      channel: channel.id,
      permissions: missing.map(([name]) => name).join(', '),
    });
}
