/**
 * The steps by which the tables came to be, in order. A step that was released is never changed; a new one is added
 * at the end. Each runs in one transaction, on SQLite and on PostgreSQL.
 */
import type { CreateTableBuilder, Kysely } from 'kysely';

export type Migration = (db: Kysely<unknown>) => Promise<void>;

export const MIGRATIONS: readonly Migration[] = [
  createFirstTables,
  createChannels,
  createSharedAnswers,
];

type Kind = 'text' | 'text?' | 'integer' | 'integer?' | `text = ${string}` | `integer = ${number}`;

/** Creates a table from `column: kind`; "?" allows null, "= x" gives a default. */
function createTable(
  db: Kysely<unknown>,
  name: string,
  columns: Record<string, Kind>,
  key: readonly string[],
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const [, type, mark, byDefault] = /^(text|integer)(\?)?(?: = (.*))?$/.exec(kind) ?? [];
    table = table.addColumn(column, type as 'text' | 'integer', (definition) => {
      const required = mark ? definition : definition.notNull();
      if (byDefault === undefined) return required;
      return required.defaultTo(type === 'integer' ? Number(byDefault) : byDefault);
    });
  }
  return table.addPrimaryKeyConstraint(`${name}_key`, key as string[]).execute();
}

async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'settings',
    {
      guild_id: 'text',
      language: 'text?',
      visibility: 'text = private',
      moderators_channel: 'text?',
      reminders: 'integer = 1',
      cooldown_seconds: 'integer = 0',
      keep_questions: 'integer = 0',
      retention_days: 'integer?',
      answers_revision: 'text = ',
      left_at: 'text?',
    },
    ['guild_id'],
  );
  await createTable(
    db,
    'pins',
    {
      guild_id: 'text',
      id: 'text',
      channel_id: 'text',
      message_id: 'text?',
      source_id: 'text',
      language: 'text',
      state: 'text',
      content_hash: 'text',
      corpus_version: 'text',
      owner_hash: 'text?',
      owner_name: 'text?',
      reason: 'text',
      review_on: 'text?',
      review_days: 'integer?',
      reminded_on: 'text?',
      created_at: 'text',
      changed_at: 'text',
    },
    ['guild_id', 'id'],
  );
  // A source has one card in a channel, whoever asks for it at the same moment.
  await db.schema
    .createIndex('pins_once')
    .unique()
    .on('pins')
    .columns(['guild_id', 'channel_id', 'source_id'])
    .execute();
  await db.schema.createIndex('pins_review').on('pins').column('review_on').execute();

  await createTable(
    db,
    'answers',
    {
      guild_id: 'text',
      id: 'text',
      wordings: 'text',
      text: 'text',
      passages: 'text',
      languages: 'text',
      revision: 'integer',
      editor_hash: 'text?',
      editor_name: 'text?',
      created_at: 'text',
      changed_at: 'text',
    },
    ['guild_id', 'id'],
  );
  await createTable(
    db,
    'drafts',
    { guild_id: 'text', id: 'text', data: 'text', created_at: 'text' },
    ['guild_id', 'id'],
  );

  await createTable(
    db,
    'gaps',
    {
      guild_id: 'text',
      id: 'text',
      terms: 'text',
      language: 'text',
      count: 'integer',
      first_on: 'text',
      last_on: 'text',
      state: 'text',
    },
    ['guild_id', 'id'],
  );
  await createTable(
    db,
    'gap_questions',
    { guild_id: 'text', id: 'text', gap_id: 'text', question: 'text', asked_on: 'text' },
    ['guild_id', 'id'],
  );
  await db.schema
    .createIndex('gap_questions_of')
    .on('gap_questions')
    .columns(['guild_id', 'gap_id'])
    .execute();

  await createTable(
    db,
    'votes',
    {
      guild_id: 'text',
      answer_id: 'text',
      user_hash: 'text',
      is_helpful: 'integer',
      reasons: 'text',
      sources: 'text',
      created_at: 'text',
    },
    ['guild_id', 'answer_id', 'user_hash'],
  );
  await db.schema
    .createIndex('votes_age')
    .on('votes')
    .columns(['guild_id', 'created_at'])
    .execute();
  await db.schema.createIndex('votes_of').on('votes').columns(['guild_id', 'user_hash']).execute();
  await createTable(
    db,
    'tallies',
    {
      guild_id: 'text',
      kind: 'text',
      subject: 'text',
      helpful: 'integer',
      not_helpful: 'integer',
      reasons: 'text',
      last_on: 'text',
    },
    ['guild_id', 'kind', 'subject'],
  );
  await createTable(
    db,
    'counts',
    { guild_id: 'text', day: 'text', name: 'text', value: 'integer' },
    ['guild_id', 'day', 'name'],
  );

  await createTable(
    db,
    'history',
    {
      guild_id: 'text',
      id: 'text',
      at: 'text',
      actor_hash: 'text?',
      actor_name: 'text?',
      action: 'text',
      subject: 'text',
      before: 'text?',
      after: 'text?',
      reverts: 'text?',
    },
    ['guild_id', 'id'],
  );
  await db.schema
    .createIndex('history_newest')
    .on('history')
    .columns(['guild_id', 'at', 'id'])
    .execute();
  await createTable(db, 'user_keys', { id: 'text', key: 'text', created_at: 'text' }, ['id']);
}

/** Channels in which the bot answers by itself, and which messages it has dealt with there. */
async function createChannels(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'channels',
    {
      guild_id: 'text',
      channel_id: 'text',
      mode: 'text',
      language: 'text?',
      notices: 'integer = 1',
      since: 'text',
    },
    ['guild_id', 'channel_id'],
  );
  await createTable(
    db,
    'handled',
    {
      guild_id: 'text',
      message_id: 'text',
      channel_id: 'text',
      reply_id: 'text?',
      outcome: 'text',
      at: 'text',
    },
    ['guild_id', 'message_id'],
  );
  await db.schema.createIndex('handled_age').on('handled').column('at').execute();
  await db.schema
    .createIndex('handled_in')
    .on('handled')
    .columns(['guild_id', 'channel_id'])
    .execute();
}

/** Answers that stand in channels, so that they can be corrected. */
async function createSharedAnswers(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'shared_answers',
    {
      guild_id: 'text',
      message_id: 'text',
      channel_id: 'text',
      receipt: 'text',
      language: 'text',
      page: 'integer = 0',
      is_copy: 'integer = 0',
      answer_id: 'text?',
      buttons: 'text',
      passages: 'text',
      corpus_hash: 'text',
      shared_at: 'text',
      corrected_on: 'text?',
    },
    ['guild_id', 'message_id'],
  );
  await db.schema
    .createIndex('shared_answers_age')
    .on('shared_answers')
    .column('shared_at')
    .execute();
}
