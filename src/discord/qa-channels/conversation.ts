/** Who is talking with whom in a channel: the bot doesn't put in a word between others. In memory, for two minutes. */

/** How long something that was said belongs to a conversation, in milliseconds. */
const RECENT_MS = 120_000;
/** Channels that are remembered; the one that was quiet longest goes first. */
const MOST_CHANNELS = 2_000;
/** Messages of a channel that are remembered. */
const MOST_MESSAGES = 20;

export interface Conversations {
  /** Notes that somebody said something that isn't a question to the bot. */
  note(channelId: string, authorId: string): void;
  /** True when at least two people are talking, the author among them or not. */
  isBetweenOthers(channelId: string, authorId: string): boolean;
}

/** @param now milliseconds of a clock that only goes forward */
export function createConversations(now: () => number = () => performance.now()): Conversations {
  const channels = new Map<string, { authorId: string; at: number }[]>();
  const recent = (channelId: string) =>
    (channels.get(channelId) ?? []).filter(({ at }) => now() - at < RECENT_MS);
  return {
    note(channelId, authorId) {
      const said = [...recent(channelId), { authorId, at: now() }].slice(-MOST_MESSAGES);
      channels.delete(channelId);
      channels.set(channelId, said);
      if (channels.size > MOST_CHANNELS) channels.delete(channels.keys().next().value as string);
    },
    isBetweenOthers(channelId, authorId) {
      const people = new Set(recent(channelId).map((said) => said.authorId));
      const others = people.size - (people.has(authorId) ? 1 : 0);
      return people.size >= 2 && others >= 1;
    },
  };
}
