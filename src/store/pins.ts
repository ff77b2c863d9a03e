/** Pinned source cards as records: where, which source, whose, why, until when, and in what state. */

import { dayOf } from '../text/dates.ts';
import type { Language } from '../text/language.ts';
import { recordChange } from './history.ts';
import { changeGuild, daysFrom, newId, type Store } from './store.ts';
import type { PinRow } from './tables.ts';
import { type Actor, actorColumns } from './users.ts';

/**
 * placing: the card is being posted · pinned: in place · posted: there, but not pinned (no permission, no room) ·
 * unpinned: somebody unpinned it · deleted: somebody deleted it · unreachable: the channel is gone or closed to us
 */
export const PIN_STATES = [
  'placing',
  'pinned',
  'posted',
  'unpinned',
  'deleted',
  'unreachable',
] as const;
export type PinState = (typeof PIN_STATES)[number];

export interface Pin {
  guildId: string;
  id: string;
  channelId: string;
  messageId: string | null;
  sourceId: string;
  language: Language;
  state: PinState;
  /** Names what the card shows of the source; another one today means that it is outdated. */
  contentHash: string;
  corpusVersion: string;
  ownerName: string | null;
  reason: string;
  /** Day on which the moderators are asked whether it still belongs there. */
  reviewOn: string | null;
  reviewDays: number | null;
  remindedOn: string | null;
  createdAt: string;
}

/** What a new pin is to be. */
export type NewPin = Pick<
  Pin,
  'channelId' | 'sourceId' | 'language' | 'contentHash' | 'corpusVersion' | 'reason' | 'reviewDays'
>;

/** A card that is being posted for longer than this was left behind by a process that ended, in milliseconds. */
const ABANDONED_MS = 60_000;

/**
 * Takes the place of a source's card in a channel. `isNew` is false where it has one already, or somebody is posting
 * it at this moment; then nothing changed.
 */
export function reservePin(
  store: Store,
  guildId: string,
  pin: NewPin,
  actor: Actor,
): Promise<{ pin: Pin; isNew: boolean }> {
  return changeGuild(store, guildId, async (trx) => {
    const known = await trx
      .selectFrom('pins')
      .selectAll()
      .where('guild_id', '=', guildId)
      .where('channel_id', '=', pin.channelId)
      .where('source_id', '=', pin.sourceId)
      .executeTakeFirst();
    if (known && !isAbandoned(store, known)) return { pin: pinOf(known), isNew: false };
    if (known) await deletePin(trx, guildId, known.id);
    const owner = await actorColumns(store, trx, guildId, actor);
    const now = store.now();
    const row: PinRow = {
      guild_id: guildId,
      id: newId(),
      channel_id: pin.channelId,
      message_id: null,
      source_id: pin.sourceId,
      language: pin.language,
      state: 'placing',
      content_hash: pin.contentHash,
      corpus_version: pin.corpusVersion,
      owner_hash: owner.hash,
      owner_name: owner.name,
      reason: pin.reason,
      review_on: pin.reviewDays === null ? null : dayOf(daysFrom(now, pin.reviewDays)),
      review_days: pin.reviewDays,
      reminded_on: null,
      created_at: now.toISOString(),
      changed_at: now.toISOString(),
    };
    await trx.insertInto('pins').values(row).execute();
    const after = pinOf(row);
    await recordChange(
      store,
      trx,
      guildId,
      { action: 'pin-add', subject: row.id, before: null, after: toldOf(after) },
      actor,
    );
    return { pin: after, isNew: true };
  });
}

function isAbandoned(store: Store, { state, changed_at }: PinRow): boolean {
  return state === 'placing' && store.now().getTime() - Date.parse(changed_at) > ABANDONED_MS;
}

/** What may change of a pin. */
export type PinChange = Partial<
  Pick<
    Pin,
    | 'messageId'
    | 'state'
    | 'contentHash'
    | 'corpusVersion'
    | 'reviewOn'
    | 'reviewDays'
    | 'remindedOn'
  >
>;

/**
 * Notes what became of a pin; resolves to the pin as it is then, or undefined when it was removed meanwhile.
 * @param actor given, the change stands in the history as theirs
 */
