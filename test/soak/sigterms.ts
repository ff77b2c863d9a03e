/** SIGTERM at random moments of a bot's life: while it starts, connects, answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { createAccounts } from './account.ts';
import type { SoakBot } from './bot.ts';
import { newTally, type People } from './people.ts';
import type { Chance } from './random.ts';
import type { Row } from './report.ts';
import { checkStore } from './state.ts';

const MOST_MS = 10_000;

export async function endAtRandom(
  times: number,
  parts: {
    start: () => SoakBot;
    people: People;
    accounts: ReturnType<typeof createAccounts>;
    chance: Chance;
    database: string;
  },
): Promise<Row> {
  const { start, people, accounts, chance, database } = parts;
  const byReason: Record<string, number> = {};
  const tally = newTally();
  const problems: string[] = [];
  const ends = new Map<string, number>();
  const from = performance.now();
  const first = start();
  if (!(await first.ready())) problems.push(`did not start: ${first.stderr}`);
  // Half of the signals come before a bot is ready, half behind it.
  const latestMs = 2 * (performance.now() - from);
  if ((await first.stop()) !== 0) problems.push('the first did not end well');
  for (let i = 0; i < times; i++) {
    const bot = start();
    let isOver = false;
    const acting = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!isOver) await people.act();
      }),
    );
    await sleep(chance.next() * latestMs);
    // Node itself is not up before this: no program can answer a signal then.
    const wasUp = bot.count('http') > 0;
    const signalled = performance.now();
    bot.signal('SIGTERM');
    const code = await bot.exit();
    isOver = true;
    await acting;
    const ms = performance.now() - signalled;
    const end = `${code}${wasUp ? '' : ' while Node started'}`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (wasUp && code !== 0) problems.push(`ended with ${code}: ${bot.stderr}${bot.last.join()}`);
    if (ms > MOST_MS) problems.push(`took ${Math.round(ms)} ms to end`);
    if (bot.count('unhandled-rejection') > 0) problems.push('unhandled rejection');
    const turn = people.turn();
    const account = await accounts.settle(turn.unanswered, bot);
    problems.push(...account.unmatched, ...checkStore(database, people.changes));
    addTo(byReason, account.byReason);
    tally.unanswered.push(...turn.unanswered);
    for (const key of ['sent', 'answered', 'apologised', 'notSent'] as const)
      tally[key] += turn[key];
    tally.slowest = Math.max(tally.slowest, turn.slowest);
  }
  const note = [...ends].map(([end, count]) => `${count} × exit ${end}`).join(', ');
  return {
    name: `${times} SIGTERMs at random moments`,
    seconds: (performance.now() - from) / 1000,
    tally,
    byReason,
    problems,
    note,
  };
}

function addTo(all: Record<string, number>, some: Record<string, number>): void {
  for (const [reason, count] of Object.entries(some)) all[reason] = (all[reason] ?? 0) + count;
}
