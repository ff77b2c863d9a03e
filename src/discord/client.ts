/** The connection to Discord: login with retries, the events that we listen to, orderly end. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  Partials,
  RESTEvents,
  Status,
} from 'discord.js';
import { type Jobs, startJobs } from '../ops/jobs.ts';
import type { GatewayState } from '../ops/metrics.ts';
import type { Services } from '../services.ts';
import { markGuild } from '../store/settings.ts';
import type { CommandList } from './command.ts';
import { dispatch } from './dispatch.ts';
import { refreshPins, sendReminders } from './pin-jobs.ts';
import {
  type RefusedByDiscord,
  refusalForCloseCode,
  refusalForError,
  refusalForStatus,
} from './refusal.ts';
import { commandDefinitions, registerCommands } from './register.ts';

/** Wait before the first retry of what failed at the start in milliseconds; doubles up to the longest. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** Time for answers in flight to be delivered after SIGTERM. */
const DRAIN_MS = 8_000;
/** How often cards are compared with the corpus and reviews are looked for, in milliseconds. */
const HOUR_MS = 3_600_000;
/** None of them is privileged. Interactions need no intent at all; discord.js wants to know the servers. */
const INTENTS = ['Guilds'] as const;
/** Calls that carry a token of their own, so that a 401 says nothing about the bot's. */
const OWN_TOKEN = /^\/(?:interactions|webhooks)\//;

/** How Discord is reached where it isn't over the network: the playground brings a Discord of its own. */
export interface Transport {
  token: string;
  /** discord.js's options for its HTTP calls and its gateway connection. */
  options: Pick<ClientOptions, 'rest' | 'ws'>;
}

export interface DiscordConnection {
  state(): GatewayState;
  /**
   * Connects; resolves once the gateway is ready and the commands are registered.
   * @throws RefusedByDiscord
   */
  start(): Promise<void>;
  /** Lets the commands and the pinned cards follow a corpus that was taken over. */
  followCorpus(): Promise<void>;
  /** Stops taking interactions, waits for those in flight, closes. Also ends a start that is under way. */
  stop(): Promise<void>;
}

/**
 * A connection that is not open yet.
 * @param onFatal called when Discord refuses the bot after the start
 * @param transport the network unless given
 */
export function createConnection(
  commands: CommandList,
  services: Services,
  onFatal: (error: Error) => void,
  transport?: Transport,
): DiscordConnection {
  const { log } = services;
  const token = transport?.token ?? services.config.DISCORD_TOKEN;
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

  /** What is kept of a server outlives the bot there for a while only. */
  const noteGuild = (guildId: string, isThere: boolean) =>
    void markGuild(services.store, guildId, isThere).catch((err) =>
      log.error({ event: 'store-failed', err }),
    );

  /** A client for one attempt: discord.js can't log in again with one that has failed. */
  function newClient(): Client {
    const fresh = new Client({
      intents: INTENTS.map((name) => GatewayIntentBits[name]),
      partials: [Partials.Channel],
      allowedMentions: { parse: [], repliedUser: false },
      rest: { api: services.config.DISCORD_API_URL.replace(/(?<!\/)\/+$/, '') },
      ...transport?.options,
    });
    fresh.on(Events.InteractionCreate, (interaction) => {
      // Only what had come before the connection was closed; Discord delivers nothing behind it.
      if (stopping.signal.aborted) return void log.warn({ event: 'interaction-while-stopping' });
      const work = dispatch(interaction, commands, services).finally(() => inFlight.delete(work));
      inFlight.add(work);
    });
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
      refuse(refusalForCloseCode(code, INTENTS));
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
        const refusal = refusalForError(error, INTENTS);
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

  return {
    state() {
      const shards = [...(client?.ws.shards.values() ?? [])];
      const ready = shards.filter(({ status }) => status === Status.Ready).length;
      const heard = Math.max(heardAt, ...shards.map(({ lastPingTimestamp }) => lastPingTimestamp));
      return {
        // The client stays "ready" while a lost connection is opened again; its shards don't.
        isReady: (client?.isReady() ?? false) && ready === shards.length,
        shards: { ready, other: shards.length - ready },
        silentFor: heard > 0 ? Math.max(0, (services.clock().getTime() - heard) / 1000) : null,
      };
    },

    async start() {
      const ready = await persist('login-failed', login);
      if (services.config.REGISTER_COMMANDS)
        await persist('registration-failed', () => register(ready, commands, services));
      const refresh = (signal: AbortSignal) => refreshPins(ready, services, signal);
      const work = [
        { name: 'refresh-pins', everyMs: HOUR_MS, run: refresh },
        { name: 'reminders', everyMs: HOUR_MS, run: () => sendReminders(ready, services) },
      ];
      jobs = startJobs(work, log);
    },

    async followCorpus() {
      // Before the start is through, it does both by itself.
      if (!jobs || !client?.isReady() || stopping.signal.aborted) return;
      jobs.trigger('refresh-pins');
      if (services.config.REGISTER_COMMANDS) await register(client, commands, services);
    },

    async stop() {
      stopping.abort();
      const drained = Promise.allSettled([...inFlight]);
      const ended = Promise.all([drained, jobs?.stop()]);
      // First of all the gateway, so that Discord sends nobody here whom no answer awaits.
      const closed = client?.destroy();
      // It takes the token along, which what is under way still needs.
      if (token) client?.rest.setToken(token);
      await Promise.race([ended, sleep(DRAIN_MS, undefined, { ref: false })]);
      await closed;
    },
  };
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
