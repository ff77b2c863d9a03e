// A stand-in for Discord on 127.0.0.1: REST and gateway, against which the real bot process runs in tests.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccess } from './access.ts';
import { createClock, createIds } from './clock.ts';
import { type Channel, type GuildOptions, INTENT, type Publication } from './entities.ts';
import type { FaultOptions } from './faults.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { mentionableText } from './mentions.ts';
import { createMessages, type StoredMessage } from './messages.ts';
import { createPeople } from './people.ts';
import { MODERATOR_PERMISSIONS } from './permissions.ts';
import { createPosts } from './posts.ts';
import { createRest } from './rest.ts';
import { channelRoutes } from './routes-channels.ts';
import { applicationRoutes, createCommands } from './routes-commands.ts';
import { interactionRoutes } from './routes-interactions.ts';
import { messageRoutes } from './routes-messages.ts';
import { createStage } from './scene.ts';
import type { Fields } from './shape.ts';
import { createSignal } from './signal.ts';
import { widgetsOf } from './widgets.ts';
import { createWorld } from './world.ts';

/** The privileged intents, and the application flag that says "granted, without review" for each. */
const PRIVILEGED: readonly [intent: number, flag: number][] = [
  [1 << 1, 1 << 15],
  [1 << 8, 1 << 13],
  [INTENT.messageContent, 1 << 19],
];
const ALL_INTENTS = 2 ** 26 - 1;
const UNPRIVILEGED = PRIVILEGED.reduce((bits, [intent]) => bits & ~intent, ALL_INTENTS);

