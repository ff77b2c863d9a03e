/** What a unit's texts are made of when they are taken together: words and runs of letters. */
import { packedRuns } from '../text/ngrams.ts';
import { rememberRecent } from './recent.ts';
import type { Unit } from './units.ts';

/** In how many of a unit's texts each thing stands. */
export interface Profile {
  /** Texts that are counted. */
  texts: number;
  /** Ids of content words → texts that hold them. */
  content: ReadonlyMap<number, number>;
  /** Ids of all words → texts that hold them. */
  words: ReadonlyMap<number, number>;
  /** Runs of letters, ascending, and beside each the texts that hold it. */
  runs: Int32Array;
  runTexts: Uint8Array;
  /** A bit for each value of the last bits of the runs that there are: most that are asked for aren't there. */
  sieve: Uint8Array;
}

/** Bits of a sieve; a unit has about a thousand runs. A power of two. */
const SIEVE_BITS = 8_192;

/** Profiles that are kept: all units of a small corpus, about 13 kB each. */
const KEPT = 4_000;

/**
 * The profile of a unit; about 0.1 ms the first time. Made when a unit is first compared: most units never are, and all
 * of them would make the start longer.
 */
export const profileOf: (unit: Unit) => Profile = rememberRecent(KEPT, makeProfile);

function makeProfile({ texts }: Unit): Profile {
  const content = new Map<number, number>();
  const words = new Map<number, number>();
  const all: number[] = [];
  for (const text of texts) {
    for (const id of text.terms) content.set(id, (content.get(id) ?? 0) + 1);
    const single = text.wording.length - text.pairs.length;
    for (const id of text.wording.subarray(0, single)) words.set(id, (words.get(id) ?? 0) + 1);
    for (const run of packedRuns(text.spelt)) all.push(run);
  }
  const sorted = Int32Array.from(all).sort();
  const runs = new Int32Array(sorted.length);
  const runTexts = new Uint8Array(sorted.length);
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    const run = sorted[i] as number;
    if (count > 0 && runs[count - 1] === run) {
      runTexts[count - 1] = Math.min(255, (runTexts[count - 1] as number) + 1);
    } else {
      runs[count] = run;
      runTexts[count] = 1;
      count += 1;
    }
  }
  const sieve = new Uint8Array(SIEVE_BITS / 8);
  for (const run of runs.subarray(0, count)) {
    const place = placeOf(run);
    sieve[place >> 3] = (sieve[place >> 3] as number) | (1 << (place & 7));
  }
  return {
    texts: texts.length,
    content,
    words,
    runs: runs.slice(0, count),
    runTexts: runTexts.slice(0, count),
    sieve,
  };
}

/** Place of a run in a sieve: its letters spread over all bits. */
function placeOf(run: number): number {
  return (Math.imul(run, 0x9e3779b1) >>> 19) & (SIEVE_BITS - 1);
}

/** In how many of the unit's texts a run of letters stands. */
export function countRun({ runs, runTexts, sieve }: Profile, run: number): number {
  const place = placeOf(run);
  if (((sieve[place >> 3] as number) & (1 << (place & 7))) === 0) return 0;
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = runs[middle] as number;
    if (here === run) return runTexts[middle] as number;
    if (here < run) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
