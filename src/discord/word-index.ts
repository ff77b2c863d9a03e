/** Finds entries by the beginnings of their words without looking at each of them. */
import type { Steps } from '../text/steps.ts';

/** What was typed, ready to be compared. */
export interface TypedWords {
  /** The folded words, each after a space. */
  wanted: string;
  /** The distinct ones of them, each with its space. */
  starts: readonly string[];
  /** How many of them an entry must have; at least 1. */
  least: number;
}

/**
 * Visits the positions of the entries that have at least `least` words that begin as was typed: those with most come
 * first, among them those that have the words in a row, and then the order of the entries. Stops once `visit` says so.
 */
export type WordIndex = (typed: TypedWords, visit: (position: number) => 'go on' | 'stop') => void;

/** Entries that are read between two breaks. */
const STEP = 200;

/**
 * Indexes the words of entries, in steps.
 * @param entries the folded words of each, each word after a space
 */
export function* indexWords(entries: readonly { words: string }[]): Steps<WordIndex> {
  const positionsOf = new Map<string, number[]>();
  for (const [position, { words }] of entries.entries()) {
    for (const word of words.trim().split(' ')) {
      const known = positionsOf.get(word);
      if (!known) positionsOf.set(word, [position]);
      else if (known.at(-1) !== position) known.push(position);
    }
    if (position % STEP === 0) yield;
  }
  const words = [...positionsOf.keys()].sort();
  const positions = words.map((word) => Int32Array.from(positionsOf.get(word) ?? []));
  yield;
  /** By position: how many of the typed words it has, and the last of them, so that none counts twice. */
  const counts = new Uint8Array(entries.length);
  const lastStart = new Uint8Array(entries.length);

  /** Counts the entries with a word that begins like this; `number` tells the beginnings apart. */
  const count = (start: string, number: number): void => {
    for (let at = placeOf(words, start); words[at]?.startsWith(start); at++) {
      for (const position of positions[at] ?? []) {
        if (lastStart[position] === number) continue;
        lastStart[position] = number;
        counts[position] = (counts[position] as number) + 1;
      }
    }
  };
  return ({ wanted, starts, least }, visit) => {
    counts.fill(0);
    lastStart.fill(0);
    starts.forEach((start, i) => {
      count(start.trimStart(), i + 1);
    });
    for (let matched = starts.length; matched >= least; matched--) {
      const others: number[] = [];
      for (let at = counts.indexOf(matched); at >= 0; at = counts.indexOf(matched, at + 1)) {
        if (!entries[at]?.words.includes(wanted)) others.push(at);
        else if (visit(at) === 'stop') return;
      }
      for (const at of others) if (visit(at) === 'stop') return;
    }
  };
}

/** Position of the first of some sorted words that is not before `start`, by halving. */
function placeOf(words: readonly string[], start: string): number {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((words[middle] as string) < start) from = middle + 1;
    else to = middle;
  }
  return from;
}
