/** `node:sqlite` as kysely's SQLite dialect wants a database to be. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  SqliteDatabase,
  SqliteStatement,
} from 'kysely';

/** How long a statement waits for another process that writes, in milliseconds. Less than Discord waits for us. */
const BUSY_MS = 2_000;
/** Time between two looks whether it is done, in milliseconds; others are answered meanwhile. */
const LOOK_MS = 15;
/** Statements that stay prepared; the oldest goes first. */
const KEPT_STATEMENTS = 200;
/** SQLite's code for "another process writes", and its extended codes modulo 256. */
const SQLITE_BUSY = 5;

export interface SqliteOptions {
  /** Only reads: doesn't hold up those who write. */
  readOnly?: boolean;
}

/**
 * Opens a database file, made with its folder when it isn't there. A write is on the disk once it is acknowledged.
 * @param path a file, or ":memory:"
 */
export function openSqlite(path: string, { readOnly = false }: SqliteOptions = {}): SqliteDatabase {
  if (path !== ':memory:' && !readOnly) mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, {
    readOnly,
    timeout: BUSY_MS,
    enableForeignKeyConstraints: true,
  });
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  // From now on waiting in here would hold up the whole process: patientDialect waits outside.
  database.exec('PRAGMA busy_timeout = 0');
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(wanted) {
      // A transaction that reads first and writes then could find that another process has written in between.
      const sql = wanted === 'begin' && !readOnly ? 'begin immediate' : wanted;
      const statement = prepared.get(sql) ?? adapt(database, sql);
      prepared.set(sql, statement);
      if (prepared.size > KEPT_STATEMENTS) prepared.delete(prepared.keys().next().value as string);
      return statement;
    },
  };
}

/** A dialect whose statements wait for other processes that write, without holding up this one. */
export function patientDialect(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => patientDriver(dialect.createDriver()),
  };
}

function patientDriver(driver: Driver): Driver {
  return new Proxy(driver, {
    get(target, name) {
      if (name === 'acquireConnection')
        return async () => patientConnection(await target.acquireConnection());
      const part: unknown = Reflect.get(target, name, target);
      return typeof part === 'function' ? part.bind(target) : part;
    },
  });
}

function patientConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    streamQuery: (query, size) => connection.streamQuery(query, size),
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const deadline = performance.now() + BUSY_MS;
      for (;;) {
        try {
          return await connection.executeQuery<R>(query);
        } catch (error) {
          if (!isBusy(error) || performance.now() > deadline) throw error;
          await sleep(LOOK_MS);
        }
      }
    },
  };
}

function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode !== undefined && errcode % 256 === SQLITE_BUSY;
}

function adapt(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...checked(values)),
    run: (values) => statement.run(...checked(values)),
    iterate: (values) => statement.iterate(...checked(values)),
  };
}

/** node:sqlite takes a lone object for named parameters and would store NULL without a word. */
function checked(values: readonly unknown[]): SQLInputValue[] {
  return values.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value === null || ['string', 'number', 'bigint'].includes(typeof value))
      return value as SQLInputValue;
    throw new TypeError(`a ${typeof value} is no value of a column: ${String(value)}`);
  });
}
