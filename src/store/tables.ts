/**
 * The tables as the queries see them. Only text and integer columns, so that SQLite and PostgreSQL hold the same:
 * times are ISO text in UTC, days are YYYY-MM-DD, booleans are 0 and 1, lists are JSON text. Every row belongs to a
 * guild, but for the keys of the user hashes.
 */
import type { Generated, Selectable } from 'kysely';

export interface Tables {
  settings: SettingsTable;
  pins: PinsTable;
  answers: AnswersTable;
  drafts: DraftsTable;
  gaps: GapsTable;
  gap_questions: GapQuestionsTable;
  votes: VotesTable;
  tallies: TalliesTable;
  counts: CountsTable;
  history: HistoryTable;
  shared_answers: SharedAnswersTable;
  channels: ChannelsTable;
  handled: HandledTable;
  user_keys: UserKeysTable;
}

/** One row a guild. Whoever changes anything of the guild locks it first. */
interface SettingsTable {
  guild_id: string;
  /** en or es; null: that of the member's client. */
  language: string | null;
  /** private or public. */
  visibility: Generated<string>;
  moderators_channel: string | null;
  reminders: Generated<number>;
  cooldown_seconds: Generated<number>;
  keep_questions: Generated<number>;
  /** Null: the operator's. */
  retention_days: number | null;
  /** Random text that changes with every change of the curated answers. */
  answers_revision: Generated<string>;
  /** When the bot was removed from the guild; null while it is there. */
  left_at: string | null;
}

interface PinsTable {
  guild_id: string;
  id: string;
  channel_id: string;
  /** Null while the card is being posted. */
  message_id: string | null;
  source_id: string;
  language: string;
  state: string;
  /** Names what the card shows of the source. */
  content_hash: string;
  /** Version (a day) of the corpus that the card was made from. */
  corpus_version: string;
  owner_hash: string | null;
  owner_name: string | null;
  reason: string;
  review_on: string | null;
  review_days: number | null;
  /** Day of the last reminder of this review. */
  reminded_on: string | null;
  created_at: string;
  /** Last time that anything of the record changed. */
  changed_at: string;
}

interface AnswersTable {
  guild_id: string;
  id: string;
  /** JSON list of the questions that it answers, the first is its title. */
  wordings: string;
  text: string;
  /** JSON list of passage ids. */
  passages: string;
  /** JSON list of en, es. */
  languages: string;
  /** From 1; grows with each edit. */
  revision: number;
  editor_hash: string | null;
  editor_name: string | null;
  created_at: string;
  changed_at: string;
}

/** What a moderator is writing in a form, kept so that nothing typed is lost. */
interface DraftsTable {
  guild_id: string;
  id: string;
  data: string;
  created_at: string;
}

interface GapsTable {
  guild_id: string;
  id: string;
  /** Known words of the questions, sorted, with spaces between. */
  terms: string;
  language: string;
  count: number;
  first_on: string;
  last_on: string;
  /** open, answered, off-topic or dismissed. */
  state: string;
}

/** Only in guilds that opted in. */
interface GapQuestionsTable {
  guild_id: string;
  id: string;
  gap_id: string;
  question: string;
  asked_on: string;
}

/** One row a person and answer. The reasons stand in the tallies only. */
interface VotesTable {
  guild_id: string;
  answer_id: string;
  user_hash: string;
  is_helpful: number;
  /** JSON list of reasons, so that a changed vote can be taken back from the tallies. */
  reasons: string;
  /** JSON list of the ids of the sources that were shown. */
  sources: string;
  created_at: string;
}

/** Sums that say nothing about persons, so they outlive the votes. */
interface TalliesTable {
  guild_id: string;
  /** answer or source. */
  kind: string;
  subject: string;
  helpful: number;
  not_helpful: number;
  /** JSON object reason → count. */
  reasons: string;
  last_on: string;
}

/** How often something happened on a day: answered, declined, helpful, not-helpful. */
interface CountsTable {
  guild_id: string;
  day: string;
  name: string;
  value: number;
}

interface HistoryTable {
  guild_id: string;
  id: string;
  at: string;
  actor_hash: string | null;
  actor_name: string | null;
  action: string;
  /** Id of the pin, answer or gap; empty for settings. */
  subject: string;
  before: string | null;
  after: string | null;
  /** Id of the entry that this one took back. */
  reverts: string | null;
}

/** Answers that a whole channel sees, for as long as they are corrected. Nothing says who asked or shared. */
interface SharedAnswersTable {
  guild_id: string;
  message_id: string;
  channel_id: string;
  receipt: string;
  language: string;
  /** Page of the answer that is shown, from 0. */
  page: number;
  /** 1 for the copy that *Share* posts. */
  is_copy: number;
  /** Id of the curated answer that is shown with it. */
  answer_id: string | null;
  /** JSON list of the buttons in a row of their own. */
  buttons: string;
  /** JSON object passage id → hash of what is shown of it. */
  passages: string;
  /** The corpus that it was last compared with. */
  corpus_hash: string;
  shared_at: string;
  /** Day of the last correction. */
  corrected_on: string | null;
}

/** Channels in which the bot answers by itself; a channel without a row is off. */
interface ChannelsTable {
  guild_id: string;
  channel_id: string;
  mode: string;
  /** en or es; null: that of the question. */
  language: string | null;
  /** Say in a forum that nothing was found. */
  notices: Generated<number>;
  /** Time of the last change: what was posted before isn't answered. */
  since: string;
}

/** Messages that were dealt with, so that none is answered twice. Gone after a day. */
interface HandledTable {
  guild_id: string;
  message_id: string;
  channel_id: string;
  /** What the bot posted for it. */
  reply_id: string | null;
  outcome: string;
  at: string;
}

interface UserKeysTable {
  id: string;
  key: string;
  created_at: string;
}

export type SettingsRow = Selectable<SettingsTable>;
export type PinRow = Selectable<PinsTable>;
export type AnswerRow = Selectable<AnswersTable>;
export type GapRow = Selectable<GapsTable>;
export type TallyRow = Selectable<TalliesTable>;
export type HistoryRow = Selectable<HistoryTable>;
export type SharedAnswerRow = Selectable<SharedAnswersTable>;

/** Every table with what a row is named by, in the order in which a backup writes them. */
export const TABLE_KEYS = {
  settings: ['guild_id'],
  pins: ['guild_id', 'id'],
  answers: ['guild_id', 'id'],
  drafts: ['guild_id', 'id'],
  gaps: ['guild_id', 'id'],
  gap_questions: ['guild_id', 'id'],
  votes: ['guild_id', 'answer_id', 'user_hash'],
  tallies: ['guild_id', 'kind', 'subject'],
  counts: ['guild_id', 'day', 'name'],
  history: ['guild_id', 'id'],
  shared_answers: ['guild_id', 'message_id'],
  channels: ['guild_id', 'channel_id'],
  handled: ['guild_id', 'message_id'],
  user_keys: ['id'],
} as const satisfies { [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] };
export type TableName = keyof Tables;
