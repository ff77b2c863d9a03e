/** Mends slips of the keyboard towards a small vocabulary, so that "kidnaped" and "laywer" are still seen. */
import { STOP_WORDS } from '../text/words.ts';

/** Shortest word in which a letter may be missing, doubled or swapped with its neighbour. */
const SHORTEST_SLIP = 5;
/** Shortest word in which a letter may be wrong: in shorter ones that makes another real word too often. */
const SHORTEST_WRONG_LETTER = 6;
/** Shortest word in which two neighbours may be swapped, the commonest slip of all. */
const SHORTEST_SWAP = 4;

/**
 * A function that gives the word of `vocabulary` one slip away, or the word itself. The first and the last letter
 * have to agree, and a wrong letter may not stand last but one: few slips fall there, and in Spanish that is where a
 * word says who is meant ("podría" and "podrían", "negarme" and "negarse").
 */
export function repairWords(vocabulary: ReadonlySet<string>): (word: string) => string {
  const byEnds = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < SHORTEST_SWAP || !/^\p{L}+$/u.test(word)) continue;
    const list = byEnds.get(ends(word)) ?? [];
    list.push(word);
    byEnds.set(ends(word), list);
  }
  return (word) => {
    if (word.length < SHORTEST_SWAP || vocabulary.has(word) || isCommon(word)) return word;
    return byEnds.get(ends(word))?.find((known) => isOneSlip(word, known)) ?? word;
  };
}

/** Words of this field that are one slip away from others and are never meant as those. */
const LOOKALIKES = new Set('estados treated country count counts layer healing heading'.split(' '));

function isCommon(word: string): boolean {
  return STOP_WORDS.has(word) || LOOKALIKES.has(word);
}

function ends(word: string): string {
  return `${word[0]}${word.at(-1)}`;
}

/** One letter missing, added or wrong, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const shorter = Math.min(a.length, b.length);
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    return shorter >= SHORTEST_SLIP && long.slice(i + 1) === short.slice(i);
  }
  if (a[i] === b[i + 1] && a[i + 1] === b[i]) return a.slice(i + 2) === b.slice(i + 2);
  return shorter >= SHORTEST_WRONG_LETTER && i < shorter - 2 && a.slice(i + 1) === b.slice(i + 1);
}
