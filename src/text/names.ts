/** Names of one thing, in several words, read as one word: "Remain in Mexico" and "quédate en méxico" are both "mpp". */
import { tokenise } from './tokens.ts';

/** A word of a text, or a name that several words make up. */
export interface Reading {
  word: string;
  /** Positions of the words that it was read from: from (inclusive) to (exclusive). */
  from: number;
  to: number;
}

/** Reads names in a list of folded words. */
export type NameReader = (words: readonly string[]) => Reading[];

/** A reader that tries the second where the first finds no `word`. */
export function readNamesOr(word: string, first: NameReader, second: NameReader): NameReader {
  return (words) => {
    const readings = first(words);
    return readings.some((reading) => reading.word === word) ? readings : second(words);
  };
}

/**
 * A reader that puts `word` for each of the names; the longest name that fits counts.
 * @param exceptions longer names that hold one of the names and mean something else; they stay as they are
 */
export function createNameReader(
  word: string,
  names: readonly string[],
  exceptions: readonly string[] = [],
): NameReader {
  const sequences = [
    ...exceptions.map((name) => ({ words: tokenise(name), isName: false })),
    ...names.map((name) => ({ words: tokenise(name), isName: true })),
  ].sort((a, b) => b.words.length - a.words.length);
  const byFirst = Map.groupBy(sequences, ({ words }) => words[0]);
  return (words) => {
    const readings: Reading[] = [];
    for (let from = 0; from < words.length; ) {
      const found = byFirst
        .get(words[from])
        ?.find((sequence) => sequence.words.every((one, i) => words[from + i] === one));
      const to = from + (found?.words.length ?? 1);
      if (found?.isName) readings.push({ word, from, to });
      else
        for (let i = from; i < to; i++)
          readings.push({ word: words[i] as string, from: i, to: i + 1 });
      from = to;
    }
    return readings;
  };
}
