/** The connection to Discord: login with retries, the events that we listen to, orderly end. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  RESTEvents,
  Status,
} from 'discord.js';
import { type Jobs, startJobs } from '../ops/jobs.ts';
import type { GatewayState } from '../ops/metrics.ts';
import type { Services } from '../services.ts';
import type { CommandList } from './command.ts';
import { dispatch } from './dispatch.ts';
import { noteLeaving, noteMissedLeavings } from './guild-data.ts';
import { refreshPins, sendReminders } from './pin-jobs.ts';
import type { Pace } from './qa-channels/gather.ts';
import { createWatch } from './qa-channels/watch.ts';
import {
  type RefusedByDiscord,
  refusalForCloseCode,
  refusalForError,
  refusalForStatus,
} from './refusal.ts';
import { commandDefinitions, registerCommands } from './register.ts';
import { createLimitKeeper } from './rest-limits.ts';
import type { BuildThrottler } from './shards/identify-gate.ts';
import { correctShared } from './shared-jobs.ts';

/** Wait before the first retry of what failed at the start in milliseconds; doubles up to the longest. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** Time for answers in flight to be delivered after SIGTERM. */
const DRAIN_MS = 8_000;
/** How often cards are compared with the corpus and reviews are looked for, in milliseconds. */
const HOUR_MS = 3_600_000;
/**
 * None of them is privileged. Interactions need no intent at all; discord.js wants to know the servers, and mentions and
 * direct messages come with their text.
 */
const INTENTS = ['Guilds', 'GuildMessages', 'DirectMessages'] as const;
/** Members and users that are kept in memory beside the bot itself; whoever writes comes with their roles. */
const KEPT_PEOPLE = 200;
/** Calls that carry a token of their own, so that a 401 says nothing about the bot's. */
const OWN_TOKEN = /^\/(?:interactions|webhooks)\//;

/** How Discord is reached where it isn't over the network: the playground brings a Discord of its own. */
export interface Transport {
  token: string;
  /** discord.js's options for its HTTP calls and its gateway connection. */
  options: Pick<ClientOptions, 'rest' | 'ws'>;
}

/** The shards that a connection is for. */
export interface ShardPart {
  ids: number[];
  /** Number of all shards, those of other processes included. */
  count: number;
  /** Lets shards wait for their turn where other connections identify too. Whoever gives it registers the commands. */
  throttle?: BuildThrottler;
}

export interface DiscordConnection {
  state(): GatewayState;
  /**
   * Connects; resolves once the gateway is ready and the commands are registered.
   * @throws RefusedByDiscord
   */
  start(): Promise<void>;
  /** Registers the commands if they changed; tries until it succeeds. */
  register(): Promise<void>;
  /** Lets the commands and the pinned cards follow a corpus that was taken over. */
  followCorpus(): Promise<void>;
  /** Stops taking interactions, waits for those in flight, closes. Also ends a start that is under way. */
  stop(): Promise<void>;
}

export interface ConnectionOptions {
  /** How Discord is reached; the network unless given. */
  transport?: Transport | undefined;
  /** How long messages are waited for that belong together. */
  pace?: Pace | undefined;
  /** As many shards as Discord recommends unless given. */
  part?: ShardPart | undefined;
}

/**
 * A connection that is not open yet.
 * @param onFatal called when Discord refuses the bot after the start
 */
