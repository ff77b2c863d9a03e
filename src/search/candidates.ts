/** Finds the units worth comparing in full. MiniSearch lives in this folder and nowhere else. */
import MiniSearch from 'minisearch';
import type { Matcher } from './match.ts';
import { selectFirst } from './select.ts';
import type { TermTable } from './terms.ts';
import type { Unit } from './units.ts';

/**
 * Positions of the most promising units for a question, best first; ties keep the order of the units.
 * @param isAllowed what may be found; everything unless given
 */
export type CandidateFinder = (
  matcher: Matcher,
  count: number,
  isAllowed?: (unit: number) => boolean,
) => number[];

/** The context only points to a unit, its texts state it. */
const BOOST = { text: 1, context: 0.3 };
/** Weight of a pair of words in the right order: tells questions apart whose content words are all common. */
const PAIR_WEIGHT = 0.6;
/** Saturation, length normalisation and floor of BM25+. */
const BM25 = { k: 1.2, b: 0.3, d: 0.5 };
/** Terms whose units are kept ready; the least recently used go first. */
const KEPT_TERMS = 20_000;

/** The units that hold a term, with MiniSearch's BM25+ score of the term in each; a pair's have no scores. */
export interface Postings {
  units: Int32Array;
  scores: Float32Array;
}

/** Finds the postings of a word or a pair of words by its id. */
export interface PostingsReader {
  ofWord(term: number): Postings;
  ofPair(pair: number): Int32Array | readonly number[];
}

/** Indexes units in memory with MiniSearch. */
export function indexPostings(units: readonly Unit[]): PostingsReader {
  const index = new MiniSearch<{ id: number; text: string; context: string }>({
    fields: ['text', 'context'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, bm25: BM25 },
  });
  index.addAll(
    units.map(({ texts, context }, id) => ({
      id,
      text: texts
        .map(({ terms }) => terms.join(' '))
        .join(' ')
        .trim(),
      context: context.join(' '),
    })),
  );
  const unitsByPair = indexPairs(units);
  const kept = new Map<number, Postings>();
  return {
    ofWord(term) {
      let postings = kept.get(term);
      if (!postings) {
        const found = index.search(String(term));
        postings = {
          units: Int32Array.from(found, ({ id }) => id as number),
          scores: Float32Array.from(found, ({ score }) => score),
        };
        if (kept.size >= KEPT_TERMS) kept.delete(kept.keys().next().value as number);
        kept.set(term, postings);
      }
      return postings;
    },
    ofPair: (pair) => unitsByPair.get(pair) ?? [],
  };
}

/**
 * Finds candidates. A question's word counts once, by the best of its alternatives: MiniSearch's own OR adds all of
 * them up, so that a word with many synonyms would outweigh the others. So each term is looked up alone, and the scores
 * are joined here.
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
        const { units, scores } = postingsOf.ofWord(term);
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
      for (const unit of postingsOf.ofPair(pair)) add(unit, score);
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

/** The units in whose texts a pair of words stands, each unit once. */
function indexPairs(units: readonly Unit[]): Map<number, number[]> {
  const unitsByPair = new Map<number, number[]>();
  units.forEach(({ texts }, unit) => {
    for (const { pairs } of texts) {
      for (const pair of pairs) {
        const known = unitsByPair.get(pair);
        if (!known) unitsByPair.set(pair, [unit]);
        else if (known.at(-1) !== unit) known.push(unit);
      }
    }
  });
  return unitsByPair;
}

function termsBySlot({ slots, hits }: Matcher): { term: number; weight: number }[][] {
  const bySlot: { term: number; weight: number }[][] = slots.map(() => []);
  for (const [term, satisfied] of hits) {
    for (const { slot, weight } of satisfied) bySlot[slot]?.push({ term, weight });
  }
  return bySlot;
}
