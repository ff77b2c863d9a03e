/** What a moderator is writing in a form, so that a fault, a restart or a second thought loses nothing. */
import { newId, type Store } from './store.ts';

/** Keeps a draft; resolves to its id. */
export async function keepDraft(store: Store, guildId: string, data: object): Promise<string> {
  const id = newId();
  await store.db
    .insertInto('drafts')
    .values({
      guild_id: guildId,
      id,
      data: JSON.stringify(data),
      created_at: store.now().toISOString(),
    })
    .execute();
  return id;
}

/** Replaces what a draft holds. */
export async function changeDraft(
  { db }: Store,
  guildId: string,
  id: string,
  data: object,
): Promise<void> {
  await db
    .updateTable('drafts')
    .set({ data: JSON.stringify(data) })
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .execute();
}

/** A draft as it was kept; whoever reads it knows its form. */
export async function readDraft({ db }: Store, guildId: string, id: string): Promise<unknown> {
  const row = await db
    .selectFrom('drafts')
    .select('data')
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && JSON.parse(row.data);
}

/** Throws a draft away once what it held is saved. */
export async function dropDraft({ db }: Store, guildId: string, id: string): Promise<void> {
  await db.deleteFrom('drafts').where('guild_id', '=', guildId).where('id', '=', id).execute();
}

/** Throws a draft away; true for the one who did, so that of two who act on it only one goes on. */
export async function takeDraft({ db }: Store, guildId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('drafts')
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
