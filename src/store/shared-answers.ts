/** Answers that stand in channels: where, what they show, and with which corpus they were last compared. */
import type { Language } from '../text/language.ts';
import { SHARED_DAYS } from './retention.ts';
import { daysFrom, type Store } from './store.ts';
import type { SharedAnswerRow } from './tables.ts';

export interface SharedAnswer {
  guildId: string;
  channelId: string;
  messageId: string;
  receipt: string;
  language: Language;
  /** Page that is shown, from 0. */
  page: number;
  /** The copy that *Share* posts; else it was asked or answered in public. */
  isCopy: boolean;
  /** The curated answer that is shown with it. */
  answerId: string | null;
  /** Buttons in a row of their own. */
  buttons: readonly { label: string; customId: string }[];
  /** Passage id → hash of what is shown of it. */
  passages: Readonly<Record<string, string>>;
  corpusHash: string;
}

/** Rows named in one statement. */
const PORTION = 500;

/** Notes an answer; one that is noted already is replaced. */
export async function addShared({ db, now }: Store, shared: SharedAnswer): Promise<void> {
  const row: SharedAnswerRow = {
    guild_id: shared.guildId,
    message_id: shared.messageId,
    channel_id: shared.channelId,
    receipt: shared.receipt,
    language: shared.language,
    page: shared.page,
    is_copy: Number(shared.isCopy),
    answer_id: shared.answerId,
    buttons: JSON.stringify(shared.buttons),
    passages: JSON.stringify(shared.passages),
    corpus_hash: shared.corpusHash,
    shared_at: now().toISOString(),
    corrected_on: null,
  };
  await db
    .insertInto('shared_answers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild_id', 'message_id']).doUpdateSet(row))
    .execute();
}

/**
 * Answers of the last days, the newest first.
 * @param corpusHash given, only those that were not yet compared with this corpus
 */
export async function listShared(
  { db, now }: Store,
  guildId: string,
  corpusHash = '',
): Promise<SharedAnswer[]> {
  const rows = await db
    .selectFrom('shared_answers')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('corpus_hash', '!=', corpusHash)
    .where('shared_at', '>=', daysFrom(now(), -SHARED_DAYS).toISOString())
    .orderBy('shared_at', 'desc')
    .orderBy('message_id', 'desc')
    .execute();
  return rows.map(sharedOf);
}

/** Notes that some answers say what this corpus says. */
export async function markCompared(
  { db }: Store,
  guildId: string,
  messageIds: readonly string[],
  corpusHash: string,
): Promise<void> {
  for (let from = 0; from < messageIds.length; from += PORTION)
    await db
      .updateTable('shared_answers')
      .set({ corpus_hash: corpusHash })
      .where('guild_id', '=', guildId)
      .where('message_id', 'in', messageIds.slice(from, from + PORTION))
      .execute();
}

/** Notes that an answer was edited on a day, and what it shows since. */
export async function markCorrected(
  { db }: Store,
  { guildId, messageId }: Pick<SharedAnswer, 'guildId' | 'messageId'>,
  shown: Pick<SharedAnswer, 'receipt' | 'passages' | 'corpusHash'>,
  day: string,
): Promise<void> {
  await db
    .updateTable('shared_answers')
    .set({
      receipt: shown.receipt,
      passages: JSON.stringify(shown.passages),
      corpus_hash: shown.corpusHash,
      corrected_on: day,
    })
    .where('guild_id', '=', guildId)
    .where('message_id', '=', messageId)
    .execute();
}

/** Forgets an answer: its message is gone, or nothing is left to correct. */
export async function dropShared(
  { db }: Store,
  { guildId, messageId }: Pick<SharedAnswer, 'guildId' | 'messageId'>,
): Promise<void> {
  await db
    .deleteFrom('shared_answers')
    .where('guild_id', '=', guildId)
    .where('message_id', '=', messageId)
    .execute();
}

function sharedOf(row: SharedAnswerRow): SharedAnswer {
  return {
    guildId: row.guild_id,
    channelId: row.channel_id,
    messageId: row.message_id,
    receipt: row.receipt,
    language: row.language === 'es' ? 'es' : 'en',
    page: row.page,
    isCopy: row.is_copy === 1,
    answerId: row.answer_id,
    buttons: JSON.parse(row.buttons) as SharedAnswer['buttons'],
    passages: JSON.parse(row.passages) as SharedAnswer['passages'],
    corpusHash: row.corpus_hash,
  };
}