export function changePin(
  store: Store,
  guildId: string,
  id: string,
  change: PinChange,
  actor?: Actor,
): Promise<Pin | undefined> {
  return changeGuild(store, guildId, async (trx) => {
    const before = await trx
      .selectFrom('pins')
      .selectAll()
      .where('guild_id', '=', guildId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!before) return undefined;
    const row = await trx
      .updateTable('pins')
      .set({ ...columnsOf(change), changed_at: store.now().toISOString() })
      .where('guild_id', '=', guildId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const after = pinOf(row);
    if (actor)
      await recordChange(
        store,
        trx,
        guildId,
        { action: 'pin-change', subject: id, before: toldOf(pinOf(before)), after: toldOf(after) },
        actor,
      );
    return after;
  });
}

/** Takes a pin off the records; resolves to it, or undefined when somebody was faster. */
export function removePin(
  store: Store,
  guildId: string,
  id: string,
  actor: Actor,
): Promise<Pin | undefined> {
  return changeGuild(store, guildId, async (trx) => {
    const row = await deletePin(trx, guildId, id);
    if (!row) return undefined;
    const before = pinOf(row);
    await recordChange(
      store,
      trx,
      guildId,
      { action: 'pin-remove', subject: id, before: toldOf(before), after: null },
      actor,
    );
    return before;
  });
}

function deletePin(trx: Store['db'], guildId: string, id: string): Promise<PinRow | undefined> {
  return trx
    .deleteFrom('pins')
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** All pins of a guild, the oldest first; without those that are being posted. */
export async function listPins({ db }: Store, guildId: string): Promise<Pin[]> {
  const rows = await db
    .selectFrom('pins')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('state', '!=', 'placing')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(pinOf);
}

/** One pin of a guild. */
export async function findPin(
  { db }: Store,
  guildId: string,
  id: string,
): Promise<Pin | undefined> {
  const row = await db
    .selectFrom('pins')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && pinOf(row);
}

/**
 * Takes the reminders that are due, in guilds that want them and have a channel for them: each is given to one caller
 * only. Should it fail, the caller gives it back by `changePin` with `remindedOn: null`.
 */
export async function claimReminders(
  { db, now }: Store,
  isOurs: (guildId: string) => boolean,
): Promise<{ pin: Pin; channelId: string }[]> {
  const today = dayOf(now());
  const due = await db
    .selectFrom('pins')
    .innerJoin('settings', 'settings.guild_id', 'pins.guild_id')
    .selectAll('pins')
    .select('settings.moderators_channel')
    .where('settings.reminders', '=', 1)
    .where('settings.moderators_channel', 'is not', null)
    .where('pins.review_on', '<=', today)
    .where('pins.reminded_on', 'is', null)
    .execute();
  const claimed: { pin: Pin; channelId: string }[] = [];
  for (const { moderators_channel, ...row } of due) {
    if (moderators_channel === null || !isOurs(row.guild_id)) continue;
    const { numUpdatedRows } = await db
      .updateTable('pins')
      .set({ reminded_on: today })
      .where('guild_id', '=', row.guild_id)
      .where('id', '=', row.id)
      .where('reminded_on', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) claimed.push({ pin: pinOf(row), channelId: moderators_channel });
  }
  return claimed;
}

function columnsOf(change: PinChange) {
  const columns = {
    message_id: change.messageId,
    state: change.state,
    content_hash: change.contentHash,
    corpus_version: change.corpusVersion,
    review_on: change.reviewOn,
    review_days: change.reviewDays,
    reminded_on: change.remindedOn,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** What the history tells of a pin. The owner's name isn't repeated there, so that it can be forgotten. */
function toldOf({ channelId, sourceId, state, reason, reviewOn }: Pin) {
  return { channelId, sourceId, state, reason, reviewOn };
}

function pinOf(row: PinRow): Pin {
  return {
    guildId: row.guild_id,
    id: row.id,
    channelId: row.channel_id,
    messageId: row.message_id,
    sourceId: row.source_id,
    language: row.language === 'es' ? 'es' : 'en',
    state: PIN_STATES.find((known) => known === row.state) ?? 'posted',
    contentHash: row.content_hash,
    corpusVersion: row.corpus_version,
    ownerName: row.owner_name,
    reason: row.reason,
    reviewOn: row.review_on,
    reviewDays: row.review_days,
    remindedOn: row.reminded_on,
    createdAt: row.created_at,
  };
}
