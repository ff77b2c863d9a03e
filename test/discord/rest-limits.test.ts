/** The limits that discord.js keeps by the time of day, on a machine whose clock is set. */
import { RateLimitError, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createLimitKeeper } from '../../src/discord/rest-limits.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';

const HOUR_MS = 3_600_000;
/** Calls that discord.js allows itself in a second. */
const A_SECOND = 50;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

async function startCalls() {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  let setBack = 0;
  const keeper = createLimitKeeper(() => {
    setBack += 1;
  });
  const rest = new REST({ api: discord.url, ...keeper.options }).setToken(discord.token);
  keeper.attach(rest);
  const call = () => rest.get(Routes.applicationCommands(discord.world.bot.id));
  const callOften = () => Promise.all(Array.from({ length: A_SECOND }, call));
  return { call, callOften, setBacks: () => setBack };
}

test('after the clock was set back, one call fails at most and the next ones are made', async () => {
  const { call, callOften, setBacks } = await startCalls();
  const now = Date.now();
  vi.setSystemTime(now + HOUR_MS);
  await callOften();
  vi.setSystemTime(now);
  await expect(call()).rejects.toThrow(RateLimitError);
  expect(await call()).toEqual([]);
  expect(setBacks()).toBe(1);
});

test('a limit of a moment is waited for', async () => {
  const { call, callOften, setBacks } = await startCalls();
  vi.useRealTimers();
  await callOften();
  expect(await call()).toEqual([]);
  expect(setBacks()).toBe(0);
});
