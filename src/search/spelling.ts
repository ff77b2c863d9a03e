/** Repairs misspelt words against the corpus's own vocabulary. */
import SearchableMap from 'minisearch/SearchableMap';
import { LANGUAGES, type Language } from '../text/language.ts';
import { stem } from '../text/stems.ts';
import { STOP_WORDS } from '../text/words.ts';

/** A word that may have been meant, with how far it may count; 0 to 1. */
export interface Repair {
  word: string;
  weight: number;
}

/** What a misspelt word may have been meant to be, best first; the word itself when it is known or hopeless. */
export type Speller = (word: string) => readonly Repair[];

/** Shorter words have too many neighbours to guess. */
const SHORTEST = 4;
/** From this length on, a word whose stem the corpus holds is another form of a known word. */
const KNOWN_BY_STEM = 6;
/** Edits that a word of up to this length may be away from what was meant. */
const EDITS: [length: number, edits: number][] = [
  [6, 1],
  [Number.POSITIVE_INFINITY, 2],
];
/** What makes a neighbour likelier, in edits. */
const LIKELIER = { sameStart: 0.4, swapped: 0.3, oneLetterLost: 0.1, perLogFrequency: 0.1 };
/** Neighbours that are worse than the best by less than this are kept as alternatives, in edits. */
const TIE = 0.35;
const MOST_REPAIRS = 3;
/** How far the best neighbour, and each other one, counts. */
const WEIGHTS = { heard: 1, best: 0.9, other: 0.7 };
const CACHE_SIZE = 5_000;
/** Frequency that function words are taken to have where the corpus doesn't use them. */
const FUNCTION_WORD = 20;

/** What the speller needs to know of words. */
export interface Vocabulary {
  /** Folded word → how often the corpus uses it. */
  words: ReadonlyMap<string, number>;
  /** Words of the languages at large, which are right as they are even if the corpus lacks them. */
  commonWords: ReadonlyMap<string, number>;
  /** True when the corpus holds a word of this stem. */
  hasStem(stem: string, language: Language): boolean;
}

/** A speller over a vocabulary. Words that it holds, or whose stem it holds, are left alone. */
export function createSpeller({ words, commonWords, hasStem }: Vocabulary): Speller {
  // Made when the first unknown word comes: most of the start-up's words are known.
  let neighbours: SearchableMap<number> | undefined;
  const cache = new Map<string, readonly Repair[]>();

  const isKnown = (word: string) =>
    words.has(word) ||
    commonWords.has(word) ||
    STOP_WORDS.has(word) ||
    (word.length >= KNOWN_BY_STEM &&
      LANGUAGES.some((language) => hasStem(stem(word, language), language)));

  return (word) => {
    if (word.length < SHORTEST || /\d/.test(word) || isKnown(word)) return [{ word, weight: 1 }];
    const heard = asHeard(word);
    if (heard !== word && isKnown(heard)) return [{ word: heard, weight: WEIGHTS.heard }];
    let repairs = cache.get(word);
    if (!repairs) {
      neighbours ??= indexNeighbours(words);
      repairs = findNeighbours(word, neighbours);
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(word, repairs);
    }
    return repairs;
  };
}

/** A word that is typed as it sounds, as Spanish is in chats: "kuantos", "kedate", "yegaron". */
function asHeard(word: string): string {
  return word
    .replace(/k(?=[ei])/g, 'qu')
    .replace(/k/g, 'c')
    .replace(/^y(?=[aeou])/, 'll');
}

function indexNeighbours(words: ReadonlyMap<string, number>): SearchableMap<number> {
  const neighbours = new SearchableMap<number>();
  for (const [word, frequency] of words) {
    if (word.length >= SHORTEST - 1 && !/\d/.test(word)) neighbours.set(word, frequency);
  }
  // Function words are misspelt too; they are repaired so that they don't look like content.
  for (const word of STOP_WORDS) {
    if (word.length >= SHORTEST && !neighbours.has(word)) neighbours.set(word, FUNCTION_WORD);
  }
  return neighbours;
}

function findNeighbours(word: string, vocabulary: SearchableMap<number>): Repair[] {
  const most = EDITS.find(([length]) => word.length <= length)?.[1] ?? 1;
  const found: { word: string; cost: number }[] = [];
  for (const [candidate, [frequency, distance]] of wordsNear(word, vocabulary)) {
    const swapped = isSwap(candidate, word);
    const edits = swapped ? 1 : distance;
    const sameStart = candidate[0] === word[0];
    if (edits > most) continue;
    found.push({
      word: candidate,
      cost:
        edits -
        (sameStart ? LIKELIER.sameStart : 0) -
        (swapped ? LIKELIER.swapped : 0) -
        (candidate.length === word.length + 1 ? LIKELIER.oneLetterLost : 0) -
        LIKELIER.perLogFrequency * Math.log(1 + frequency),
    });
  }
  found.sort((a, b) => a.cost - b.cost || a.word.localeCompare(b.word));
  const best = found[0];
  if (!best) return [{ word, weight: 1 }];
  return found
    .filter(({ cost }) => cost - best.cost < TIE)
    .slice(0, MOST_REPAIRS)
    .map((repair, i) => ({ word: repair.word, weight: i === 0 ? WEIGHTS.best : WEIGHTS.other }));
}

/**
 * The words that one edit makes of a word, and of those that two edits make, the ones that may count: with the same
 * first letter, or with two letters swapped, which is one slip. Two edits of any word would be looked for in most of a
 * large vocabulary.
 */
function wordsNear(
  word: string,
  vocabulary: SearchableMap<number>,
): Map<string, [frequency: number, edits: number]> {
  const near = vocabulary.fuzzyGet(word, 1);
  const [first = '', second = ''] = [word[0], word[1]];
  for (const [rest, found] of vocabulary.atPrefix(first).fuzzyGet(word.slice(1), 2))
    near.set(first + rest, found);
  const swapped = second + first + word.slice(2);
  const frequency = vocabulary.get(swapped);
  if (frequency !== undefined && !near.has(swapped)) near.set(swapped, [frequency, 2]);
  return near;
}

/** True when the words differ in two neighbouring letters that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
