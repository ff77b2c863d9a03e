/** Which units hold a word or a pair of words, and how much a word speaks for each of them. */
import type { Unit } from './units.ts';

/** The units that hold a term, ascending, with the BM25+ score of the term in each; a pair's have no scores. */
export interface Postings {
  units: Int32Array;
  scores: Float32Array;
}

/** Finds the postings of a word or a pair of words by its id. */
export interface PostingsReader {
  ofWord(term: number): Postings;
  ofPair(pair: number): Int32Array | readonly number[];
}

/** The context only points to a unit, its texts state it. */
const BOOST = { text: 1, context: 0.3 };
/** Saturation, length normalisation and floor of BM25+. */
const BM25 = { k: 1.2, b: 0.3, d: 0.5 };
/** Words whose scores are kept ready; the first that were asked for go first. */
const KEPT_WORDS = 20_000;

/** Indexes units in memory; a word's scores are computed when they are first asked for. */
export function indexPostings(units: readonly Unit[]): PostingsReader {
  const fields = [
    createField(
      units.map(({ texts }) => texts.map(({ terms }) => terms)),
      BOOST.text,
    ),
    createField(
      units.map(({ context }) => [context]),
      BOOST.context,
    ),
  ];
  const pairs = invert(units.map(({ texts }) => texts.map((text) => text.pairs)));
  const kept = new Map<number, Postings>();
  return {
    ofWord(term) {
      let postings = kept.get(term);
      if (!postings) {
        postings = scoreWord(term, fields);
        if (kept.size >= KEPT_WORDS) kept.delete(kept.keys().next().value as number);
        kept.set(term, postings);
      }
      return postings;
    },
    ofPair: (pair) => pairs.get(pair)?.units ?? [],
  };
}

/** One kind of text of all units. */
interface Field {
  occurrences: ReadonlyMap<number, Occurrences>;
  /**
   * Different terms of each unit, and how many a unit has on average. A text of stop words alone, unless it is the
   * last, counts as one more: the ranking was fitted to candidates that were found so.
   */
  lengths: readonly number[];
  meanLength: number;
  boost: number;
}

/** Where a term stands: units, ascending, and beside each how often. */
interface Occurrences {
  units: number[];
  counts: number[];
}

/** @param lists of each unit the terms of its texts */
function createField(lists: readonly (readonly Int32Array[])[], boost: number): Field {
  const occurrences = invert(lists);
  const lengths = lists.map<number>((texts) => (texts.slice(0, -1).some(isEmpty) ? 1 : 0));
  for (const { units } of occurrences.values()) {
    for (const unit of units) lengths[unit] = (lengths[unit] as number) + 1;
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { occurrences, lengths, meanLength: total / lists.length, boost };
}

const isEmpty = ({ length }: Int32Array) => length === 0;

function invert(lists: readonly (readonly Int32Array[])[]): Map<number, Occurrences> {
  const occurrences = new Map<number, Occurrences>();
  lists.forEach((parts, unit) => {
    for (const part of parts) {
      for (const term of part) {
        const known = occurrences.get(term);
        if (!known) occurrences.set(term, { units: [unit], counts: [1] });
        else if (known.units.at(-1) !== unit) {
          known.units.push(unit);
          known.counts.push(1);
        } else known.counts.push((known.counts.pop() as number) + 1);
      }
    }
  });
  return occurrences;
}

/** Scores by BM25+ (Lv and Zhai 2011) in each field, added up. */
function scoreWord(term: number, fields: readonly Field[]): Postings {
  const scoreOf = new Map<number, number>();
  for (const { occurrences, lengths, meanLength, boost } of fields) {
    const { units, counts } = occurrences.get(term) ?? { units: [], counts: [] };
    const { k, b, d } = BM25;
    const idf = Math.log(1 + (lengths.length - units.length + 0.5) / (units.length + 0.5));
    units.forEach((unit, i) => {
      const count = counts[i] as number;
      const norm = 1 - b + (b * (lengths[unit] as number)) / meanLength;
      const score = boost * idf * (d + (count * (k + 1)) / (count + k * norm));
      scoreOf.set(unit, (scoreOf.get(unit) ?? 0) + score);
    });
  }
  const units = Int32Array.from(scoreOf.keys()).sort();
  return { units, scores: Float32Array.from(units, (unit) => scoreOf.get(unit) as number) };
}
