// The messages of all channels: stored with every edit, their files and pings, and shown in Discord's JSON form.

import type { Clock, Ids } from './clock.ts';
import { type Channel, INTENT, type Publication, type User } from './entities.ts';
import { mentionableText, mentionsIn, pingsOf } from './mentions.ts';
import { FLAG, type Upload } from './message-shapes.ts';
import { type Fields, isFields, objectsIn } from './shape.ts';
import { flattenComponents, keptAttachments } from './validate.ts';
import { bareMemberWire, channelWire, userWire, type Wire } from './wire.ts';
import type { World } from './world.ts';

export type StoredAttachment = {
  id: string;
  filename: string;
  description: string | null;
  contentType: string;
  bytes: Uint8Array;
};

/** A message as it stands now; the stand-in changes it in place when it is edited. */
export type StoredMessage = {
  id: string;
  channelId: string;
  guildId: string | null;
  author: User;
  content: string;
  embeds: Fields[];
  /** As the bot sent them, `attachment://` addresses included. */
  components: Fields[];
  attachments: StoredAttachment[];
  flags: number;
  createdAt: number;
  editedAt: number | null;
  pinnedAt: number | null;
  deleted: boolean;
  nonce: string | number | null;
  /** The message that this one replies to. */
  replyTo: StoredMessage | null;
  mentions: User[];
  mentionRoles: string[];
  mentionEveryone: boolean;
  /** What would have notified somebody, over the creation and all edits: `<@id>`, `<@&id>`, `@everyone`, `@here`. */
  pings: string[];
  /** The `allowed_mentions` of the creation and of each edit; null where it was absent. */
  allowedMentions: unknown[];
  /** Earlier states of content and components, oldest first. */
  history: { content: string; components: Fields[] }[];
  /** Set on responses to interactions: Discord's interaction_metadata. */
  interaction: Wire | null;
  /** Only this user sees it. */
  ephemeralFor: string | null;
  threadId: string | null;
};

export type Draft = {
  channel: Channel;
  author: User;
  /** A body that `validateMessage` has accepted, or one that a test wrote for a person. */
  body: Fields;
  uploads?: readonly Upload[];
  replyTo?: StoredMessage | null;
  interaction?: Wire | null;
  ephemeralFor?: string | null;
  id?: string;
  /** The reply pings the author of the message replied to; for people's messages only. */
  replyPings?: boolean;
  alsoMentions?: readonly User[];
};

export type Messages = ReturnType<typeof createMessages>;

