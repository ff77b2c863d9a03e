import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, readVersion, SCHEMA_VERSION } from '../../src/store/migrate.ts';
import { createStore } from '../../src/store/store.ts';
import { TABLE_KEYS } from '../../src/store/tables.ts';
import type { OpenStore } from '../helpers/stores.ts';

export function migrationCases(open: OpenStore): void {
  test('an empty database gets all tables, and a second start changes nothing', async () => {
    const store = await open();
    await migrate(store);
    expect(await readVersion(store.db)).toBe(SCHEMA_VERSION);
    const tables = (await store.db.introspection.getTables()).map(({ name }) => name).sort();
    expect(tables).toEqual([...Object.keys(TABLE_KEYS), 'schema_version'].sort());
  });

  test('two processes that start at once on an empty database both succeed', async () => {
    const first = await open();
    const { url, db } = first;
    // In one process two connections to SQLite would wait for each other; there a start is one short transaction.
    if (first.dialect === 'sqlite') return;
    for (const table of [...Object.keys(TABLE_KEYS), 'schema_version'])
      await db.schema.dropTable(table).execute();
    const stores = [createStore(url), createStore(url)];
    await Promise.all(stores.map((store) => store.start()));
    expect(await readVersion(db)).toBe(SCHEMA_VERSION);
    await Promise.all(stores.map((store) => store.stop()));
  });

  test('a database that a newer bot has used is refused in words', async () => {
    const { url, db } = await open();
    await sql`insert into schema_version (version, applied_at) values (99, 'x')`.execute(db);
    const later = createStore(url);
    await expect(later.start()).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(
        /version 99 .* this bot knows version \d+: a newer bot has used it/,
      ),
    });
    await later.stop();
  });

  test('a step that fails leaves nothing behind', async () => {
    const store = await open();
    const failing = store.db.transaction().execute(async (trx) => {
      await trx.schema.createTable('half').addColumn('id', 'text').execute();
      await sql`insert into nowhere values (1)`.execute(trx);
    });
    await expect(failing).rejects.toThrow();
    const tables = (await store.db.introspection.getTables()).map(({ name }) => name);
    expect(tables).not.toContain('half');
  });
}
