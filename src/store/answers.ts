/** Curated answers: what the moderators of a guild answer in their own words, resting on passages. */
import type { PassageId } from '../corpus/schema.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { recordChange } from './history.ts';
import { changeGuild, newId, type Queries, type Store } from './store.ts';
import type { AnswerRow } from './tables.ts';
import { type Actor, actorColumns } from './users.ts';

/** What the moderators write. */
export interface AnswerContent {
  /** The questions that it answers; the first is its title. */
  wordings: string[];
  text: string;
  /** The passages that it rests on, at least one. */
  passages: PassageId[];
  /** Languages of the askers who are shown it. */
  languages: Language[];
}

export interface CuratedAnswer extends AnswerContent {
  id: string;
  /** From 1; grows with each edit. */
  revision: number;
  editorName: string | null;
  /** ISO time of the last edit. */
  changedAt: string;
}

/** Most curated answers of a guild: all of them are searched with every question. */
export const MAX_ANSWERS = 2_000;

/** Adds an answer; undefined when the guild has as many as it may. */
export function addAnswer(
  store: Store,
  guildId: string,
  content: AnswerContent,
  actor: Actor,
  reverts?: string,
  id = newId(),
): Promise<CuratedAnswer | undefined> {
  return changeGuild(store, guildId, async (trx) => {
    const { count } = await trx
      .selectFrom('answers')
      .select((all) => all.fn.countAll<number>().as('count'))
      .where('guild_id', '=', guildId)
      .executeTakeFirstOrThrow();
    if (count >= MAX_ANSWERS) return undefined;
    const editor = await actorColumns(store, trx, guildId, actor);
    const now = store.now().toISOString();
    const row = await trx
      .insertInto('answers')
      .values({
        guild_id: guildId,
        id,
        ...columnsOf(content),
        revision: 1,
        editor_hash: editor.hash,
        editor_name: editor.name,
        created_at: now,
        changed_at: now,
      })
      .onConflict((conflict) => conflict.columns(['guild_id', 'id']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!row) return undefined;
    const change = { action: 'answer-add', subject: id, before: null, after: content, reverts };
    await recordChange(store, trx, guildId, change as never, actor);
    await renewRevision(trx, guildId);
    return answerOf(row);
  });
}

/**
 * Replaces the content of an answer. `conflict` when it is no longer the revision that the editor saw; then nothing
 * changed.
 */
export function editAnswer(
  store: Store,
  guildId: string,
  id: string,
  { content, revision, reverts }: { content: AnswerContent; revision?: number; reverts?: string },
  actor: Actor,
): Promise<{ kind: 'edited' | 'conflict'; answer: CuratedAnswer } | { kind: 'gone' }> {
  return changeGuild(store, guildId, async (trx) => {
    const before = await findAnswer({ db: trx }, guildId, id);
    if (!before) return { kind: 'gone' } as const;
    if (revision !== undefined && before.revision !== revision)
      return { kind: 'conflict', answer: before } as const;
    const editor = await actorColumns(store, trx, guildId, actor);
    const row = await trx
      .updateTable('answers')
      .set({
        ...columnsOf(content),
        revision: before.revision + 1,
        editor_hash: editor.hash,
        editor_name: editor.name,
        changed_at: store.now().toISOString(),
      })
      .where('guild_id', '=', guildId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const change = {
      action: 'answer-edit',
      subject: id,
      before: contentOf(before),
      after: contentOf(content),
      reverts,
    } as const;
    await recordChange(store, trx, guildId, change, actor);
    await renewRevision(trx, guildId);
    return { kind: 'edited', answer: answerOf(row) } as const;
  });
}

/** Removes an answer; resolves to it, or undefined when it was gone. Its wording stays in the history. */
export function removeAnswer(
  store: Store,
  guildId: string,
  id: string,
  actor: Actor,
  reverts?: string,
): Promise<CuratedAnswer | undefined> {
  return changeGuild(store, guildId, async (trx) => {
    const row = await trx
      .deleteFrom('answers')
      .where('guild_id', '=', guildId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!row) return undefined;
    const before = answerOf(row);
    const change = {
      action: 'answer-remove',
      subject: id,
      before: contentOf(before),
      after: null,
      reverts,
    } as const;
    await recordChange(store, trx, guildId, change, actor);
    await renewRevision(trx, guildId);
    return before;
  });
}

/** All answers of a guild, the newest edits first. */
export async function listAnswers({ db }: Store, guildId: string): Promise<CuratedAnswer[]> {
  const rows = await db
    .selectFrom('answers')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(answerOf);
}

/** One answer of a guild. */
export async function findAnswer(
  { db }: { db: Queries },
  guildId: string,
  id: string,
): Promise<CuratedAnswer | undefined> {
  const row = await db
    .selectFrom('answers')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && answerOf(row);
}

/** Text that names the state of all answers of a guild: as long as it is the same, so are they. */
export async function answersRevision({ db }: Store, guildId: string): Promise<string> {
  const row = await db
    .selectFrom('settings')
    .select('answers_revision')
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row?.answers_revision ?? '';
}

async function renewRevision(trx: Queries, guildId: string): Promise<void> {
  await trx
    .updateTable('settings')
    .set({ answers_revision: newId() })
    .where('guild_id', '=', guildId)
    .execute();
}

function columnsOf({ wordings, text, passages, languages }: AnswerContent) {
  return {
    wordings: JSON.stringify(wordings),
    text,
    passages: JSON.stringify(passages),
    languages: JSON.stringify(languages),
  };
}

/** The content alone, as the history keeps it. */
export function contentOf({ wordings, text, passages, languages }: AnswerContent): AnswerContent {
  return { wordings, text, passages, languages };
}

function answerOf(row: AnswerRow): CuratedAnswer {
  const languages = JSON.parse(row.languages) as string[];
  return {
    id: row.id,
    wordings: JSON.parse(row.wordings),
    text: row.text,
    passages: JSON.parse(row.passages),
    languages: LANGUAGES.filter((language) => languages.includes(language)),
    revision: row.revision,
    editorName: row.editor_name,
    changedAt: row.changed_at,
  };
}