export function createConnection(
  commands: CommandList,
  services: Services,
  onFatal: (error: Error) => void,
  { transport, pace, part }: ConnectionOptions = {},
): DiscordConnection {
  const { log } = services;
  const registers = services.config.REGISTER_COMMANDS && !part?.throttle;
  const token = transport?.token ?? services.config.DISCORD_TOKEN;
  const intents: (keyof typeof GatewayIntentBits)[] = [
    ...INTENTS,
    // Only for channels in which every question is answered, and for the text of forum posts.
    ...(services.config.MESSAGE_CONTENT ? (['MessageContent'] as const) : []),
  ];
  // The one that the portal has a switch for is the one that is refused.
  const switched = services.config.MESSAGE_CONTENT ? intents.slice(-1) : intents;
  const watch = createWatch(services, pace);
  const inFlight = new Set<Promise<void>>();
  const stopping = new AbortController();
  const refused = Promise.withResolvers<never>();
  // Somebody waits for it only while the bot starts.
  refused.promise.catch(() => {});
  const refuse = (refusal: RefusedByDiscord | undefined) => {
    if (!refusal || stopping.signal.aborted) return;
    refused.reject(refusal);
    onFatal(refusal);
  };
  let client: Client | undefined;
  /** When the last event came, in milliseconds since 1970; 0 before the first. */
  let heardAt = 0;
  let jobs: Jobs | undefined;

  /** What is kept of a server outlives the bot there for a while only. An outage isn't told by these events. */
  const noteGuild = (guildId: string, isThere: boolean) =>
    void noteLeaving(services, guildId, isThere).catch((err) =>
      log.error({ event: 'store-failed', err }),
    );

  /** A client for one attempt: discord.js can't log in again with one that has failed. */
  function newClient(): Client {
    const limits = createLimitKeeper(() => log.warn({ event: 'clock-set-back' }));
    const fresh = new Client({
      intents: intents.map((name) => GatewayIntentBits[name]),
      partials: [Partials.Channel, Partials.Message],
      // Nothing that was written stays in memory.
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        ReactionManager: 0,
        GuildMemberManager: { maxSize: KEPT_PEOPLE, keepOverLimit: isBot },
        UserManager: { maxSize: KEPT_PEOPLE, keepOverLimit: isBot },
      }),
      allowedMentions: { parse: [], repliedUser: false },
      rest: { api: restAddress(services.config), ...limits.options },
      // Renderers give Discord's own form, so that no key has to be spelt anew.
      jsonTransformer: (data: unknown) => data,
      ...(part ? { shards: part.ids, shardCount: part.count } : { shards: 'auto' }),
      ...(part?.throttle && { ws: { buildIdentifyThrottler: part.throttle } }),
      ...transport?.options,
    });
    limits.attach(fresh.rest);
    fresh.on(Events.InteractionCreate, (interaction) => {
      // Only what had come before the connection was closed; Discord delivers nothing behind it.
      if (stopping.signal.aborted) return void log.warn({ event: 'interaction-while-stopping' });
      const work = dispatch(interaction, commands, services).finally(() => inFlight.delete(work));
      inFlight.add(work);
    });
    watch.attach(fresh);
    fresh.on(Events.Raw, () => {
      heardAt = services.clock().getTime();
    });
    fresh.on(Events.GuildCreate, ({ id }) => noteGuild(id, true));
    fresh.on(Events.GuildDelete, ({ id }) => noteGuild(id, false));
    fresh.on(Events.Error, (err) => log.error({ event: 'client-error', err }));
    fresh.on(Events.Warn, (message) => log.warn({ event: 'client-warning', message }));
    fresh.on(Events.ShardError, (err, shard) => log.warn({ event: 'shard-error', shard, err }));
    fresh.on(Events.ShardDisconnect, ({ code }, shard) => {
      log.warn({ event: 'shard-disconnect', code, shard });
      refuse(refusalForCloseCode(code, switched));
    });
    fresh.on(Events.ShardReconnecting, (shard) => {
      // discord.js says so at an orderly end too.
      if (stopping.signal.aborted) return;
      services.metrics.reconnecting();
      log.info({ event: 'shard-reconnecting', shard });
    });
    const opened = new Set<number>();
    fresh.on(Events.ShardReady, (shard) => {
      // A new session in place of a lost one: nobody will know what was asked between the two.
      if (opened.has(shard)) log.warn({ event: 'session-lost', shard });
      opened.add(shard);
    });
    fresh.on(Events.ShardResume, (shard, replayed) =>
      log.info({ event: 'shard-resume', shard, replayed }),
    );
    fresh.rest.on(RESTEvents.Response, ({ route }, { status }) => {
      if (!OWN_TOKEN.test(route)) refuse(refusalForStatus(status));
    });
    return fresh;
  }

  /** Repeats a step of the start until it succeeds or is refused for good, with growing waits. */
  async function persist<T>(event: string, step: () => Promise<T>): Promise<T> {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        return await Promise.race([step(), refused.promise]);
      } catch (error) {
        stopping.signal.throwIfAborted();
        const refusal = refusalForError(error, switched);
        if (refusal) throw refusal;
        const retryInMs = Math.round(wait * (0.75 + Math.random() / 2));
        log.warn({ event, retryInMs, err: error });
        await sleep(retryInMs, undefined, { signal: stopping.signal });
      }
    }
  }

  async function login(): Promise<Client<true>> {
    await client?.destroy();
    client = newClient();
    const ready = new Promise<Client<true>>((resolve) => client?.once(Events.ClientReady, resolve));
    await client.login(token);
    return ready;
  }

  const registerWith = (ready: Client<true>) =>
    persist('registration-failed', () => register(ready, commands, services));

  return {
    state() {
      const shards = [...(client?.ws.shards.values() ?? [])];
      const ready = shards.filter(({ status }) => status === Status.Ready).length;
      const heard = Math.max(heardAt, ...shards.map(({ lastPingTimestamp }) => lastPingTimestamp));
      return {
        // The client stays "ready" while a lost connection is opened again; its shards don't.
        isReady: (client?.isReady() ?? false) && ready === shards.length,
        shards: { ready, other: shards.length - ready },
        of: part?.count ?? (client?.isReady() ? client.options.shardCount : undefined),
        silentFor: heard > 0 ? Math.max(0, (services.clock().getTime() - heard) / 1000) : null,
      };
    },

    async start() {
      const ready = await persist('login-failed', login);
      if (registers) await registerWith(ready);
      await noteMissedLeavings(ready, services).catch((err) =>
        log.error({ event: 'store-failed', err }),
      );
      const refresh = (signal: AbortSignal) => refreshPins(ready, services, signal);
      const correct = (signal: AbortSignal) => correctShared(ready, services, signal);
      const work = [
        { name: 'refresh-pins', everyMs: HOUR_MS, run: refresh },
        { name: 'correct-shared', everyMs: HOUR_MS, run: correct },
        { name: 'reminders', everyMs: HOUR_MS, run: () => sendReminders(ready, services) },
      ];
      jobs = startJobs(work, log);
    },

    async register() {
      if (client?.isReady()) await registerWith(client);
    },

    async followCorpus() {
      // Before the start is through, it does both by itself.
      if (!jobs || !client?.isReady() || stopping.signal.aborted) return;
      jobs.trigger('refresh-pins');
      jobs.trigger('correct-shared');
      if (registers) await registerWith(client);
    },

    async stop() {
      stopping.abort();
      const drained = Promise.allSettled([...inFlight]);
      const ended = Promise.all([drained, jobs?.stop(), watch.stop()]);
      // First of all the gateway, so that Discord sends nobody here whom no answer awaits.
      const closed = client?.destroy();
      // It takes the token along, which what is under way still needs.
      if (token) client?.rest.setToken(token);
      await Promise.race([ended, sleep(DRAIN_MS, undefined, { ref: false })]);
      await closed;
    },
  };
}

/** True for the bot itself, whom every check of permissions needs. */
function isBot(someone: { id: string; client: Client<true> }): boolean {
  return someone.id === someone.client.user?.id;
}

/** The base of Discord's REST API, as discord.js wants it. */
export function restAddress({ DISCORD_API_URL }: Services['config']): string {
  return DISCORD_API_URL.replace(/(?<!\/)\/+$/, '');
}

async function register(
  client: Client<true>,
  commands: CommandList,
  { config, knowledge, log }: Services,
): Promise<void> {
  const result = await registerCommands(commandDefinitions(commands, knowledge.index.corpus), {
    rest: client.rest,
    applicationId: client.application.id,
    guildId: config.DISCORD_GUILD_ID,
  });
  log.info({ event: 'commands', ...result });
}
