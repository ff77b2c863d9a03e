// The guilds, channels, people and roles that the bot meets, and the builders with which a test sets them up.
// A builder used while the bot is connected also sends the gateway event that Discord would send.

import { ChannelType } from 'discord-api-types/v10';
import type { Clock, Ids } from './clock.ts';
import {
  type Channel,
  type ChannelOptions,
  type Guild,
  type GuildOptions,
  INTENT,
  type Member,
  type Publication,
  type Role,
  type ThreadState,
  type User,
} from './entities.ts';
import { BOT_PERMISSIONS, EVERYONE_PERMISSIONS } from './permissions.ts';
import { channelWire, guildCreateWire, memberWire, roleWire, type Wire } from './wire.ts';

export type World = ReturnType<typeof createWorld>;

/** Makes an empty world with the bot's own user. */
export function createWorld(clock: Clock, ids: Ids, publish: (event: Publication) => void) {
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const users = new Map<string, User>();
  const bot: User = { id: ids.next(), name: 'mpp-bot', bot: true, locale: 'en-US', dms: true };
  users.set(bot.id, bot);

  const tell = (t: string, guildId: string, body: () => Wire, channelId?: string) => {
    if (guilds.get(guildId)?.installed !== true) return;
    publish({
      t,
      guildId,
      intent: INTENT.guilds,
      body,
      ...(channelId === undefined ? {} : { channelId }),
    });
  };
  const guildOf = (id: string | undefined): Guild => {
    const guild = id === undefined ? [...guilds.values()][0] : guilds.get(id);
    if (guild === undefined)
      throw new Error(id === undefined ? 'the world has no guild' : `no guild ${id}`);
    return guild;
  };

  const world = {
    guilds,
    channels,
    users,
    bot,
    clock,
    ids,

    /** The first guild. */
    get guild(): Guild {
      return guildOf(undefined);
    },
    /** The first text channel of the first guild. */
    get channel(): Channel {
      const first = [...channels.values()].find(
        (channel) => channel.type === ChannelType.GuildText,
      );
      if (first === undefined) throw new Error('the world has no text channel');
      return first;
    },
    /** The first person who is not a bot and owns no guild. */
    get user(): User {
      const owners = new Set([...guilds.values()].map((guild) => guild.ownerId));
      const first = [...users.values()].find((user) => !user.bot && !owners.has(user.id));
      if (first === undefined) throw new Error('the world has no user');
      return first;
    },

    /** A person (or another bot) who is in no guild yet. `dms: false` refuses direct messages. */
    addUser(options: { name?: string; bot?: boolean; locale?: string; dms?: boolean } = {}): User {
      const {
        name = `user-${users.size}`,
        bot: isBot = false,
        locale = 'en-US',
        dms = true,
      } = options;
      const user = { id: ids.next(), name, bot: isBot, locale, dms };
      users.set(user.id, user);
      return user;
    },

    /** A guild with an owner, @everyone, the bot with its own role, and text channels. */
    addGuild(options: GuildOptions = {}): Guild {
      const {
        name = `Guild ${guilds.size + 1}`,
        locale = 'en-US',
        installed = true,
        channels: names = ['general'],
      } = options;
      const owner = world.addUser({ name: `owner-of-${name}` });
      const id = options.id ?? ids.nextGuild();
      const guild: Guild = {
        id,
        name,
        locale,
        ownerId: owner.id,
        installed,
        joinedAt: clock.now(),
        botRoleId: ids.next(),
        roles: new Map(),
        members: new Map(),
      };
      guild.roles.set(id, {
        id,
        guildId: id,
        name: '@everyone',
        permissions: options.everyonePermissions ?? EVERYONE_PERMISSIONS,
        position: 0,
        mentionable: false,
      });
      guild.members.set(owner.id, {
        user: owner,
        guildId: id,
        roles: [],
        nick: null,
        joinedAt: clock.now(),
      });
      if (installed) {
        const permissions = options.botPermissions ?? BOT_PERMISSIONS;
        const role: Role = {
          id: guild.botRoleId,
          guildId: id,
          name: bot.name,
          permissions,
          position: 1,
          mentionable: false,
        };
        guild.roles.set(role.id, { ...role, botId: bot.id });
        guild.members.set(bot.id, {
          user: bot,
          guildId: id,
          roles: [role.id],
          nick: null,
          joinedAt: clock.now(),
        });
      }
      guilds.set(id, guild);
      for (const channelName of names) {
        const channel = newChannel({ guildId: id, name: channelName });
        channels.set(channel.id, channel);
      }
      tell('GUILD_CREATE', id, () => guildCreateWire(world, guild));
      return guild;
    },

    /** The bot is removed from a guild (or, with `outage`, the guild is unavailable for a while). */
    removeGuild(guild: Guild, options: { outage?: boolean } = {}): void {
      tell('GUILD_DELETE', guild.id, () => ({
        id: guild.id,
        ...(options.outage === true ? { unavailable: true } : {}),
      }));
      if (options.outage === true) return;
      guild.installed = false;
      guild.members.delete(bot.id);
    },

    /** The bot is in a guild again: after an outage, or invited anew. */
    returnGuild(guild: Guild): void {
      guild.installed = true;
      const joined = { user: bot, guildId: guild.id, roles: [guild.botRoleId], nick: null };
      if (!guild.members.has(bot.id))
        guild.members.set(bot.id, { ...joined, joinedAt: clock.now() });
      tell('GUILD_CREATE', guild.id, () => guildCreateWire(world, guild));
    },

    /** A role; give it to members by `addMember({ roles: [role.id] })`. */
    addRole(
      options: {
        guildId?: string;
        name?: string;
        permissions?: bigint;
        mentionable?: boolean;
      } = {},
    ): Role {
      const guild = guildOf(options.guildId);
      const role: Role = {
        id: ids.next(),
        guildId: guild.id,
        name: options.name ?? `role-${guild.roles.size}`,
        permissions: options.permissions ?? 0n,
        position: guild.roles.size,
        mentionable: options.mentionable ?? false,
      };
      guild.roles.set(role.id, role);
      tell('GUILD_ROLE_CREATE', guild.id, () => ({ guild_id: guild.id, role: roleWire(role) }));
      return role;
    },

    /** Puts a user (a new one by default) into a guild. `permissions` gives them a role of their own with these bits. */
    addMember(
      options: {
        guildId?: string;
        user?: User;
        name?: string;
        locale?: string;
        roles?: readonly string[];
        nick?: string;
        permissions?: bigint;
      } = {},
    ): Member {
      const guild = guildOf(options.guildId);
      const { name, locale } = options;
      const user =
        options.user ??
        world.addUser({
          ...(name === undefined ? {} : { name }),
          ...(locale === undefined ? {} : { locale }),
        });
      const roles = [...(options.roles ?? [])];
      if (options.permissions !== undefined) {
        roles.push(world.addRole({ guildId: guild.id, permissions: options.permissions }).id);
      }
      const member = {
        user,
        guildId: guild.id,
        roles,
        nick: options.nick ?? null,
        joinedAt: clock.now(),
      };
      guild.members.set(user.id, member);
      return member;
    },

    /** A user's membership of a guild, if any. */
    member(guildId: string | null, userId: string): Member | undefined {
      return guildId === null ? undefined : guilds.get(guildId)?.members.get(userId);
    },

    /** Changes a member's roles and tells the bot when it is the bot's own. */
    setRoles(member: Member, roles: readonly string[]): void {
      member.roles = [...roles];
      if (member.user.id !== bot.id) return;
      tell('GUILD_MEMBER_UPDATE', member.guildId, () => ({
        ...memberWire(member),
        guild_id: member.guildId,
      }));
    },

    /** Changes what a role allows. */
    setPermissions(role: Role, permissions: bigint): void {
      role.permissions = permissions;
      tell('GUILD_ROLE_UPDATE', role.guildId, () => ({
        guild_id: role.guildId,
        role: roleWire(role),
      }));
    },

    /** A channel in a guild (the first one by default); a text channel unless `type` says otherwise. */
    addChannel(options: ChannelOptions = {}): Channel {
      const channel = newChannel(options);
      channels.set(channel.id, channel);
      tell('CHANNEL_CREATE', channel.guildId ?? '', () => channelWire(world, channel), channel.id);
      return channel;
    },

    /** Changes a channel; `deny` replaces the bits that the bot lacks there. */
    updateChannel(
      channel: Channel,
      change: { name?: string; topic?: string; deny?: bigint; denyEveryone?: bigint },
    ): void {
      channel.name = change.name ?? channel.name;
      channel.topic = change.topic ?? channel.topic;
      if (change.deny !== undefined) setDeny(channel, bot.id, 1, change.deny);
      if (change.denyEveryone !== undefined)
        setDeny(channel, channel.guildId ?? '', 0, change.denyEveryone);
      tell('CHANNEL_UPDATE', channel.guildId ?? '', () => channelWire(world, channel));
    },

    /** Deletes a channel or thread with everything in it. */
    deleteChannel(channel: Channel): void {
      channels.delete(channel.id);
      const t = channel.thread === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
      tell(t, channel.guildId ?? '', () => channelWire(world, channel));
    },

    /** A thread that is already there: no THREAD_CREATE says `newly_created`. In a forum its first message is missing. */
    addThread(
      parent: Channel,
      options: {
        id?: string;
        name?: string;
        owner?: User;
        tags?: readonly string[];
        archived?: boolean;
        locked?: boolean;
      } = {},
      newlyCreated = false,
    ): Channel {
      const id = options.id ?? ids.next();
      const ownerId = (options.owner ?? world.user).id;
      const thread: Channel = {
        ...newChannel({
          guildId: parent.guildId ?? '',
          name: options.name ?? 'thread',
          parentId: parent.id,
        }),
        id,
        type:
          parent.type === ChannelType.GuildAnnouncement
            ? ChannelType.AnnouncementThread
            : ChannelType.PublicThread,
        thread: {
          ownerId,
          archived: options.archived ?? false,
          locked: options.locked ?? false,
          autoArchive: 4320,
          archiveChangedAt: clock.now(),
          createdAt: clock.now(),
          appliedTags: [...(options.tags ?? [])],
          messageCount: 0,
          members: new Set([ownerId]),
        },
      };
      channels.set(id, thread);
      const extra = newlyCreated ? { newly_created: true } : {};
      tell(
        'THREAD_CREATE',
        thread.guildId ?? '',
        () => ({ ...channelWire(world, thread), ...extra }),
        thread.id,
      );
      return thread;
    },

    /** Changes a thread and sends THREAD_UPDATE. */
    updateThread(
      thread: Channel,
      change: Partial<Pick<ThreadState, 'archived' | 'locked' | 'appliedTags' | 'autoArchive'>> & {
        name?: string;
      },
    ): void {
      const { name, ...state } = change;
      if (thread.thread === undefined) throw new Error(`channel ${thread.id} is no thread`);
      if (name !== undefined) thread.name = name;
      if (state.archived !== undefined) thread.thread.archiveChangedAt = clock.now();
      Object.assign(thread.thread, state);
      tell('THREAD_UPDATE', thread.guildId ?? '', () => channelWire(world, thread), thread.id);
    },

    /** The direct-message channel between the bot and a user; made on first use. */
    dm(user: User): Channel {
      const existing = [...channels.values()].find(
        (channel) => channel.type === ChannelType.DM && channel.recipientId === user.id,
      );
      if (existing !== undefined) return existing;
      const channel: Channel = {
        ...newChannel({ type: ChannelType.DM, name: '' }),
        recipientId: user.id,
      };
      channels.set(channel.id, channel);
      return channel;
    },

    /** A private channel without the bot: a group of the user and others, where only user-installed commands work. */
    privateChannel(user: User): Channel {
      const channel: Channel = {
        ...newChannel({ type: ChannelType.GroupDM, name: '' }),
        recipientId: user.id,
      };
      channels.set(channel.id, channel);
      return channel;
    },
  };

  return world;

  function setDeny(channel: Channel, id: string, type: 0 | 1, deny: bigint): void {
    channel.overwrites = channel.overwrites.filter((overwrite) => overwrite.id !== id);
    if (deny !== 0n) channel.overwrites.push({ id, type, allow: 0n, deny });
  }

  function newChannel(options: ChannelOptions): Channel {
    const type = options.type ?? ChannelType.GuildText;
    const guildId =
      type === ChannelType.DM || type === ChannelType.GroupDM ? null : guildOf(options.guildId).id;
    const channel: Channel = {
      id: ids.next(),
      type,
      guildId,
      name: options.name ?? `channel-${channels.size}`,
      topic: options.topic ?? null,
      parentId: options.parentId ?? null,
      position: channels.size,
      overwrites: [...(options.overwrites ?? [])],
      flags: options.flags ?? 0,
      lastMessageId: null,
      lastPinAt: null,
    };
    if (type === ChannelType.GuildForum || type === ChannelType.GuildMedia) {
      channel.tags = (options.tags ?? []).map((tag) => ({
        id: ids.next(),
        moderated: false,
        ...tag,
      }));
    }
    if (options.deny !== undefined) setDeny(channel, bot.id, 1, options.deny);
    if (options.denyEveryone !== undefined)
      setDeny(channel, guildId ?? '', 0, options.denyEveryone);
    return channel;
  }
}
