/** A unit's texts laid out for comparison: what is read together lies together. */
import { packedRuns } from '../text/ngrams.ts';
import { rememberRecent } from './recent.ts';
import type { Unit, UnitText } from './units.ts';

/**
 * A unit's texts, in a few long columns: a question is compared with eight hundred texts, and looking for them all over
 * the memory takes longer than comparing them.
 */
export interface Profile {
  /** How many there are. */
  texts: number;
  /** 1 for the unit's own, 0 for a written question. */
  isOwn: Uint8Array;
  /** The terms of each text's wording, text after text: the double of each id, and 1 more where it is content. */
  terms: Int32Array;
  /** Where each text's terms end. */
  ends: Int32Array;
  /** Each text's `weight` and its `wordingLength`. */
  measures: Float64Array;
  /** Runs of letters, and in how many of the texts each stands. */
  runs: RunCounts;
}

/** Profiles that are kept: all units of a small corpus, about 10 kB each. */
const KEPT = 4_000;

/**
 * The profile of a unit; about 0.1 ms the first time. Made when a unit is first compared: most units never are, and all
 * of them would make the start longer.
 */
export const profileOf: (unit: Unit) => Profile = rememberRecent(KEPT, makeProfile);

function makeProfile({ texts }: Unit): Profile {
  const ends = new Int32Array(texts.length);
  let size = 0;
  texts.forEach(({ wording }, text) => {
    size += wording.length;
    ends[text] = size;
  });
  const all = new Int32Array(size);
  texts.forEach(({ wording, terms }, text) => {
    const first = (ends[text] as number) - wording.length;
    wording.forEach((id, i) => {
      all[first + i] = 2 * id + (terms.includes(id) ? 1 : 0);
    });
  });
  return {
    texts: texts.length,
    isOwn: Uint8Array.from(texts, ({ kind }) => (kind === 'own' ? 1 : 0)),
    terms: all,
    ends,
    measures: Float64Array.from(texts.flatMap((text) => [text.weight, text.wordingLength])),
    runs: readRuns(texts),
  };
}

/** How often runs of letters stand somewhere. */
interface RunCounts {
  /** A bit for each value of the last bits of the runs that there are: most that are asked for aren't there. */
  sieve: Uint8Array;
  /** Each run with its count in the lowest bits, at the first free place from its own on; 0 where the place is free. */
  places: Uint32Array;
}

/** Bits of a sieve; a unit has about a thousand runs. A power of two. */
const SIEVE_BITS = 8_192;
/** Share of the places that are filled at most. */
const FILLED = 3 / 4;
/** Bits of a count; a run has the other 24 of an integer. */
const COUNT_BITS = 8;
const MAX_COUNT = 2 ** COUNT_BITS - 1;

function readRuns(texts: readonly UnitText[]): RunCounts {
  const counts = new Map<number, number>();
  for (const { spelt } of texts)
    for (const run of packedRuns(spelt)) counts.set(run, (counts.get(run) ?? 0) + 1);
  const sieve = new Uint8Array(SIEVE_BITS / 8);
  const places = new Uint32Array(2 ** Math.ceil(Math.log2((counts.size + 1) / FILLED)));
  for (const [run, count] of counts) {
    const bits = spread(run);
    sieve[byteOf(bits)] = (sieve[byteOf(bits)] as number) | (1 << (bits & 7));
    let place = bits & (places.length - 1);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    places[place] = run * 2 ** COUNT_BITS + Math.min(MAX_COUNT, count);
  }
  return { sieve, places };
}

/** A run's letters spread over all bits. */
function spread(run: number): number {
  return Math.imul(run, 0x9e3779b1) >>> 13;
}

/** The byte of a sieve that holds the bit of a spread run. */
function byteOf(bits: number): number {
  return (bits & (SIEVE_BITS - 1)) >> 3;
}

/** Positions of the runs that a sieve lets through; one for all, as the counting is never interrupted. */
let passing = new Uint16Array(256);

/**
 * In how many of the unit's texts each of some runs of letters stands, 255 for more; `counts` are 0 before. All runs go
 * through the sieve before any is looked for, so that none waits for another's place in memory.
 */
export function countRuns(
  { runs: { sieve, places } }: Profile,
  runs: Int32Array,
  counts: Uint8Array,
): void {
  if (passing.length < runs.length) passing = new Uint16Array(2 * runs.length);
  let count = 0;
  for (let i = 0; i < runs.length; i++) {
    const bits = spread(runs[i] as number);
    passing[count] = i;
    count += ((sieve[byteOf(bits)] as number) >> (bits & 7)) & 1;
  }
  for (let k = 0; k < count; k++) {
    const i = passing[k] as number;
    const run = runs[i] as number;
    let place = spread(run) & (places.length - 1);
    let here = places[place] as number;
    while (here !== 0 && here >>> COUNT_BITS !== run) {
      place = (place + 1) & (places.length - 1);
      here = places[place] as number;
    }
    counts[i] = here & MAX_COUNT;
  }
}
