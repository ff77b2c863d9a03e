import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { changeSettings, readSettings } from '../../src/store/settings.ts';
import { createStore } from '../../src/store/store.ts';
import { openSqliteStore, temporaryPath } from '../helpers/stores.ts';

test('a write is on the disk once it is acknowledged', async () => {
  const { db } = await openSqliteStore();
  const read = async (name: string) =>
    (await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0];
  expect(await read('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(await read('synchronous')).toEqual({ synchronous: 2 });
  expect(await read('foreign_keys')).toEqual({ foreign_keys: 1 });
});

test('a write waits for another process that writes, and nothing else waits for it', async () => {
  const path = temporaryPath('busy.db');
  const store = createStore(`sqlite:${path}`);
  await store.start();
  onTestFinished(() => store.stop());
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec('begin immediate');
  let isWritten = false;
  const writing = changeSettings(store, '1', { cooldownSeconds: 7 }, { id: '1', name: 'Ana' });
  void writing.then(() => {
    isWritten = true;
  });
  const started = performance.now();
  await sleep(100);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(isWritten).toBe(false);
  other.exec('commit');
  await writing;
  expect((await readSettings(store, '1')).cooldownSeconds).toBe(7);
});

test.each([[new Date()], [undefined], [{ a: 1 }], [['a']]])(
  'a value that no column holds (%s) is refused, not stored as nothing',
  async (value) => {
    const { db } = await openSqliteStore();
    await expect(sql`select ${value}`.execute(db)).rejects.toThrow(/is no value of a column/);
  },
);

test('true and false are 1 and 0', async () => {
  const { db } = await openSqliteStore();
  expect((await sql`select ${true} as a, ${false} as b`.execute(db)).rows).toEqual([
    { a: 1, b: 0 },
  ]);
});

test.each([
  ['a file that is no database', (path: string) => writeFileSync(path, 'x'.repeat(5_000))],
  ['a folder that is a file', (path: string) => writeFileSync(path.replace(/.x.db$/, ''), '')],
])('%s is a fault of the configuration, in words', async (_name, prepare) => {
  const path = temporaryPath('folder/x.db');
  const flat = temporaryPath('x.db');
  const isFolder = _name.includes('folder');
  prepare(isFolder ? path : flat);
  const store = createStore(`sqlite:${isFolder ? path : flat}`);
  await expect(store.start()).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringMatching(/can't be opened .* check the path, its permissions/),
  });
  await store.stop();
});
