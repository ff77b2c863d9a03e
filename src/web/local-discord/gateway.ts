/** The gateway without a socket: discord.js lets a client bring its own way of connecting its shards. */
import type { ClientOptions } from 'discord.js';
import {
  ApplicationFlags,
  type GatewayDispatchPayload,
  type GatewayIntentBits,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import { guildJson, userJson, type World } from './world.ts';

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>;
type Manager = Parameters<BuildStrategy>[0];
type Strategy = ReturnType<BuildStrategy>;

/** Names of the manager's events; discord.js exports them too, but only at the price of loading it here. */
const DISPATCH = 'dispatch';
const READY = 'ready';

export interface LocalGateway {
  buildStrategy: BuildStrategy;
  /** Sends an event to the bot, if it is connected. */
  send(t: string, d: unknown): void;
  /** Whether the bot asked for these events when it connected. */
  hasIntent(intent: GatewayIntentBits): boolean;
}

/** A gateway with one shard, which is connected as soon as the bot asks for it. */
export function createGateway(world: World): LocalGateway {
  let manager: Manager | undefined;
  let sequence = 0;

  function emit(event: typeof DISPATCH | typeof READY, payload: object): void {
    (manager?.emit as ((event: string, payload: object) => boolean) | undefined)?.call(
      manager,
      event,
      payload,
    );
  }

  function send(t: string, d: unknown): void {
    sequence += 1;
    // A copy, as the network would make one: the bot may change what it is given.
    const data = { op: 0, t, s: sequence, d: structuredClone(d) } as GatewayDispatchPayload;
    emit(DISPATCH, { data, shardId: 0 });
  }

  return {
    send,
    hasIntent: (intent) => ((manager?.options.intents ?? 0) & intent) !== 0,
    buildStrategy(given): Strategy {
      return {
        spawn() {},
        connect() {
          manager = given;
          const ready = {
            v: 10,
            user: { ...userJson(world.bot), verified: true, mfa_enabled: true, flags: 0 },
            guilds: [{ id: world.guildId, unavailable: true }],
            session_id: 'playground',
            resume_gateway_url: 'wss://playground.invalid',
            shard: [0, 1],
            // The bot may read messages here: there is nobody who could have forgotten to allow it.
            application: {
              id: world.bot.id,
              flags: ApplicationFlags.GatewayMessageContentLimited,
            },
          } as unknown as GatewayReadyDispatchData;
          emit(READY, { data: ready, shardId: 0 });
          send('READY', ready);
          send('GUILD_CREATE', guildJson(world));
        },
        destroy() {
          manager = undefined;
        },
        send() {},
        // Asked for by nothing here; discord.js reads the state of its shards from their events.
        fetchStatus: () => Promise.reject(new Error('the playground has no shards')),
      };
    },
  };
}
