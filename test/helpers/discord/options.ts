// From what a person fills in to the options of a command interaction, typed by the definition that the bot registered.

import type { CommandOption, StoredCommand } from './command-shapes.ts';
import type { Channel, Member, Role, User } from './entities.ts';
import { type Fields, isFields } from './shape.ts';
import { bareMemberWire, channelWire, roleWire, userWire, type Wire } from './wire.ts';
import type { World } from './world.ts';

/** A file that a person attaches to a command or a form. */
export type GivenFile = { filename: string; contentType?: string; bytes: Uint8Array };
export type OptionValue = string | number | boolean | User | Member | Channel | Role | GivenFile;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** The `resolved` part of an interaction while it is collected. */
export type Resolver = {
  user(id: string): void;
  role(id: string): void;
  channel(id: string): void;
  /** A user or a role, whichever the id belongs to. */
  mentionable(id: string): void;
  file(file: GivenFile): string;
  /** Undefined when nothing was resolved. */
  wire(): Wire | undefined;
};

/** Collects `resolved` for a guild (or none); `rights` gives the acting person's and the bot's bits in a channel. */
export function createResolver(
  world: World,
  guildId: string | null,
  rights: (channel: Channel) => { person: bigint; bot: bigint },
): Resolver {
  const resolved: Record<string, Record<string, Wire>> = {};
  const put = (kind: string, id: string, wire: Wire) => {
    resolved[kind] = { ...resolved[kind], [id]: wire };
  };
  const resolver: Resolver = {
    user(id) {
      const user = world.users.get(id);
      if (user === undefined) throw new Error(`the world has no user ${id}`);
      put('users', id, userWire(user));
      const member = world.member(guildId, id);
      if (member !== undefined) put('members', id, { ...bareMemberWire(member), permissions: '0' });
    },
    role(id) {
      const role = guildId === null ? undefined : world.guilds.get(guildId)?.roles.get(id);
      if (role === undefined) throw new Error(`the guild has no role ${id}`);
      put('roles', id, roleWire(role));
    },
    channel(id) {
      const channel = world.channels.get(id);
      if (channel === undefined) throw new Error(`the world has no channel ${id}`);
      const { permission_overwrites, available_tags, ...partial } = channelWire(world, channel);
      const { person, bot } = rights(channel);
      put('channels', id, {
        ...partial,
        permissions: person.toString(),
        app_permissions: bot.toString(),
      });
    },
    mentionable(id) {
      if (world.users.has(id)) resolver.user(id);
      else resolver.role(id);
    },
    file(file) {
      const id = world.ids.next();
      const url = `https://cdn.discordapp.com/ephemeral-attachments/${id}/${file.filename}`;
      put('attachments', id, {
        id,
        filename: file.filename,
        size: file.bytes.length,
        content_type: file.contentType ?? 'application/octet-stream',
        url,
        proxy_url: url,
        ephemeral: true,
      });
      return id;
    },
    wire: () => (Object.keys(resolved).length === 0 ? undefined : resolved),
  };
  return resolver;
}

/** The options of a command at the place that subcommand group and subcommand name, with their wrapping. */
export function optionsAt(
  command: StoredCommand,
  group: string | undefined,
  subcommand: string | undefined,
): { defined: readonly CommandOption[]; wrap: (options: Fields[]) => Fields[] } {
  let defined: readonly CommandOption[] = command.options ?? [];
  const around: { type: number; name: string }[] = [];
  for (const [name, type] of [
    [group, 2],
    [subcommand, 1],
  ] as const) {
    if (name === undefined) continue;
    const found = defined.find((option) => option.name === name && option.type === type);
    if (found === undefined) {
      const known = defined.map((option) => option.name).join(', ') || 'none';
      throw new Error(
        `/${command.name} has no ${type === 2 ? 'group' : 'subcommand'} "${name}" (it has: ${known})`,
      );
    }
    around.push({ type, name });
    defined = found.options ?? [];
  }
  if (defined.some((option) => option.type === 1 || option.type === 2)) {
    throw new Error(
      `/${command.name} needs a subcommand: ${defined.map((option) => option.name).join(', ')}`,
    );
  }
  return {
    defined,
    wrap: (options) =>
      around.reduceRight<Fields[]>(
        (inner, { type, name }) => [{ type, name, options: inner }],
        options,
      ),
  };
}

