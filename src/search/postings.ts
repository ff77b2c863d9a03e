/** Which units hold a word or a pair of words, and how much a word speaks for each of them. */
import type { Unit } from './units.ts';

/** The units that hold a term, ascending, with the BM25+ score of the term in each; a pair's are 0. */
export interface Postings {
  units: Int32Array;
  scores: Float32Array;
}

/** The postings of all terms in columns: those of row i go from `starts[i]` to `starts[i + 1]`. */
export interface PostingsColumns {
  starts: Uint32Array;
  units: Int32Array;
  scores: Float32Array;
}

/** Finds the postings of a word or a pair of words by its id; empty where no unit holds it. */
export type PostingsReader = (term: number) => Postings;

/** The context only points to a unit, its texts state it. */
const BOOST = { text: 1, context: 0.3 };
/** Saturation, length normalisation and floor of BM25+. */
const BM25 = { k: 1.2, b: 0.3, d: 0.5 };

/** A reader of columns in which each term has the row of its id. */
export function readPostings({ starts, units, scores }: PostingsColumns): PostingsReader {
  return (term) => {
    const [from, to] = [starts[term] ?? 0, starts[term + 1] ?? 0];
    return { units: units.subarray(from, to), scores: scores.subarray(from, to) };
  };
}

/** Indexes units whose terms have ids of any size; the corpus's own are small and need no numbering. */
export function indexPostings(units: readonly Unit[]): PostingsReader {
  const rows = new Map<number, number>();
  const addRows = (terms: Int32Array) => {
    for (const term of terms) if (!rows.has(term)) rows.set(term, rows.size);
  };
  for (const { texts, context } of units) {
    addRows(context);
    for (const { terms, pairs } of texts) {
      addRows(terms);
      addRows(pairs);
    }
  }
  const read = readPostings(scorePostings(units, rows.size, (term) => rows.get(term) as number));
  return (term) => read(rows.get(term) ?? rows.size);
}

/**
 * The postings of some units, scored by BM25+ (Lv and Zhai 2011) in texts and context, added up.
 * @param rowOf the row of a term, below `rows`
 */
export function scorePostings(
  units: readonly Unit[],
  rows: number,
  rowOf: (term: number) => number,
): PostingsColumns {
  const found = invert(units, rows, rowOf);
  const scores = new Float64Array(found.units.length);
  addScores(scores, found, found.inTexts, BOOST.text, wordlessTexts(units));
  addScores(scores, found, found.inContext, BOOST.context, new Uint32Array(units.length));
  return { starts: found.starts, units: found.units, scores: Float32Array.from(scores) };
}

/** Where terms stand, in columns as in `PostingsColumns`. */
interface Occurrences {
  starts: Uint32Array;
  units: Int32Array;
  /** In how many of the unit's texts a word stands, and in how many contexts: 0 or 1. Both are 0 for a pair. */
  inTexts: Uint16Array;
  inContext: Uint16Array;
}

function invert(
  units: readonly Unit[],
  rows: number,
  rowOf: (term: number) => number,
): Occurrences {
  const lastUnit = new Int32Array(rows).fill(-1);
  const starts = new Uint32Array(rows + 1);
  const count = (terms: Int32Array, unit: number) => {
    for (let i = 0; i < terms.length; i++) {
      const row = rowOf(terms[i] as number);
      if (lastUnit[row] === unit) continue;
      lastUnit[row] = unit;
      starts[row + 1] = (starts[row + 1] as number) + 1;
    }
  };
  eachList(units, count);
  for (let row = 0; row < rows; row++)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);

  const size = starts[rows] as number;
  const found: Occurrences = {
    starts,
    units: new Int32Array(size),
    inTexts: new Uint16Array(size),
    inContext: new Uint16Array(size),
  };
  lastUnit.fill(-1);
  const next = starts.slice();
  eachList(units, (terms, unit, kind) => {
    for (let i = 0; i < terms.length; i++) {
      const row = rowOf(terms[i] as number);
      if (lastUnit[row] !== unit) {
        lastUnit[row] = unit;
        found.units[next[row] as number] = unit;
        next[row] = (next[row] as number) + 1;
      }
      if (kind === 'pairs') continue;
      const at = (next[row] as number) - 1;
      const counts = found[kind];
      counts[at] = (counts[at] as number) + 1;
    }
  });
  return found;
}

/** Goes through all lists of terms, unit after unit. */
function eachList(
  units: readonly Unit[],
  visit: (terms: Int32Array, unit: number, kind: 'inTexts' | 'inContext' | 'pairs') => void,
): void {
  units.forEach(({ texts, context }, unit) => {
    for (const { terms, pairs } of texts) {
      visit(terms, unit, 'inTexts');
      visit(pairs, unit, 'pairs');
    }
    visit(context, unit, 'inContext');
  });
}

/**
 * Of each unit whether one of its texts, the last left out, is of stop words alone: such a text counts as a term more,
 * as the ranking was fitted to candidates that were found so.
 */
function wordlessTexts(units: readonly Unit[]): Uint32Array {
  return Uint32Array.from(units, ({ texts }) =>
    texts.slice(0, -1).some(({ terms }) => terms.length === 0) ? 1 : 0,
  );
}

/**
 * Adds what the words of one kind of text speak for each unit.
 * @param counts how often each stands there
 * @param lengths of each unit, to which its different words are added
 */
function addScores(
  scores: Float64Array,
  { starts, units }: Occurrences,
  counts: Uint16Array,
  boost: number,
  lengths: Uint32Array,
): void {
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number;
    if (counts[i] !== 0) lengths[unit] = (lengths[unit] as number) + 1;
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const { k, b, d } = BM25;
  for (let row = 0; row + 1 < starts.length; row++) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    let holders = 0;
    for (let i = from; i < to; i++) if (counts[i] !== 0) holders += 1;
    if (holders === 0) continue;
    const idf = Math.log(1 + (lengths.length - holders + 0.5) / (holders + 0.5));
    for (let i = from; i < to; i++) {
      const count = counts[i] as number;
      if (count === 0) continue;
      const norm = 1 - b + (b * (lengths[units[i] as number] as number)) / meanLength;
      const score = boost * idf * (d + (count * (k + 1)) / (count + k * norm));
      scores[i] = (scores[i] as number) + score;
    }
  }
}
