/** What the moderators of a guild have set. */
import { LANGUAGES, type Language } from '../text/language.ts';
import { recordChange } from './history.ts';
import { changeGuild, type Queries, type Store } from './store.ts';
import type { SettingsRow } from './tables.ts';
import { readTogether } from './together.ts';
import type { Actor } from './users.ts';

export const VISIBILITIES = ['private', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export interface Settings {
  /** Null: that of the member's client. */
  language: Language | null;
  /** Of answers whose asker didn't choose. */
  visibility: Visibility;
  /** Where the moderators are reminded. */
  moderatorsChannel: string | null;
  reminders: boolean;
  /** Wait between two questions of a member; 0 for none. */
  cooldownSeconds: number;
  /** Keep the text of questions that were declined. */
  keepQuestions: boolean;
  /** Null: as long as the operator allows. */
  retentionDays: number | null;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  language: null,
  visibility: 'private',
  moderatorsChannel: null,
  reminders: true,
  cooldownSeconds: 0,
  keepQuestions: false,
  retentionDays: null,
};
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** The settings of a guild; the defaults where nothing was set. */
export async function readSettings({ db }: { db: Queries }, guildId: string): Promise<Settings> {
  const row = await db
    .selectFrom('settings')
    .selectAll()
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row ? settingsOf(row) : DEFAULT_SETTINGS;
}

/** What an answer needs to know of a guild. */
export interface GuildState {
  settings: Settings;
  /** Names the state of all curated answers, as `answersRevision`. */
  answersRevision: string;
}

const readStates = readTogether(async ({ db }, guildIds) => {
  const rows = await db
    .selectFrom('settings')
    .selectAll()
    .where('guild_id', 'in', guildIds)
    .execute();
  return new Map(rows.map((row) => [row.guild_id, row]));
});

/** The settings of a guild and the state of its curated answers, in one look for all who ask at the same time. */
export async function readGuildState(store: Store, guildId: string): Promise<GuildState> {
  const row = await readStates(store, guildId);
  return {
    settings: row ? settingsOf(row) : DEFAULT_SETTINGS,
    answersRevision: row?.answers_revision ?? '',
  };
}

/** Changes what is given and leaves the rest; resolves to the settings before and after. */
export function changeSettings(
  store: Store,
  guildId: string,
  change: Partial<Settings>,
  actor: Actor,
  reverts?: string,
): Promise<{ before: Settings; after: Settings }> {
  return changeGuild(store, guildId, async (trx) => {
    const before = await readSettings({ db: trx }, guildId);
    const after: Settings = { ...before, ...change };
    const changed = SETTING_NAMES.filter((name) => before[name] !== after[name]);
    if (changed.length === 0) return { before, after };
    await trx
      .updateTable('settings')
      .set(columnsOf(after))
      .where('guild_id', '=', guildId)
      .execute();
    const only = (all: Settings) => Object.fromEntries(changed.map((name) => [name, all[name]]));
    await recordChange(
      store,
      trx,
      guildId,
      { action: 'settings', subject: '', before: only(before), after: only(after), reverts },
      actor,
    );
    return { before, after };
  });
}

/**
 * Notes that the bot was removed from a guild, or that it is back: what is kept is deleted some time after.
 * @returns whether that was news
 */
export async function markGuild(store: Store, guildId: string, isThere: boolean): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('settings')
    .set({ left_at: isThere ? null : store.now().toISOString() })
    .where('guild_id', '=', guildId)
    .where('left_at', isThere ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The guilds of which something is kept and which the bot hasn't left, as far as is known. */
export async function presentGuilds({ db }: { db: Queries }): Promise<string[]> {
  const rows = await db
    .selectFrom('settings')
    .select('guild_id')
    .where('left_at', 'is', null)
    .execute();
  return rows.map((row) => row.guild_id);
}

/** Most days that something of a guild is kept. */
export function retentionOf(
  { retentionDays }: Pick<Settings, 'retentionDays'>,
  store: Pick<Store, 'retentionDays'>,
): number {
  return Math.min(retentionDays ?? store.retentionDays, store.retentionDays);
}

function settingsOf(row: SettingsRow): Settings {
  return {
    language: LANGUAGES.find((language) => language === row.language) ?? null,
    visibility: VISIBILITIES.find((known) => known === row.visibility) ?? 'private',
    moderatorsChannel: row.moderators_channel,
    reminders: row.reminders === 1,
    cooldownSeconds: row.cooldown_seconds,
    keepQuestions: row.keep_questions === 1,
    retentionDays: row.retention_days,
  };
}

function columnsOf(settings: Settings) {
  return {
    language: settings.language,
    visibility: settings.visibility,
    moderators_channel: settings.moderatorsChannel,
    reminders: settings.reminders ? 1 : 0,
    cooldown_seconds: settings.cooldownSeconds,
    keep_questions: settings.keepQuestions ? 1 : 0,
    retention_days: settings.retentionDays,
  };
}
