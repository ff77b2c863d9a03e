/** How long a running bot takes to take over a changed corpus, against a start that has to build everything. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { startBotProcess } from '../helpers/bot-process.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { type BenchOptions, type Findings, median, round, timeOf } from './measure.ts';

/** Time in milliseconds for a start to end all that it still does once it is ready. */
const SETTLED_MS = 3_000;

export async function measureReload({ rounds }: BenchOptions): Promise<Findings> {
  const dir = mkdtempSync(join(tmpdir(), 'mpp-reload-'));
  const times = { build: [] as number[], first: [] as number[], next: [] as number[] };
  const discord = await startStandIn();
  const sources = readdirSync('corpus/sources');
  let changes = 0;
  const change = () => {
    changes += 1;
    changeSource(join(dir, 'sources', sources[changes % sources.length] as string), changes);
  };
  try {
    for (let i = 0; i < rounds; i++) {
      // Each start finds the same corpus, and its index kept.
      cpSync('corpus', dir, { recursive: true });
      times.build.push(timeOf(() => buildIndex(loadCorpus(dir))).ms);
      const bot = startBotProcess(discord, { CORPUS_DIR: dir, CACHE_DIR: join(dir, '.cache') });
      await bot.ready();
      await sleep(SETTLED_MS);
      for (const row of [times.first, times.next]) {
        change();
        const before = bot.log.length;
        bot.signal('SIGHUP');
        const line = await bot.until('the corpus to be taken over', () =>
          bot.log.slice(before).find(({ event }) => event === 'corpus-reloaded'),
        );
        row.push(Number(line['ms']));
      }
      await bot.stop();
    }
  } finally {
    await discord.close();
    rmSync(dir, { recursive: true, force: true });
  }
  const build = median(times.build);
  const row = (what: string, values: readonly number[]) => {
    const ms = median(values);
    return [what, round(ms, 0), round(ms / build)];
  };
  return {
    tables: [
      {
        title: 'Taking over a changed corpus',
        columns: ['', 'median ms', '× building'],
        rows: [
          row('read, check and build everything in a warm process', times.build),
          row('reload: first, which starts its thread', times.first),
          row('reload: next', times.next),
        ],
        note: `${rounds} starts of the bot against the stand-in; before each reload all passages of another source are changed. From SIGHUP to the swap, as the log says.`,
      },
    ],
    ratios: {
      'reload, first: against building': median(times.first) / build,
      'reload, next: against building': median(times.next) / build,
    },
  };
}

/** Puts a word in front of every passage's English text. */
function changeSource(file: string, change: number): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replaceAll(/(?<=\n {4}text:\n {6}en: )(?=[A-Z])/g, `Change${change} `);
  if (changed === text) throw new Error(`nothing was changed in ${file}`);
  writeFileSync(file, changed);
}
