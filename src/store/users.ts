/**
 * People without their ids: a keyed hash, different in every guild, whose key is thrown away in time. Once it is, a
 * hash leads to nobody, whoever holds the database.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { daysFrom, newId, type Queries, type Store } from './store.ts';

/** Who does something, as the interaction names them. The id is never stored, the name is shown to moderators. */
export interface Actor {
  id: string;
  name: string;
}

/** Longest name that is kept; Discord allows 32 characters. */
const NAME_LENGTH = 40;

/** The columns under which an act is kept. */
export async function actorColumns(
  store: Store,
  db: Queries,
  guildId: string,
  { id, name }: Actor,
): Promise<{ hash: string; name: string }> {
  return { hash: await hashUser(store, db, guildId, id), name: name.slice(0, NAME_LENGTH) };
}

/** The hash of a user in a guild by the newest key; a key that has served its time is replaced. */
export async function hashUser(
  store: Store,
  db: Queries,
  guildId: string,
  userId: string,
): Promise<string> {
  const [newest] = await readKeys(store, db);
  const freshFrom = daysFrom(store.now(), -store.retentionDays).toISOString();
  if (newest && newest.created_at > freshFrom) return hash(newest.key, guildId, userId);
  const key = randomBytes(32).toString('base64url');
  // Two processes may do so at once: both keys are valid, the newer one is used from then on.
  await db
    .insertInto('user_keys')
    .values({ id: newId(), key, created_at: store.now().toISOString() })
    .execute();
  return hash(key, guildId, userId);
}

/** All hashes under which something of this user may be kept, by every key that still exists. */
export async function hashesOf(
  store: Store,
  db: Queries,
  guildId: string,
  userId: string,
): Promise<string[]> {
  const keys = await readKeys(store, db);
  return keys.map(({ key }) => hash(key, guildId, userId));
}

/** The keys that may still be used, newest first. */
function readKeys(store: Store, db: Queries) {
  return db
    .selectFrom('user_keys')
    .select(['key', 'created_at'])
    .where('created_at', '>', oldestKey(store))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Keys from before are gone: used for one retention, then kept until what they name is due as well. */
export function oldestKey(store: Store): string {
  return daysFrom(store.now(), -2 * store.retentionDays).toISOString();
}

function hash(key: string, guildId: string, userId: string): string {
  return createHmac('sha256', key).update(`${guildId}:${userId}`).digest('base64url').slice(0, 22);
}

/** What is kept about a user in a guild, as numbers. */
export interface Held {
  votes: number;
  /** Pins, curated answers and entries of the history that carry their name. */
  acts: number;
}

const NAMED = [
  ['pins', 'owner_hash', 'owner_name'],
  ['answers', 'editor_hash', 'editor_name'],
  ['history', 'actor_hash', 'actor_name'],
] as const;

/** Counts what is kept about a user in a guild. */
export async function whatIsHeld(store: Store, guildId: string, userId: string): Promise<Held> {
  const { db } = store;
  const hashes = await hashesOf(store, db, guildId, userId);
  if (hashes.length === 0) return { votes: 0, acts: 0 };
  const count = async (table: 'votes' | (typeof NAMED)[number][0], column: string) => {
    const row = await db
      .selectFrom(table)
      .select((all) => all.fn.countAll<number>().as('count'))
      .where('guild_id', '=', guildId)
      .where(column as 'guild_id', 'in', hashes)
      .executeTakeFirstOrThrow();
    return row.count;
  };
  let acts = 0;
  for (const [table, column] of NAMED) acts += await count(table, column);
  return { votes: await count('votes', 'user_hash'), acts };
}

/**
 * Forgets a user in a guild: votes are deleted, names and hashes are taken off what stays. The sums of the votes
 * stay, they say nothing about persons.
 */
export async function forgetUser(store: Store, guildId: string, userId: string): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    const hashes = await hashesOf(store, trx, guildId, userId);
    if (hashes.length === 0) return;
    await trx
      .deleteFrom('votes')
      .where('guild_id', '=', guildId)
      .where('user_hash', 'in', hashes)
      .execute();
    for (const [table, hashColumn, nameColumn] of NAMED)
      await trx
        .updateTable(table)
        .set({ [hashColumn]: null, [nameColumn]: null } as never)
        .where('guild_id', '=', guildId)
        .where(hashColumn as 'guild_id', 'in', hashes)
        .execute();
  });
}
