/** Brings the tables up to date, each step in one transaction; refuses a database that a newer bot has used. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { ConfigError } from '../errors.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Queries, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Version of the tables that this bot works with. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Any number that no other program on the server takes for its lock: "mpp" in ASCII. */
const LOCK = 0x6d7070;

/**
 * Applies the steps that the database lacks. Several processes may start at once: the others wait.
 * @throws ConfigError when the database is newer than this bot
 */
export async function migrate({ db, dialect, now }: Store): Promise<void> {
  let version = await readVersion(db);
  refuseNewer(version);
  // A database that is up to date is only read, so that nobody who writes is in the way.
  while (version < SCHEMA_VERSION) {
    version = await db.transaction().execute(async (trx) => {
      if (dialect === 'postgres')
        await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
      const current = await readVersion(trx);
      refuseNewer(current);
      if (current === SCHEMA_VERSION) return current;
      await migrateStep(trx, current + 1, now());
      return current + 1;
    });
  }
}

/** Applies all steps up to a version within a transaction that the caller has; the database must be empty of them. */
export async function migrateTo(
  trx: Transaction<Tables>,
  from: number,
  to: number,
  now: Date,
): Promise<void> {
  for (let version = from + 1; version <= to; version++) await migrateStep(trx, version, now);
}

async function migrateStep(trx: Transaction<Tables>, version: number, now: Date): Promise<void> {
  const step = MIGRATIONS[version - 1];
  if (!step) throw new Error(`there is no migration ${version}`);
  if (version === 1) await createVersionTable(trx);
  await step(trx as unknown as Kysely<unknown>);
  await sql`insert into schema_version (version, applied_at) values (${version}, ${now.toISOString()})`.execute(
    trx,
  );
}

async function createVersionTable(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('schema_version')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
}

/** The version of the tables; 0 for an empty database. */
export async function readVersion(db: Queries): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'schema_version')) return 0;
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from schema_version`.execute(db);
  return rows[0]?.version ?? 0;
}

/** @throws ConfigError when tables of this version are more than this bot knows */
export function refuseNewer(version: number, what = 'the database'): void {
  if (version <= SCHEMA_VERSION) return;
  throw new ConfigError([
    `${what} has version ${version} of the tables and this bot knows version ${SCHEMA_VERSION}: a newer bot has used it. Start that one again, or go back to a backup from before`,
  ]);
}
