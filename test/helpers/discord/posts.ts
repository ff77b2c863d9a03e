// What people write: messages, edits, deletions, forum posts.

import type { Channel, User } from './entities.ts';
import type { Messages, StoredMessage } from './messages.ts';
import type { World } from './world.ts';

export type PostOptions = {
  content: string;
  /** Default: the world's first ordinary user. */
  author?: User;
  /** People mentioned in addition to those that the content names by `<@id>`. */
  mentions?: readonly User[];
  /** The message that this one replies to; `ping: false` is a reply without notification. */
  reply?: StoredMessage | { to: StoredMessage; ping: boolean };
  embeds?: readonly Record<string, unknown>[];
};

/** Makes the actions for one stand-in. */
export function createPosts({ world, messages }: { world: World; messages: Messages }) {
  function post(channel: Channel, options: PostOptions, id?: string): StoredMessage {
    const author =
      options.author ??
      (channel.recipientId === undefined ? world.user : world.users.get(channel.recipientId)) ??
      world.user;
    const { guildId } = channel;
    if (guildId !== null && world.member(guildId, author.id) === undefined)
      world.addMember({ guildId, user: author });
    const reply =
      options.reply === undefined
        ? null
        : 'to' in options.reply
          ? options.reply
          : { to: options.reply, ping: true };
    return messages.create({
      channel,
      author,
      body: { content: options.content, embeds: options.embeds ?? [] },
      replyTo: reply?.to ?? null,
      replyPings: reply?.ping ?? false,
      alsoMentions: options.mentions ?? [],
      ...(id === undefined ? {} : { id }),
    });
  }

  return {
    /** Posts a message as a person (or another bot) and sends MESSAGE_CREATE. `channel` may be a thread or `world.dm(user)`. */
    async post(channel: Channel, options: PostOptions): Promise<StoredMessage> {
      return post(channel, options);
    },

    /** Edits a person's message and sends MESSAGE_UPDATE. */
    async editMessage(message: StoredMessage, change: { content: string }): Promise<StoredMessage> {
      return messages.edit(message, change);
    },

    /** Deletes any message and sends MESSAGE_DELETE. */
    async deleteMessage(message: StoredMessage): Promise<void> {
      messages.remove(message);
    },

    /** Opens a post in a forum: THREAD_CREATE with `newly_created`, then MESSAGE_CREATE of its first message. */
    async openForumPost(
      forum: Channel,
      options: { title: string; tags?: readonly string[] } & PostOptions,
    ): Promise<{ thread: Channel; message: StoredMessage }> {
      if (forum.tags === undefined) throw new Error(`channel ${forum.name} is no forum`);
      const author = options.author ?? world.user;
      const thread = world.addThread(
        forum,
        { name: options.title, owner: author, tags: options.tags ?? [] },
        true,
      );
      // A post and its first message share one id.
      return { thread, message: post(thread, { ...options, author }, thread.id) };
    },

    /** Opens a thread in a text channel, on a message if one is given. */
    async openThread(
      parent: Channel,
      options: { name: string; owner?: User; message?: StoredMessage },
    ): Promise<Channel> {
      const { name, owner = world.user, message } = options;
      const thread = world.addThread(
        parent,
        { name, owner, ...(message === undefined ? {} : { id: message.id }) },
        true,
      );
      if (message !== undefined) message.threadId = thread.id;
      return thread;
    },
  };
}
