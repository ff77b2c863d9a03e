/** The database: SQLite in one file, or PostgreSQL. Opened and brought up to date before the bot connects. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Dialect,
  Kysely,
  PostgresDialect,
  SqliteDialect,
  sql,
  type Transaction,
} from 'kysely';
import { ConfigError } from '../errors.ts';
import { migrate } from './migrate.ts';
import { openSqlite, patientDialect, type SqliteOptions } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { type QueryWatcher, watchQueries } from './watch.ts';

/** A guild's transaction, or the database itself for what only reads. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

export interface Store {
  db: Kysely<Tables>;
  dialect: 'sqlite' | 'postgres';
  /** Most days that anything is kept about a person. */
  retentionDays: number;
  now(): Date;
  /**
   * Opens the database and brings its tables up to date.
   * @throws ConfigError when it can't be used as it is
   */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether the database answers at this moment, within a second. */
  isAnswering(): Promise<boolean>;
}

export interface StoreOptions extends SqliteOptions {
  retentionDays?: number;
  now?: () => Date;
  /** Told of faults that pass: a server that isn't there yet, a connection that was lost. */
  onTrouble?: (event: string, error: unknown) => void;
  /** Told of every statement: its kind, how long it took, how it went. */
  onQuery?: QueryWatcher;
  /** How long a server that doesn't answer is waited for at the start, in milliseconds. */
  patienceMs?: number;
}

/** Connections to PostgreSQL of one process. */
const POOL_SIZE = 5;
/** Longest statement in milliseconds; people wait three seconds at most. */
const STATEMENT_MS = 10_000;
const CONNECT_MS = 2_000;
const RETRY_MS = 1_000;
const ANSWER_MS = 1_000;
/** Codes with which a server says "not yet" or doesn't answer at all. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', '57P03', '53300']);
/** Type of count(*) in PostgreSQL, which pg would give as text. */
const INT8 = 20;

/**
 * A store that isn't open yet.
 * @param url `sqlite:<file>` or `postgres://…`
 */
export function createStore(url: string, options: StoreOptions = {}): Store {
  const { now = () => new Date(), retentionDays = 90, patienceMs = 60_000 } = options;
  const onTrouble = options.onTrouble ?? (() => {});
  const isSqlite = url.startsWith('sqlite:');
  const db = new Kysely<Tables>({
    dialect: isSqlite ? sqliteDialect(url, options) : postgresDialect(url, onTrouble),
    ...(options.onQuery && { log: watchQueries(options.onQuery) }),
  });

  /** Asks the database for something simple until it answers. */
  async function connect(): Promise<void> {
    const deadline = performance.now() + (isSqlite ? 0 : patienceMs);
    for (;;) {
      try {
        await sql`select 1`.execute(db);
        return;
      } catch (error) {
        if (!isNotYet(error) || performance.now() > deadline) throw explain(error, url);
        onTrouble('database-unreachable', error);
        await sleep(RETRY_MS);
      }
    }
  }

  const store: Store = {
    db,
    dialect: isSqlite ? 'sqlite' : 'postgres',
    retentionDays,
    now,
    async start() {
      await connect();
      if (!options.readOnly) await migrate(store);
    },
    stop: () => db.destroy(),
    async isAnswering() {
      const answer = sql`select 1`.execute(db).then(
        () => true,
        () => false,
      );
      return Promise.race([answer, sleep(ANSWER_MS, false, { ref: false })]);
    },
  };
  return store;
}

function sqliteDialect(url: string, options: SqliteOptions): Dialect {
  // Opened at the first query, so that a fault appears where it is waited for.
  const open = async () => openSqlite(url.slice('sqlite:'.length), options);
  return patientDialect(new SqliteDialect({ database: open }));
}

function postgresDialect(
  url: string,
  onTrouble: (event: string, error: unknown) => void,
): PostgresDialect {
  // Loaded where it is used only: it would slow the start of everybody who has SQLite.
  const openPool = async () => {
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({
      connectionString: url,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: STATEMENT_MS,
      application_name: 'mpp-bot',
      types: {
        getTypeParser: (oid, format) =>
          oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
      },
    });
    // Without listeners a connection that is lost would end the process: the pool tells of those that nobody uses,
    // each connection of itself while a transaction has it and waits for no statement.
    const lost = (error: Error) => onTrouble('database-connection-lost', error);
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
    return pool;
  };
  return new PostgresDialect({ pool: openPool });
}

function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return NOT_YET.has(code ?? '') || /timeout|terminated/i.test(error.message);
}

/** The fault in words that an operator can act on. The address is left out: it may hold a password. */
function explain(error: unknown, url: string): Error {
  const { message } = error as Error;
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length);
    const words = `DATABASE_URL: the database ${file} can't be opened (${message}); check the path, its permissions, and that it is an SQLite database`;
    return new ConfigError([words], { cause: error });
  }
  if (isNotYet(error))
    return new Error(`the database server can't be reached (${message})`, { cause: error });
  const words = `DATABASE_URL: PostgreSQL refused the connection (${message}); check user, password and the name of the database`;
  return new ConfigError([words], { cause: error });
}

/**
 * Changes something of a guild. Changes of one guild happen one after the other, in this process and in all others,
 * so what `work` reads still holds when it writes.
 */
export function changeGuild<T>(
  { db, dialect }: Store,
  guildId: string,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('settings')
      .values({ guild_id: guildId })
      .onConflict((conflict) => conflict.column('guild_id').doNothing())
      .execute();
    // In SQLite the transaction has the whole database for itself.
    if (dialect === 'postgres')
      await trx
        .selectFrom('settings')
        .select('guild_id')
        .where('guild_id', '=', guildId)
        .forUpdate()
        .execute();
    return work(trx);
  });
}

/** Ten random letters and digits that name a record; they fit into a custom id. */
export function newId(): string {
  return BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(10, '0')
    .slice(-10);
}

/** A time so many days from another. */
export function daysFrom(time: Date, days: number): Date {
  return new Date(time.getTime() + days * 86_400_000);
}
