/** Who changed what, and when. Written in the transaction of the change itself. */
import { newId, type Queries, type Store } from './store.ts';
import type { HistoryRow } from './tables.ts';
import { type Actor, actorColumns } from './users.ts';

export const ACTIONS = [
  'settings',
  'pin-add',
  'pin-change',
  'pin-remove',
  'answer-add',
  'answer-edit',
  'answer-remove',
  'gap-state',
  'channel',
] as const;
export type Action = (typeof ACTIONS)[number];

/** A change: what there was and what there is. Null where there was or is nothing. */
export interface Change {
  action: Action;
  /** Id of the pin, answer, gap or channel; empty for settings. */
  subject: string;
  before: object | null;
  after: object | null;
  /** Id of the entry that this change takes back. */
  reverts?: string | undefined;
}

export interface HistoryEntry {
  id: string;
  /** ISO time. */
  at: string;
  actorName: string | null;
  action: Action;
  subject: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reverts: string | null;
}

/** Adds an entry. */
export async function recordChange(
  store: Store,
  trx: Queries,
  guildId: string,
  { action, subject, before, after, reverts }: Change,
  actor: Actor,
): Promise<void> {
  const { hash, name } = await actorColumns(store, trx, guildId, actor);
  await trx
    .insertInto('history')
    .values({
      guild_id: guildId,
      id: newId(),
      at: store.now().toISOString(),
      actor_hash: hash,
      actor_name: name,
      action,
      subject,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
      reverts: reverts ?? null,
    })
    .execute();
}

/** A page of the history, newest first, and how many entries there are. */
export async function listHistory(
  { db }: Store,
  guildId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ entries: HistoryEntry[]; total: number }> {
  const rows = await db
    .selectFrom('history')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  const { total } = await db
    .selectFrom('history')
    .select((all) => all.fn.countAll<number>().as('total'))
    .where('guild_id', '=', guildId)
    .executeTakeFirstOrThrow();
  return { entries: rows.map(entryOf), total };
}

/** One entry of a guild. */
export async function findEntry(
  { db }: Pick<Store, 'db'>,
  guildId: string,
  id: string,
): Promise<HistoryEntry | undefined> {
  const row = await db
    .selectFrom('history')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && entryOf(row);
}

function entryOf(row: HistoryRow): HistoryEntry {
  const read = (text: string | null) => (text === null ? null : JSON.parse(text));
  return {
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    action: row.action as Action,
    subject: row.subject,
    before: read(row.before),
    after: read(row.after),
    reverts: row.reverts,
  };
}
