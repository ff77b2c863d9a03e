/**
 * A Discord of one server inside of this process, for trying the bot without an account. discord.js connects to it
 * by its own options for HTTP calls and the gateway, so everything from the client on is what runs on Discord.
 */
import type { Transport } from '../../discord/client.ts';
import { createCommands, type RegisteredCommands } from './commands.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { type Change, createMessages, type Messages, type Upload } from './messages.ts';
import { createPeople, type People } from './people.ts';
import { createMakeRequest } from './rest.ts';
import { createRoutes } from './routes.ts';
import { createWorld, type RoleName, type World } from './world.ts';

/** Most files that wait for being sent, and their size in bytes, as on Discord. */
const MOST_FILES = 20;
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

export interface LocalDiscord {
  world: World;
  messages: Messages;
  people: People;
  commands: RegisteredCommands;
  transport: Transport;
  /** Calls back on every change; the returned function ends it. */
  watch(listener: (change: Change) => void): () => void;
  /** Keeps a file until it is sent; returns its id. */
  keepFile(file: Upload): string;
  /** A file that waits or that stands in a message. */
  fileOf(id: string): Upload | undefined;
}

/** @param origin the address under which the page serves files */
export function createLocalDiscord(
  names: { bot: string } & Record<RoleName, string>,
  origin: () => string,
): LocalDiscord {
  const listeners = new Set<(change: Change) => void>();
  const changed = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  const kept = new Map<string, Upload>();
  const world = createWorld(names.bot, names);
  const gateway = createGateway(world);
  const messages = createMessages(world, gateway, changed, origin);
  const interactions = createInteractions(messages);
  const commands = createCommands(world, () => changed({ kind: 'channels' }));
  const fileOf = (id: string) => kept.get(id) ?? messages.file(id);
  const people = createPeople(world, gateway, messages, commands, interactions, fileOf, origin);
  const makeRequest = createMakeRequest(createRoutes(world, messages, interactions, commands));
  return {
    world,
    messages,
    people,
    commands,
    transport: {
      token: 'playground',
      options: { rest: { makeRequest }, ws: { buildStrategy: gateway.buildStrategy } },
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    keepFile(file) {
      const id = world.nextId();
      kept.set(id, file);
      const [oldest] = kept.keys();
      if (kept.size > MOST_FILES && oldest) kept.delete(oldest);
      return id;
    },
    fileOf,
  };
}
