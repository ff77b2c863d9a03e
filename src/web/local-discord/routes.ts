/** The calls that the bot makes, answered as Discord would. */
import {
  ChannelType,
  type InteractionResponseType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { RegisteredCommands } from './commands.ts';
import type { Interactions } from './interactions.ts';
import type { LocalMessage, Messages } from './messages.ts';
import { RestError, type RestRequest, type RestRoute } from './rest.ts';
import {
  type Channel,
  channelJson,
  guildJson,
  memberJson,
  personById,
  rolesJson,
  timeOf,
  userJson,
  type World,
} from './world.ts';

type Params = RestRequest['params'];

/** All routes of one local Discord. */
export function createRoutes(
  world: World,
  messages: Messages,
  interactions: Interactions,
  commands: RegisteredCommands,
): RestRoute[] {
  const channelOf = ({ channel = '' }: Params): Channel => {
    const found = world.channels.get(channel);
    if (!found) throw new RestError(404, 10003, 'Unknown Channel');
    return found;
  };
  const messageOf = ({ message }: Params): LocalMessage => {
    const found = messages.get(message);
    if (!found) throw new RestError(404, 10008, 'Unknown Message');
    return found;
  };
  const application = () => ({
    id: world.bot.id,
    name: world.bot.name,
    description: '',
    icon: null,
    flags: 0,
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '',
    bot: userJson(world.bot),
  });
  const pin = (isPinned: boolean) => (request: RestRequest) => {
    messages.pin(messageOf(request.params), isPinned);
  };
  const mine = (params: Params): LocalMessage => {
    const message = messageOf(params);
    if (message.author !== world.bot)
      throw new RestError(403, 50005, 'Cannot edit a message authored by another user');
    return message;
  };

  return [
    {
      route: 'GET /gateway/bot',
      run: () => ({
        url: 'wss://playground.invalid',
        shards: 1,
        session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 },
      }),
    },
    { route: 'GET /applications/@me', run: application },
    { route: 'GET /oauth2/applications/@me', run: application },
    { route: 'GET /users/@me', run: () => userJson(world.bot) },
    {
      route: 'GET /users/:user',
      run: ({ params }) => {
        const person = personById(world, params['user'] ?? '');
        if (!person) throw new RestError(404, 10013, 'Unknown User');
        return userJson(person);
      },
    },
    {
      route: 'POST /users/@me/channels',
      run: ({ body }) => {
        const direct = [...world.channels.values()].find(
          ({ type, ownerId }) => type === ChannelType.DM && ownerId === body['recipient_id'],
        );
        if (!direct) throw new RestError(400, 50007, 'Cannot send messages to this user');
        return channelJson(world, direct);
      },
    },
    ...['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'].flatMap(
      (path): RestRoute[] => [
        { route: `GET ${path}`, run: () => commands.all() },
        { route: `PUT ${path}`, run: ({ body }) => commands.replace(body as never) },
      ],
    ),

    {
      route: 'POST /interactions/:id/:token/callback',
      run: ({ params, query, body, files }) => {
        const type = Number(body['type']) as InteractionResponseType;
        const data = (body['data'] ?? {}) as Record<string, unknown>;
        const answer = interactions.answer(params['token'] ?? '', type, data, files);
        return query.get('with_response') === 'true' ? answer : undefined;
      },
    },
    {
      route: 'POST /webhooks/:app/:token',
      run: ({ params, body, files }) =>
        messages.json(interactions.followUp(params['token'] ?? '', body, files)),
    },
    {
      route: 'GET /webhooks/:app/:token/messages/:message',
      run: ({ params: { token = '', message = '' } }) =>
        messages.json(interactions.messageOf(token, message)),
    },
    {
      route: 'PATCH /webhooks/:app/:token/messages/:message',
      run: ({ params: { token = '', message = '' }, body, files }) => {
        const target = interactions.messageOf(token, message);
        messages.edit(target, body, files);
        return messages.json(target);
      },
    },
    {
      route: 'DELETE /webhooks/:app/:token/messages/:message',
      run: ({ params: { token = '', message = '' } }) =>
        messages.remove(interactions.messageOf(token, message)),
    },

    { route: 'GET /guilds/:guild', run: () => guildJson(world) },
    { route: 'GET /guilds/:guild/roles', run: () => rolesJson(world) },
    {
      route: 'GET /guilds/:guild/channels',
      run: () => (guildJson(world) as unknown as { channels: unknown }).channels,
    },
    {
      route: 'GET /guilds/:guild/members/:user',
      run: ({ params }) => {
        const person = personById(world, params['user'] ?? '');
        if (!person) throw new RestError(404, 10007, 'Unknown Member');
        return memberJson(world, person);
      },
    },
    { route: 'GET /guilds/:guild/threads/active', run: () => ({ threads: [], members: [] }) },

    {
      route: 'GET /channels/:channel',
      run: ({ params }) => channelJson(world, channelOf(params)),
    },
    {
      route: 'PATCH /channels/:channel',
      run: ({ params, body }) => {
        const channel = channelOf(params);
        if (channel.type !== ChannelType.PublicThread)
          throw new RestError(403, 50013, 'Missing Permissions');
        if (Array.isArray(body['applied_tags'])) channel.appliedTags = body['applied_tags'];
        if (typeof body['archived'] === 'boolean') channel.archived = body['archived'];
        if (typeof body['locked'] === 'boolean') channel.locked = body['locked'];
        if (typeof body['name'] === 'string') channel.name = body['name'];
        messages.channelChanged('THREAD_UPDATE', channel);
        return channelJson(world, channel);
      },
    },
    { route: 'POST /channels/:channel/typing', run: ({ params }) => void channelOf(params) },
    {
      route: 'POST /channels/:channel/messages',
      run: ({ params, body, files }) => {
        const channel = channelOf(params);
        if (channel.type === ChannelType.GuildForum)
          throw new RestError(400, 50008, 'Cannot send messages in a non-text channel');
        const reference = body['message_reference'] as { message_id?: string } | undefined;
        const message = messages.create({
          channel,
          author: world.bot,
          body,
          files,
          replyTo: messages.get(reference?.message_id),
          asked: messages.get(reference?.message_id)?.content,
        });
        return messages.json(message);
      },
    },
    {
      route: 'GET /channels/:channel/messages',
      run: ({ params, query }) => {
        const all = messages.in(channelOf(params).id).filter(({ onlyFor }) => !onlyFor);
        const limit = Number(query.get('limit') ?? 50);
        const before = query.get('before');
        const older = before ? all.filter(({ id }) => BigInt(id) < BigInt(before)) : all;
        return older
          .slice(-limit)
          .reverse()
          .map((message) => messages.json(message));
      },
    },
    {
      route: 'GET /channels/:channel/messages/pins',
      run: ({ params }) => ({
        items: messages
          .in(channelOf(params).id)
          .filter(({ isPinned }) => isPinned)
          .reverse()
          .map((message) => ({ pinned_at: timeOf(message.id), message: messages.json(message) })),
        has_more: false,
      }),
    },
    { route: 'PUT /channels/:channel/messages/pins/:message', run: pin(true) },
    { route: 'DELETE /channels/:channel/messages/pins/:message', run: pin(false) },
    {
      route: 'GET /channels/:channel/messages/:message',
      run: ({ params }) => messages.json(messageOf(params)),
    },
    {
      route: 'PATCH /channels/:channel/messages/:message',
      run: ({ params, body, files }) => {
        const message = mine(params);
        messages.edit(message, body, files);
        return messages.json(message);
      },
    },
    {
      route: 'DELETE /channels/:channel/messages/:message',
      run: ({ params }) => {
        const message = messageOf(params);
        const may = (world.bot.permissions & PermissionFlagsBits.ManageMessages) !== 0n;
        if (message.author !== world.bot && !may)
          throw new RestError(403, 50013, 'Missing Permissions');
        messages.remove(message);
      },
    },
  ];
}
