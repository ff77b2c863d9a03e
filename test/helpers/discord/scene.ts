// The setting in which a person acts - place, rights, installation, language - and the interaction that results.

import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import type { Access } from './access.ts';
import type { StoredCommand } from './command-shapes.ts';
import type { Channel, User } from './entities.ts';
import type { Gateway } from './gateway.ts';
import type { Interaction, Interactions } from './interactions.ts';
import type { Messages, StoredMessage } from './messages.ts';
import { createResolver, type Resolver } from './options.ts';
import { ALL_PERMISSIONS, channelPermissions, has } from './permissions.ts';
import { channelWire, memberWire, userWire, type Wire } from './wire.ts';
import type { World } from './world.ts';

const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** Who acts, where, and in which language. */
export type Circumstances = {
  /** Default: the world's first ordinary user. */
  user?: User;
  /** Default: the first text channel; with `context: 1` the user's direct messages with the bot. */
  channel?: Channel;
  locale?: string;
  guildLocale?: string;
  /** In place of the rights that follow from the member's roles and the channel. */
  memberPermissions?: bigint;
  /** 0 guild, 1 direct messages with the bot, 2 other private channels. Default: what the channel is. */
  context?: 0 | 1 | 2;
  /** The person has installed the app for themselves. Needed in guilds without the bot and for context 2. */
  userInstalled?: boolean;
  /** How long to wait for the first answer; default Discord's three seconds and a little more. */
  timeoutMs?: number;
};

export type Scene = {
  user: User;
  channel: Channel;
  context: 0 | 1 | 2;
  /** The acting person's bits in a channel. */
  person: (channel: Channel) => bigint;
  /** Integration owners: "0" the guild (or "0" in direct messages), "1" the user. */
  owners: Record<string, string>;
};

export type Sent = { type: number; data: Wire; message?: StoredMessage; metadata?: Wire } & Partial<
  Pick<Interaction, 'command' | 'focused' | 'source'>
>;

export type Stage = ReturnType<typeof createStage>;

/** Makes scenes and sends interactions for one stand-in. */
export function createStage(parts: {
  world: World;
  messages: Messages;
  interactions: Interactions;
  gateway: Gateway;
  access: Access;
}) {
  const { world, messages, interactions, gateway, access } = parts;

  function channelOf(given: Circumstances, user: User): Channel {
    if (given.channel !== undefined) return given.channel;
    if (given.context === 1) return world.dm(user);
    return given.context === 2 ? world.privateChannel(user) : world.channel;
  }

  function personIn(user: User, override: bigint | undefined): Scene['person'] {
    return (channel) => {
      if (override !== undefined) return override;
      const member = world.member(channel.guildId, user.id);
      return member === undefined ? ALL_PERMISSIONS : channelPermissions(world, member, channel);
    };
  }

  function ownersIn(
    given: Circumstances,
    channel: Channel,
    user: User,
    context: number,
    command: StoredCommand | null,
  ): Record<string, string> {
    const { guildId } = channel;
    const types = command?.integration_types ?? [0, 1];
    const forGuilds = types.includes(0) || command?.guild_id !== undefined;
    const installed = guildId === null || world.guilds.get(guildId)?.installed === true;
    const owners: Record<string, string> = {};
    if (context !== 2 && installed && forGuilds) owners['0'] = guildId ?? '0';
    if (given.userInstalled === true && types.includes(1)) owners['1'] = user.id;
    return owners;
  }

  return {
    /**
     * The setting for an action. Throws when it contradicts itself or when Discord would not offer the command there:
     * wrong context, or neither the guild nor the user has installed the app in a way that the command allows.
     * Presses and forms take the installation from the command that they go back to (`inherited`).
     */
    scene(
      given: Circumstances,
      command: StoredCommand | null,
      inherited?: Record<string, string>,
    ): Scene {
      const user = given.user ?? world.user;
      const channel = channelOf(given, user);
      const { guildId } = channel;
      const isOwnDm = channel.type === ChannelType.DM && channel.recipientId === user.id;
      const context = guildId !== null ? 0 : isOwnDm ? 1 : 2;
      if (given.context !== undefined && given.context !== context) {
        throw new Error(`channel ${channel.id} has context ${context}, not ${given.context}`);
      }
      if (guildId !== null && world.member(guildId, user.id) === undefined) {
        world.addMember({ guildId, user });
      }
      const owners = inherited ?? ownersIn(given, channel, user, context, command);
      const contexts = command?.contexts ?? [0, 1, 2];
      if (Object.keys(owners).length === 0 || !contexts.includes(context)) {
        throw new Error(
          `Discord would not offer "${command?.name ?? 'the app'}" here: context ${context} (allowed: ${contexts.join(', ')}), ` +
            `installed by: ${JSON.stringify(owners)}, integration types: ${command?.integration_types?.join(', ') ?? 'any'}`,
        );
      }
      return { user, channel, context, person: personIn(user, given.memberPermissions), owners };
    },

    /** Collects `resolved` for a scene. */
    resolver(scene: Scene): Resolver {
      return createResolver(world, scene.channel.guildId, (channel) => ({
        person: scene.person(channel),
        bot: access.permissionsIn(channel),
      }));
    },

    /** Sends INTERACTION_CREATE and returns the interaction to wait for. Throws when no bot is there to get it. */
    send(given: Circumstances, scene: Scene, sent: Sent): Interaction {
      const { user, channel, context, owners } = scene;
      const rights = scene.person(channel);
      const guildInstalled = owners['0'] !== undefined;
      const interaction = interactions.open({
        type: sent.type,
        user,
        channel,
        owners,
        forcedEphemeral: context === 0 && !guildInstalled && !has(rights, Bit.UseExternalApps),
        command: sent.command ?? null,
        focused: sent.focused ?? null,
        source: sent.source ?? null,
        metadata: (id) => ({
          id,
          type: sent.type,
          user: userWire(user),
          authorizing_integration_owners: owners,
          ...sent.metadata,
        }),
      });
      const botRights = guildInstalled
        ? access.permissionsIn(channel)
        : Bit.EmbedLinks | Bit.AttachFiles;
      const payload = {
        id: interaction.id,
        application_id: world.bot.id,
        type: sent.type,
        token: interaction.token,
        version: 1,
        data: sent.data,
        ...placeWire(given, scene, rights),
        ...(sent.message === undefined
          ? {}
          : { message: messages.wire(sent.message, { content: true }) }),
        locale: given.locale ?? user.locale,
        app_permissions: botRights.toString(),
        entitlements: [],
        authorizing_integration_owners: owners,
        context,
        attachment_size_limit: ATTACHMENT_LIMIT,
      };
      const event = { t: 'INTERACTION_CREATE', guildId: channel.guildId, body: () => payload };
      if (gateway.publish(event) === 0) {
        throw new Error('no bot has identified for this shard; await discord.ready() first');
      }
      return interaction;
    },
  };

  function placeWire(given: Circumstances, { user, channel }: Scene, rights: bigint): Wire {
    const { permission_overwrites, ...where } = channelWire(world, channel);
    const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
    const member = world.member(channel.guildId, user.id);
    if (guild === undefined || member === undefined) {
      return { channel_id: channel.id, channel: where, user: userWire(user) };
    }
    const locale = given.guildLocale ?? guild.locale;
    return {
      channel_id: channel.id,
      channel: { ...where, permissions: rights.toString() },
      guild_id: guild.id,
      guild: { id: guild.id, locale, features: ['COMMUNITY'] },
      guild_locale: locale,
      member: { ...memberWire(member), permissions: rights.toString() },
    };
  }
}
