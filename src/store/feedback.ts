/** Votes on answers, one a person and answer, and their sums by answer and by source. */

import { dayOf } from '../text/dates.ts';
import { addCount } from './counts.ts';
import { changeGuild, type Queries, type Store } from './store.ts';
import type { TallyRow } from './tables.ts';
import { hashesOf, hashUser } from './users.ts';

export const REASONS = ['wrong-source', 'out-of-date', 'no-answer', 'unfair', 'unsafe'] as const;
export type Reason = (typeof REASONS)[number];

export interface Vote {
  /** Names the answer: its receipt without the version of the corpus, or a curated answer's id. */
  answerId: string;
  isHelpful: boolean;
  reasons: Reason[];
  /** Ids of the sources that were shown. */
  sources: string[];
}

export interface Tally {
  subject: string;
  helpful: number;
  notHelpful: number;
  reasons: Partial<Record<Reason, number>>;
  lastOn: string;
}

/** Records a vote; an earlier one of the same person on the same answer is replaced. Resolves to whether there was one. */
export function recordVote(
  store: Store,
  guildId: string,
  userId: string,
  vote: Vote,
): Promise<{ replaced: boolean }> {
  return changeGuild(store, guildId, async (trx) => {
    const user_hash = await hashUser(store, trx, guildId, userId);
    // The earlier vote may stand under a key that was in use then.
    const earlier = await trx
      .deleteFrom('votes')
      .where('guild_id', '=', guildId)
      .where('answer_id', '=', vote.answerId)
      .where('user_hash', 'in', await hashesOf(store, trx, guildId, userId))
      .returningAll()
      .execute();
    for (const row of earlier)
      await tally(store, trx, guildId, -1, {
        answerId: row.answer_id,
        isHelpful: row.is_helpful === 1,
        reasons: JSON.parse(row.reasons),
        sources: JSON.parse(row.sources),
      });
    await trx
      .insertInto('votes')
      .values({
        guild_id: guildId,
        answer_id: vote.answerId,
        user_hash,
        is_helpful: vote.isHelpful ? 1 : 0,
        reasons: JSON.stringify(vote.reasons),
        sources: JSON.stringify(vote.sources),
        created_at: store.now().toISOString(),
      })
      .execute();
    await tally(store, trx, guildId, 1, vote);
    return { replaced: earlier.length > 0 };
  });
}

/** Adds a vote to the sums, or takes it back. */
async function tally(
  store: Store,
  trx: Queries,
  guildId: string,
  sign: 1 | -1,
  { answerId, isHelpful, reasons, sources }: Vote,
): Promise<void> {
  const today = dayOf(store.now());
  const subjects = [
    { kind: 'answer', subject: answerId },
    ...[...new Set(sources)].map((subject) => ({ kind: 'source', subject })),
  ];
  for (const { kind, subject } of subjects) {
    const known = await trx
      .selectFrom('tallies')
      .selectAll()
      .where('guild_id', '=', guildId)
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .executeTakeFirst();
    const counts: Partial<Record<Reason, number>> = known ? JSON.parse(known.reasons) : {};
    for (const reason of reasons) counts[reason] = Math.max(0, (counts[reason] ?? 0) + sign);
    const row = {
      helpful: Math.max(0, (known?.helpful ?? 0) + (isHelpful ? sign : 0)),
      not_helpful: Math.max(0, (known?.not_helpful ?? 0) + (isHelpful ? 0 : sign)),
      reasons: JSON.stringify(counts),
      last_on: today,
    };
    await trx
      .insertInto('tallies')
      .values({ guild_id: guildId, kind, subject, ...row })
      .onConflict((conflict) => conflict.columns(['guild_id', 'kind', 'subject']).doUpdateSet(row))
      .execute();
  }
  await addCount(trx, guildId, today, isHelpful ? 'helpful' : 'not-helpful', sign);
}

/** The sums of a guild by answer or by source: most "not helpful" first, then most votes. */
export async function listTallies(
  { db }: Store,
  guildId: string,
  kind: 'answer' | 'source',
  limit: number,
): Promise<Tally[]> {
  const rows = await db
    .selectFrom('tallies')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('kind', '=', kind)
    .orderBy('not_helpful', 'desc')
    .orderBy('helpful', 'desc')
    .orderBy('subject')
    .limit(limit)
    .execute();
  return rows.filter((row) => row.helpful + row.not_helpful > 0).map(tallyOf);
}

function tallyOf(row: TallyRow): Tally {
  return {
    subject: row.subject,
    helpful: row.helpful,
    notHelpful: row.not_helpful,
    reasons: JSON.parse(row.reasons),
    lastOn: row.last_on,
  };
}
