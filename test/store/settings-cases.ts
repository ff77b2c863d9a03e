import { expect, test } from 'vitest';
import { findEntry, listHistory } from '../../src/store/history.ts';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../../src/store/settings.ts';
import { ANA, BEN, GUILD, type OpenStore } from '../helpers/stores.ts';

export function settingsCases(open: OpenStore): void {
  test('a guild that has set nothing has the defaults', async () => {
    expect(await readSettings(await open(), GUILD)).toEqual(DEFAULT_SETTINGS);
  });

  test('what is given changes, the rest stays, and the history says who changed what', async () => {
    const store = await open();
    await changeSettings(store, GUILD, { language: 'es', keepQuestions: true }, ANA);
    await changeSettings(store, GUILD, { cooldownSeconds: 30 }, BEN);
    const settings = await readSettings(store, GUILD);
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'es',
      keepQuestions: true,
      cooldownSeconds: 30,
    });
    const { entries, total } = await listHistory(store, GUILD, { offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(entries).toMatchObject([
      {
        actorName: 'Ben',
        action: 'settings',
        before: { cooldownSeconds: 0 },
        after: { cooldownSeconds: 30 },
      },
      { actorName: 'Ana', after: { language: 'es', keepQuestions: true } },
    ]);
    expect(await findEntry(store, GUILD, entries[0]?.id ?? '')).toEqual(entries[0]);
  });

  test('a change that changes nothing is no entry', async () => {
    const store = await open();
    await changeSettings(store, GUILD, { visibility: 'private' }, ANA);
    expect(await listHistory(store, GUILD, { offset: 0, limit: 10 })).toEqual({
      entries: [],
      total: 0,
    });
  });

  test('no change is lost when many come at once from two processes', async () => {
    const first = await open();
    const second = await open.again(first);
    const changes = Array.from({ length: 100 }, (_, i) =>
      changeSettings(i % 2 ? first : second, GUILD, { cooldownSeconds: i + 1 }, ANA),
    );
    await Promise.all(changes);
    const { entries, total } = await listHistory(first, GUILD, { offset: 0, limit: 200 });
    expect(total).toBe(100);
    // Each change began where another one had ended.
    const before = entries.map((entry) => entry.before?.['cooldownSeconds']);
    expect(new Set(before).size).toBe(100);
    const ends = entries.map((entry) => entry.after?.['cooldownSeconds']);
    const last = ends.filter((value) => !before.includes(value));
    expect(last).toEqual([(await readSettings(first, GUILD)).cooldownSeconds]);
  });

  test('no user id stands in any row', async () => {
    const store = await open();
    await changeSettings(store, GUILD, { language: 'es' }, ANA);
    const rows = [
      await store.db.selectFrom('history').selectAll().execute(),
      await store.db.selectFrom('settings').selectAll().execute(),
    ];
    expect(JSON.stringify(rows)).not.toContain(ANA.id);
  });
}
