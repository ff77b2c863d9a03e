/** Whether a channel can have a mode: its kind, and what the bot may do there. */
import {
  type BaseChannel,
  PermissionFlagsBits as Bit,
  type GuildBasedChannel,
  type GuildForumTag,
} from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import { UserError } from '../../errors.ts';
import type { ChannelMode } from '../../store/channels.ts';

/** Channels that can have a mode. */
export const ANSWER_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

export type PermissionName =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'ReadMessageHistory';

/** Names of tags by which forums mark what is settled, in both languages. */
const SOLVED =
  /\b(?:solved|resolved|answered|resuelt[oa]|solucionad[oa]|respondid[oa]|contestad[oa])\b/i;
/** "Not answered yet" is no such mark. */
const UNSOLVED = /\b(?:un(?:solved|resolved|answered)|not|no|sin)\b/i;

/** @throws UserError when the mode makes no sense in such a channel, or this bot can't read what it needs */
export function checkMode(channel: GuildBasedChannel, mode: ChannelMode, readsContent: boolean) {
  if (!ANSWER_CHANNELS.some((type) => type === channel.type))
    throw new UserError('noAnswerChannel');
  if (mode === 'off') return;
  const isForum = channel.type === ChannelType.GuildForum;
  if (mode === 'forum' && !isForum) throw new UserError('notAForum');
  if (mode === 'every' && isForum) throw new UserError('noPosts');
  if (mode === 'every' && !readsContent) throw new UserError('needsContent');
}

/** What the bot needs in a channel to answer there and in its threads, and lacks. */
export function missingIn(channel: GuildBasedChannel): PermissionName[] {
  const { me } = channel.guild.members;
  const has = me ? channel.permissionsFor(me) : null;
  const needed: PermissionName[] = ['ViewChannel', 'ReadMessageHistory', 'SendMessagesInThreads'];
  // Posts of a forum are threads; only somebody who opens one sends into the forum itself.
  if (!channel.isThread() && channel.type !== ChannelType.GuildForum) needed.push('SendMessages');
  return needed.filter((name) => !has?.has(Bit[name]));
}

/** The tag that marks a post of a forum as solved; undefined where there is none. */
export function solvedTag(channel: {
  availableTags?: readonly GuildForumTag[];
}): GuildForumTag | undefined {
  return channel.availableTags?.find(({ name }) => SOLVED.test(name) && !UNSOLVED.test(name));
}

/** The tag that marks the post as solved that a channel is; undefined for what isn't a post. */
export function solvedTagOf(channel: BaseChannel): GuildForumTag | undefined {
  const parent = channel.isThread() ? channel.parent : null;
  return parent?.type === ChannelType.GuildForum ? solvedTag(parent) : undefined;
}

/** True when the bot may put a tag on somebody else's post. */
export function canTag(channel: GuildBasedChannel): boolean {
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(Bit.ManageThreads);
}
