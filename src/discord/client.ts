/** The connection to Discord: login with retries, the events that we listen to, orderly end. */
import { Client, DiscordAPIError, Events, GatewayIntentBits, HTTPError } from 'discord.js';
import { EXIT } from '../errors.ts';
import type { Services } from '../services.ts';
import type { CommandList } from './command.ts';
import { dispatch } from './dispatch.ts';
import { commandDefinitions, registerCommands } from './register.ts';

/** Wait before the first retry of a failed login in milliseconds; doubles up to the longest. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** Time for answers in flight to be delivered after SIGTERM. */
const DRAIN_MS = 8_000;

export interface DiscordConnection {
  /** True while the gateway is connected. */
  isReady(): boolean;
  /** Stops taking interactions, waits for those in flight, closes. */
  stop(): Promise<void>;
}

/** Discord refused the bot for good (token or intents); trying again would not help. */
export class RefusedByDiscord extends Error {
  override name = 'RefusedByDiscord';
  readonly exitCode = EXIT.refusedByDiscord;
}

/**
 * Connects and returns once the gateway is ready and the commands are registered.
 * @param onFatal called when Discord refuses the bot after that
 * @throws RefusedByDiscord
 */
export async function connect(
  commands: CommandList,
  services: Services,
  onFatal: (error: Error) => void,
): Promise<DiscordConnection> {
  const { config, log } = services;
  const inFlight = new Set<Promise<void>>();
  let stopping = false;

  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: config.DISCORD_API_URL },
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (stopping) return;
    const work = dispatch(interaction, commands, services).finally(() => inFlight.delete(work));
    inFlight.add(work);
  });
  client.on(Events.Error, (err) => log.error({ event: 'client-error', err }));
  client.on(Events.Warn, (message) => log.warn({ event: 'client-warning', message }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.warn({ event: 'shard-disconnect', code, shard });
    if (isFinalCloseCode(code)) onFatal(refusalFor(code));
  });
  client.on(Events.ShardReconnecting, (shard) => log.info({ event: 'shard-reconnecting', shard }));
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ event: 'shard-resume', shard, replayed }),
  );
  client.on(Events.Invalidated, () =>
    onFatal(new RefusedByDiscord('Discord invalidated the session')),
  );

  await login(client, services);
  const applicationId = client.application?.id;
  if (config.REGISTER_COMMANDS && applicationId) {
    const definitions = commandDefinitions(commands, services.knowledge.index.corpus);
    const result = await registerCommands(definitions, {
      rest: client.rest,
      applicationId,
      guildId: config.DISCORD_GUILD_ID,
    });
    log.info({ event: 'commands', ...result });
  }

  return {
    isReady: () => client.isReady(),
    async stop() {
      stopping = true;
      await Promise.race([
        Promise.allSettled([...inFlight]),
        new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref()),
      ]);
      await client.destroy();
    },
  };
}

async function login(client: Client, { config, log }: Services): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
    try {
      await client.login(config.DISCORD_TOKEN);
      await ready;
      return;
    } catch (error) {
      if (isRefusal(error)) throw new RefusedByDiscord((error as Error).message, { cause: error });
      log.warn({ event: 'login-failed', retryInMs: wait, err: error });
      await new Promise((resolve) => setTimeout(resolve, wait * (0.75 + Math.random() / 2)));
    }
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status === 401;
  return error instanceof Error && /invalid token|disallowed intents/i.test(error.message);
}

function isFinalCloseCode(code: number): boolean {
  return [4004, 4010, 4011, 4012, 4013, 4014].includes(code);
}

function refusalFor(code: number): RefusedByDiscord {
  if (code === 4004)
    return new RefusedByDiscord(
      'the token is not valid (close code 4004): put a new one into DISCORD_TOKEN',
    );
  if (code === 4014) {
    return new RefusedByDiscord(
      'an intent is not allowed (close code 4014): switch it on under Bot in the developer portal, or MESSAGE_CONTENT=off',
    );
  }
  return new RefusedByDiscord(`the gateway refused the connection for good (close code ${code})`);
}
