/**
 * Which messages were dealt with in Q&A channels, so that a reconnect, a restart or a second process answers none
 * twice, and a deleted question takes its answer with it. Ids of messages only, for a day.
 */
import type { Store } from './store.ts';

/** answered · declined: said that it can't · draft: with the moderators · silent: nothing was posted · solved: the asker said so */
export type Outcome = 'answered' | 'declined' | 'draft' | 'silent' | 'solved';

export interface Handled {
  messageId: string;
  channelId: string;
  /** What the bot posted for it. */
  replyId: string | null;
  outcome: Outcome;
}

/** Takes a message to deal with it; false when somebody has taken it before. */
export async function claimMessage(
  { db, now }: Pick<Store, 'db' | 'now'>,
  guildId: string,
  { messageId, channelId }: Pick<Handled, 'messageId' | 'channelId'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('handled')
    .values({
      guild_id: guildId,
      message_id: messageId,
      channel_id: channelId,
      reply_id: null,
      outcome: 'silent',
      at: now().toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['guild_id', 'message_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Notes what became of a message that was taken. */
export async function settleMessage(
  { db }: Pick<Store, 'db'>,
  guildId: string,
  { messageId, replyId, outcome }: Pick<Handled, 'messageId' | 'replyId' | 'outcome'>,
): Promise<void> {
  await db
    .updateTable('handled')
    .set({ reply_id: replyId, outcome })
    .where('guild_id', '=', guildId)
    .where('message_id', '=', messageId)
    .execute();
}

/** What became of a message; undefined when it wasn't taken, or more than a day ago. */
export async function findHandled(
  { db }: Pick<Store, 'db'>,
  guildId: string,
  messageId: string,
): Promise<Handled | undefined> {
  const row = await db
    .selectFrom('handled')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return (
    row && {
      messageId: row.message_id,
      channelId: row.channel_id,
      replyId: row.reply_id,
      outcome: row.outcome as Outcome,
    }
  );
}

/** Forgets a message that is gone. */
export async function dropHandled(
  { db }: Pick<Store, 'db'>,
  guildId: string,
  messageId: string,
): Promise<void> {
  await db
    .deleteFrom('handled')
    .where('guild_id', '=', guildId)
    .where('message_id', '=', messageId)
    .execute();
}

/** True when the asker of a thread has said that it is answered. */
export async function isSolvedThread(
  { db }: Pick<Store, 'db'>,
  guildId: string,
  channelId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('handled')
    .select('message_id')
    .where('guild_id', '=', guildId)
    .where('channel_id', '=', channelId)
    .where('outcome', '=', 'solved')
    .executeTakeFirst();
  return row !== undefined;
}

/** What became of the messages that were dealt with since a time, by their ids. */
export async function handledSince(
  { db }: Pick<Store, 'db'>,
  guildId: string,
  time: Date,
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('handled')
    .select(['message_id', 'reply_id'])
    .where('guild_id', '=', guildId)
    .where('at', '>=', time.toISOString())
    .execute();
  return new Map(rows.map((row) => [row.message_id, row.reply_id]));
}