export type StandInOptions = {
  /** The token that is accepted. */
  token?: string;
  /** Guilds to begin with; default one with a text channel, an ordinary member "asker" and a moderator. */
  guilds?: readonly GuildOptions[];
  /** Intent bits that the bot may ask for; default all but the privileged ones. */
  intentsAllowed?: number;
  /** The recommended number of shards; default 1. */
  shards?: number;
  /** Commands that are registered already. */
  commands?: readonly Fields[];
  /** Milliseconds between heartbeats; default Discord's 41,250. */
  heartbeatMs?: number;
  /** Identifies left for today; default 1,000. */
  identifiesLeft?: number;
  /** Shards that may identify within the same five seconds; default 16. */
  maxConcurrency?: number;
  /** Answers an identify that comes too early for its bucket with op 9, as Discord does. Off for tests that restart quickly. */
  limitsIdentifies?: boolean;
};

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** Starts a stand-in on a free port. Close it when the test ends. */
export async function startStandIn(options: StandInOptions = {}) {
  const { shards = 1, heartbeatMs = 41_250, maxConcurrency = 16 } = options;
  const token = options.token ?? 'MTIzNDU2Nzg5MDEyMzQ1Njc4.stand-in.for-tests-only';
  const intentsAllowed = options.intentsAllowed ?? UNPRIVILEGED;
  const readsContent = (intentsAllowed & INTENT.messageContent) !== 0;
  const granted = PRIVILEGED.filter(([intent]) => (intentsAllowed & intent) !== 0);
  const applicationFlags = granted.reduce((flags, [, flag]) => flags | flag, 0);

  const signal = createSignal();
  const clock = createClock();
  const ids = createIds(clock);
  let origin = '';
  // The world is built before the gateway that hears of its changes.
  let publish: (event: Publication) => void = () => {};
  const world = createWorld(clock, ids, (event) => publish(event));
  const access = createAccess(world);
  const messages = createMessages(
    world,
    clock,
    ids,
    (event) => publish(event),
    () => origin,
  );
  const commands = createCommands(world, ids);
  const interactions = createInteractions(clock, ids, signal);
  const gatewayUrl = () => `${origin.replace('http', 'ws')}/gateway`;
  const gateway = createGateway({
    world,
    signal,
    token,
    intentsAllowed,
    heartbeatMs,
    identifyBuckets: options.limitsIdentifies ? maxConcurrency : undefined,
    applicationFlags,
    url: gatewayUrl,
    sees: access.sees,
  });
  publish = gateway.publish;

  const channelParts = { world, messages, access, clock, readsContent };
  const rest = createRest({
    token,
    signal,
    file: messages.file,
    routes: [
      {
        method: 'GET',
        path: 'gateway/bot',
        run: () => ({ status: 200, body: gatewayInformation() }),
      },
      ...applicationRoutes({ world, commands, applicationFlags }),
      ...interactionRoutes({ world, messages, interactions }),
      ...messageRoutes(channelParts),
      ...channelRoutes(channelParts),
    ],
  });
  const stage = createStage({ world, messages, interactions, gateway, access });
  const people = createPeople({ world, messages, commands, interactions, stage });
  const posts = createPosts({ world, messages });

  function gatewayInformation() {
    const total = 1000;
    const remaining = (options.identifiesLeft ?? total) - gateway.identifies.length;
    const session_start_limit = {
      total,
      remaining,
      reset_after: 86_400_000,
      max_concurrency: maxConcurrency,
    };
    return { url: gatewayUrl(), shards, session_start_limit };
  }

  const guilds = options.guilds ?? [{ name: 'Test guild' }];
  for (const guild of guilds) world.addGuild(guild);
  if (guilds.length > 0) {
    world.addMember({ name: 'asker' });
    world.addMember({ name: 'moderator', permissions: MODERATOR_PERMISSIONS });
  }
  commands.replace(options.commands ?? [], null);

  const server = createServer((request, response) => {
    rest.handle(request, response).catch((error: unknown) => {
      // A client that hung up while its request was read is none of our faults.
      if (!request.destroyed) rest.failures.push(error);
      request.socket.destroy();
    });
  });
  // Node's five seconds would cut idle connections of the bot in the middle of a slow test.
  server.keepAliveTimeout = 120_000;
  server.on('upgrade', gateway.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    /** The base for DISCORD_API_URL and discord.js's `rest.api`. */
    url: `${origin}/api`,
    token,
    world,
    clock,
    commands,
    gateway,
    ...people,
    ...posts,

    /** The log of all REST requests, in the order of their answers. */
    requests: rest.requests,
    /** Requests to routes that the stand-in does not know, as "METHOD /path". Deprecated routes are among them. */
    unknownRoutes: rest.unknownRoutes,
    /** How many answers were 401, 403 or 429. */
    get invalidRequests(): number {
      return rest.invalidRequests;
    },
    /** Injects a fault into the next requests that match. */
    fail: (fault: FaultOptions) => rest.faults.add(fault),

    /** Waits until so many shards are connected (by default all that the bot announced). */
    async ready({
      shards: wanted,
      timeoutMs = 10_000,
    }: {
      shards?: number;
      timeoutMs?: number;
    } = {}): Promise<void> {
      await signal.until(
        () => {
          const connected = new Set(gateway.connectedShards.map(([id]) => id)).size;
          return connected > 0 && connected >= (wanted ?? gateway.connectedShards[0]?.[1] ?? 1);
        },
        () => `the bot to identify (so far: ${JSON.stringify(gateway.identifies)})`,
        timeoutMs,
      );
    },
    /** Waits until a command of this name (any, by default) is registered. */
    async registered(name?: string, timeoutMs = 10_000): Promise<void> {
      const lists = () =>
        [null, ...world.guilds.keys()].flatMap((guildId) => commands.list(guildId));
      const there = () => lists().some((command) => name === undefined || command.name === name);
      await signal.until(there, `the registration of ${name ?? 'commands'}`, timeoutMs);
    },
    /** Waits for any state of the stand-in; `check` runs again after each request and each gateway change only. */
    until<T>(
      check: () => T | undefined | null | false,
      what = 'a condition',
      timeoutMs = 5_000,
    ): Promise<T> {
      return signal.until(check, what, timeoutMs);
    },
    /** The messages of a channel, oldest first, ephemeral ones included. */
    messages: (channel: Channel | string): StoredMessage[] =>
      messages.in(typeof channel === 'string' ? channel : channel.id),
    /** Waits for a message of the bot in the channel that is not a reply to an interaction and fits. */
    botMessage(
      channel: Channel | string,
      fits: (message: StoredMessage) => boolean = () => true,
      timeoutMs = 5_000,
    ): Promise<StoredMessage> {
      const id = typeof channel === 'string' ? channel : channel.id;
      const find = () =>
        messages
          .in(id)
          .find(
            (item) => item.author.id === world.bot.id && item.interaction === null && fits(item),
          );
      return signal.until(find, `a message of the bot in ${id}`, timeoutMs);
    },
    /** All text of a message that a person reads as text: its content and its text displays, one a line. */
    text: (message: StoredMessage): string =>
      mentionableText(message.content, message.components).trim(),
    /** The buttons and selects of a message, links included, in reading order. */
    widgets: widgetsOf,
    /** Pins or unpins as a person would. */
    setPinned: messages.setPinned,

    /** Ends all connections and frees the port. Rejects when the stand-in itself had failed on a request. */
    async close(): Promise<void> {
      signal.close();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (rest.failures.length > 0) throw new AggregateError(rest.failures, 'the stand-in failed');
    },
  };
}
