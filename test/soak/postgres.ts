/** The bot with PostgreSQL, whose server is killed and started again while people ask. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createStore } from '../../src/store/store.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { startPostgres } from '../helpers/postgres.ts';
import { createAccounts } from './account.ts';
import { startSoakBot } from './bot.ts';
import { createLoad } from './load.ts';
import { createPeople } from './people.ts';
import type { Chance } from './random.ts';
import type { Row } from './report.ts';

const TIMES = 3;

export async function soakPostgres(chance: Chance, corpus: string): Promise<Row[]> {
  const server = await startPostgres();
  const discord = await startStandIn();
  const DATABASE_URL = await server.newDatabase();
  const bot = startSoakBot({
    DISCORD_API_URL: discord.url,
    DISCORD_TOKEN: discord.token,
    DATABASE_URL,
    CORPUS_DIR: corpus,
  });
  const people = createPeople(discord, chance);
  const accounts = createAccounts(discord);
  const load = createLoad(accounts, people, bot);
  const problems: string[] = [];
  const from = performance.now();
  try {
    if (!(await bot.ready()))
      throw new Error(`the bot with PostgreSQL did not start: ${bot.stderr}${bot.last}`);
    await discord.registered('ferry', 60_000);
    const trouble = async () => {
      for (let i = 0; i < TIMES; i++) {
        await sleep(1_000);
        if (server.pid !== undefined) process.kill(server.pid, 'SIGKILL');
        await sleep(1_500);
        await server.restart();
        await sleep(2_000);
      }
    };
    await load.run(500, trouble());
    const tally = people.turn();
    const account = await accounts.settle(tally.unanswered, bot);
    problems.push(...account.unmatched);
    if (bot.count('unhandled-rejection') > 0) problems.push('unhandled rejection');
    if ((await bot.readiness()) !== 200) problems.push('not ready afterwards');
    const store = createStore(DATABASE_URL);
    await store.start();
    const { n } = await store.db
      .selectFrom('history')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    await store.stop();
    if (Number(n) < people.changes.told) problems.push(`${people.changes.told - n} changes lost`);
    if (Number(n) > people.changes.tried) problems.push('changes that nobody made');
    const code = await bot.stop();
    if (code !== 0) problems.push(`ended with ${code}: ${bot.stderr} ${bot.last.slice(-3).join()}`);
    return [
      {
        name: `PostgreSQL killed and started again ${TIMES} times`,
        seconds: (performance.now() - from) / 1000,
        tally,
        byReason: account.byReason,
        problems,
      },
    ];
  } finally {
    if (bot.isUp()) await bot.stop();
    await discord.close().catch(() => {});
    await server.stop();
  }
}
