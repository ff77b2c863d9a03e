/** Several bot processes on one PostgreSQL: each shard in one of them, also after one was killed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';
import { createStore } from '../../src/store/store.ts';
import { startBotProcess, startProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../helpers/discord/stand-in.ts';
import { type PostgresServer, startPostgres } from '../helpers/postgres.ts';

/** Longest that a test may take: Discord's five seconds and the waits of a take-over are in it. */
const PATIENCE_MS = 60_000;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Four guilds, the first in shard 0, the next in shard 1 and so on. */
async function startDiscord({ onTestFinished }: TestContext, options: StandInOptions) {
  const guilds = [0, 1, 2, 3].map((n) => ({ name: `Guild ${n}` }));
  const discord = await startStandIn({ guilds, limitsIdentifies: true, ...options });
  onTestFinished(() => discord.close());
  return discord;
}

function start({ onTestFinished }: TestContext, discord: StandIn, env: Record<string, string>) {
  const bot = startBotProcess(discord, { CORPUS_DIR: FIXTURE_CORPUS, ...env });
  onTestFinished(async () => void (await bot.stop()));
  return bot;
}

/** Asks in the guild of each of so many shards at once. */
async function askEverywhere(discord: StandIn, shards: number) {
  const guilds = [...discord.world.guilds.keys()].slice(0, shards);
  const outcomes = await Promise.all(
    guilds.map((guildId) => {
      const channel = [...discord.world.channels.values()].find((one) => one.guildId === guildId);
      if (!channel) throw new Error(`no channel in ${guildId}`);
      return discord.slash({ command: 'ferry', subcommand: 'about', channel });
    }),
  );
  // Nobody tried to answer a second time.
  await sleep(50);
  return outcomes.map(({ type, refused }) => ({ type, refused: refused.length }));
}

const running = (discord: StandIn) =>
  discord.gateway.connectedShards.map(([id, count]) => `${id}/${count}`).sort();
const ANSWERED = { type: 4, refused: 0 };

