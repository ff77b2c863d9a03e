/** The record: what the benchmark found when it was last written, and how another run compares with it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Findings, Machine } from './measure.ts';

export const RECORD_FILE = 'test/bench/record.json';

/** What a part found, and where. */
export interface PartRecord extends Findings {
  machine: Machine;
}

export interface BenchRecord {
  corpus: { hash: string; passages: number; overviews: number; questions: number };
  parts: Record<string, PartRecord>;
}

/** The record in a file; undefined when there is none. */
export function readRecord(file = RECORD_FILE): BenchRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as BenchRecord;
  } catch {
    return undefined;
  }
}

/** Writes a record; parts that were not run again stay as they are. */
export function writeRecord(record: BenchRecord, file = RECORD_FILE): void {
  const before = readRecord(file)?.parts ?? {};
  const parts = { ...before, ...record.parts };
  writeFileSync(file, `${JSON.stringify({ ...record, parts }, null, 1)}\n`);
}

/** How much worse than recorded a ratio may be before it counts: the same run twice differs by up to a third. */
export const TOLERANCE = 1.5;

/** Lines on the ratios that are worse than the record allows; those in only one of the two are passed over. */
export function compareRatios(
  now: Readonly<Record<string, Pick<Findings, 'ratios'>>>,
  recorded: Readonly<Record<string, Pick<Findings, 'ratios'>>>,
): string[] {
  return Object.entries(now).flatMap(([part, { ratios }]) =>
    Object.entries(ratios).flatMap(([name, ratio]) => {
      const before = recorded[part]?.ratios[name];
      if (before === undefined || before === null || ratio <= before * TOLERANCE) return [];
      return [`${part}: ${name} is ${ratio.toFixed(2)}, recorded ${before.toFixed(2)}`];
    }),
  );
}
