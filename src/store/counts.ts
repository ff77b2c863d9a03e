/** How often something happened in a guild, by day. Sums only. */
import { dayOf, daysFrom, type Queries, type Store } from './store.ts';

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
  by: 1 | -1 = 1,
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

/** Counts a question of today. */
export function countQuestion(store: Store, guildId: string, name: Counted): Promise<void> {
  return addCount(store.db, guildId, dayOf(store.now()), name);
}

/** The counts of the last days, oldest first; days on which nothing happened are left out. */
export async function listCounts(store: Store, guildId: string, days: number): Promise<DayCount[]> {
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
