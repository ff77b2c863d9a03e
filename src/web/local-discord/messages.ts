/** The messages of the playground. They are kept in memory only, the latest of them. */
import {
  type APIMessageTopLevelComponent,
  GatewayIntentBits,
  MessageFlags,
} from 'discord-api-types/v10';
import type { LocalGateway } from './gateway.ts';
import {
  type Channel,
  channelJson,
  isDirect,
  memberJson,
  type Person,
  personById,
  timeOf,
  userJson,
  type World,
} from './world.ts';

/** Most messages that are kept; older ones are forgotten. */
const MOST_MESSAGES = 500;

type Json = Record<string, unknown>;

/** A file as it arrives, from the bot or from the page. */
export interface Upload {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  description?: string | undefined;
}

export interface Attachment extends Upload {
  id: string;
}

export interface LocalMessage {
  id: string;
  channel: Channel;
  author: Person;
  content: string;
  components: APIMessageTopLevelComponent[];
  embeds: Json[];
  attachments: Attachment[];
  flags: number;
  isEdited: boolean;
  isPinned: boolean;
  isDeleted: boolean;
  replyTo: LocalMessage | undefined;
  /** The only one who sees it; everyone when undefined. */
  onlyFor: Person | undefined;
  /** Of an answer to an interaction: Discord's description of it, and who did what. */
  interaction: { metadata: Json; person: Person; command: string | undefined } | undefined;
  /** What the bot was asked, where that is known, for explaining the ranking. */
  asked: string | undefined;
  /** The JSON that the bot sent last. */
  sent: unknown;
}

export type Change = { kind: 'message' | 'removed'; message: LocalMessage } | { kind: 'channels' };

export interface Draft {
  /** A new one unless given. */
  id?: string;
  channel: Channel;
  author: Person;
  body: Json;
  files?: readonly Upload[];
  replyTo?: LocalMessage | undefined;
  onlyFor?: Person | undefined;
  interaction?: LocalMessage['interaction'];
  asked?: string | undefined;
}

export type Messages = ReturnType<typeof createMessages>;

/**
 * An empty store. Every change is told to the page (`changed`) and, where Discord would, to the bot.
 * @param origin the address of the page, under which files can be had
 */
