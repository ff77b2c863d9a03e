/** The record: what the development sets gave when it was last written, and how a run compares with it. */
import { readFileSync } from 'node:fs';
import type { SearchIndex } from '../../src/search/build.ts';
import { type Figures, figuresOf } from './figures.ts';
import { judgeAll } from './judge.ts';
import { ownSet, type Row, sharedDev } from './sets.ts';
import { readTradeOffs, type TradeOff } from './train/confidence.ts';
import { decisionRows } from './train/rows.ts';

export const RECORD_FILE = 'test/eval/record.json';
/** Percentage points that a figure may be worse than the record: about what chance does with this many rows. */
export const TOLERANCE = 2;
/** Points from which on a better figure deserves a new record. */
const BETTER = 1;

export interface EvalRecord {
  corpus: { hash: string; sources: number; passages: number; overviews: number; questions: number };
  /** Set → group ("all", "style typo", "lang es") → figures. */
  sets: Record<string, Record<string, Figures>>;
  /** What other thresholds would give, cross-validated. */
  tradeOffs: TradeOff[];
}

/** The figures that are held, and whether more of them is better. */
const HELD = { at1: 1, at3: 1, wrongDeclines: -1, declined: 1, language: 1 } as const;

/** The development sets: what may be looked at and trained on. The shared one only where it is there. */
function recordedSets(): [string, Row[]][] {
  const shared = sharedDev();
  return [
    ...(shared ? [['shared dev', shared] as [string, Row[]]] : []),
    ['narrow, dev half', ownSet('narrow', 'dev')],
    ['broad, dev half', ownSet('broad', 'dev')],
    ['decline, dev half', ownSet('decline', 'dev')],
    ['strangers, dev half', ownSet('strangers', 'dev')],
    ['chat, dev half', ownSet('chat', 'dev')],
  ];
}

/** Counts of the corpus and the figures of every development set that is there. */
export function takeFigures(index: SearchIndex): Pick<EvalRecord, 'corpus' | 'sets'> {
  const { hash, sources, passages, overviews } = index.corpus;
  const questions = [...passages.values(), ...overviews].reduce(
    (sum, { questions: { en, es } }) => sum + en.length + es.length,
    0,
  );
  return {
    corpus: {
      hash,
      sources: sources.size,
      passages: passages.size,
      overviews: overviews.length,
      questions,
    },
    sets: Object.fromEntries(
      recordedSets().map(([name, rows]) => [
        name,
        Object.fromEntries(figuresOf(judgeAll(index, rows))),
      ]),
    ),
  };
}

/** All that the record holds. */
export function takeRecord(index: SearchIndex): EvalRecord {
  return { ...takeFigures(index), tradeOffs: readTradeOffs(index, decisionRows()) };
}

export function readRecord(): EvalRecord {
  return JSON.parse(readFileSync(RECORD_FILE, 'utf8')) as EvalRecord;
}

/** Lines on what is worse than the record allows, and on what is better than it says. Sets in both are compared. */
export function compareWithRecord(
  now: Pick<EvalRecord, 'sets'>,
  record: Pick<EvalRecord, 'sets'>,
): { worse: string[]; better: string[] } {
  const worse: string[] = [];
  const better: string[] = [];
  for (const [set, groups] of Object.entries(record.sets)) {
    for (const [name, sign] of Object.entries(HELD) as [keyof typeof HELD, 1 | -1][]) {
      const before = groups['all']?.[name] ?? null;
      const after = now.sets[set]?.['all']?.[name] ?? null;
      if (before === null || after === null) continue;
      const gain = sign * (after - before);
      const line = `${set}: ${name} ${after}, recorded ${before}`;
      if (gain < -TOLERANCE) worse.push(line);
      else if (gain >= BETTER) better.push(line);
    }
  }
  return { worse, better };
}
