/** The people, roles, channels and files that an interaction names, in Discord's "resolved" form. */
import { ApplicationCommandOptionType, ComponentType } from 'discord-api-types/v10';
import { attachmentJson, type Upload } from './messages.ts';
import {
  channelJson,
  memberJson,
  type Person,
  personById,
  rolesJson,
  userJson,
  type World,
} from './world.ts';

type Json = Record<string, unknown>;
export type Kind = 'user' | 'role' | 'channel' | 'mentionable' | 'file';

/** Something typed or chosen that doesn't exist (any more). */
export class NotHere extends Error {}

/** What an option's type names; undefined for plain values. */
export function kindOfOption(type: ApplicationCommandOptionType): Kind | undefined {
  switch (type) {
    case ApplicationCommandOptionType.User:
      return 'user';
    case ApplicationCommandOptionType.Role:
      return 'role';
    case ApplicationCommandOptionType.Channel:
      return 'channel';
    case ApplicationCommandOptionType.Mentionable:
      return 'mentionable';
    case ApplicationCommandOptionType.Attachment:
      return 'file';
    default:
      return undefined;
  }
}

/** The same for a menu or a field of a form. */
export function kindOfComponent(type: ComponentType): Kind | undefined {
  switch (type) {
    case ComponentType.UserSelect:
      return 'user';
    case ComponentType.RoleSelect:
      return 'role';
    case ComponentType.ChannelSelect:
      return 'channel';
    case ComponentType.MentionableSelect:
      return 'mentionable';
    case ComponentType.FileUpload:
      return 'file';
    default:
      return undefined;
  }
}

/** Collects what is named. @param actor whose permissions stand beside a channel */
export function createResolver(
  world: World,
  actor: Person,
  fileOf: (id: string) => Upload | undefined,
  origin: string,
) {
  const resolved: Record<string, Json> = {};
  const put = (kind: string, id: string, value: unknown) => {
    resolved[kind] ??= {};
    resolved[kind][id] = value;
  };
  const add = (kind: Kind, id: string): void => {
    switch (kind) {
      case 'user': {
        const person = personById(world, id);
        if (!person) throw new NotHere(id);
        const { user, ...member } = memberJson(world, person);
        put('users', id, userJson(person));
        put('members', id, { ...member, permissions: String(person.permissions) });
        return;
      }
      case 'role': {
        const role = rolesJson(world).find((known) => known.id === id);
        if (!role) throw new NotHere(id);
        put('roles', id, role);
        return;
      }
      case 'mentionable':
        add(personById(world, id) ? 'user' : 'role', id);
        return;
      case 'channel': {
        const channel = world.channels.get(id);
        if (!channel) throw new NotHere(id);
        put('channels', id, {
          ...channelJson(world, channel),
          permissions: String(actor.permissions),
          app_permissions: String(world.bot.permissions),
        });
        return;
      }
      case 'file': {
        const file = fileOf(id);
        if (!file) throw new NotHere(id);
        put('attachments', id, { ...attachmentJson({ ...file, id }, origin), ephemeral: true });
      }
    }
  };
  return {
    add,
    /** To be spread into an interaction's data. */
    json: (): { resolved?: Json } => (Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}
