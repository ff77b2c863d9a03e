/** Channels that a command names, and what the bot may do there. */
import {
  DiscordAPIError,
  type Guild,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import { UserError } from '../errors.ts';

/** Channels into which a card can be posted. */
export const CARD_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** Error codes of Discord by what they mean for us. */
const GONE = new Set([10003, 10008, 50001]);
const FORBIDDEN = new Set([50001, 50013]);

/** True when the channel or message isn't there any more, or is closed to the bot. */
export function isGone(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && GONE.has(Number(error.code));
}

/** True when the bot lacks a permission. */
export function isForbidden(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && FORBIDDEN.has(Number(error.code));
}

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