/** Makes the store. `origin` is the address under which uploaded files are served. */
export function createMessages(
  world: World,
  clock: Clock,
  ids: Ids,
  publish: (event: Publication) => void,
  origin: () => string,
) {
  const byChannel = new Map<string, StoredMessage[]>();
  const byId = new Map<string, StoredMessage>();

  const stored = (channelId: string): StoredMessage[] => {
    const list = byChannel.get(channelId) ?? [];
    byChannel.set(channelId, list);
    return list;
  };

  function applyText(message: StoredMessage, body: Fields, draft?: Draft): void {
    const text = mentionableText(message.content, message.components);
    const { users, roles } = mentionsIn(text);
    const replied = draft?.replyTo ?? null;
    const isOwn = message.author.id === world.bot.id;
    const known = users.map((id) => world.users.get(id)).filter((user) => user !== undefined);
    // A reply to the response to a command mentions nobody, whatever the reply's ping setting says.
    const pinged =
      replied !== null && draft?.replyPings === true && replied.interaction === null
        ? [replied.author]
        : [];
    message.mentions = [...new Set([...known, ...pinged, ...(draft?.alsoMentions ?? [])])];
    message.mentionRoles = roles;
    message.mentionEveryone = /@everyone|@here/.test(text);
    if (!isOwn) return;
    const allowedMentions = body['allowed_mentions'] ?? null;
    message.allowedMentions.push(allowedMentions);
    const pings = pingsOf({
      text,
      allowedMentions,
      isInteraction: message.interaction !== null,
      ...(replied === null ? {} : { repliesTo: replied.author.id }),
    });
    message.pings = [...new Set([...message.pings, ...pings])];
  }

  function newAttachments(body: Fields, uploads: readonly Upload[]): StoredAttachment[] {
    const listed = objectsIn(body['attachments']);
    return uploads.map((upload) => {
      const meta = listed.find((item) => String(item['id']) === String(upload.index));
      return {
        id: ids.next(),
        filename: upload.name,
        description: typeof meta?.['description'] === 'string' ? meta['description'] : null,
        contentType: upload.contentType,
        bytes: upload.bytes,
      };
    });
  }

  function attachmentWire(message: StoredMessage, attachment: StoredAttachment): Wire {
    const url = `${origin()}/attachments/${message.channelId}/${attachment.id}/${attachment.filename}`;
    return {
      id: attachment.id,
      filename: attachment.filename,
      size: attachment.bytes.length,
      url,
      proxy_url: url,
      content_type: attachment.contentType,
      ...(attachment.description === null ? {} : { description: attachment.description }),
    };
  }

  /** Components as Discord returns them: numbered, and with served addresses in place of `attachment://`. */
  function componentsWire(message: StoredMessage): unknown {
    const files = new Map(
      message.attachments.map((item) => [
        `attachment://${item.filename}`,
        attachmentWire(message, item),
      ]),
    );
    let next = 1;
    const taken = new Set(
      flattenComponents(message.components).map(({ component }) => component['id']),
    );
    const show = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(show);
      if (!isFields(value))
        return typeof value === 'string' ? (files.get(value)?.['url'] ?? value) : value;
      const shown = Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, show(item)]),
      );
      if (typeof value['type'] === 'number' && !value['id'] && value['value'] === undefined) {
        while (taken.has(next)) next += 1;
        shown['id'] = next++;
      }
      return shown;
    };
    return show(message.components);
  }

  const messages = {
    /** The messages of a channel, oldest first, without deleted ones. */
    in(channelId: string): StoredMessage[] {
      return stored(channelId).filter((message) => !message.deleted);
    },

    /** A message that is there (not deleted), whatever its channel. */
    find(channelId: string, id: string): StoredMessage | undefined {
      const message = byId.get(id);
      return message?.channelId === channelId && !message.deleted ? message : undefined;
    },

    /** Stores a message and tells the gateway, unless it is ephemeral. */
    create(draft: Draft): StoredMessage {
      const { channel, author, body, uploads = [] } = draft;
      const message: StoredMessage = {
        id: draft.id ?? ids.next(),
        channelId: channel.id,
        guildId: channel.guildId,
        author,
        content: String(body['content'] ?? ''),
        embeds: objectsIn(body['embeds']),
        components: objectsIn(body['components']),
        attachments: newAttachments(body, uploads),
        flags: Number(body['flags'] ?? 0),
        createdAt: clock.now(),
        editedAt: null,
        pinnedAt: null,
        deleted: false,
        nonce: (body['nonce'] as string | number | undefined) ?? null,
        replyTo: draft.replyTo ?? null,
        mentions: [],
        mentionRoles: [],
        mentionEveryone: false,
        pings: [],
        allowedMentions: [],
        history: [],
        interaction: draft.interaction ?? null,
        ephemeralFor: draft.ephemeralFor ?? null,
        threadId: null,
      };
      applyText(message, body, draft);
      stored(channel.id).push(message);
      byId.set(message.id, message);
      channel.lastMessageId = message.id;
      if (channel.thread !== undefined) channel.thread.messageCount += 1;
      messages.tell('MESSAGE_CREATE', message);
      return message;
    },

    /** Applies an edit body to a message and tells the gateway. */
    edit(message: StoredMessage, body: Fields, uploads: readonly Upload[] = []): StoredMessage {
      message.history.push({ content: message.content, components: message.components });
      if (body['content'] !== undefined) message.content = String(body['content'] ?? '');
      if (body['embeds'] !== undefined) message.embeds = objectsIn(body['embeds']);
      if (body['components'] !== undefined) message.components = objectsIn(body['components']);
      const kept = keptAttachments(body, message);
      message.attachments = [...kept, ...newAttachments(body, uploads)];
      const flags = typeof body['flags'] === 'number' ? body['flags'] : message.flags;
      const lasting = message.flags & (FLAG.ephemeral | FLAG.v2);
      message.flags = (flags | lasting) & ~FLAG.loading;
      message.editedAt = clock.now();
      applyText(message, body);
      messages.tell('MESSAGE_UPDATE', message);
      return message;
    },

    /** Removes a message; the stored object stays readable and says `deleted`. */
    remove(message: StoredMessage): void {
      message.deleted = true;
      message.pinnedAt = null;
      publishFor(message, 'MESSAGE_DELETE', () => ({
        id: message.id,
        channel_id: message.channelId,
        ...(message.guildId === null ? {} : { guild_id: message.guildId }),
      }));
    },

    /** Pins or unpins; the channel's last pin time and CHANNEL_PINS_UPDATE follow. */
    setPinned(message: StoredMessage, pinned: boolean): void {
      // Pin times order the pages, so two pins never share a millisecond.
      const channel = world.channels.get(message.channelId);
      const at = Math.max(clock.now(), (channel?.lastPinAt ?? 0) + 1);
      message.pinnedAt = pinned ? at : null;
      if (channel === undefined) return;
      if (pinned) channel.lastPinAt = at;
      messages.tell('MESSAGE_UPDATE', message);
      publishFor(message, 'CHANNEL_PINS_UPDATE', () => ({
        channel_id: channel.id,
        ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
        last_pin_timestamp:
          channel.lastPinAt === null ? null : new Date(channel.lastPinAt).toISOString(),
      }));
    },

    /** The pinned messages of a channel, the latest pin first. */
    pinned(channelId: string): StoredMessage[] {
      return messages
        .in(channelId)
        .filter((message) => message.pinnedAt !== null)
        .sort((a, b) => (b.pinnedAt ?? 0) - (a.pinnedAt ?? 0));
    },

    /** True when a reader without the Message Content intent sees the message's content nevertheless. */
    isExempt(message: StoredMessage): boolean {
      return (
        message.author.id === world.bot.id ||
        message.guildId === null ||
        message.mentions.some((user) => user.id === world.bot.id)
      );
    },

    /** A message object; `content: false` blanks what the Message Content intent guards. */
    wire(message: StoredMessage, sees: { content: boolean }): Wire {
      const full = sees.content || messages.isExempt(message);
      const reference = message.replyTo;
      const thread = message.threadId === null ? undefined : world.channels.get(message.threadId);
      return {
        id: message.id,
        channel_id: message.channelId,
        type: message.interaction !== null && reference === null ? 20 : reference === null ? 0 : 19,
        author: userWire(message.author),
        content: full ? message.content : '',
        embeds: full ? message.embeds : [],
        components: full ? componentsWire(message) : [],
        attachments: full ? message.attachments.map((item) => attachmentWire(message, item)) : [],
        mentions: message.mentions.map(userWire),
        mention_roles: message.mentionRoles,
        mention_everyone: message.mentionEveryone,
        pinned: message.pinnedAt !== null,
        tts: false,
        timestamp: new Date(message.createdAt).toISOString(),
        edited_timestamp:
          message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
        flags: message.flags,
        ...(message.nonce === null ? {} : { nonce: message.nonce }),
        ...(message.interaction === null
          ? {}
          : {
              application_id: world.bot.id,
              webhook_id: world.bot.id,
              interaction_metadata: message.interaction,
            }),
        ...(reference === null
          ? {}
          : {
              message_reference: {
                type: 0,
                message_id: reference.id,
                channel_id: reference.channelId,
                ...(reference.guildId === null ? {} : { guild_id: reference.guildId }),
              },
              referenced_message: reference.deleted
                ? null
                : messages.wire({ ...reference, replyTo: null }, sees),
            }),
        ...(thread === undefined ? {} : { thread: channelWire(world, thread) }),
      };
    },

    /** Sends MESSAGE_CREATE or MESSAGE_UPDATE for a message. */
    tell(t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: StoredMessage): void {
      const member = world.member(message.guildId, message.author.id);
      const type = world.channels.get(message.channelId)?.type;
      publishFor(message, t, (sees) => ({
        ...messages.wire(message, sees),
        ...(message.guildId === null ? {} : { guild_id: message.guildId }),
        ...(member === undefined ? {} : { member: bareMemberWire(member) }),
        channel_type: type,
      }));
    },

    /** An uploaded file by its attachment id. */
    file(attachmentId: string): StoredAttachment | undefined {
      for (const message of byId.values()) {
        const found = message.attachments.find((item) => item.id === attachmentId);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };

  function publishFor(message: StoredMessage, t: string, body: Publication['body']): void {
    if (message.ephemeralFor !== null) return;
    if (message.guildId !== null && world.guilds.get(message.guildId)?.installed !== true) return;
    const forPins = t === 'CHANNEL_PINS_UPDATE';
    const intent = forPins
      ? INTENT.guilds
      : message.guildId === null
        ? INTENT.directMessages
        : INTENT.guildMessages;
    publish({ t, guildId: message.guildId, channelId: message.channelId, intent, body });
  }

  return messages;
}
