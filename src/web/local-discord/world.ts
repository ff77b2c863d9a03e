/** The server of the playground: its people, roles and channels, and how Discord writes them in JSON. */
import {
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  PermissionFlagsBits as Bit,
  ChannelType,
} from 'discord-api-types/v10';
import { createIds } from './ids.ts';

/** Whom somebody at the page can be. */
export const ROLES = ['member', 'moderator'] as const;
export type RoleName = (typeof ROLES)[number];

export interface Person {
  id: string;
  name: string;
  isBot: boolean;
  permissions: bigint;
  roles: readonly string[];
}

export interface Channel {
  id: string;
  name: string;
  type: ChannelType.GuildText | ChannelType.GuildForum | ChannelType.PublicThread | ChannelType.DM;
  /** Of a post: the forum that it stands in, and who wrote it. */
  parentId: string | null;
  ownerId: string | null;
  archived: boolean;
  locked: boolean;
  appliedTags: readonly string[];
  lastPinAt: number | null;
}

/** What everyone may do, and what a moderator may do besides; the bot has what README asks for, and pinning. */
const EVERYONE =
  Bit.ViewChannel |
  Bit.SendMessages |
  Bit.SendMessagesInThreads |
  Bit.CreatePublicThreads |
  Bit.ReadMessageHistory |
  Bit.EmbedLinks |
  Bit.AttachFiles |
  Bit.AddReactions |
  Bit.UseApplicationCommands;
const MODERATOR =
  EVERYONE | Bit.ManageMessages | Bit.ManageThreads | Bit.PinMessages | Bit.ModerateMembers;
const BOT = EVERYONE | Bit.PinMessages | Bit.ManageThreads;

/** The tag that marks a forum post as solved. */
export const SOLVED = 'solved';

export interface World {
  nextId(): string;
  guildId: string;
  bot: Person;
  people: Record<RoleName, Person>;
  channels: Map<string, Channel>;
  /** Tags of the forum by their words. */
  tags: readonly { id: string; name: string }[];
  /** Opens a post in a forum. */
  addPost(forum: Channel, title: string, owner: Person): Channel;
}

/** A server with a text channel, one for moderators, a forum and direct messages with the bot. */
export function createWorld(botName: string, names: Record<RoleName, string>): World {
  const nextId = createIds();
  const guildId = nextId();
  const moderatorRole = nextId();
  const botRole = nextId();
  const person = (name: string, permissions: bigint, roles: string[], isBot = false): Person => ({
    id: nextId(),
    name,
    isBot,
    permissions,
    roles,
  });
  const channels = new Map<string, Channel>();
  const add = (name: string, type: Channel['type'], more: Partial<Channel> = {}): Channel => {
    const channel: Channel = {
      id: nextId(),
      name,
      type,
      parentId: null,
      ownerId: null,
      archived: false,
      locked: false,
      appliedTags: [],
      lastPinAt: null,
      ...more,
    };
    channels.set(channel.id, channel);
    return channel;
  };
  const bot = person(botName, BOT, [botRole], true);
  const people = {
    member: person(names.member, EVERYONE, []),
    moderator: person(names.moderator, MODERATOR, [moderatorRole]),
  };
  add('general', ChannelType.GuildText);
  add('announcements', ChannelType.GuildText);
  add('questions', ChannelType.GuildForum);
  for (const name of ROLES) add(botName, ChannelType.DM, { ownerId: people[name].id });
  return {
    nextId,
    guildId,
    bot,
    people,
    channels,
    tags: [{ id: nextId(), name: SOLVED }],
    addPost: (forum, title, owner) =>
      add(title, ChannelType.PublicThread, { parentId: forum.id, ownerId: owner.id }),
  };
}

/** Everyone by id: the people and the bot. */
export function personById({ people, bot }: World, id: string): Person | undefined {
  return [...Object.values(people), bot].find((known) => known.id === id);
}

