/** The whole bot beside one that only replies with a fixed text, in turns, against the stand-in for Discord. */
import { startBotProcess, startProcess } from '../helpers/bot-process.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { shippedIndex } from './kept-index.ts';
import { type BenchOptions, type Findings, median, quantile, round } from './measure.ts';
import { readProcess } from './process-figures.ts';
import { answerableQuestions } from './questions.ts';

/** Questions one after the other, and then at once. */
const ALONE = 150;
const TOGETHER = 400;
const AT_ONCE = 20;
const WARM_UP = 30;

interface Turn {
  readyMs: number;
  /** Processor time until it was ready, milliseconds. */
  readyCpuMs: number;
  times: number[];
  perSecond: number;
  /** Processor time for one interaction, milliseconds. */
  cpuMs: number;
  memoryMb: number;
}

type Kind = 'bot' | 'minimal';

export async function measureBot({ rounds }: BenchOptions): Promise<Findings> {
  // Kept before, as at every start but the first.
  shippedIndex();
  const turns: Record<Kind, Turn[]> = { bot: [], minimal: [] };
  for (let round = 0; round < rounds; round++) {
    // Whoever comes second finds the disk's pages warm: so each does in turn.
    const order: Kind[] = round % 2 === 0 ? ['minimal', 'bot'] : ['bot', 'minimal'];
    for (const kind of order) turns[kind].push(await takeTurn(kind));
  }
  return tell(turns, rounds);
}

async function takeTurn(kind: Kind): Promise<Turn> {
  const discord = await startStandIn();
  const questions = answerableQuestions().map(({ question }) => question);
  let next = 0;
  const asking = async () => {
    const question = questions[next++ % questions.length] as string;
    const options = { question };
    return (await discord.slash({ command: 'mpp', subcommand: 'ask', options })).millis;
  };
  const began = performance.now();
  const bot =
    kind === 'bot'
      ? startBotProcess(discord)
      : startProcess(['test/bench/minimal-bot.ts'], {
          DISCORD_API_URL: discord.url,
          DISCORD_TOKEN: discord.token,
        });
  try {
    await bot.logged('ready');
    const readyMs = performance.now() - began;
    const atReady = readProcess(bot.pid);
    for (let i = 0; i < WARM_UP; i++) await asking();
    const times: number[] = [];
    for (let i = 0; i < ALONE; i++) times.push(await asking());
    const before = readProcess(bot.pid);
    const start = performance.now();
    let left = TOGETHER;
    const worker = async () => {
      while (left-- > 0) await asking();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const seconds = (performance.now() - start) / 1000;
    const after = readProcess(bot.pid);
    return {
      readyMs,
      readyCpuMs: atReady.cpuMs,
      times,
      perSecond: TOGETHER / seconds,
      cpuMs: (after.cpuMs - before.cpuMs) / TOGETHER,
      memoryMb: after.memoryMb,
    };
  } finally {
    await bot.stop();
    await discord.close();
  }
}

/** The median of the turns, so that one disturbed turn decides nothing. */
function tell({ bot, minimal }: Record<Kind, Turn[]>, rounds: number): Findings {
  const figures = [
    { name: 'ready after ms', limit: '≤ 1.3', of: (turn: Turn) => turn.readyMs },
    { name: 'processor time until ready, ms', limit: '', of: (turn: Turn) => turn.readyCpuMs },
    { name: 'interaction p50 ms', limit: '≤ 1.15', of: (turn: Turn) => median(turn.times) },
    { name: 'interaction p99 ms', limit: '≤ 1.15', of: (turn: Turn) => quantile(turn.times, 0.99) },
    {
      name: `interactions a second, ${AT_ONCE} at once`,
      limit: '≥ 0.85',
      of: (turn: Turn) => turn.perSecond,
    },
    { name: 'processor time of one interaction, ms', limit: '', of: (turn: Turn) => turn.cpuMs },
    { name: 'memory MB', limit: '≤ 1.6', of: (turn: Turn) => turn.memoryMb },
  ].map(({ name, limit, of }) => {
    const [ours, theirs] = [median(bot.map(of)), median(minimal.map(of))];
    return { name, limit, ours, theirs, ratio: ours / theirs };
  });
  const ratioOf = (start: string) =>
    figures.find(({ name }) => name.startsWith(start))?.ratio ?? Number.NaN;
  return {
    tables: [
      {
        title: 'The bot beside one that replies with a fixed text',
        columns: ['', 'minimal bot', 'mpp-bot', 'ratio', 'wanted'],
        rows: figures.map(({ name, limit, ours, theirs, ratio }) => [
          name,
          round(theirs, 1),
          round(ours, 1),
          round(ratio),
          limit,
        ]),
        note: `Medians of ${rounds} turns each, alternating in one run: a fresh process and a fresh stand-in for Discord on the same machine, ${ALONE} questions one after the other, then ${TOGETHER} with ${AT_ONCE} at once. The minimal bot is \`test/bench/minimal-bot.ts\`: discord.js, one command, one text. Nothing here takes the tens of milliseconds that the way to Discord takes, so that all of the difference shows.`,
      },
    ],
    ratios: {
      'ready: bot against minimal': ratioOf('ready'),
      'interaction p50: bot against minimal': ratioOf('interaction p50'),
      'interaction p99: bot against minimal': ratioOf('interaction p99'),
      'throughput: minimal against bot': 1 / ratioOf('interactions a second'),
      'memory: bot against minimal': ratioOf('memory'),
    },
  };
}
