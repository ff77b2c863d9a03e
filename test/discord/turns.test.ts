/** More interactions than the bot can answer: what is in time is answered, all else is accounted for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTurns } from '../../src/discord/turns.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

/** Discord takes so long for each answer, in milliseconds, so that the bot manages 200 a second. */
const SLOW_MS = 20;
const LIMITS = { atOnce: 4, mostWaiting: 100, longestMs: 200 };
const PEOPLE = 300;

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ CORPUS_DIR: FIXTURE_CORPUS }, {}, undefined, undefined, LIMITS);
});
afterAll(() => app.stop());

const about = (timeoutMs?: number) =>
  app.discord.slash({ command: 'ferry', subcommand: 'about', ...(timeoutMs && { timeoutMs }) });

test('in a rush answers keep coming in time, and each person without one is in the log and the figures', async () => {
  const slow = app.discord.fail({ path: /\/callback$/, hangMs: SLOW_MS, times: PEOPLE });
  const began = performance.now();
  const rush = await Promise.allSettled(
    Array.from({ length: PEOPLE }, async () => {
      const { millis } = await about(700);
      return { millis, at: performance.now() - began };
    }),
  );
  slow.remove();
  const answered = rush.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(Math.max(...answered.map(({ millis }) => millis))).toBeLessThan(600);
  // The first portion alone would be four.
  expect(answered.filter(({ at }) => at > 100).length).toBeGreaterThan(4);

  const dropped = app.log.filter(({ outcome }) => outcome === 'dropped');
  expect(answered.length + dropped.length).toBe(PEOPLE);
  const reasons = Map.groupBy(dropped, ({ reason }) => reason);
  expect([...reasons.keys()].sort()).toEqual(['full', 'late']);
  const { text } = await app.services.metrics.read();
  for (const [outcome, count] of [
    ['dropped', dropped.length],
    ['ok', answered.length],
  ])
    expect(text).toContain(`{command="ferry about",outcome="${outcome}"} ${count}`);
  expect(text).toContain('mpp_interactions_waiting 0');

  // Nothing of the rush is left behind.
  expect((await about()).millis).toBeLessThan(LIMITS.longestMs);
});

test('turns are taken in the order of asking, and a fault gives the turn on', async () => {
  const turns = createTurns({ atOnce: 1 });
  const done: string[] = [];
  const work = (name: string) => async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push(name);
    if (name === 'b') throw new Error(name);
  };
  const taken = await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.take(work(name))));
  expect(done).toEqual(['a', 'b', 'c']);
  expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(turns.waiting()).toBe(0);
});

test('who is impatient goes without, and holds nobody up', async () => {
  const turns = createTurns({ atOnce: 1 });
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = turns.take(() => promise);
  let begun = false;
  const begin = async () => {
    begun = true;
  };
  const second = turns.take(begin, 1);
  const third = turns.take(async () => {});
  await new Promise((wait) => setTimeout(wait, 10));
  resolve();
  expect(await Promise.all([first, second, third])).toEqual([undefined, 'late', undefined]);
  expect(begun).toBe(false);
});

test('work that hangs gives its turn to the next', async () => {
  const turns = createTurns({ atOnce: 1, longestTurnMs: 20 });
  const hanging = Promise.withResolvers<void>();
  const first = turns.take(() => hanging.promise);
  let isDone = false;
  await turns.take(async () => {
    isDone = true;
  });
  expect(isDone).toBe(true);
  hanging.resolve();
  await first;
  // Its turn was given once: two at the same time are still one too many.
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${name} ends`);
  };
  await Promise.all([turns.take(work('a')), turns.take(work('b'))]);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});
