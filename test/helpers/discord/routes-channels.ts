// Channels, threads, guilds, members and direct-message channels over REST.

import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import type { Channel, ThreadState } from './entities.ts';
import { badField, Refusal, refuseWhen } from './errors.ts';
import type { ApiAnswer, ApiRequest, Route } from './rest.ts';
import { type ChannelParts, refuseWriting } from './routes-messages.ts';
import {
  anything,
  check,
  type Fields,
  fields,
  flag,
  integer,
  list,
  maybe,
  oneOf,
  type Shape,
  snowflake,
  text,
} from './shape.ts';
import { validateMessage } from './validate.ts';
import { channelWire, guildWire, memberWire, roleWire, userWire } from './wire.ts';

/** Channel flag of a forum that wants a tag on each post. */
const REQUIRE_TAG = 1 << 4;

const autoArchive = maybe(oneOf(60, 1440, 4320, 10080));
const newThread = {
  name: text(1, 100, { blank: false }),
  auto_archive_duration: autoArchive,
  rate_limit_per_user: maybe(integer(0, 21_600)),
};
const threadOnMessage = fields(newThread, ['name']);
const threadAlone = fields(
  { ...newThread, type: maybe(oneOf(10, 11, 12)), invitable: maybe(flag) },
  ['name'],
);
const appliedTags = maybe(list(snowflake, 0, 5, { unique: true }));
const forumPost = fields({ ...newThread, applied_tags: appliedTags, message: anything }, [
  'name',
  'message',
]);
const threadChange = fields({
  name: maybe(text(1, 100, { blank: false })),
  archived: maybe(flag),
  locked: maybe(flag),
  invitable: maybe(flag),
  auto_archive_duration: autoArchive,
  rate_limit_per_user: maybe(integer(0, 21_600)),
  flags: maybe(integer(0, 2 ** 31 - 1)),
  applied_tags: appliedTags,
});

