/**
 * Backups: all rows as lines of JSON, the same for SQLite and PostgreSQL, so that one can be moved to the other. The
 * last line has the number of rows and a hash of all before it: half a file is never taken for a whole one. The keys
 * of the user hashes stay where they are: whoever finds a backup can't tell people by it.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { migrateTo, readVersion, refuseNewer, SCHEMA_VERSION } from './migrate.ts';
import type { Queries, Store } from './store.ts';
import { TABLE_KEYS, type TableName, type Tables } from './tables.ts';

const FORM = 'mpp-bot backup';
const Head = z.strictObject({
  form: z.literal(FORM),
  schema: z.int().positive(),
  made: z.string(),
});
const Line = z.strictObject({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
const End = z.strictObject({ end: z.literal(true), rows: z.int(), sha256: z.string() });

/** Rows read or written at once. */
const PORTION = 500;
const SAVED = (Object.keys(TABLE_KEYS) as TableName[]).filter((table) => table !== 'user_keys');

/** Rows by table. */
export type RowCounts = Record<string, number>;

/** Writes a backup of one moment, while others go on writing, and reads it again to be sure. */
export async function writeBackup(store: Store, file: string): Promise<RowCounts> {
  const { db, dialect, now } = store;
  const counts: RowCounts = {};
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    const out = new LineWriter(handle);
    const moment = db.transaction();
    const isolated = dialect === 'postgres' ? moment.setIsolationLevel('repeatable read') : moment;
    await isolated.execute(async (trx) => {
      const schema = await readVersion(trx);
      if (schema === 0)
        throw new ConfigError(['the database has no tables yet: start the bot once, then save it']);
      await out.write({ form: FORM, schema, made: now().toISOString() });
      for (const table of SAVED)
        for await (const row of rowsOf(trx, table)) {
          await out.write({ table, row });
          counts[table] = (counts[table] ?? 0) + 1;
        }
    });
    await out.end();
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw error;
  }
  await handle.close();
  await checkBackup(unfinished);
  await rename(unfinished, file);
  return counts;
}

/** Lines with a hash over all of them, written in portions. */
class LineWriter {
  readonly #handle: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #rows = 0;
  #waiting: string[] = [];

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async write(value: object): Promise<void> {
    const line = `${JSON.stringify(value)}\n`;
    this.#hash.update(line);
    this.#waiting.push(line);
    if ('row' in value) this.#rows += 1;
    if (this.#waiting.length >= PORTION) await this.#flush();
  }

  async end(): Promise<void> {
    const end = { end: true, rows: this.#rows, sha256: this.#hash.digest('hex') };
    this.#waiting.push(`${JSON.stringify(end)}\n`);
    await this.#flush();
  }

  async #flush(): Promise<void> {
    await this.#handle.write(this.#waiting.join(''));
    this.#waiting = [];
  }
}

/** Rows in the order of their keys, in portions, so that any number of them fits into memory. */
async function* rowsOf(db: Queries, table: TableName): AsyncGenerator<Record<string, unknown>> {
  const keys = TABLE_KEYS[table] as readonly string[];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let after: Record<string, unknown> | undefined;
  for (;;) {
    const position = after
      ? sql`where (${columns}) > (${sql.join(keys.map((key) => after?.[key]))})`
      : sql``;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} ${position} order by ${columns} limit ${PORTION}`.execute(
      db,
    );
    yield* rows;
    if (rows.length < PORTION) return;
    after = rows.at(-1);
  }
}

/**
 * Reads a backup from its beginning to its end.
 * @throws ConfigError when it isn't whole, isn't one, or is from a newer bot
 */
async function* readBackup(
  file: string,
): AsyncGenerator<{ schema: number; table?: string; row?: object }> {
  const broken = (why: string) =>
    new ConfigError([`${file} is not a whole backup of this bot (${why}); nothing was changed`]);
  const hash = createHash('sha256');
  let schema: number | undefined;
  let rows = 0;
  let isWhole = false;
  const input = createReadStream(file);
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (isWhole) throw broken('it goes on after its end');
      const value = parse(text);
      if (schema === undefined) {
        const head = Head.safeParse(value);
        if (!head.success) throw broken('it does not begin like one');
        schema = head.data.schema;
        refuseNewer(schema, file);
        yield { schema };
      } else {
        const end = End.safeParse(value);
        if (end.success) {
          if (end.data.rows !== rows || end.data.sha256 !== hash.digest('hex'))
            throw broken('its content was changed');
          isWhole = true;
          continue;
        }
        const line = Line.safeParse(value);
        if (!line.success) throw broken(`line ${rows + 2} can't be read`);
        rows += 1;
        yield { schema, ...line.data };
      }
      hash.update(`${text}\n`);
    }
  } catch (cause) {
    if (cause instanceof ConfigError || !(cause instanceof Error && 'code' in cause)) throw cause;
    throw new ConfigError([`${file} can't be read (${String(cause.code)})`], { cause });
  }
  if (!isWhole) throw broken('its end is missing');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a backup and counts its rows. @throws ConfigError when it isn't whole */
export async function checkBackup(file: string): Promise<RowCounts> {
  const counts: RowCounts = {};
  for await (const { table } of readBackup(file))
    if (table !== undefined) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

/**
 * Puts a backup in place of all that the database holds, in one transaction: a bot that runs sees the old state or
 * the new one. One from an older bot is brought up to date.
 * @throws ConfigError when the file can't be used; then nothing was changed
 */
export async function restoreBackup(store: Store, file: string): Promise<RowCounts> {
  const expected = await checkBackup(file);
  return store.db.transaction().execute(async (trx) => {
    // Changes begin with this table: none of them is under way from here on.
    if (store.dialect === 'postgres')
      await sql`lock table settings in access exclusive mode`.execute(trx);
    const keys = await trx.selectFrom('user_keys').selectAll().execute();
    await dropTables(trx);
    let schema = 0;
    let portion: { table: string; row: object }[] = [];
    const write = async () => {
      const [first] = portion;
      if (first)
        await trx
          .insertInto(first.table as TableName)
          .values(portion.map(({ row }) => row as never))
          .execute();
      portion = [];
    };
    for await (const { schema: version, table, row } of readBackup(file)) {
      if (table === undefined || !row) {
        schema = version;
        await migrateTo(trx, 0, schema, store.now());
        continue;
      }
      if (portion.length >= PORTION || (portion[0] && portion[0].table !== table)) await write();
      portion.push({ table, row });
    }
    await write();
    await verify(trx, expected);
    await migrateTo(trx, schema, SCHEMA_VERSION, store.now());
    if (keys.length > 0) await trx.insertInto('user_keys').values(keys).execute();
    return expected;
  });
}

async function dropTables(trx: Transaction<Tables>): Promise<void> {
  for (const table of [...Object.keys(TABLE_KEYS), 'schema_version'])
    await trx.schema.dropTable(table).ifExists().execute();
}

async function verify(trx: Transaction<Tables>, expected: RowCounts): Promise<void> {
  for (const [table, count] of Object.entries(expected)) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}`.execute(trx);
    if (rows[0]?.count !== count)
      throw new Error(`${table} has ${rows[0]?.count} rows in place of ${count}`);
  }
}
