// The JSON forms in which Discord shows people, roles, channels and guilds.

import type { Channel, Guild, Member, Role, User } from './entities.ts';
import type { World } from './world.ts';

export type Wire = Record<string, unknown>;

const iso = (at: number) => new Date(at).toISOString();

/** A user object. */
export function userWire(user: User): Wire {
  return {
    id: user.id,
    username: user.name,
    global_name: user.name,
    discriminator: '0',
    avatar: null,
    bot: user.bot,
    public_flags: 0,
    avatar_decoration_data: null,
  };
}

/** A guild member without its user. */
export function bareMemberWire(member: Member): Wire {
  return {
    nick: member.nick,
    avatar: null,
    roles: member.roles,
    joined_at: iso(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A guild member with its user. */
export function memberWire(member: Member): Wire {
  return { ...bareMemberWire(member), user: userWire(member.user) };
}

/** A role object. */
export function roleWire(role: Role): Wire {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.botId !== undefined,
    mentionable: role.mentionable,
    flags: 0,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  };
}

/** A channel, thread or direct-message channel. */
export function channelWire(world: World, channel: Channel): Wire {
  const base = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    flags: channel.flags,
    ...(channel.lastPinAt === null ? {} : { last_pin_timestamp: iso(channel.lastPinAt) }),
  };
  if (channel.guildId === null) {
    const recipient = world.users.get(channel.recipientId ?? '');
    return { ...base, recipients: recipient === undefined ? [] : [userWire(recipient)] };
  }
  const named = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
  };
  if (channel.thread !== undefined) {
    const { thread } = channel;
    return {
      ...named,
      owner_id: thread.ownerId,
      message_count: thread.messageCount,
      total_message_sent: thread.messageCount,
      member_count: thread.members.size,
      applied_tags: thread.appliedTags,
      thread_metadata: {
        archived: thread.archived,
        locked: thread.locked,
        auto_archive_duration: thread.autoArchive,
        archive_timestamp: iso(thread.archiveChangedAt),
        create_timestamp: iso(thread.createdAt),
      },
    };
  }
  const overwrites = channel.overwrites.map((overwrite) => ({
    ...overwrite,
    allow: overwrite.allow.toString(),
    deny: overwrite.deny.toString(),
  }));
  const placed = {
    ...named,
    position: channel.position,
    permission_overwrites: overwrites,
    nsfw: false,
    topic: channel.topic,
  };
  if (channel.tags === undefined) return placed;
  return {
    ...placed,
    available_tags: channel.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
}

/** A guild as REST shows it. */
export function guildWire(guild: Guild): Wire {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    max_members: 500_000,
    features: ['COMMUNITY'],
    roles: [...guild.roles.values()].map(roleWire),
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** A guild as GUILD_CREATE shows it to the bot. */
export function guildCreateWire(world: World, guild: Guild): Wire {
  const own = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const bot = guild.members.get(world.bot.id);
  return {
    ...guildWire(guild),
    joined_at: iso(guild.joinedAt),
    large: guild.members.size > 50,
    unavailable: false,
    member_count: guild.members.size,
    // Without the members intent Discord sends the bot itself and people in voice channels only.
    members: bot === undefined ? [] : [memberWire(bot)],
    channels: own
      .filter((channel) => channel.thread === undefined)
      .map((channel) => channelWire(world, channel)),
    threads: own
      .filter((channel) => channel.thread?.archived === false)
      .map((channel) => channelWire(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
