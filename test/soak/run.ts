/**
 * People use the real bot process while everything around it goes wrong, one thing after the other.
 * usage: npm run soak [-- --interactions 20000 --seed 1 --sigterms 100 --only "clock|database"]
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { createAccounts } from './account.ts';
import { startSoakBot } from './bot.ts';
import { mountSmallDisk, unmountSmallDisk } from './disk.ts';
import { ENDS, type Scene, TROUBLES } from './faults.ts';
import { createLoad } from './load.ts';
import { medianOfQuarter, memoryGrowth } from './memory.ts';
import { createPeople } from './people.ts';
import { soakPostgres } from './postgres.ts';
import { createChance } from './random.ts';
import { type Row, report } from './report.ts';
import { endAtRandom } from './sigterms.ts';
import { checkStore } from './state.ts';

const { values } = parseArgs({
  options: {
    interactions: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    sigterms: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});
const interactions = Number(values.interactions);
const seed = Number(values.seed);
const chance = createChance(seed);
const started = performance.now();

const folder = mkdtempSync(join(tmpdir(), 'mpp-soak-'));
const disk = mountSmallDisk(join(folder, 'disk'));
const corpus = join(folder, 'corpus');
cpSync('test/fixtures/corpus', corpus, { recursive: true });
const database = join(disk ?? folder, 'mpp.db');
const discord = await startStandIn({ heartbeatMs: 6_000 });
const env = {
  DISCORD_API_URL: discord.url,
  DISCORD_TOKEN: discord.token,
  DATABASE_URL: `sqlite:${database}`,
  CORPUS_DIR: corpus,
};
const start = () => startSoakBot(env, './test/soak/clock.ts');
const people = createPeople(discord, chance);
const rows: Row[] = [];
let sound = false;
let bot = start();
const accounts = createAccounts(discord);
const load = createLoad(accounts, people, bot);
const scene = (): Scene => ({ discord, bot, chance, database, corpus, disk });
const only = new RegExp(values.only);
const wanted = (name: string) => only.test(name);

/** Lets people act until so many interactions were sent, then waits for the last answers. */
async function part(name: string, howMany: number, trouble: () => Promise<void> | void) {
  const before = {
    logged: { reasons: bot.reasons(), sessionsEnded: bot.sessionsEnded() },
    rejections: bot.count('unhandled-rejection'),
    events: new Map(bot.counts),
  };
  const from = performance.now();
  const making = Promise.resolve(trouble()).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  await load.run(howMany, making);
  const failed = await making;
  const seconds = (performance.now() - from) / 1000;
  const tally = people.turn();
  const { byReason, unmatched } = await accounts.settle(tally.unanswered, bot, before.logged);
  const problems = [
    ...(failed === undefined ? [] : [failed]),
    ...unmatched,
    ...(bot.count('unhandled-rejection') > before.rejections ? ['unhandled rejection'] : []),
  ];
  const note = logged(before.events).join(', ');
  rows.push({ name, seconds, tally, byReason, problems, note });
  process.stderr.write(`${seconds.toFixed(0)} s: ${name}, ${problems.length} problems\n`);
  return problems;
}

/** What the log told of since then, but for the ordinary. */
function logged(before: ReadonlyMap<string, number>): string[] {
  return [...bot.counts]
    .filter(
      ([event]) =>
        !/^(?:interaction (?:ok|refused)|ready|http|corpus|database|commands)$/.test(event),
    )
    .map(([event, count]) => [event, count - (before.get(event) ?? 0)] as const)
    .filter(([, count]) => count > 0)
    .map(([event, count]) => `${event} ${count}`);
}

/** Whether the bot is itself again: connected, its database sound, and answering. */
async function checkRecovered(problems: string[]) {
  if (!bot.isUp()) problems.push(`the process ended with ${await bot.exit()}`);
  else {
    const deadline = performance.now() + 30_000;
    let status = 0;
    while (status !== 200 && performance.now() < deadline) {
      status = await bot.readiness();
      if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    if (status !== 200) problems.push(`not ready after 30 s (${status})`);
  }
  problems.push(...checkStore(database, people.changes));
}

try {
  if (!(await bot.ready())) throw new Error(`the bot did not start: ${bot.stderr}${bot.last}`);
  await discord.registered('ferry', 60_000);
  const chosen = TROUBLES.filter(({ name }) => wanted(name));
  const troubles = chosen.filter((trouble) => {
    const skipped = trouble.skip?.(scene());
    if (skipped) rows.push({ name: trouble.name, skipped });
    return !skipped;
  });
  // Half the people meet no trouble, before, between and after the troubles.
  const share = Math.ceil(interactions / 2 / (troubles.length + 1));
  await checkRecovered(await part('nothing', share, () => {}));
  for (const trouble of troubles) {
    await checkRecovered(
      await part(trouble.name, Math.ceil(interactions / 2 / troubles.length), () =>
        trouble.make(scene()),
      ),
    );
    await checkRecovered(await part('  then nothing', share, () => {}));
  }
  const memory = load.memory();
  const heap = await bot.heap();
  for (const end of ENDS.filter(({ name }) => wanted(name))) {
    const problems = await part(end.name, 400, async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      end.make(scene());
      await bot.exit();
    });
    const code = await bot.exit();
    if (code !== end.code) problems.push(`ended with ${code}, not ${end.code}`);
    problems.push(...checkStore(database, people.changes));
    bot = start();
    load.follow(bot);
    if (!(await bot.ready())) problems.push('did not start again');
  }
  await bot.stop();
  if (wanted('SIGTERM at random'))
    rows.push(
      await endAtRandom(Number(values.sigterms), { start, people, accounts, chance, database }),
    );
  if (wanted('PostgreSQL')) rows.push(...(await soakPostgres(chance, corpus)));
  sound = report({
    rows,
    seed,
    seconds: (performance.now() - started) / 1000,
    memory: {
      samples: memory.length,
      growth: memoryGrowth(memory),
      second: medianOfQuarter(memory, 1),
      last: medianOfQuarter(memory, 3),
      heap,
    },
    json: values.json,
  });
} finally {
  if (bot.isUp()) await bot.stop();
  await discord.close().catch(() => {});
  if (disk) unmountSmallDisk(disk);
  rmSync(folder, { recursive: true, force: true });
}
// Set alone, the code would be lost: what stops PostgreSQL at the end of a process ends it with 0.
process.exit(sound ? 0 : 1);
