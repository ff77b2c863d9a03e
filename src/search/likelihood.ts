/**
 * How likely the texts of a unit are to have brought forth the question: language models of each unit, smoothed by all
 * units (Ponte & Croft 1998, Zhai & Lafferty 2004), over words and over runs of letters. A pool of a dozen
 * wordings forgives what no single one has: a typo, another inflection, half of two written questions.
 */
import type { Query } from '../question/query.ts';
import { packedRuns } from '../text/ngrams.ts';
import type { Matcher } from './match.ts';
import { countRuns, type Profile } from './profiles.ts';
import type { Seen } from './seen.ts';
import type { TermTable } from './terms.ts';

/** Logarithms of ratios, scaled to about −1 to 2; 0 says that the unit is no likelier than any other. */
export interface Likelihood {
  /** Content words, or what they may stand for, by their information. */
  meant: number;
  /** All words, function words too. */
  words: number;
  /** Runs of letters, across words. */
  letters: number;
}

/** Texts of all units that are added to a unit's own, by how much its own can be trusted. */
const SMOOTHING = { content: 4, words: 6, letters: 4 };
/** What the sums are divided by. */
const SCALE = { content: 5, words: 20, letters: 40 };

/** The likelihood of a query under each of some units, compared with each other; `seen` is what each has of it. */
export function likelihoodsOf(
  query: Query,
  matcher: Matcher,
  profiles: readonly Profile[],
  seen: readonly Seen[],
  table: TermTable,
): Likelihood[] {
  const words = wordsOf(matcher, table);
  const letters = lettersOf(query, profiles);
  return profiles.map(({ texts }, i) => ({
    meant: meaningOf(matcher, texts, seen[i] as Seen, table),
    words: sumOf(words, texts, seen[i] as Seen) / SCALE.words,
    letters: (letters[i] as number) / SCALE.letters,
  }));
}

/** Log of how much likelier something is in a unit than anywhere: `share` is that of all texts that hold it. */
function logRatio(count: number, texts: number, share: number, smoothing: number): number {
  return Math.log((count + smoothing * share) / ((texts + smoothing) * share));
}

/** The words of the question, each with its entry and how common it is. */
function wordsOf({ words, terms }: Matcher, table: TermTable) {
  return Array.from(words, (id) => ({ entry: terms.entryOf(id), share: table.share(id) }));
}

function sumOf(words: ReturnType<typeof wordsOf>, texts: number, { saidIn }: Seen): number {
  let sum = 0;
  for (const { entry, share } of words)
    sum += logRatio(saidIn[entry] as number, texts, share, SMOOTHING.words);
  return sum;
}

/** The likelihood of each content word, weighed by its rarity. */
function meaningOf(
  { slots, total, terms }: Matcher,
  texts: number,
  { meantIn }: Seen,
  table: TermTable,
): number {
  const meant = new Float32Array(slots.length);
  for (let entry = 1; entry < meantIn.length; entry++) {
    const count = meantIn[entry] as number;
    if (count === 0) continue;
    for (const { slot, weight } of terms.valueAt(entry).satisfied) {
      const worth = weight * count;
      if (worth > (meant[slot] as number)) meant[slot] = worth;
    }
  }
  let sum = 0;
  slots.forEach(({ idf, term }, slot) => {
    const share = table.share(term);
    sum += idf * logRatio(meant[slot] as number, texts, share, SMOOTHING.content);
  });
  return sum / (total * SCALE.content);
}

/** How often a run of letters stands in general is read from the units at hand: the corpus has a million of them. */
function lettersOf({ words }: Query, profiles: readonly Profile[]): Float64Array {
  const runs = Int32Array.from(packedRuns(words.join(' ')));
  const counts = new Uint8Array(profiles.length * runs.length);
  const everywhere = new Float64Array(runs.length).fill(0.5);
  let allTexts = 1;
  profiles.forEach((profile, p) => {
    allTexts += profile.texts;
    const here = counts.subarray(p * runs.length, (p + 1) * runs.length);
    countRuns(profile, runs, here);
    for (let r = 0; r < runs.length; r++)
      everywhere[r] = (everywhere[r] as number) + (here[r] as number);
  });
  return Float64Array.from(profiles, ({ texts }, p) => {
    // Of a run that a unit doesn't have, the share cancels out.
    const absent = logRatio(0, texts, 1, SMOOTHING.letters);
    let sum = 0;
    for (let r = 0; r < runs.length; r++) {
      const count = counts[p * runs.length + r] as number;
      const share = (everywhere[r] as number) / allTexts;
      sum += count === 0 ? absent : logRatio(count, texts, share, SMOOTHING.letters);
    }
    return sum;
  });
}
