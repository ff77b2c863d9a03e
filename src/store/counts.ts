/** How often something happened in a guild, by day. Sums only. */

import { dayOf } from '../text/dates.ts';
import { daysFrom, type Queries, type Store } from './store.ts';
import { gather } from './together.ts';

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

const gathered = gather<Omit<DayCount, 'value'> & { guildId: string }>(async (store, items) => {
  const sums = Map.groupBy(items, ({ guildId, day, name }) => `${guildId} ${day} ${name}`);
  await store.db.transaction().execute(async (trx) => {
    for (const [, same] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { guildId, day, name } = same[0] as (typeof same)[number];
      await addCount(trx, guildId, day, name, same.length);
    }
  });
});

/**
 * Counts a question of today, within a second.
 * @param onFault told when it can't be written; it is lost then
 */
export function countQuestion(
  store: Store,
  guildId: string,
  name: Counted,
  onFault: (error: unknown) => void,
): void {
  gathered.add(store, { guildId, day: dayOf(store.now()), name }, onFault);
}

/** The counts of the last days, oldest first; days on which nothing happened are left out. */
export async function listCounts(store: Store, guildId: string, days: number): Promise<DayCount[]> {
  await gathered.flush(store);
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
