/** How long a running bot takes to take over a changed corpus, against a start that has to build everything. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { reloaderOf } from '../helpers/reloader.ts';
import { type BenchOptions, type Findings, median, round, timeOf } from './measure.ts';

export async function measureReload({ rounds }: BenchOptions): Promise<Findings> {
  const dir = mkdtempSync(join(tmpdir(), 'mpp-reload-'));
  const times = { build: [] as number[], first: [] as number[], next: [] as number[] };
  let changes = 0;
  try {
    cpSync('corpus', dir, { recursive: true });
    const sources = readdirSync(join(dir, 'sources'));
    for (let i = 0; i < rounds; i++) {
      times.build.push(timeOf(() => buildIndex(loadCorpus(dir))).ms);
      const { reloader } = reloaderOf(dir);
      times.first.push(await timeOfReload());
      times.next.push(await timeOfReload());
      await reloader.stop();

      async function timeOfReload(): Promise<number> {
        changes += 1;
        changeSource(join(dir, 'sources', sources[changes % sources.length] as string), changes);
        const began = performance.now();
        const outcome = await reloader.reload();
        if (outcome !== 'swapped') throw new Error(`the corpus was ${outcome}`);
        return performance.now() - began;
      }
    }
  } finally {
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
        note: `${rounds} rounds, before each reload all passages of another source are changed. The index in use is as a start finds it kept. From the call to the swap; answers are given meanwhile, by another thread.`,
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
