/** Who may do what, checked anew for every interaction: nothing that a client sends is taken for granted. */
import {
  type BaseInteraction,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
} from 'discord.js';
import { UserError } from '../errors.ts';
import type { Audience } from './command.ts';

/** What a moderator has: the permission by which Discord shows /mpp-mod. */
export const MODERATES = PermissionFlagsBits.ManageMessages;

/** @throws UserError when the person may not use what is for this audience */
export function checkAudience(interaction: BaseInteraction, audience: Audience): void {
  if (audience === 'everyone') return;
  if (!interaction.inCachedGuild()) throw new UserError('onlyInServers');
  if (!interaction.memberPermissions.has(MODERATES)) throw new UserError('onlyModerators');
}

/** @throws UserError when the member doesn't moderate the channel that they name */
export function checkModerates(member: GuildMember, channel: GuildBasedChannel): void {
  if (!channel.permissionsFor(member).has(MODERATES))
    throw new UserError('notYourChannel', { channel: channel.id });
}
