import { expect, test } from 'vitest';
import { restoreBackup, writeBackup } from '../../src/store/backup.ts';
import { deleteDue } from '../../src/store/retention.ts';
import { markGuild } from '../../src/store/settings.ts';
import {
  addShared,
  dropShared,
  listShared,
  markCompared,
  markCorrected,
} from '../../src/store/shared-answers.ts';
import { GUILD, type OpenStore, OTHER_GUILD, temporaryPath } from '../helpers/stores.ts';

const shared = (messageId: string, guildId = GUILD) => ({
  guildId,
  messageId,
  channelId: '300000000000000001',
  receipt: 'abcdef.p.AAAAAA',
  language: 'es' as const,
  page: 1,
  isCopy: true,
  answerId: null,
  buttons: [{ label: 'Solved', customId: 'solved~es' }],
  passages: { 'one#f01': '12345678' },
  corpusHash: 'old',
});

export function sharedCases(open: OpenStore): void {
  test('an answer is listed until it was compared with the corpus, and comes back as it was noted', async () => {
    const store = await open();
    for (const id of ['1', '2']) await addShared(store, shared(id));
    await addShared(store, shared('1', OTHER_GUILD));
    expect(await listShared(store, GUILD, 'old')).toEqual([]);
    expect(await listShared(store, GUILD, 'new')).toEqual([shared('2'), shared('1')]);
    await markCompared(store, GUILD, ['2'], 'new');
    await markCompared(store, GUILD, [], 'new');
    expect(await listShared(store, GUILD, 'new')).toEqual([shared('1')]);
    const shown = { receipt: 'fedcba.p.BBBBBB', passages: {}, corpusHash: 'new' };
    await markCorrected(store, shared('1'), shown, '2026-08-06');
    expect(await listShared(store, GUILD, 'new')).toEqual([]);
    expect(await listShared(store, GUILD, 'newer')).toMatchObject([{}, shown]);
    await dropShared(store, shared('2'));
    expect(await listShared(store, GUILD, 'newer')).toMatchObject([shown]);
    expect(await listShared(store, OTHER_GUILD, 'new')).toHaveLength(1);
  });

  test('it is kept for thirty days, whatever the server keeps, and goes with the server', async () => {
    const store = await open();
    await addShared(store, shared('1'));
    store.pass(29);
    await addShared(store, shared('2'));
    expect(await deleteDue(store)).toEqual({});
    store.pass(2);
    // Neither listed nor kept any longer, whichever comes first.
    expect(await listShared(store, GUILD, 'new')).toMatchObject([{ messageId: '2' }]);
    expect(await deleteDue(store)).toEqual({ shared_answers: 1 });
    await addShared(store, shared('3', OTHER_GUILD));
    await markGuild(store, GUILD, false);
    store.pass(28);
    await addShared(store, shared('4'));
    store.pass(91);
    await deleteDue(store);
    expect(await store.db.selectFrom('shared_answers').selectAll().execute()).toEqual([]);
  });

  test('a backup holds it', async () => {
    const store = await open();
    await addShared(store, shared('1'));
    const file = temporaryPath('backup.jsonl');
    expect(await writeBackup(store, file)).toMatchObject({ shared_answers: 1 });
    await dropShared(store, shared('1'));
    await restoreBackup(store, file);
    expect(await listShared(store, GUILD, 'new')).toEqual([shared('1')]);
  });
}
