// The things that the world is made of, and what a test may say when it makes one.

import type { ChannelType } from 'discord-api-types/v10';

export type User = { id: string; name: string; bot: boolean; locale: string; dms: boolean };
export type Role = {
  id: string;
  guildId: string;
  name: string;
  permissions: bigint;
  position: number;
  mentionable: boolean;
  botId?: string;
};
export type Member = {
  user: User;
  guildId: string;
  roles: string[];
  nick: string | null;
  joinedAt: number;
};
export type Overwrite = { id: string; type: 0 | 1; allow: bigint; deny: bigint };
export type ForumTag = { id: string; name: string; moderated: boolean };
export type ThreadState = {
  ownerId: string;
  archived: boolean;
  locked: boolean;
  autoArchive: number;
  archiveChangedAt: number;
  createdAt: number;
  appliedTags: string[];
  messageCount: number;
  members: Set<string>;
};
export type Channel = {
  id: string;
  type: ChannelType;
  guildId: string | null;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  overwrites: Overwrite[];
  flags: number;
  lastMessageId: string | null;
  lastPinAt: number | null;
  /** Forum and media channels. */
  tags?: ForumTag[];
  /** Threads. */
  thread?: ThreadState;
  /** Direct messages: the person at the other end. */
  recipientId?: string;
};
export type Guild = {
  id: string;
  name: string;
  locale: string;
  ownerId: string;
  /** False when the bot isn't a member: only its user-installed commands work there. */
  installed: boolean;
  joinedAt: number;
  botRoleId: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
};

export type GuildOptions = {
  id?: string;
  name?: string;
  locale?: string;
  installed?: boolean;
  /** Bits of the bot's own role; default the least-privilege set. */
  botPermissions?: bigint;
  everyonePermissions?: bigint;
  /** Names of text channels to begin with; default one, "general". */
  channels?: readonly string[];
};
export type ChannelOptions = {
  guildId?: string;
  type?: ChannelType;
  name?: string;
  topic?: string;
  parentId?: string;
  /** Bits taken from the bot in this channel. */
  deny?: bigint;
  /** Bits taken from everyone, the bot included. */
  denyEveryone?: bigint;
  overwrites?: readonly Overwrite[];
  flags?: number;
  tags?: readonly { name: string; moderated?: boolean }[];
};

/** An event for the gateway. `body` is called per session: it says whether that one sees message content. */
export type Publication = {
  t: string;
  guildId: string | null;
  channelId?: string;
  /** The session needs this intent bit; absent = always sent. */
  intent?: number;
  body: (sees: { content: boolean }) => unknown;
};

/** The gateway intents that the stand-in tells apart, as bits. */
export const INTENT = {
  guilds: 1 << 0,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;
