/** In which channels the bot answers by itself, and how. */
import { LANGUAGES, type Language } from '../text/language.ts';
import { recordChange } from './history.ts';
import { changeGuild, type Queries, type Store } from './store.ts';
import type { Actor } from './users.ts';

/**
 * off: not at all · mention: who mentions it or replies to it · forum: the first reply to a new post ·
 * every: each message that is a question · review: moderators see a draft first
 */
export const CHANNEL_MODES = ['off', 'mention', 'forum', 'every', 'review'] as const;
export type ChannelMode = (typeof CHANNEL_MODES)[number];

export interface ChannelRule {
  mode: ChannelMode;
  /** Null: that of the question. */
  language: Language | null;
  /** Say in a forum that nothing was found. */
  notices: boolean;
}

/** A rule that is in force, and since when (ISO time). */
export interface StandingRule extends ChannelRule {
  channelId: string;
  since: string;
}

export const NO_RULE: Readonly<ChannelRule> = { mode: 'off', language: null, notices: true };

/** The channels of a guild that have a rule. */
export async function listChannels(
  { db }: { db: Queries },
  guildId: string,
): Promise<StandingRule[]> {
  const rows = await db
    .selectFrom('channels')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('channel_id')
    .execute();
  return rows.map((row) => ({
    channelId: row.channel_id,
    mode: CHANNEL_MODES.find((mode) => mode === row.mode) ?? 'off',
    language: LANGUAGES.find((language) => language === row.language) ?? null,
    notices: row.notices === 1,
    since: row.since,
  }));
}

/**
 * Sets what is given and leaves the rest; resolves to the rule before and after. `off` is kept too: a thread can be off
 * in a channel that isn't.
 */
export function setChannel(
  store: Store,
  guildId: string,
  channelId: string,
  change: Partial<ChannelRule>,
  actor: Actor,
  reverts?: string,
): Promise<{ before: ChannelRule; after: ChannelRule }> {
  return changeGuild(store, guildId, async (trx) => {
    const known = (await listChannels({ db: trx }, guildId)).find(
      (rule) => rule.channelId === channelId,
    );
    const before = known ? ruleOf(known) : NO_RULE;
    const after: ChannelRule = { ...before, ...change };
    if (known && isSame(before, after)) return { before, after };
    await trx
      .deleteFrom('channels')
      .where('guild_id', '=', guildId)
      .where('channel_id', '=', channelId)
      .execute();
    await trx
      .insertInto('channels')
      .values({
        guild_id: guildId,
        channel_id: channelId,
        mode: after.mode,
        language: after.language,
        notices: after.notices ? 1 : 0,
        // What was posted while the bot was silent there stays unanswered.
        since: known && before.mode === after.mode ? known.since : store.now().toISOString(),
      })
      .execute();
    await recordChange(
      store,
      trx,
      guildId,
      { action: 'channel', subject: channelId, before, after, reverts },
      actor,
    );
    return { before, after };
  });
}

function ruleOf({ mode, language, notices }: ChannelRule): ChannelRule {
  return { mode, language, notices };
}

function isSame(a: ChannelRule, b: ChannelRule): boolean {
  return a.mode === b.mode && a.language === b.language && a.notices === b.notices;
}