/** The routes below /channels (without messages), /guilds and /users. */
export function channelRoutes(parts: ChannelParts): Route[] {
  const { world, messages, access } = parts;
  const show = (channel: Channel) => channelWire(world, channel);

  function valid(shape: Shape, body: unknown): Fields {
    refuseWhen(check(shape, body));
    return body as Fields;
  }

  /** The name and lifetime that a request gives a thread which the bot opens. */
  function opened(thread: Channel, body: Fields): Channel {
    if (thread.thread !== undefined)
      thread.thread.autoArchive = Number(body['auto_archive_duration'] ?? 4320);
    return thread;
  }

  function threadFromMessage(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    access.need(channel, Bit.CreatePublicThreads);
    const body = valid(threadOnMessage, request.body);
    const message = messages.find(channel.id, request.params['message'] ?? '');
    if (message === undefined || message.ephemeralFor !== null) throw new Refusal('unknownMessage');
    if (channel.guildId === null || channel.thread !== undefined)
      throw new Refusal('wrongChannelType');
    if (message.threadId !== null) throw new Refusal('threadExists');
    const options = { id: message.id, name: String(body['name']), owner: world.bot };
    const thread = opened(world.addThread(channel, options, true), body);
    message.threadId = thread.id;
    messages.tell('MESSAGE_UPDATE', message);
    return { status: 201, body: show(thread) };
  }

  function thread(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    if (channel.tags !== undefined) return post(channel, request);
    if (channel.guildId === null || channel.thread !== undefined)
      throw new Refusal('wrongChannelType');
    const body = valid(threadAlone, request.body);
    access.need(channel, body['type'] === 12 ? Bit.CreatePrivateThreads : Bit.CreatePublicThreads);
    const created = world.addThread(
      channel,
      { name: String(body['name']), owner: world.bot },
      true,
    );
    return { status: 201, body: show(opened(created, body)) };
  }

  function post(forum: Channel, request: ApiRequest): ApiAnswer {
    access.need(forum, Bit.SendMessages);
    const body = valid(forumPost, request.body);
    validateMessage(body['message'], { kind: 'channel', uploads: request.uploads });
    if (request.uploads.length > 0) access.need(forum, Bit.AttachFiles);
    const tags = (body['applied_tags'] as string[] | null | undefined) ?? [];
    refuseTags(forum, tags, []);
    const created = opened(
      world.addThread(forum, { name: String(body['name']), owner: world.bot, tags }, true),
      body,
    );
    const message = messages.create({
      channel: created,
      author: world.bot,
      body: body['message'] as Fields,
      uploads: request.uploads,
      id: created.id,
    });
    return {
      status: 201,
      body: { ...show(created), message: messages.wire(message, { content: true }) },
    };
  }

  /** Unknown tags, missing tags where one is required, and moderated tags without Manage Threads. */
  function refuseTags(
    forum: Channel | undefined,
    tags: readonly string[],
    before: readonly string[],
  ): void {
    const known = forum?.tags ?? [];
    const isModerator = forum !== undefined && access.can(forum, Bit.ManageThreads);
    const changed = [
      ...tags.filter((id) => !before.includes(id)),
      ...before.filter((id) => !tags.includes(id)),
    ];
    for (const id of changed) {
      const tag = known.find((item) => item.id === id);
      if (tag === undefined && tags.includes(id))
        throw badField(['applied_tags'], 'FORUM_TAG_UNKNOWN', `Unknown tag ${id}`);
      if (tag?.moderated === true && !isModerator) throw new Refusal('missingPermissions');
    }
    if (tags.length === 0 && ((forum?.flags ?? 0) & REQUIRE_TAG) !== 0) {
      throw new Refusal(
        isModerator || known.some((tag) => !tag.moderated) ? 'tagRequired' : 'noTaggableTag',
      );
    }
  }

  function change(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    if (channel.thread === undefined) throw new Refusal('missingPermissions');
    const { thread: state } = channel;
    const body = valid(threadChange, request.body);
    const isModerator = access.can(channel, Bit.ManageThreads);
    if (!isModerator) {
      const opensAgain =
        body['archived'] === false && Object.keys(body).length === 1 && !state.locked;
      const isOwner = state.ownerId === world.bot.id;
      if (
        body['locked'] !== undefined &&
        body['locked'] !== null &&
        body['locked'] !== state.locked
      ) {
        throw new Refusal('missingPermissions');
      }
      if (!opensAgain && (!isOwner || state.locked)) throw new Refusal('missingPermissions');
    }
    if (state.archived && body['archived'] !== false) throw new Refusal('archivedThread');
    const forum = world.channels.get(channel.parentId ?? '');
    const tags = body['applied_tags'];
    if (Array.isArray(tags)) refuseTags(forum, tags as string[], state.appliedTags);
    const changes: Partial<ThreadState> & { name?: string } = {};
    if (typeof body['name'] === 'string') changes.name = body['name'];
    if (typeof body['archived'] === 'boolean') changes.archived = body['archived'];
    if (typeof body['locked'] === 'boolean') changes.locked = body['locked'];
    if (typeof body['auto_archive_duration'] === 'number')
      changes.autoArchive = body['auto_archive_duration'];
    if (Array.isArray(tags)) changes.appliedTags = tags as string[];
    world.updateThread(channel, changes);
    return { status: 200, body: show(channel) };
  }

  function joinThread(request: ApiRequest): ApiAnswer {
    const channel = access.channel(request.params['channel']);
    if (channel.thread === undefined) throw new Refusal('wrongChannelType');
    if (channel.thread.archived) throw new Refusal('archivedThread');
    if (request.method === 'PUT') channel.thread.members.add(world.bot.id);
    else channel.thread.members.delete(world.bot.id);
    return { status: 204 };
  }

  function openDm(request: ApiRequest): ApiAnswer {
    const body = valid(fields({ recipient_id: snowflake }, ['recipient_id']), request.body);
    const user = world.users.get(String(body['recipient_id']));
    if (user === undefined) throw new Refusal('unknownUser');
    if (user.bot) throw new Refusal('cannotDm');
    return { status: 200, body: show(world.dm(user)) };
  }

  function threads(where: (channel: Channel) => boolean): ApiAnswer {
    const found = [...world.channels.values()].filter(
      (channel) => channel.thread !== undefined && where(channel),
    );
    const visible = found.filter((channel) => access.sees(channel.id));
    return { status: 200, body: { threads: visible.map(show), members: [], has_more: false } };
  }

  const ofGuild = (guildId: string) =>
    [...world.channels.values()].filter((channel) => channel.guildId === guildId);
  const one = 'channels/:channel';
  return [
    { method: 'GET', path: one, run: ({ params }) => ok(show(access.channel(params['channel']))) },
    { method: 'PATCH', path: one, run: change },
    {
      method: 'POST',
      path: `${one}/typing`,
      run: ({ params }) => {
        refuseWriting(parts, access.channel(params['channel']), {}, []);
        return { status: 204 };
      },
    },
    { method: 'POST', path: `${one}/messages/:message/threads`, run: threadFromMessage },
    { method: 'POST', path: `${one}/threads`, run: thread },
    {
      method: 'GET',
      path: `${one}/threads/archived/public`,
      run: ({ params }) => {
        const parent = access.channel(params['channel']);
        if (!access.can(parent, Bit.ReadMessageHistory)) throw new Refusal('missingPermissions');
        return threads(
          (channel) => channel.parentId === parent.id && channel.thread?.archived === true,
        );
      },
    },
    { method: 'PUT', path: `${one}/thread-members/@me`, run: joinThread },
    { method: 'DELETE', path: `${one}/thread-members/@me`, run: joinThread },
    {
      method: 'GET',
      path: 'guilds/:guild',
      run: ({ params }) => ok(guildWire(access.guild(params['guild']))),
    },
    {
      method: 'GET',
      path: 'guilds/:guild/channels',
      run: ({ params }) => {
        const guild = access.guild(params['guild']);
        return ok(
          ofGuild(guild.id)
            .filter((channel) => channel.thread === undefined)
            .map(show),
        );
      },
    },
    {
      method: 'GET',
      path: 'guilds/:guild/roles',
      run: ({ params }) => ok([...access.guild(params['guild']).roles.values()].map(roleWire)),
    },
    {
      method: 'GET',
      path: 'guilds/:guild/threads/active',
      run: ({ params }) => {
        const guild = access.guild(params['guild']);
        return threads(
          (channel) => channel.guildId === guild.id && channel.thread?.archived === false,
        );
      },
    },
    {
      method: 'GET',
      path: 'guilds/:guild/members/:user',
      run: ({ params }) => {
        const guild = access.guild(params['guild']);
        const id = params['user'] === '@me' ? world.bot.id : (params['user'] ?? '');
        const member = guild.members.get(id);
        if (member === undefined)
          throw new Refusal(world.users.has(id) ? 'unknownMember' : 'unknownUser');
        return ok(memberWire(member));
      },
    },
    {
      method: 'GET',
      path: 'users/:user',
      run: ({ params }) => {
        const user = world.users.get(params['user'] ?? '');
        if (user === undefined) throw new Refusal('unknownUser');
        return ok(userWire(user));
      },
    },
    {
      method: 'GET',
      path: 'users/@me/guilds',
      run: () =>
        ok(
          [...world.guilds.values()]
            .filter((guild) => guild.installed)
            .map((guild) => guildWire(guild)),
        ),
    },
    {
      method: 'DELETE',
      path: 'users/@me/guilds/:guild',
      run: ({ params }) => {
        world.removeGuild(access.guild(params['guild']));
        return { status: 204 };
      },
    },
    { method: 'POST', path: 'users/@me/channels', run: openDm },
  ];
}

function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}
