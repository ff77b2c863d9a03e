/** Which shards a process takes and gives back, for every state that several can be in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AFTER_LOSS_MS,
  AT_START_MS,
  planShards,
  type Scene,
} from '../../../src/discord/shards/plan.ts';

const NOW = 100_000;
const since = (ms: number, wasHeld = false) => ({ since: NOW - ms, wasHeld });

function scene(parts: Partial<Scene>): Scene {
  const total = parts.total ?? 4;
  const holders = parts.holders ?? new Map();
  const free = new Map<number, { since: number; wasHeld: boolean }>();
  for (let id = 0; id < total; id++) if (!holders.has(id)) free.set(id, since(0));
  return { total, me: 1, members: [1], homes: new Map(), holders, free, now: NOW, ...parts };
}

describe('a process that was told nothing', () => {
  test('takes one shard after the other, so that others that start share them', () => {
    expect(planShards(scene({}))).toEqual({ take: [0], release: [] });
    expect(planShards(scene({ holders: new Map([[0, 1]]) }))).toEqual({ take: [1], release: [] });
  });

  test('takes no more than its share while another is there', () => {
    const holders = new Map([
      [0, 1],
      [1, 1],
    ]);
    expect(planShards(scene({ members: [1, 2], holders })).take).toEqual([]);
  });

  test('gives up what is over its share when another comes, and keeps shard 0', () => {
    const holders = new Map([0, 1, 2, 3].map((id) => [id, 1]));
    expect(planShards(scene({ members: [1, 2], holders }))).toEqual({ take: [], release: [2, 3] });
  });

  test('leaves a shard whose process is gone for a moment, then takes it', () => {
    const holders = new Map([
      [0, 1],
      [1, 1],
    ]);
    const gone = (ms: number) =>
      new Map([
        [2, since(ms, true)],
        [3, since(ms, true)],
      ]);
    expect(planShards(scene({ holders, free: gone(AFTER_LOSS_MS - 1) })).take).toEqual([]);
    expect(planShards(scene({ holders, free: gone(AFTER_LOSS_MS) })).take).toEqual([2]);
  });
});

describe('a process that was told its shards', () => {
  const homes = new Map([
    [0, [1]],
    [1, [2]],
    [2, [1]],
    [3, [2]],
  ]);

  test('takes them all at once and leaves those of the other alone', () => {
    const plan = planShards(scene({ members: [1, 2], homes }));
    expect(plan).toEqual({ take: [0, 2], release: [] });
  });

  test('takes those of a process that is gone, and gives them back when it returns', () => {
    const own = new Map([
      [0, [1]],
      [2, [1]],
    ]);
    const mine: [number, number][] = [
      [0, 1],
      [2, 1],
    ];
    const free = new Map([
      [1, since(AFTER_LOSS_MS, true)],
      [3, since(AFTER_LOSS_MS, true)],
    ]);
    expect(planShards(scene({ homes: own, holders: new Map(mine), free })).take).toEqual([1]);
    const all = new Map([...mine, [1, 1], [3, 1]] as [number, number][]);
    const back = planShards(scene({ members: [1, 2], homes, holders: all }));
    expect(back).toEqual({ take: [], release: [1, 3] });
  });

  test('waits at the start for a process that is a little later', () => {
    const own = new Map([[0, [1]]]);
    const holders = new Map([[0, 1]]);
    const free = (ms: number) => new Map([[1, since(ms)]]);
    expect(
      planShards(scene({ total: 2, homes: own, holders, free: free(AT_START_MS - 1) })).take,
    ).toEqual([]);
    expect(
      planShards(scene({ total: 2, homes: own, holders, free: free(AT_START_MS) })).take,
    ).toEqual([1]);
  });
});

/** Lets processes act in any order on what they see, as the database would let them. */
function settle(
  total: number,
  members: number[],
  told: number[][],
  order: () => number,
): Map<number, number> {
  const holders = new Map<number, number>();
  const homes = new Map<number, number[]>();
  members.forEach((member, i) => {
    for (const id of told[i] ?? [])
      homes.set(id % total, [...(homes.get(id % total) ?? []), member]);
  });
  for (let step = 0; step < 60 * members.length; step++) {
    const me = members[step < 20 ? order() % members.length : step % members.length] as number;
    const free = new Map<number, { since: number; wasHeld: boolean }>();
    for (let id = 0; id < total; id++) if (!holders.has(id)) free.set(id, since(AT_START_MS, true));
    const plan = planShards({ total, me, members, homes, holders, free, now: NOW });
    for (const id of plan.release) {
      expect(holders.get(id)).toBe(me);
      holders.delete(id);
    }
    for (const id of plan.take) {
      expect(holders.has(id)).toBe(false);
      holders.set(id, me);
    }
  }
  return holders;
}

test('whoever acts in whatever order, every shard is run, homes are kept, and then nothing moves any more', () => {
  const cases = fc.record({
    total: fc.integer({ min: 1, max: 12 }),
    count: fc.integer({ min: 1, max: 5 }),
    told: fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { maxLength: 5 }),
    orders: fc.array(fc.nat(100), { minLength: 20, maxLength: 20 }),
  });
  fc.assert(
    fc.property(cases, ({ total, count, told, orders }) => {
      const members = Array.from({ length: count }, (_, i) => i + 1);
      let next = 0;
      const holders = settle(total, members, told, () => orders[next++ % orders.length] as number);
      expect(holders.size).toBe(total);
      members.forEach((member, i) => {
        for (const id of told[i] ?? []) {
          const owners = members.filter((_, other) =>
            (told[other] ?? []).some((one) => one % total === id % total),
          );
          if (owners.length === 1) expect(holders.get(id % total)).toBe(member);
        }
      });
      if (told.length === 0)
        for (const member of members) {
          const share = [...holders.values()].filter((holder) => holder === member).length;
          expect(share).toBeLessThanOrEqual(Math.ceil(total / count));
        }
    }),
    { numRuns: 200 },
  );
});
