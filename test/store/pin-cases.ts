import { expect, test } from 'vitest';
import { listHistory } from '../../src/store/history.ts';
import {
  changePin,
  claimReminders,
  findPin,
  listPins,
  type NewPin,
  removePin,
  reservePin,
} from '../../src/store/pins.ts';
import { changeSettings } from '../../src/store/settings.ts';
import { ANA, BEN, GUILD, type OpenStore } from '../helpers/stores.ts';

const PIN: NewPin = {
  channelId: '300000000000000001',
  sourceId: 'harbour-report-2020',
  language: 'en',
  contentHash: 'abc',
  corpusVersion: '2026-08-01',
  reason: 'asked every week',
  reviewDays: 30,
};

export function pinCases(open: OpenStore): void {
  test('a pin is a record with owner, reason, review day and history', async () => {
    const store = await open();
    const { pin, isNew } = await reservePin(store, GUILD, PIN, ANA);
    expect(isNew).toBe(true);
    expect(await listPins(store, GUILD)).toEqual([]);
    await changePin(store, GUILD, pin.id, { messageId: '4', state: 'pinned' });
    expect(await listPins(store, GUILD)).toMatchObject([
      { ...PIN, ownerName: 'Ana', messageId: '4', state: 'pinned', reviewOn: '2026-09-05' },
    ]);
    await removePin(store, GUILD, pin.id, BEN);
    expect(await findPin(store, GUILD, pin.id)).toBeUndefined();
    const { entries } = await listHistory(store, GUILD, { offset: 0, limit: 9 });
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['pin-remove', 'Ben'],
      ['pin-add', 'Ana'],
    ]);
  });

  test('of many who pin the same source at the same moment one gets the place', async () => {
    const first = await open();
    const second = await open.again(first);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) => reservePin(i % 2 ? first : second, GUILD, PIN, ANA)),
    );
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(results.map(({ pin }) => pin.id)).size).toBe(1);
  });

  test('a place that was left behind by a process that ended is given again', async () => {
    const store = await open();
    const { pin } = await reservePin(store, GUILD, PIN, ANA);
    store.pass(1);
    const second = await reservePin(store, GUILD, PIN, BEN);
    expect(second.isNew).toBe(true);
    expect(second.pin.id).not.toBe(pin.id);
    expect(await changePin(store, GUILD, pin.id, { state: 'pinned' })).toBeUndefined();
  });

  test('of two who remove a pin one is told that it was there', async () => {
    const store = await open();
    const { pin } = await reservePin(store, GUILD, PIN, ANA);
    const removed = await Promise.all(
      [ANA, BEN].map((who) => removePin(store, GUILD, pin.id, who)),
    );
    expect(removed.filter((one) => one !== undefined)).toHaveLength(1);
  });

  test('a review is reminded of once, on its day, where the guild wants it', async () => {
    const store = await open();
    const { pin } = await reservePin(store, GUILD, PIN, ANA);
    store.pass(31);
    expect(await claimReminders(store, () => true)).toEqual([]);
    await changeSettings(store, GUILD, { moderatorsChannel: '5' }, ANA);
    expect(await claimReminders(store, () => false)).toEqual([]);
    const claims = await Promise.all([1, 2, 3].map(() => claimReminders(store, () => true)));
    expect(claims.flat()).toMatchObject([{ pin: { id: pin.id }, channelId: '5' }]);
    await changePin(store, GUILD, pin.id, { remindedOn: null });
    await changeSettings(store, GUILD, { reminders: false }, ANA);
    expect(await claimReminders(store, () => true)).toEqual([]);
  });
}