/** The channels that somebody sees: those of the server and their own direct messages. */
export function channelsFor({ channels }: World, person: Person): Channel[] {
  return [...channels.values()].filter(
    ({ type, ownerId }) => type !== ChannelType.DM || ownerId === person.id,
  );
}

export const isDirect = ({ type }: Channel): boolean => type === ChannelType.DM;

export function userJson({ id, name, isBot }: Person): APIUser {
  return {
    id,
    username: name.toLowerCase().replace(/\W+/g, '-'),
    global_name: name,
    discriminator: '0',
    avatar: null,
    ...(isBot && { bot: true }),
  } as APIUser;
}

export function memberJson(world: World, person: Person): APIGuildMember {
  return {
    user: userJson(person),
    nick: null,
    avatar: null,
    roles: [...person.roles],
    joined_at: timeOf(world.guildId),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  } as unknown as APIGuildMember;
}

export function rolesJson({ guildId, bot, people }: World): APIRole[] {
  const role = (id: string | undefined, name: string, permissions: bigint, position: number) =>
    ({
      id,
      name,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position,
      permissions: String(permissions),
      managed: name === bot.name,
      mentionable: false,
      flags: 0,
    }) as unknown as APIRole;
  return [
    role(guildId, '@everyone', EVERYONE, 0),
    role(people.moderator.roles[0], 'Moderator', MODERATOR, 1),
    role(bot.roles[0], bot.name, BOT, 2),
  ];
}

export function channelJson(world: World, channel: Channel): APIGuildChannel {
  const { id, name, type, parentId, ownerId, lastPinAt } = channel;
  const base = {
    id,
    type,
    flags: 0,
    last_message_id: null,
    ...(lastPinAt !== null && { last_pin_timestamp: new Date(lastPinAt).toISOString() }),
  };
  if (type === ChannelType.DM) {
    const recipient = personById(world, ownerId ?? '');
    return {
      ...base,
      recipients: recipient ? [userJson(recipient)] : [],
    } as unknown as APIGuildChannel;
  }
  const named = { ...base, guild_id: world.guildId, name, parent_id: parentId };
  if (type === ChannelType.PublicThread) {
    return {
      ...named,
      owner_id: ownerId,
      message_count: 1,
      member_count: 1,
      total_message_sent: 1,
      applied_tags: [...channel.appliedTags],
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 10_080,
        archive_timestamp: timeOf(id),
        create_timestamp: timeOf(id),
      },
    } as unknown as APIGuildChannel;
  }
  return {
    ...named,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    topic: null,
    ...(type === ChannelType.GuildForum && {
      available_tags: world.tags.map((tag) => ({
        ...tag,
        moderated: false,
        emoji_id: null,
        emoji_name: null,
      })),
      default_forum_layout: 0,
      default_sort_order: null,
      default_reaction_emoji: null,
    }),
  } as unknown as APIGuildChannel;
}

/** The server as the gateway sends it to the bot. */
export function guildJson(world: World): APIGuild {
  const channels = [...world.channels.values()].filter((channel) => !isDirect(channel));
  const json = (isThread: boolean) =>
    channels
      .filter(({ type }) => (type === ChannelType.PublicThread) === isThread)
      .map((channel) => channelJson(world, channel));
  return {
    id: world.guildId,
    name: 'Playground',
    icon: null,
    owner_id: world.people.moderator.id,
    preferred_locale: 'en-US',
    features: ['COMMUNITY'],
    verification_level: 1,
    premium_tier: 0,
    roles: rolesJson(world),
    emojis: [],
    stickers: [],
    joined_at: timeOf(world.guildId),
    unavailable: false,
    large: false,
    member_count: 3,
    members: [memberJson(world, world.bot)],
    channels: json(false),
    threads: json(true),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } as unknown as APIGuild;
}

/** When an id was made, as Discord writes times. */
export function timeOf(id: string): string {
  return new Date(Number(BigInt(id) >> 22n) + 1_420_070_400_000).toISOString();
}
