/**
 * What was asked and not answered: the words of the question that the corpus knows, and how often. Never the text
 * nor who asked; the text only in guilds that opted in.
 */
import { createHash } from 'node:crypto';
import { dayOf } from '../text/dates.ts';
import type { Language } from '../text/language.ts';
import { recordChange } from './history.ts';
import { changeGuild, newId, type Queries, type Store } from './store.ts';
import type { GapRow } from './tables.ts';
import { gather } from './together.ts';
import type { Actor } from './users.ts';

export const GAP_STATES = ['open', 'answered', 'off-topic', 'dismissed'] as const;
export type GapState = (typeof GAP_STATES)[number];

export interface Gap {
  id: string;
  terms: string[];
  language: Language;
  count: number;
  /** Days. */
  firstOn: string;
  lastOn: string;
  state: GapState;
}

/** Gaps that are about the same, the most frequent first. */
export interface GapCluster {
  /** Id of the most frequent one, by which the cluster is named. */
  id: string;
  gaps: Gap[];
  /** The words that most of its questions share come first. */
  terms: string[];
  count: number;
  firstOn: string;
  lastOn: string;
}

/** Words that name a gap; more would make every question a gap of its own. */
export const MAX_TERMS = 4;
/** Gaps that share at least this part of their words are about the same; 0 to 1. */
const SAME = 0.5;
/** Gaps that are looked at; those that come least often are left out. */
const MOST_GAPS = 1_000;
/** Texts that are kept of one gap. */
const MOST_QUESTIONS = 20;

/** A question that was declined. */
export interface DeclinedQuestion {
  /** Known words, the rarest first. */
  terms: readonly string[];
  language: Language;
  /** Its text, only where the guild keeps questions. */
  question?: string;
}

/** Questions of one gap on one day. */
interface GapCount {
  id: string;
  on: string;
  terms: string;
  language: Language;
  by: number;
}

const gathered = gather<{ guildId: string; gap: GapCount }>(async (store, items) => {
  const guilds = Map.groupBy(items, ({ guildId }) => guildId);
  for (const [guildId, its] of guilds) {
    const gaps = [...Map.groupBy(its, ({ gap }) => `${gap.id} ${gap.on}`).values()];
    await changeGuild(store, guildId, async (trx) => {
      for (const same of gaps) {
        const { gap } = same.at(-1) as (typeof same)[number];
        await addToGap(trx, guildId, { ...gap, by: same.length });
      }
    });
  }
});

/**
 * Counts a question that was declined, within a second; one whose text is kept at once, so that no text comes after the
 * guild decided to keep none. A gap that was answered opens again; one that the moderators dismissed or called off topic
 * doesn't.
 * @param onFault told when it can't be written; it is lost then
 */
export async function recordGap(
  store: Store,
  guildId: string,
  { terms, language, question }: DeclinedQuestion,
  onFault: (error: unknown) => void,
): Promise<void> {
  const named = terms.slice(0, MAX_TERMS).sort().join(' ');
  const id = createHash('sha256').update(named).digest('hex').slice(0, 10);
  const on = dayOf(store.now());
  const gap = { id, on, terms: named, language, by: 1 };
  if (question === undefined) return gathered.add(store, { guildId, gap }, onFault);
  await changeGuild(store, guildId, async (trx) => {
    await addToGap(trx, guildId, gap);
    await keepQuestion(trx, guildId, id, question, on);
  }).catch(onFault);
}

async function addToGap(
  trx: Queries,
  guildId: string,
  { id, on, terms, language, by }: GapCount,
): Promise<void> {
  await trx
    .insertInto('gaps')
    .values({
      guild_id: guildId,
      id,
      terms,
      language,
      count: by,
      first_on: on,
      last_on: on,
      state: 'open',
    })
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'id']).doUpdateSet((row) => ({
        count: row('gaps.count', '+', by),
        last_on: on,
        language,
        state: row
          .case()
          .when('gaps.state', '=', 'answered')
          .then('open')
          .else(row.ref('gaps.state'))
          .end(),
      })),
    )
    .execute();
}

