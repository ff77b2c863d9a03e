/** Finds the units worth comparing in full. */
import type { Matcher } from './match.ts';
import type { PostingsReader } from './postings.ts';
import { selectFirst } from './select.ts';
import type { TermTable } from './terms.ts';

/**
 * Positions of the most promising units for a question, best first; ties keep the order of the units.
 * @param isAllowed what may be found; everything unless given
 */
export type CandidateFinder = (
  matcher: Matcher,
  count: number,
  isAllowed?: (unit: number) => boolean,
) => number[];

/** Weight of a pair of words in the right order: tells questions apart whose content words are all common. */
const PAIR_WEIGHT = 0.6;

/**
 * Finds candidates. A question's word counts once, by the best of its alternatives: with all of them added up a word
 * with many synonyms would outweigh the others.
 */
export function createCandidateFinder(
  unitCount: number,
  postingsOf: PostingsReader,
  table: TermTable,
): CandidateFinder {
  // As long as the units, and cleared where they were used, so that a question costs nothing for units that it doesn't touch.
  const total = new Float32Array(unitCount);
  const best = new Float32Array(unitCount);
  const isTouched = new Uint8Array(unitCount);
  const touched = new Int32Array(unitCount);
  const here = new Int32Array(unitCount);
  return (matcher, count, isAllowed) => {
    let touches = 0;
    const add = (unit: number, score: number) => {
      total[unit] = (total[unit] as number) + score;
      if (isTouched[unit] === 1) return;
      isTouched[unit] = 1;
      touched[touches++] = unit;
    };
    for (const terms of termsBySlot(matcher)) {
      let found = 0;
      for (const { term, weight } of terms) {
        const { units, scores } = postingsOf(term);
        for (let i = 0; i < units.length; i++) {
          const unit = units[i] as number;
          const score = weight * (scores[i] as number);
          const known = best[unit] as number;
          if (known === 0) here[found++] = unit;
          if (score > known) best[unit] = score;
        }
      }
      for (let i = 0; i < found; i++) {
        const unit = here[i] as number;
        add(unit, best[unit] as number);
        best[unit] = 0;
      }
    }
    for (const pair of matcher.pairs) {
      const score = PAIR_WEIGHT * table.idf(pair);
      for (const unit of postingsOf(pair).units) add(unit, score);
    }
    const first = selectFirst(
      touched.subarray(0, touches),
      count,
      (a, b) => (total[b] as number) - (total[a] as number) || a - b,
      isAllowed,
    );
    for (let i = 0; i < touches; i++) {
      const unit = touched[i] as number;
      total[unit] = 0;
      isTouched[unit] = 0;
    }
    return first;
  };
}

function termsBySlot({ slots, hits }: Matcher): { term: number; weight: number }[][] {
  const bySlot: { term: number; weight: number }[][] = slots.map(() => []);
  for (const [term, satisfied] of hits) {
    for (const { slot, weight } of satisfied) bySlot[slot]?.push({ term, weight });
  }
  return bySlot;
}