export function createMessages(
  world: World,
  gateway: LocalGateway,
  changed: (change: Change) => void,
  origin: () => string,
) {
  const messages = new Map<string, LocalMessage>();

  function setBody(message: LocalMessage, body: Json, files: readonly Upload[]): void {
    if ('content' in body) message.content = String(body['content'] ?? '');
    if ('embeds' in body) message.embeds = (body['embeds'] as Json[] | null) ?? [];
    if ('components' in body)
      message.components = (body['components'] as APIMessageTopLevelComponent[] | null) ?? [];
    const described = (body['attachments'] as Json[] | undefined) ?? [];
    const kept = 'attachments' in body ? described.map(({ id }) => String(id)) : undefined;
    message.attachments = [
      ...message.attachments.filter(({ id }) => kept?.includes(id) ?? true),
      ...files.map((file, index) => {
        const about = described.find(({ id }) => String(id) === String(index));
        return {
          ...file,
          id: world.nextId(),
          description: (about?.['description'] as string | undefined) ?? file.description,
        };
      }),
    ];
    message.sent = body;
  }

  /** The message as Discord writes it. @param withContent false where the bot may not read it */
  function json(message: LocalMessage, withContent = true): Json {
    const { author, channel, interaction, replyTo } = message;
    const attachments = message.attachments.map((file) => attachmentJson(file, origin()));
    return {
      id: message.id,
      channel_id: channel.id,
      type: interaction ? 20 : replyTo ? 19 : 0,
      author: userJson(author),
      content: withContent ? message.content : '',
      embeds: withContent ? message.embeds : [],
      components: withContent ? message.components : [],
      attachments: withContent ? attachments : [],
      mentions: mentionedIn(world, message.content).map(userJson),
      mention_roles: [],
      mention_everyone: false,
      pinned: message.isPinned,
      tts: false,
      timestamp: timeOf(message.id),
      edited_timestamp: message.isEdited ? new Date().toISOString() : null,
      flags: message.flags,
      ...(interaction && {
        application_id: world.bot.id,
        webhook_id: world.bot.id,
        interaction_metadata: interaction.metadata,
      }),
      ...(replyTo && {
        message_reference: {
          message_id: replyTo.id,
          channel_id: channel.id,
          ...(!isDirect(channel) && { guild_id: world.guildId }),
        },
        referenced_message: json({ ...replyTo, replyTo: undefined }, withContent),
      }),
    };
  }

  /** Tells the bot of a message that everyone sees, with its text only where Discord would show it. */
  function tellBot(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: LocalMessage): void {
    const { channel, author } = message;
    const intent = isDirect(channel)
      ? GatewayIntentBits.DirectMessages
      : GatewayIntentBits.GuildMessages;
    if (message.onlyFor || !gateway.hasIntent(intent)) return;
    const withContent =
      gateway.hasIntent(GatewayIntentBits.MessageContent) ||
      isDirect(channel) ||
      author === world.bot ||
      mentionedIn(world, message.content).includes(world.bot) ||
      message.replyTo?.author === world.bot;
    gateway.send(event, {
      ...json(message, withContent),
      channel_type: channel.type,
      ...(!isDirect(channel) && {
        guild_id: world.guildId,
        member: memberJson(world, author),
      }),
    });
  }

  return {
    json,
    get: (id: string | undefined) => {
      const message = messages.get(id ?? '');
      return message?.isDeleted ? undefined : message;
    },

    /** The messages of a channel that somebody sees, oldest first. */
    in: (channelId: string, reader: Person = world.bot) =>
      [...messages.values()].filter(
        ({ channel, onlyFor, isDeleted }) =>
          channel.id === channelId && !isDeleted && (!onlyFor || onlyFor === reader),
      ),

    create({ body, files = [], ...draft }: Draft): LocalMessage {
      const message: LocalMessage = {
        id: draft.id ?? world.nextId(),
        channel: draft.channel,
        author: draft.author,
        content: '',
        components: [],
        embeds: [],
        attachments: [],
        flags: Number(body['flags'] ?? 0),
        isEdited: false,
        isPinned: false,
        isDeleted: false,
        replyTo: draft.replyTo,
        onlyFor: draft.onlyFor,
        interaction: draft.interaction,
        asked: draft.asked,
        sent: body,
      };
      setBody(message, body, files);
      messages.set(message.id, message);
      const [oldest] = messages.keys();
      if (messages.size > MOST_MESSAGES && oldest) messages.delete(oldest);
      changed({ kind: 'message', message });
      tellBot('MESSAGE_CREATE', message);
      return message;
    },

    edit(message: LocalMessage, body: Json, files: readonly Upload[] = []): void {
      const wasWaiting = (message.flags & MessageFlags.Loading) !== 0;
      const lasting = message.flags & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
      const given = typeof body['flags'] === 'number' ? body['flags'] : message.flags;
      message.flags = (given | lasting) & ~MessageFlags.Loading;
      setBody(message, body, files);
      message.isEdited = !wasWaiting;
      changed({ kind: 'message', message });
      tellBot('MESSAGE_UPDATE', message);
    },

    remove(message: LocalMessage): void {
      message.isDeleted = true;
      message.isPinned = false;
      changed({ kind: 'removed', message });
      if (message.onlyFor) return;
      gateway.send('MESSAGE_DELETE', {
        id: message.id,
        channel_id: message.channel.id,
        ...(!isDirect(message.channel) && { guild_id: world.guildId }),
      });
    },

    pin(message: LocalMessage, isPinned: boolean): void {
      const { channel } = message;
      message.isPinned = isPinned;
      channel.lastPinAt = Date.now();
      changed({ kind: 'message', message });
      gateway.send('CHANNEL_PINS_UPDATE', {
        channel_id: channel.id,
        ...(!isDirect(channel) && { guild_id: world.guildId }),
        last_pin_timestamp: new Date(channel.lastPinAt).toISOString(),
      });
    },

    /** A file of a message by its id. */
    file: (id: string) =>
      [...messages.values()].flatMap(({ attachments }) => attachments).find((it) => it.id === id),

    /** Tells the page and the bot that a channel or post changed or came to be. */
    channelChanged(event: 'THREAD_CREATE' | 'THREAD_UPDATE' | 'THREAD_DELETE', channel: Channel) {
      gateway.send(event, {
        ...channelJson(world, channel),
        ...(event === 'THREAD_CREATE' && { newly_created: true }),
      });
      changed({ kind: 'channels' });
    },
  };
}

/** A file as Discord describes it. */
export function attachmentJson(file: Attachment, origin: string): Json {
  const url = `${origin}${attachmentPath(file)}`;
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.length,
    content_type: file.type,
    url,
    proxy_url: url,
    ...(file.description !== undefined && { description: file.description }),
  };
}

/** Where the page serves a file. */
export function attachmentPath({ id, name }: Attachment): string {
  return `/attachments/${id}/${encodeURIComponent(name)}`;
}

function mentionedIn(world: World, content: string): Person[] {
  const ids = [...content.matchAll(/<@!?(\d{17,20})>/g)].map(([, id]) => id ?? '');
  return [...new Set(ids)].flatMap((id) => personById(world, id) ?? []);
}
