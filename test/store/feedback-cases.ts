import { expect, test } from 'vitest';
import { countQuestion, listCounts } from '../../src/store/counts.ts';
import { listTallies, recordVote, type Vote } from '../../src/store/feedback.ts';
import { flushGathered } from '../../src/store/together.ts';
import { ANA, BEN, GUILD, type OpenStore } from '../helpers/stores.ts';

const UP: Vote = { answerId: 'p.AAAAAA', isHelpful: true, reasons: [], sources: ['one', 'two'] };
const DOWN: Vote = { ...UP, isHelpful: false, reasons: ['unfair', 'out-of-date'] };

export function feedbackCases(open: OpenStore): void {
  test('votes are summed by answer and by source, with their reasons', async () => {
    const store = await open();
    await recordVote(store, GUILD, ANA.id, UP);
    await recordVote(store, GUILD, BEN.id, DOWN);
    const sums = { helpful: 1, notHelpful: 1, reasons: { unfair: 1, 'out-of-date': 1 } };
    expect(await listTallies(store, GUILD, 'answer', 9)).toMatchObject([
      { subject: 'p.AAAAAA', ...sums },
    ]);
    expect(await listTallies(store, GUILD, 'source', 9)).toMatchObject([
      { subject: 'one', ...sums },
      { subject: 'two', ...sums },
    ]);
  });

  test('a person has one vote on an answer: the last one counts, even across a change of keys', async () => {
    const store = await open();
    await recordVote(store, GUILD, ANA.id, DOWN);
    store.pass(100);
    expect(await recordVote(store, GUILD, ANA.id, UP)).toEqual({ replaced: true });
    expect(await listTallies(store, GUILD, 'answer', 9)).toMatchObject([
      { helpful: 1, notHelpful: 0, reasons: { unfair: 0 } },
    ]);
    expect(await store.db.selectFrom('votes').selectAll().execute()).toHaveLength(1);
    expect(await store.db.selectFrom('user_keys').selectAll().execute()).toHaveLength(2);
  });

  test('a person who presses ten times at once has one vote', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 10 }, () => recordVote(store, GUILD, ANA.id, UP)));
    expect(await listTallies(store, GUILD, 'answer', 9)).toMatchObject([{ helpful: 1 }]);
  });

  test('questions are counted together, on the day on which they were asked', async () => {
    const store = await open();
    const faults: unknown[] = [];
    const count = (name: 'answered' | 'declined') =>
      countQuestion(store, GUILD, name, (fault) => faults.push(fault));
    for (let n = 0; n < 5; n++) count('answered');
    store.pass(1);
    count('answered');
    count('declined');
    const counted = [
      { day: '2026-08-06', name: 'answered', value: 5 },
      { day: '2026-08-07', name: 'answered', value: 1 },
      { day: '2026-08-07', name: 'declined', value: 1 },
    ];
    expect(await listCounts(store, GUILD, 7)).toEqual(counted);
    count('declined');
    await flushGathered(store);
    await flushGathered(store);
    expect((await listCounts(store, GUILD, 7)).at(-1)?.value).toBe(2);
    expect(faults).toEqual([]);
  });

  test('votes count by day', async () => {
    const store = await open();
    await recordVote(store, GUILD, ANA.id, UP);
    store.pass(1);
    await recordVote(store, GUILD, BEN.id, DOWN);
    expect(await listCounts(store, GUILD, 7)).toEqual([
      { day: '2026-08-06', name: 'helpful', value: 1 },
      { day: '2026-08-07', name: 'not-helpful', value: 1 },
    ]);
  });
}
