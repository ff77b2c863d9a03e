// Registration of application commands, global and per guild, and the application itself.

import type { Ids } from './clock.ts';
import {
  type StoredCommand,
  storedCommand,
  validateCommand,
  validateCommands,
} from './command-shapes.ts';
import { Refusal } from './errors.ts';
import type { ApiAnswer, ApiRequest, Route } from './rest.ts';
import { type Fields, isFields, objectsIn } from './shape.ts';
import { userWire } from './wire.ts';
import type { World } from './world.ts';

export type Commands = ReturnType<typeof createCommands>;

/** Makes the register of commands: one list for the application, one for each guild. */
export function createCommands(world: World, ids: Ids) {
  const lists = new Map<string | null, StoredCommand[]>();
  const writes: { guildId: string | null; method: string; names: string[] }[] = [];

  const listOf = (guildId: string | null) => {
    const list = lists.get(guildId) ?? [];
    lists.set(guildId, list);
    return list;
  };
  const sameName = (a: { type: number; name: string }) => (b: { type: number; name: string }) =>
    a.type === b.type && a.name === b.name;

  const commands = {
    /** Every write so far; empty when the bot found that nothing had changed. */
    writes: writes as readonly { guildId: string | null; method: string; names: string[] }[],

    /** The commands of the application (null) or of a guild. */
    list(guildId: string | null = null): readonly StoredCommand[] {
      return listOf(guildId);
    },

    /** The command that a person in this guild (or in none) would be offered. */
    find(name: string, type: number, guildId: string | null): StoredCommand | undefined {
      const matches = sameName({ type, name });
      const own = guildId === null ? undefined : listOf(guildId).find(matches);
      return own ?? listOf(null).find(matches);
    },

    /** Puts a command in place, keeping id and version of an equal one. */
    put(body: Fields, guildId: string | null, id?: string): StoredCommand {
      const list = listOf(guildId);
      const draft = storedCommand(body, {
        id: id ?? ids.next(),
        application_id: world.bot.id,
        version: ids.next(),
        ...(guildId === null ? {} : { guild_id: guildId }),
      });
      const index =
        id === undefined
          ? list.findIndex(sameName(draft))
          : list.findIndex((command) => command.id === id);
      const before = list[index];
      const same =
        before !== undefined &&
        JSON.stringify({ ...draft, id: '', version: '' }) ===
          JSON.stringify({ ...before, id: '', version: '' });
      const stored =
        before === undefined
          ? draft
          : { ...draft, id: before.id, version: same ? before.version : draft.version };
      if (before === undefined) list.push(stored);
      else list[index] = stored;
      return stored;
    },

    /** Replaces the whole list. */
    replace(bodies: readonly Fields[], guildId: string | null): StoredCommand[] {
      const kept = bodies.map((body) => commands.put(body, guildId));
      lists.set(guildId, kept);
      return kept;
    },

    /** Leaves only these of the stored commands. */
    keep(rest: readonly StoredCommand[], guildId: string | null): void {
      lists.set(guildId, [...rest]);
    },

    /** Notes a write for tests. */
    note(method: string, guildId: string | null, names: string[]): void {
      writes.push({ guildId, method, names });
    },
  };

  return commands;
}

/** The routes below /applications, and the bot's own user. */
export function applicationRoutes(parts: {
  world: World;
  commands: Commands;
  applicationFlags: number;
}): Route[] {
  const { world, commands } = parts;

  const scope = ({ params }: ApiRequest): string | null => {
    if (params['app'] !== world.bot.id) throw new Refusal('unknownApplication');
    const guildId = params['guild'];
    if (guildId === undefined) return null;
    if (world.guilds.get(guildId)?.installed !== true) throw new Refusal('missingAccess');
    return guildId;
  };
  const one = (request: ApiRequest): StoredCommand => {
    const found = commands
      .list(scope(request))
      .find((command) => command.id === request.params['command']);
    if (found === undefined) throw new Refusal('unknownCommand');
    return found;
  };
  const show = (command: StoredCommand, request: ApiRequest): unknown =>
    request.method !== 'GET' ||
    request.query.get('with_localizations') === 'true' ||
    request.params['command'] !== undefined
      ? command
      : withoutLocalisations(command);

  const routes = (base: string): Route[] => [
    {
      method: 'GET',
      path: base,
      run: (request) => ok(commands.list(scope(request)).map((command) => show(command, request))),
    },
    {
      method: 'PUT',
      path: base,
      run: (request) => {
        const guildId = scope(request);
        validateCommands(request.body);
        const stored = commands.replace(objectsIn(request.body), guildId);
        commands.note(
          'PUT',
          guildId,
          stored.map((command) => command.name),
        );
        return ok(stored);
      },
    },
    {
      method: 'POST',
      path: base,
      run: (request) => {
        const guildId = scope(request);
        validateCommand(request.body);
        const before = commands.list(guildId).length;
        const stored = commands.put(request.body as Fields, guildId);
        commands.note('POST', guildId, [stored.name]);
        return { status: commands.list(guildId).length > before ? 201 : 200, body: stored };
      },
    },
    { method: 'GET', path: `${base}/:command`, run: (request) => ok(show(one(request), request)) },
    {
      method: 'PATCH',
      path: `${base}/:command`,
      run: (request) => {
        const { id, application_id, guild_id, version, ...before } = one(request);
        const merged = { ...before, ...(isFields(request.body) ? request.body : {}) };
        validateCommand(merged);
        const stored = commands.put(merged, scope(request), id);
        commands.note('PATCH', scope(request), [stored.name]);
        return ok(stored);
      },
    },
    {
      method: 'DELETE',
      path: `${base}/:command`,
      run: (request) => {
        const gone = one(request);
        const guildId = scope(request);
        const rest = commands.list(guildId).filter((command) => command !== gone);
        commands.keep(rest, guildId);
        commands.note('DELETE', guildId, [gone.name]);
        return { status: 204 };
      },
    },
  ];

  const application = () =>
    ok({
      id: world.bot.id,
      name: world.bot.name,
      icon: null,
      description: '',
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      flags: parts.applicationFlags,
      approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.installed).length,
      approximate_user_install_count: 0,
      interactions_endpoint_url: null,
      integration_types_config: { 0: {}, 1: {} },
      owner: userWire(world.users.get(world.guild.ownerId) ?? world.bot),
      team: null,
      bot: userWire(world.bot),
    });

  return [
    ...routes('applications/:app/commands'),
    {
      method: 'GET',
      path: 'applications/:app/guilds/:guild/commands/permissions',
      run: (request) => ok(scope(request) && []),
    },
    ...routes('applications/:app/guilds/:guild/commands'),
    { method: 'GET', path: 'applications/@me', run: application },
    { method: 'GET', path: 'oauth2/applications/@me', run: application },
    {
      method: 'GET',
      path: 'users/@me',
      run: () =>
        ok({ ...userWire(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 }),
    },
  ];
}

function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

function withoutLocalisations<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutLocalisations) as T;
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !name.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutLocalisations(item)])) as T;
}
