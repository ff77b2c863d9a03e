/** What Discord says of a message, as the facts that decide. */
import {
  type Guild,
  type GuildTextBasedChannel,
  type Message,
  MessageReferenceType,
  type OmitPartialGroupDMChannel,
} from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import { cleanText } from '../../text/clean.ts';
import { withoutMentions } from '../../text/markup.ts';
import { MODERATES } from '../permissions.ts';
import { solvedTagOf } from './channel-check.ts';
import type { Facts } from './judge.ts';

export type Received = OmitPartialGroupDMChannel<Message>;

/** The facts that a message itself tells; the rest is known by whoever has seen what came before. */
export type OwnFacts = Pick<
  Facts,
  'place' | 'isStarter' | 'isMachine' | 'text' | 'isAddressed' | 'isToOthers'
>;

/** Reads a message. Total: every kind of message that Discord sends gives facts. */
export function readFacts(message: Received, botId: string): OwnFacts {
  const { channel, author, mentions, reference } = message;
  const place = placeOf(message);
  const isReply =
    reference?.messageId !== undefined && reference.type !== MessageReferenceType.Forward;
  const repliedTo = isReply ? (mentions.repliedUser?.id ?? null) : null;
  const others = mentions.users.filter(({ id }) => id !== botId && id !== author.id);
  const isToSomebody = repliedTo !== null && repliedTo !== botId && repliedTo !== author.id;
  return {
    place,
    isStarter: place === 'post' && message.id === channel.id,
    isMachine: author.bot || message.webhookId !== null || message.system,
    text: cleanText(withoutMentions(message.content)),
    isAddressed: mentions.users.has(botId) || repliedTo === botId,
    isToOthers: others.size > 0 || isToSomebody,
  };
}

function placeOf({ channel }: Received): Facts['place'] {
  if (channel.isDMBased()) return 'dm';
  if (!channel.isThread()) return 'channel';
  const isPost = channel.parent?.type === ChannelType.GuildForum;
  return isPost ? 'post' : 'thread';
}

/** True when a thread is locked or archived, or carries the tag that its forum marks solved posts with. */
export function isThreadClosed(channel: GuildTextBasedChannel): boolean {
  if (!channel.isThread()) return false;
  if (channel.archived || channel.locked) return true;
  const tag = solvedTagOf(channel);
  return tag !== undefined && channel.appliedTags.includes(tag.id);
}

/** True when the author of a message moderates its channel. */
export async function isByModerator(message: Received, guild: Guild): Promise<boolean> {
  const { channel, author } = message;
  if (channel.isDMBased() || author.bot || message.webhookId !== null) return false;
  // Messages of the past come without their member.
  const member = message.member ?? (await guild.members.fetch(author.id).catch(() => undefined));
  return member !== undefined && channel.permissionsFor(member).has(MODERATES);
}