async function keepQuestion(
  trx: Queries,
  guildId: string,
  gapId: string,
  question: string,
  today: string,
): Promise<void> {
  const kept = trx
    .selectFrom('gap_questions')
    .where('guild_id', '=', guildId)
    .where('gap_id', '=', gapId);
  const same = await kept.select('id').where('question', '=', question).executeTakeFirst();
  const { count } = await kept
    .select((all) => all.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (same || count >= MOST_QUESTIONS) return;
  await trx
    .insertInto('gap_questions')
    .values({ guild_id: guildId, id: newId(), gap_id: gapId, question, asked_on: today })
    .execute();
}

/** The open gaps of a guild in clusters, the most frequent first. */
export async function listGaps(store: Store, guildId: string): Promise<GapCluster[]> {
  await gathered.flush(store);
  const rows = await store.db
    .selectFrom('gaps')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('state', '=', 'open')
    .orderBy('count', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('id')
    .limit(MOST_GAPS)
    .execute();
  return clusterGaps(rows.map(gapOf));
}

/** Puts each gap to the first cluster whose most frequent gap it resembles; the order of `gaps` decides. */
export function clusterGaps(gaps: readonly Gap[]): GapCluster[] {
  const clusters: { lead: Set<string>; gaps: Gap[] }[] = [];
  for (const gap of gaps) {
    const near = clusters.find(({ lead }) => overlap(lead, gap.terms) >= SAME);
    if (near) near.gaps.push(gap);
    else clusters.push({ lead: new Set(gap.terms), gaps: [gap] });
  }
  return clusters
    .map(({ gaps: [first, ...others] }) => describe(first as Gap, others))
    .sort((a, b) => b.count - a.count || b.lastOn.localeCompare(a.lastOn));
}

function describe(first: Gap, others: readonly Gap[]): GapCluster {
  const gaps = [first, ...others];
  const weights = new Map<string, number>();
  for (const { terms, count } of gaps)
    for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + count);
  return {
    id: first.id,
    gaps,
    terms: [...weights].sort(([, a], [, b]) => b - a).map(([term]) => term),
    count: gaps.reduce((sum, { count }) => sum + count, 0),
    firstOn: gaps.map(({ firstOn }) => firstOn).sort()[0] as string,
    lastOn: gaps
      .map(({ lastOn }) => lastOn)
      .sort()
      .at(-1) as string,
  };
}

/** Shared part of all words of both, 0 to 1. */
function overlap(lead: ReadonlySet<string>, terms: readonly string[]): number {
  const shared = terms.filter((term) => lead.has(term)).length;
  return shared / (lead.size + terms.length - shared);
}

/** Texts of the questions of some gaps; none unless the guild keeps them. */
export async function questionsOf(
  { db }: Store,
  guildId: string,
  gapIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('gap_questions')
    .select('question')
    .where('guild_id', '=', guildId)
    .where('gap_id', 'in', [...gapIds])
    .orderBy('asked_on', 'desc')
    .limit(MOST_QUESTIONS)
    .execute();
  return rows.map(({ question }) => question);
}

/** Closes gaps, or opens them again; resolves to how many changed. */
export async function setGapState(
  store: Store,
  guildId: string,
  gapIds: readonly string[],
  state: GapState,
  actor: Actor,
  reverts?: string,
): Promise<number> {
  // What was asked before doesn't open them again.
  await gathered.flush(store);
  return changeGuild(store, guildId, async (trx) => {
    const rows = await trx
      .selectFrom('gaps')
      .selectAll()
      .where('guild_id', '=', guildId)
      .where('id', 'in', [...gapIds])
      .where('state', '!=', state)
      .execute();
    for (const row of rows) {
      await trx
        .updateTable('gaps')
        .set({ state })
        .where('guild_id', '=', guildId)
        .where('id', '=', row.id)
        .execute();
      const { terms } = row;
      const change = {
        action: 'gap-state',
        subject: row.id,
        before: { terms, state: row.state },
        after: { terms, state },
        reverts,
      } as const;
      await recordChange(store, trx, guildId, change, actor);
    }
    return rows.length;
  });
}

/** Deletes the kept texts of a guild's questions, when it no longer keeps them. */
export async function dropQuestions({ db }: Store, guildId: string): Promise<void> {
  await db.deleteFrom('gap_questions').where('guild_id', '=', guildId).execute();
}

function gapOf(row: GapRow): Gap {
  return {
    id: row.id,
    terms: row.terms.split(' '),
    language: row.language === 'es' ? 'es' : 'en',
    count: row.count,
    firstOn: row.first_on,
    lastOn: row.last_on,
    state: GAP_STATES.find((known) => known === row.state) ?? 'open',
  };
}