/**
 * The filled-in options. Throws where Discord's own client would not let a person send: unknown or missing options,
 * values outside of the choices or limits. With `focused`, one option is being typed and nothing is required.
 */
export function fillOptions(
  defined: readonly CommandOption[],
  values: OptionValues,
  resolver: Resolver,
  focused?: string,
): Fields[] {
  for (const name of [...Object.keys(values), ...(focused === undefined ? [] : [focused])]) {
    if (!defined.some((option) => option.name === name)) {
      throw new Error(
        `no option "${name}" (defined: ${defined.map((option) => option.name).join(', ')})`,
      );
    }
  }
  return defined.flatMap((option) => {
    const value = values[option.name];
    if (option.name === focused) {
      if (option.autocomplete !== true)
        throw new Error(`option "${option.name}" has no autocomplete`);
      return [
        {
          name: option.name,
          type: option.type,
          value: value === undefined ? '' : String(value),
          focused: true,
        },
      ];
    }
    if (value === undefined) {
      if (option.required === true && focused === undefined)
        throw new Error(`option "${option.name}" is required`);
      return [];
    }
    return [{ name: option.name, type: option.type, value: optionValue(option, value, resolver) }];
  });
}

function optionValue(
  option: CommandOption,
  value: OptionValue,
  resolver: Resolver,
): string | number | boolean {
  const wrong = (why: string) =>
    new Error(`option "${option.name}": ${why}, got ${JSON.stringify(value)}`);
  if (option.choices !== undefined && !option.choices.some((choice) => choice.value === value)) {
    throw wrong(`must be one of ${option.choices.map((choice) => choice.value).join(', ')}`);
  }
  switch (option.type) {
    case 3: {
      if (typeof value !== 'string') throw wrong('must be a string');
      const { min_length: min = 0, max_length: max = 6000 } = option;
      if (value.length < min || value.length > max)
        throw wrong(`must have ${min} to ${max} characters`);
      return value;
    }
    case 4:
    case 10: {
      if (typeof value !== 'number' || (option.type === 4 && !Number.isInteger(value)))
        throw wrong('must be a number');
      if (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity))
        throw wrong('out of range');
      return value;
    }
    case 5:
      if (typeof value !== 'boolean') throw wrong('must be true or false');
      return value;
    case 11:
      if (!isFields(value) || !('bytes' in value)) throw wrong('must be a file');
      return resolver.file(value as unknown as GivenFile);
    default:
      return resolveEntity(option, idOf(value), value, resolver);
  }
}

function resolveEntity(
  option: CommandOption,
  id: string,
  value: OptionValue,
  resolver: Resolver,
): string {
  if (option.type === 6) resolver.user(id);
  if (option.type === 8) resolver.role(id);
  if (option.type === 9) resolver.mentionable(id);
  if (option.type === 7) {
    resolver.channel(id);
    const { type } = value as Partial<Channel>;
    const allowed = option.channel_types;
    if (allowed !== undefined && type !== undefined && !allowed.includes(type)) {
      throw new Error(
        `option "${option.name}" takes channels of type ${allowed.join(', ')}, not ${type}`,
      );
    }
  }
  return id;
}

/** The id in a user, member, channel or role, or the string itself. */
export function idOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isFields(value) && isFields(value['user'])) return String(value['user']['id']);
  if (isFields(value) && typeof value['id'] === 'string') return value['id'];
  throw new Error(`expected something with an id, got ${JSON.stringify(value)}`);
}
