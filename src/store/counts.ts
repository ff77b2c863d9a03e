/** How often something happened in a guild, by day. Sums only. */

import { dayOf } from '../text/dates.ts';
import { daysFrom, type Queries, type Store } from './store.ts';

export const COUNTED = ['answered', 'declined', 'helpful', 'not-helpful'] as const;
export type Counted = (typeof COUNTED)[number];

export interface DayCount {
  day: string;
  name: Counted;
  value: number;
}

/** Adds to a day's count; below nothing it doesn't go. */
export async function addCount(
  db: Queries,
  guildId: string,
  day: string,
  name: Counted,
  by = 1,
): Promise<void> {
  await db
    .insertInto('counts')
    .values({ guild_id: guildId, day, name, value: Math.max(0, by) })
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'day', 'name'])
        .doUpdateSet((row) => ({ value: row('counts.value', '+', by) })),
    )
    .execute();
}

/** How long a sum may wait for others, in milliseconds: what a process that is killed may not have counted. */
const TOGETHER_MS = 1_000;

interface Pending {
  /** Guild, day and name → how often. */
  sums: Map<string, { guildId: string; day: string; name: Counted; by: number }>;
  timer: NodeJS.Timeout;
}

const pending = new WeakMap<Store, Pending>();

/**
 * Counts a question of today. Sums are written together a second later: each write is a wait for the disk, in which
 * nobody else is answered.
 * @param onFault told when they can't be written; they are lost then
 */
export function countQuestion(
  store: Store,
  guildId: string,
  name: Counted,
  onFault: (error: unknown) => void,
): void {
  const day = dayOf(store.now());
  let waiting = pending.get(store);
  if (!waiting) {
    const timer = setTimeout(() => void flushCounts(store).catch(onFault), TOGETHER_MS);
    waiting = { sums: new Map(), timer };
    pending.set(store, waiting);
  }
  const key = `${guildId} ${day} ${name}`;
  const sum = waiting.sums.get(key) ?? { guildId, day, name, by: 0 };
  sum.by += 1;
  waiting.sums.set(key, sum);
}

/** Writes the sums that wait; at the end, and before they are read. */
export async function flushCounts(store: Store): Promise<void> {
  const waiting = pending.get(store);
  if (!waiting) return;
  pending.delete(store);
  clearTimeout(waiting.timer);
  await store.db.transaction().execute(async (trx) => {
    // In one order in all processes, so that none waits for another that waits for it.
    for (const [, { guildId, day, name, by }] of [...waiting.sums].sort(([a], [b]) =>
      a < b ? -1 : 1,
    ))
      await addCount(trx, guildId, day, name, by);
  });
}

/** The counts of the last days, oldest first; days on which nothing happened are left out. */
export async function listCounts(store: Store, guildId: string, days: number): Promise<DayCount[]> {
  await flushCounts(store);
  const rows = await store.db
    .selectFrom('counts')
    .select(['day', 'name', 'value'])
    .where('guild_id', '=', guildId)
    .where('day', '>', dayOf(daysFrom(store.now(), -days)))
    .orderBy('day')
    .execute();
  return rows.map(({ day, name, value }) => ({
    day,
    name: name as Counted,
    value: Math.max(0, value),
  }));
}
