// Who may do what where: Discord's rules for roles, channel overwrites and threads.

import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import type { Channel, Guild, Member } from './entities.ts';
import type { World } from './world.ts';

/** Everything a person may do; also what an owner has. */
export const ALL_PERMISSIONS = Object.values(Bit).reduce((sum, bit) => sum | bit, 0n);

/** What @everyone may do in a guild unless it was added with other permissions. */
export const EVERYONE_PERMISSIONS =
  Bit.ViewChannel |
  Bit.SendMessages |
  Bit.SendMessagesInThreads |
  Bit.CreatePublicThreads |
  Bit.ReadMessageHistory |
  Bit.EmbedLinks |
  Bit.AttachFiles |
  Bit.AddReactions |
  Bit.UseApplicationCommands |
  Bit.UseExternalApps;

/** What the bot's own role gives: the least-privilege set of PLATFORM.md, with pinning. */
export const BOT_PERMISSIONS =
  Bit.ViewChannel |
  Bit.SendMessages |
  Bit.SendMessagesInThreads |
  Bit.ReadMessageHistory |
  Bit.EmbedLinks |
  Bit.PinMessages;

/** What a moderator of the default world may do on top of everyone. */
export const MODERATOR_PERMISSIONS =
  EVERYONE_PERMISSIONS |
  Bit.ManageMessages |
  Bit.ManageThreads |
  Bit.PinMessages |
  Bit.ModerateMembers;

/** A member's permissions in a channel; a thread takes its parent's overwrites. */
export function channelPermissions(world: World, member: Member, channel: Channel): bigint {
  const guild = world.guilds.get(member.guildId);
  if (guild === undefined) return 0n;
  const base = guildPermissions(guild, member);
  if (base === ALL_PERMISSIONS) return base;

  const parent =
    channel.thread === undefined ? undefined : world.channels.get(channel.parentId ?? '');
  const overwrites = (parent ?? channel).overwrites;
  const everyone = overwrites.find((overwrite) => overwrite.id === guild.id);
  let bits = (base & ~(everyone?.deny ?? 0n)) | (everyone?.allow ?? 0n);
  const byRole = overwrites.filter(
    (overwrite) => overwrite.type === 0 && member.roles.includes(overwrite.id),
  );
  bits &= ~byRole.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
  bits |= byRole.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
  const own = overwrites.find(
    (overwrite) => overwrite.type === 1 && overwrite.id === member.user.id,
  );
  bits = (bits & ~(own?.deny ?? 0n)) | (own?.allow ?? 0n);
  // Without the right to see a channel nobody holds any other right in it.
  return (bits & Bit.ViewChannel) === 0n ? 0n : bits;
}

/** True when all bits are there. */
export function has(permissions: bigint, bits: bigint): boolean {
  return (permissions & bits) === bits;
}

/** A member's permissions in the guild, before any channel. */
function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.user.id) return ALL_PERMISSIONS;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const roleId of member.roles) bits |= guild.roles.get(roleId)?.permissions ?? 0n;
  return (bits & Bit.Administrator) !== 0n ? ALL_PERMISSIONS : bits;
}