test.concurrent('a killed process is taken over, gets its shards back, and no shard is ever run twice', {
  timeout: PATIENCE_MS,
}, async (context) => {
  const discord = await startDiscord(context, { shards: 2, maxConcurrency: 2 });
  const DATABASE_URL = await server.newDatabase();
  const first = start(context, discord, { DATABASE_URL, SHARDS: '0/2' });
  await first.ready();
  const second = start(context, discord, { DATABASE_URL, SHARDS: '1/2' });
  await second.ready();
  expect(running(discord)).toEqual(['0/2', '1/2']);
  expect(await askEverywhere(discord, 2)).toEqual([ANSWERED, ANSWERED]);
  expect(discord.commands.writes).toHaveLength(1);

  first.signal('SIGKILL');
  const killedAt = performance.now();
  await second.logged('shard-ready', ({ shard }) => shard === 0);
  expect(performance.now() - killedAt).toBeLessThan(60_000);
  expect(await askEverywhere(discord, 2)).toEqual([ANSWERED, ANSWERED]);
  await second.logged('leader');

  const again = start(context, discord, { DATABASE_URL, SHARDS: '0/2' });
  await again.logged('shard-ready', ({ shard }) => shard === 0);
  expect(second.log.some(({ event }) => event === 'shard-released')).toBe(true);
  expect(running(discord)).toEqual(['0/2', '1/2']);
  expect(await askEverywhere(discord, 2)).toEqual([ANSWERED, ANSWERED]);

  expect(discord.gateway.overlaps).toEqual([]);
  expect(discord.gateway.early).toEqual([]);
  // The others found nothing to register.
  expect(discord.commands.writes).toHaveLength(1);
  expect(await again.stop()).toBe(0);
  expect(await second.stop()).toBe(0);
  for (const bot of [second, again])
    expect(bot.log.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
});

test.concurrent('processes that are told nothing share the shards, and identify five seconds apart', {
  timeout: PATIENCE_MS,
}, async (context) => {
  const discord = await startDiscord(context, { shards: 2, maxConcurrency: 1 });
  const DATABASE_URL = await server.newDatabase();
  const bots = [
    start(context, discord, { DATABASE_URL }),
    start(context, discord, { DATABASE_URL }),
  ];
  await discord.ready({ shards: 2, timeoutMs: PATIENCE_MS });
  await Promise.all(bots.map((bot) => bot.logged('shard-ready')));
  expect(running(discord)).toEqual(['0/2', '1/2']);
  expect(await askEverywhere(discord, 2)).toEqual([ANSWERED, ANSWERED]);
  const [one, two] = discord.gateway.identifies;
  expect((two?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(5_000);
  expect(discord.gateway.early).toEqual([]);
  // One registers and deletes what is due.
  expect(
    bots.map((bot) => bot.log.filter(({ event }) => event === 'leader').length).sort(),
  ).toEqual([0, 1]);
  expect(discord.commands.writes).toHaveLength(1);
});

test.concurrent('a process whose database connection is cut keeps its shard and answers meanwhile', {
  timeout: PATIENCE_MS,
}, async (context) => {
  const discord = await startDiscord(context, { shards: 1 });
  const DATABASE_URL = await server.newDatabase();
  const bot = start(context, discord, { DATABASE_URL });
  await bot.ready();
  const spare = start(context, discord, { DATABASE_URL });
  await spare.ready();
  const store = createStore(DATABASE_URL);
  context.onTestFinished(() => store.stop());
  const cut = await sql<{
    done: boolean;
  }>`select pg_terminate_backend(pid) as done from pg_stat_activity
      where application_name like 'mpp-bot%' and datname = current_database() and pid <> pg_backend_pid()`.execute(
    store.db,
  );
  expect(cut.rows.length).toBeGreaterThanOrEqual(2);
  expect(await askEverywhere(discord, 1)).toEqual([ANSWERED]);
  // Longer than the other waits before it takes a shard that is free.
  await sleep(7_000);
  expect(await askEverywhere(discord, 1)).toEqual([ANSWERED]);
  expect(discord.gateway.identifies).toHaveLength(1);
  expect(spare.log.filter(({ event }) => event === 'shard-taken')).toEqual([]);
  expect(bot.log.filter(({ event }) => event === 'shard-released')).toEqual([]);
});

test.concurrent('a process that is told of another number of shards waits until the others have ended', {
  timeout: PATIENCE_MS,
}, async (context) => {
  const discord = await startDiscord(context, { shards: 1, maxConcurrency: 2 });
  const DATABASE_URL = await server.newDatabase();
  const old = start(context, discord, { DATABASE_URL });
  await old.ready();
  const grown = start(context, discord, { DATABASE_URL, SHARD_COUNT: '2' });
  const { reason } = await grown.logged('shards-waiting');
  expect(reason).toBe(
    'other processes run 1 shards and this one is told of 2: it waits until they have ended',
  );
  expect(running(discord)).toEqual(['0/1']);
  // Ready to take over, so that whoever replaces one process after the other goes on.
  const { address } = await grown.logged('http');
  await grown.ready();
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(await old.stop()).toBe(0);
  await discord.until(() => running(discord).join() === '0/2,1/2', 'both new shards', 15_000);
  expect(await askEverywhere(discord, 2)).toEqual([ANSWERED, ANSWERED]);
});

test.concurrent('shards that are left to others need PostgreSQL: exit code 78, and what to do', async () => {
  const bot = startProcess(['src/main.ts'], {
    DISCORD_TOKEN: 'x',
    SHARDS: '0-1',
    SHARD_COUNT: '4',
  });
  expect(await bot.exit()).toBe(78);
  expect(bot.stderr).toMatch(/several processes need PostgreSQL: set DATABASE_URL to postgres:/);
});

test.concurrent('one process with SQLite runs as many shards as Discord recommends', async (context) => {
  const discord = await startDiscord(context, { shards: 2, maxConcurrency: 2 });
  const bot = start(context, discord, {});
  await bot.ready();
  expect(running(discord)).toEqual(['0/2', '1/2']);
  expect(await askEverywhere(discord, 2)).toEqual([ANSWERED, ANSWERED]);
});
