/** Deletes what is due. May run at any time, in several processes at once. */

import { dayOf } from '../text/dates.ts';
import { retentionOf } from './settings.ts';
import { daysFrom, type Store } from './store.ts';
import { TABLE_KEYS, type TableName } from './tables.ts';
import { oldestKey } from './users.ts';

/** Drafts are for what somebody is writing now. */
const DRAFT_DAYS = 7;
/** Sums by day are for a look at the last year. */
const COUNT_DAYS = 400;
/** Answers in channels are corrected for so long; then it isn't known any more where they stand. */
export const SHARED_DAYS = 30;
/** Messages that were dealt with are remembered for as long as they could come again. */
const HANDLED_DAYS = 1;
/** What is kept of a guild outlives the bot there for so long. */
export const LEFT_DAYS = 30;
/** Guilds are gone through in portions of so many. */
const PORTION = 200;

/** Deleted rows (names taken off count too), by table. */
export type Deleted = Partial<Record<TableName, number>>;

/** Deletes what no guild may keep any longer; resolves to what was deleted. */
export async function deleteDue(store: Store): Promise<Deleted> {
  const { db, now } = store;
  const deleted: Deleted = {};
  const add = (table: TableName, rows: bigint) => {
    if (rows > 0n) deleted[table] = (deleted[table] ?? 0) + Number(rows);
  };
  const before = (days: number) => daysFrom(now(), -days);

  const keys = await db
    .deleteFrom('user_keys')
    .where('created_at', '<=', oldestKey(store))
    .executeTakeFirst();
  add('user_keys', keys.numDeletedRows);
  const drafts = await db
    .deleteFrom('drafts')
    .where('created_at', '<', before(DRAFT_DAYS).toISOString())
    .executeTakeFirst();
  add('drafts', drafts.numDeletedRows);
  const counts = await db
    .deleteFrom('counts')
    .where('day', '<', dayOf(before(COUNT_DAYS)))
    .executeTakeFirst();
  add('counts', counts.numDeletedRows);
  const shared = await db
    .deleteFrom('shared_answers')
    .where('shared_at', '<', before(SHARED_DAYS).toISOString())
    .executeTakeFirst();
  add('shared_answers', shared.numDeletedRows);

  const handled = await db
    .deleteFrom('handled')
    .where('at', '<', before(HANDLED_DAYS).toISOString())
    .executeTakeFirst();
  add('handled', handled.numDeletedRows);

  for await (const guild of guilds(store)) {
    const days = retentionOf({ retentionDays: guild.retention_days }, store);
    const until = before(days);
    if (guild.left_at !== null && guild.left_at < before(LEFT_DAYS).toISOString()) {
      for (const [table, rows] of await deleteGuild(store, guild.guild_id)) add(table, rows);
      continue;
    }
    for (const [table, rows] of await deleteInGuild(store, guild.guild_id, until)) add(table, rows);
  }
  return deleted;
}

async function* guilds({ db }: Store) {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('settings')
      .select(['guild_id', 'retention_days', 'left_at'])
      .where('guild_id', '>', after)
      .orderBy('guild_id')
      .limit(PORTION)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PORTION) return;
    after = last.guild_id;
  }
}

async function deleteInGuild({ db }: Store, guildId: string, until: Date) {
  const time = until.toISOString();
  const votes = await db
    .deleteFrom('votes')
    .where('guild_id', '=', guildId)
    .where('created_at', '<', time)
    .executeTakeFirst();
  const questions = await db
    .deleteFrom('gap_questions')
    .where('guild_id', '=', guildId)
    .where('asked_on', '<', dayOf(until))
    .executeTakeFirst();
  const gaps = await db
    .deleteFrom('gaps')
    .where('guild_id', '=', guildId)
    .where('last_on', '<', dayOf(until))
    .executeTakeFirst();
  // What was changed stays, who did it doesn't.
  const history = await db
    .updateTable('history')
    .set({ actor_hash: null, actor_name: null })
    .where('guild_id', '=', guildId)
    .where('at', '<', time)
    .where('actor_name', 'is not', null)
    .executeTakeFirst();
  return [
    ['votes', votes.numDeletedRows],
    ['gap_questions', questions.numDeletedRows],
    ['gaps', gaps.numDeletedRows],
    ['history', history.numUpdatedRows],
  ] as const;
}

/** Everything of a guild that the bot has left. */
async function deleteGuild({ db }: Store, guildId: string) {
  return db.transaction().execute(async (trx) => {
    const deleted: [TableName, bigint][] = [];
    for (const table of Object.keys(TABLE_KEYS) as TableName[]) {
      if (table === 'user_keys') continue;
      const { numDeletedRows } = await trx
        .deleteFrom(table)
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      deleted.push([table, numDeletedRows]);
    }
    return deleted;
  });
}
