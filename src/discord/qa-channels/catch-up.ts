/** What stands in a Q&A channel and may have been missed: new posts, and messages of the last hour. */
import {
  type AnyThreadChannel,
  type GuildBasedChannel,
  type GuildTextBasedChannel,
  type Message,
  SnowflakeUtil,
} from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import { isByModerator, type Received } from './facts.ts';

/** Messages that are looked at in one channel or thread. */
const MOST_MESSAGES = 100;

/** A message that may have been missed, and whether a moderator has answered it since. */
export interface Missed {
  message: Received;
  isAnswered: boolean;
}

export interface MissedOptions {
  botId: string;
  /** Milliseconds since 1970: nothing older. */
  from: number;
  /** Up to when everything was heard of, in milliseconds since 1970; 0 when that isn't known. */
  lostAt: number;
  /** Messages that were dealt with, and what was posted for them. */
  handled: ReadonlyMap<string, string | null>;
}

/** Goes through a channel and its threads, oldest messages first. What the bot has replied to is left out. */
export async function* missedIn(
  channel: GuildBasedChannel,
  options: MissedOptions,
): AsyncGenerator<Missed> {
  const { from } = options;
  if (channel.type !== ChannelType.GuildForum && channel.isTextBased())
    yield* missedMessages(channel, options);
  if (!('threads' in channel)) return;
  for (const thread of channel.threads.cache.values()) {
    const isRecent = (thread.createdTimestamp ?? 0) >= from || lastOf(thread) >= from;
    if (isRecent && !thread.archived && !thread.locked && mayHoldNews(thread, options))
      yield* missedMessages(thread, options);
  }
}

function lastOf({ lastMessageId }: AnyThreadChannel): number {
  return lastMessageId === null ? 0 : SnowflakeUtil.timestampFrom(lastMessageId);
}

/** False for a thread in which nothing was written since it was looked at last: it costs no call to Discord. */
function mayHoldNews(thread: AnyThreadChannel, { lostAt, handled }: MissedOptions): boolean {
  if (Math.max(lastOf(thread), thread.createdTimestamp ?? 0) < lostAt) return false;
  // The bot has had the last word.
  const reply = handled.get(thread.id);
  return !reply || thread.lastMessageId !== reply;
}

async function* missedMessages(
  channel: GuildTextBasedChannel,
  { botId, from }: MissedOptions,
): AsyncGenerator<Missed> {
  // A post and its first message have one id, which the search for newer ones must not leave out.
  const after = SnowflakeUtil.generate({ timestamp: from - 1 }).toString();
  const fetched = await channel.messages.fetch({ limit: MOST_MESSAGES, after, cache: false });
  const messages: Message<true>[] = [...fetched.values()].sort(
    (a, b) => a.createdTimestamp - b.createdTimestamp,
  );
  const answered = new Set<string>();
  const repliedByBot = new Set<string>();
  for (const message of messages) {
    const target = message.reference?.messageId;
    if (message.author.id === botId) {
      if (target !== undefined) repliedByBot.add(target);
    } else if (await isByModerator(message, channel.guild)) {
      if (target !== undefined) answered.add(target);
      // In somebody else's post every word of a moderator is an answer to it.
      if (channel.isThread() && channel.ownerId !== message.author.id) answered.add(channel.id);
    }
  }
  for (const message of messages) {
    const { id, author } = message;
    if (author.bot || repliedByBot.has(id)) continue;
    yield { message, isAnswered: answered.has(id) };
  }
}
