/** Discord's limit of identifies, kept by all processes together: one in five seconds for each bucket of shards. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocketOptions } from 'discord.js';
import type { Locks } from '../../store/locks.ts';

/** Discord's five seconds, and the way of a message there. */
const BETWEEN_MS = 5_250;
const RETRY_MS = 250;
/** A database that is lost keeps nobody from connecting any longer; the buckets are kept in this process then. */
const WITHOUT_DATABASE_MS = 15_000;

export type BuildThrottler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

/**
 * Makes discord.js wait for its turn among all processes. A bucket is held for the five seconds by a lock, so it is free
 * again when its process dies.
 * @param current the session whose locks are used; undefined while there is none
 */
export function createIdentifyGate(current: () => Locks | undefined): BuildThrottler {
  /** By bucket, what ends when this process may try again: a session gets a lock that it holds a second time. */
  const ends = new Map<number, Promise<unknown>>();

  async function enter(bucket: number, signal: AbortSignal): Promise<Locks | undefined> {
    const deadline = performance.now() + WITHOUT_DATABASE_MS;
    for (;;) {
      signal.throwIfAborted();
      const locks = current();
      if (await locks?.tryLock('identify', bucket).catch(() => false)) return locks;
      if (!locks && performance.now() > deadline) return undefined;
      await sleep(RETRY_MS, undefined, { signal });
    }
  }

  async function hold(bucket: number, locks: Locks | undefined): Promise<void> {
    await sleep(BETWEEN_MS, undefined, { ref: false });
    if (locks?.isOpen()) await locks.unlock('identify', bucket).catch(() => {});
  }

  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return {
      async waitForIdentify(shardId, signal) {
        const bucket = shardId % limit.max_concurrency;
        const before = ends.get(bucket);
        const { promise: end, resolve } = Promise.withResolvers<void>();
        ends.set(bucket, Promise.all([before, end]));
        try {
          await before;
          const locks = await enter(bucket, signal);
          void hold(bucket, locks).finally(resolve);
        } catch (error) {
          resolve();
          throw error;
        }
      },
    };
  };
}
