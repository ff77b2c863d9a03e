// Messages and pins of channels, as the bot reads and writes them over REST.

import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import type { Access } from './access.ts';
import type { Clock } from './clock.ts';
import type { Channel } from './entities.ts';
import { badField, Refusal } from './errors.ts';
import type { Upload } from './message-shapes.ts';
import type { Messages, StoredMessage } from './messages.ts';
import type { ApiAnswer, ApiRequest, Route } from './rest.ts';
import { type Fields, isFields, objectsIn } from './shape.ts';
import { validateMessage } from './validate.ts';
import type { World } from './world.ts';

const MAX_PINS = 250;
/** How long Discord remembers a nonce; "a few minutes" in its documentation. */
const NONCE_MS = 5 * 60_000;

export type ChannelParts = {
  world: World;
  messages: Messages;
  access: Access;
  clock: Clock;
  /** True when the application has the Message Content intent; else REST blanks contents as the gateway does. */
  readsContent: boolean;
};

/** Refuses to write where the bot may not; opens an archived thread again as Discord does on a new message. */
export function refuseWriting(
  parts: ChannelParts,
  channel: Channel,
  body: unknown,
  uploads: readonly Upload[],
): void {
  const { access, world } = parts;
  const given = isFields(body) ? body : {};
  if (channel.tags !== undefined || channel.type === ChannelType.GuildCategory)
    throw new Refusal('nonText');
  const recipient = world.users.get(channel.recipientId ?? '');
  if (recipient?.dms === false) throw new Refusal('cannotDm');
  access.need(channel, channel.thread === undefined ? Bit.SendMessages : Bit.SendMessagesInThreads);
  if (objectsIn(given['embeds']).length > 0) access.need(channel, Bit.EmbedLinks);
  if (uploads.length > 0) access.need(channel, Bit.AttachFiles);
  if (channel.thread?.locked === true && !access.can(channel, Bit.ManageThreads))
    throw new Refusal('threadLocked');
}

/** The routes below /channels/{id}/messages. */
export function messageRoutes(parts: ChannelParts): Route[] {
  const { world, messages, access, clock, readsContent } = parts;
  const nonces = new Map<string, { message: StoredMessage; at: number }>();
  const show = (message: StoredMessage) => messages.wire(message, { content: readsContent });

  const message = (request: ApiRequest, channel: Channel): StoredMessage => {
    const found = messages.find(channel.id, request.params['message'] ?? '');
    if (found === undefined || found.ephemeralFor !== null) throw new Refusal('unknownMessage');
    return found;
  };

  function create(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    const { body, uploads } = request;
    refuseWriting(parts, channel, body, uploads);
    validateMessage(body, { kind: 'channel', uploads });
    const given = body as Fields;

    const key = `${channel.id} ${String(given['nonce'])}`;
    const twin =
      given['enforce_nonce'] === true && given['nonce'] !== undefined ? nonces.get(key) : undefined;
    if (twin !== undefined && clock.now() - twin.at < NONCE_MS)
      return { status: 200, body: show(twin.message) };

    const replyTo = repliedMessage(channel, given['message_reference']);
    if (channel.thread?.archived === true) world.updateThread(channel, { archived: false });
    const created = messages.create({ channel, author: world.bot, body: given, uploads, replyTo });
    if (given['enforce_nonce'] === true) nonces.set(key, { message: created, at: clock.now() });
    return { status: 200, body: show(created) };
  }

  function repliedMessage(channel: Channel, reference: unknown): StoredMessage | null {
    if (!isFields(reference)) return null;
    if (!access.can(channel, Bit.ReadMessageHistory)) throw new Refusal('cannotReply');
    const found = messages.find(channel.id, String(reference['message_id']));
    if (found !== undefined && found.ephemeralFor === null) return found;
    if (reference['fail_if_not_exists'] === false) return null;
    throw badField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  }

  function list(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    if (!access.can(channel, Bit.ReadMessageHistory)) return { status: 200, body: [] };
    const limit = Number(request.query.get('limit') ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      throw badField(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
    }
    const before = request.query.get('before');
    const after = request.query.get('after');
    const readable = messages.in(channel.id).filter((item) => item.ephemeralFor === null);
    const wanted = readable.filter(
      (item) =>
        (before === null || BigInt(item.id) < BigInt(before)) &&
        (after === null || BigInt(item.id) > BigInt(after)),
    );
    const page = after === null ? wanted.slice(-limit) : wanted.slice(0, limit);
    return { status: 200, body: page.reverse().map(show) };
  }

  function edit(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    const found = message(request, channel);
    if (found.author.id !== world.bot.id) throw new Refusal('notYourMessage');
    if (channel.thread?.archived === true) throw new Refusal('archivedThread');
    validateMessage(request.body, { kind: 'channel', uploads: request.uploads, before: found });
    return {
      status: 200,
      body: show(messages.edit(found, request.body as Fields, request.uploads)),
    };
  }

  function remove(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    const found = message(request, channel);
    if (found.author.id !== world.bot.id) access.need(channel, Bit.ManageMessages);
    if (channel.thread?.archived === true) throw new Refusal('archivedThread');
    messages.remove(found);
    return { status: 204 };
  }

  function pins(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    if (!access.can(channel, Bit.ReadMessageHistory))
      return { status: 200, body: { items: [], has_more: false } };
    const limit = Number(request.query.get('limit') ?? 50);
    const before = request.query.get('before');
    if (!Number.isInteger(limit) || limit < 1 || limit > 50) {
      throw badField(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 50.');
    }
    if (before !== null && Number.isNaN(Date.parse(before))) {
      throw badField(
        ['before'],
        'DATE_TIME_TYPE_PARSE',
        `Could not parse ${before}. Should be ISO8601.`,
      );
    }
    const wanted = messages
      .pinned(channel.id)
      .filter((item) => before === null || (item.pinnedAt ?? 0) < Date.parse(before));
    const items = wanted.slice(0, limit).map((item) => ({
      pinned_at: new Date(item.pinnedAt ?? 0).toISOString(),
      message: show(item),
    }));
    return { status: 200, body: { items, has_more: wanted.length > limit } };
  }

  function pin(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    access.need(channel, Bit.PinMessages);
    const found = message(request, channel);
    const isPinning = request.method === 'PUT';
    if (channel.thread?.archived === true) throw new Refusal('archivedThread');
    if (isPinning && found.pinnedAt !== null) return { status: 204 };
    if (isPinning && messages.pinned(channel.id).length >= MAX_PINS) throw new Refusal('pinsFull');
    messages.setPinned(found, isPinning);
    return { status: 204 };
  }

  const base = 'channels/:channel/messages';
  return [
    { method: 'GET', path: `${base}/pins`, run: pins },
    { method: 'PUT', path: `${base}/pins/:message`, run: pin },
    { method: 'DELETE', path: `${base}/pins/:message`, run: pin },
    { method: 'POST', path: base, run: create },
    { method: 'GET', path: base, run: list },
    {
      method: 'GET',
      path: `${base}/:message`,
      run: (request) => {
        const channel = access.channel(request.params['channel']);
        if (!access.can(channel, Bit.ReadMessageHistory)) throw new Refusal('missingAccess');
        return { status: 200, body: show(message(request, channel)) };
      },
    },
    { method: 'PATCH', path: `${base}/:message`, run: edit },
    { method: 'DELETE', path: `${base}/:message`, run: remove },
  ];
}
