import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkBackup, restoreBackup, writeBackup } from '../../src/store/backup.ts';
import { recordVote } from '../../src/store/feedback.ts';
import { listHistory } from '../../src/store/history.ts';
import { changeSettings, readSettings } from '../../src/store/settings.ts';
import type { Store } from '../../src/store/store.ts';
import { TABLE_KEYS, type TableName } from '../../src/store/tables.ts';
import { whatIsHeld } from '../../src/store/users.ts';
import { ANA, GUILD, type OpenStore, openSqliteStore, temporaryPath } from '../helpers/stores.ts';

const vote = { answerId: 'p.A', isHelpful: true, reasons: [], sources: ['one'] };

async function rowsOf({ db }: Store) {
  const tables: Record<string, unknown[]> = {};
  for (const table of Object.keys(TABLE_KEYS) as TableName[]) {
    const rows = await db.selectFrom(table).selectAll().execute();
    tables[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}

export function backupCases(open: OpenStore): void {
  test('a restore brings back exactly what was there, and keeps the keys', async () => {
    const store = await open();
    await changeSettings(store, GUILD, { language: 'es' }, ANA);
    await recordVote(store, GUILD, ANA.id, vote);
    const before = await rowsOf(store);
    const file = temporaryPath('backup.jsonl');
    expect(await writeBackup(store, file)).toMatchObject({ settings: 1, votes: 1, history: 1 });
    expect(readFileSync(file, 'utf8')).not.toContain('user_keys');
    await changeSettings(store, GUILD, { language: 'en' }, ANA);
    await restoreBackup(store, file);
    expect(await rowsOf(store)).toEqual(before);
    expect(await whatIsHeld(store, GUILD, ANA.id)).toEqual({ votes: 1, acts: 1 });
  });

  test('a backup is of one moment, while others write', async () => {
    const store = await open();
    const other = await open.again(store);
    for (let i = 0; i < 30; i++)
      await changeSettings(store, GUILD, { cooldownSeconds: i + 1 }, ANA);
    let isDone = false;
    const writing = (async () => {
      for (let i = 0; !isDone; i++) {
        await changeSettings(other, GUILD, { cooldownSeconds: 100 + i }, ANA);
        // SQLite never waits for anything; without this nobody else would get a turn.
        await breathe();
      }
    })();
    const file = temporaryPath('backup.jsonl');
    try {
      for (let i = 0; i < 5; i++) await writeBackup(store, file);
    } finally {
      isDone = true;
      await writing;
    }
    await restoreBackup(store, file);
    // The settings are those that the last entry of the history left.
    const { entries } = await listHistory(store, GUILD, { offset: 0, limit: 1_000 });
    const before = entries.map((entry) => entry.before?.['cooldownSeconds']);
    const last = entries.find((entry) => !before.includes(entry.after?.['cooldownSeconds']));
    expect((await readSettings(store, GUILD)).cooldownSeconds).toBe(
      last?.after?.['cooldownSeconds'],
    );
  });

  test('a restore while others write leaves one state or the other, and they go on', async () => {
    const store = await open();
    const other = await open.again(store);
    await changeSettings(store, GUILD, { language: 'es' }, ANA);
    const file = temporaryPath('backup.jsonl');
    await writeBackup(store, file);
    const writing = Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        changeSettings(other, GUILD, { cooldownSeconds: i + 1 }, ANA),
      ),
    );
    await restoreBackup(store, file);
    await writing;
    await changeSettings(other, GUILD, { visibility: 'public' }, ANA);
    expect(await readSettings(other, GUILD)).toMatchObject({
      language: 'es',
      visibility: 'public',
    });
  });

  test('the backup of one kind of database is restored into the other', async () => {
    const store = await open();
    await changeSettings(store, GUILD, { language: 'es' }, ANA);
    const file = temporaryPath('backup.jsonl');
    await writeBackup(store, file);
    const sqlite = await openSqliteStore();
    await restoreBackup(sqlite, file);
    expect(await readSettings(sqlite, GUILD)).toMatchObject({ language: 'es' });
  });

  test.each([
    ['nothing at all', () => '', /its end is missing/],
    ['something else', () => '{"a":1}\n', /does not begin like one/],
    [
      'half of it',
      (text: string) => text.slice(0, text.lastIndexOf('{"end"')),
      /its end is missing/,
    ],
    ['a changed row', (text: string) => text.replace('"es"', '"en"'), /its content was changed/],
    ['more after the end', (text: string) => `${text}{}\n`, /goes on after its end/],
    ['a newer form', (text: string) => text.replace(/"schema":\d+/, '"schema":9'), /a newer bot/],
  ])('a file that is %s is refused, and nothing is changed', async (_name, damage, words) => {
    const store = await open();
    await changeSettings(store, GUILD, { language: 'es' }, ANA);
    const file = temporaryPath('backup.jsonl');
    await writeBackup(store, file);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    await expect(checkBackup(file)).rejects.toThrow(words);
    await expect(restoreBackup(store, file)).rejects.toThrow(words);
    expect(await readSettings(store, GUILD)).toMatchObject({ language: 'es' });
  });
}
