/** How the index grows with the corpus: time to build and to read it, memory, and the time of a question. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltFigures, ReadFigures } from './growth-alone.ts';
import { type BenchOptions, type Findings, round, runAlone } from './measure.ts';

/** Most of the machine's memory that a build may take; a size that needs more is left out. */
const HEAP_MB = 14_000;
/** Passages up to which every question is asked; beyond, every fourth. */
const ALL_QUESTIONS_UP_TO = 20_000;

interface Size {
  size: number;
  built: BuiltFigures;
  read: ReadFigures;
}

export async function measureGrowth({ sizes, every }: BenchOptions): Promise<Findings> {
  const measured: Size[] = [];
  for (const size of [0, ...sizes]) {
    const folder = mkdtempSync(join(tmpdir(), 'mpp-bench-'));
    try {
      const step = size > ALL_QUESTIONS_UP_TO ? 4 * every : every;
      const args = (what: string) => [what, size, step, folder];
      const built = await runAlone<BuiltFigures>('growth-alone.ts', args('build'), HEAP_MB);
      const read = await runAlone<ReadFigures>('growth-alone.ts', args('read'), HEAP_MB);
      measured.push({ size, built, read });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { tables: [buildTable(measured), questionTable(measured)], ratios: ratiosOf(measured) };
}

const count = (value: number) => value.toLocaleString('en');

function buildTable(measured: readonly Size[]) {
  return {
    title: 'The index: built from texts, and read from the kept file',
    columns: [
      'passages',
      'word stems',
      'pairs of words',
      'build s',
      'ms a passage',
      'keep s',
      'read s',
      'file MB',
    ],
    rows: measured.map(({ built, read }) => [
      count(built.passages),
      count(built.words),
      count(built.pairs),
      round(built.buildMs / 1000),
      round(built.buildMs / built.passages),
      round(built.keepMs / 1000),
      round(read.readMs / 1000),
      round(built.fileMb, 1),
    ]),
    note: 'Made from the shipped corpus: each copy speaks of other people, places, days and amounts, and says half of its rarer words with others, so that the vocabulary grows by about the square root (`test/bench/made-corpus.ts`). Reading the corpus itself from YAML comes on top.',
  };
}

function questionTable(measured: readonly Size[]) {
  return {
    title: 'Questions and memory at each size',
    columns: [
      'passages',
      'search median ms',
      'p99 ms',
      'answer median ms',
      'p99 ms',
      'with a day median ms',
      'p99 ms',
      'first answer ms',
      'texts MB',
      'index MB, built',
      'index MB, read',
      'most MB, building',
      'most MB, reading',
    ],
    rows: measured.map(({ built, read }) => [
      count(built.passages),
      round(read.search.median),
      round(read.search.p99),
      round(read.ask.median),
      round(read.ask.p99),
      round(read.onDay.median),
      round(read.onDay.p99),
      round(read.firstMs, 0),
      built === measured[0]?.built ? null : round(built.corpusMb, 0),
      round(built.heldMb, 0),
      round(read.heldMb, 0),
      round(built.peakMb, 0),
      round(read.peakMb, 0),
    ]),
    note: 'With the kept index. Search is analysis and ranking; an answer decides besides what is shown; with a day it answers twice. "Most" is what the process took of the machine, the corpus and the making of it included.',
  };
}

function ratiosOf(measured: readonly Size[]): Record<string, number> {
  const [first, ...others] = measured;
  if (!first) return {};
  const ratios: Record<string, number> = {
    'shipped: reading against building': first.read.readMs / first.built.buildMs,
  };
  for (const { size, built, read } of others) {
    const at = `${count(size)} passages`;
    const perPassage = (figures: BuiltFigures) => figures.buildMs / figures.passages;
    ratios[`${at}: building one, against shipped`] = perPassage(built) / perPassage(first.built);
    ratios[`${at}: answer median, against shipped`] = read.ask.median / first.read.ask.median;
    ratios[`${at}: reading against building`] = read.readMs / built.buildMs;
  }
  return ratios;
}
