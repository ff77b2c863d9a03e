/**
 * How likely the texts of a unit are to have brought forth the question: language models of each unit, smoothed by all
 * units (Ponte & Croft 1998, Zhai & Lafferty 2004), over words and over runs of letters. A pool of a dozen
 * wordings forgives what no single one has: a typo, another inflection, half of two written questions.
 */
import type { Query } from '../question/query.ts';
import { packedRuns } from '../text/ngrams.ts';
import { stem } from '../text/stems.ts';
import type { Matcher } from './match.ts';
import { countRun, type Profile, profileOf } from './profiles.ts';
import type { TermTable } from './terms.ts';
import type { Unit } from './units.ts';

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

/** The likelihood of a query under each of some units, compared with each other. */
export function likelihoodsOf(
  query: Query,
  matcher: Matcher,
  units: readonly Unit[],
  table: TermTable,
): Likelihood[] {
  const profiles = units.map(profileOf);
  const words = wordsOf(query, table);
  const letters = lettersOf(query, profiles);
  return profiles.map((profile, i) => ({
    meant: meaningOf(matcher, profile, table),
    words: sumOf(words, profile, table) / SCALE.words,
    letters: (letters[i] as number) / SCALE.letters,
  }));
}

/** Log of how much likelier something is in a unit than anywhere: `share` is that of all texts that hold it. */
function logRatio(count: number, texts: number, share: number, smoothing: number): number {
  return Math.log((count + smoothing * share) / ((texts + smoothing) * share));
}

/** The words of the question in its language, as far as the corpus has them; each once. */
function wordsOf({ words, writtenIn }: Query, table: TermTable): Set<number> {
  const ids = words.map((word) => table.find(stem(word, writtenIn), writtenIn));
  return new Set(ids.filter((id) => id !== undefined));
}

function sumOf(ids: ReadonlySet<number>, { words, texts }: Profile, table: TermTable): number {
  let sum = 0;
  for (const id of ids)
    sum += logRatio(words.get(id) ?? 0, texts, table.share(id), SMOOTHING.words);
  return sum;
}

/** The likelihood of each content word, weighed by its rarity. */
function meaningOf(
  { slots, total, hits }: Matcher,
  { content, texts }: Profile,
  table: TermTable,
): number {
  const meant = new Float32Array(slots.length);
  for (const [id, count] of content) {
    const satisfied = hits.get(id);
    if (!satisfied) continue;
    for (const { slot, weight } of satisfied) {
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
  const sums = new Float64Array(profiles.length);
  const counts = new Float64Array(profiles.length);
  const allTexts = profiles.reduce((sum, { texts }) => sum + texts, 1);
  // Of a run that a unit doesn't have, the share cancels out.
  const absent = profiles.map(({ texts }) => logRatio(0, texts, 1, SMOOTHING.letters));
  for (const run of packedRuns(words.join(' '))) {
    let all = 0.5;
    for (let i = 0; i < profiles.length; i++) {
      const count = countRun(profiles[i] as Profile, run);
      counts[i] = count;
      all += count;
    }
    const share = all / allTexts;
    for (let i = 0; i < profiles.length; i++) {
      const count = counts[i] as number;
      const { texts } = profiles[i] as Profile;
      const ratio =
        count === 0 ? (absent[i] as number) : logRatio(count, texts, share, SMOOTHING.letters);
      sums[i] = (sums[i] as number) + ratio;
    }
  }
  return sums;
}
