/**
 * Latent semantic analysis (Deerwester et al. 1990): words that stand in the same units point in the same direction, so
 * that "stranded" is near to "stuck", and "frontera" to "border", without anybody having written them down as synonyms.
 * Every unit has its text in both languages and a dozen wordings, which is what this learns from.
 */
import type { Matcher } from './match.ts';
import { rememberRecent } from './recent.ts';
import type { TermTable } from './terms.ts';
import type { Unit } from './units.ts';

/** The directions of the words of a corpus. */
export interface LatentSpace {
  /** Numbers in a direction. */
  rank: number;
  /** Row in `words` by the id of a term; −1 for pairs and for words that no text holds. */
  rows: Int32Array;
  /** Directions of the words, one row after the other. */
  words: Float32Array;
}

/** How near the question is to a unit; each −1 to 1. */
export interface Nearness {
  /** All words of the question and all of the unit's: cosine. */
  latent: number;
  /** Content words of the question, or what they may stand for, and those of the unit's nearest text: cosine. */
  latentText: number;
}

/** Numbers in a direction; 40 to 100 rank alike on the development questions. */
const RANK = 64;
/** With as many directions as units each would keep to its own words. */
const UNITS_A_DIRECTION = 3;
/** Rounds of orthogonal iteration; fewer rank as well, but the directions shift more when a source is added. */
const ROUNDS = 6;
/** Units that the directions are learned from: enough, and learning from more takes longer for nothing. */
const MOST_LEARNED_FROM = 6_000;

/** A matrix of few values that aren't 0: those of row i stand from `starts[i]` to `starts[i + 1]`. */
export interface SparseMatrix {
  starts: Uint32Array<ArrayBuffer>;
  columns: Int32Array<ArrayBuffer>;
  values: Float64Array<ArrayBuffer>;
}

/** What is learned from the words of some units. */
export interface Learned {
  latent: LatentSpace;
  /** Where each unit points to, one after the other; each of length 1. */
  places: Float32Array;
}

/** A row for each unit, a column for each id of a word: the more of its texts hold a word, and the rarer it is, the more it counts. */
export function wordVectors(units: readonly Unit[], table: TermTable): SparseMatrix {
  /** By the id of a word; all 0 between two units. */
  const counts = new Uint32Array(table.size);
  const starts = new Uint32Array(units.length + 1);
  const columns = new Int32Array(wordsIn(units));
  const values = new Float64Array(columns.length);
  let size = 0;
  units.forEach(({ texts }, unit) => {
    const first = size;
    for (const { wording, pairs } of texts) {
      const words = wording.length - pairs.length;
      for (let i = 0; i < words; i++) {
        const id = wording[i] as number;
        const count = counts[id] as number;
        if (count === 0) columns[size++] = id;
        counts[id] = count + 1;
      }
    }
    for (let k = first; k < size; k++) {
      const id = columns[k] as number;
      values[k] = Math.log1p(counts[id] as number) * table.idf(id);
      counts[id] = 0;
    }
    starts[unit + 1] = size;
  });
  return { starts, columns: columns.slice(0, size), values: values.slice(0, size) };
}

/** Of all texts together. */
function wordsIn(units: readonly Unit[]): number {
  let words = 0;
  for (const { texts } of units)
    for (const { wording, pairs } of texts) words += wording.length - pairs.length;
  return words;
}

/**
 * Learns the directions of the words of some units, and where the units point to; about 0.2 s for 1,500 units.
 * Deterministic.
 * @param words of each unit, from `wordVectors`
 * @param size all ids of words are below it
 */
export function learnDirections(words: SparseMatrix, size: number): Learned {
  const latent = learnLatentSpace(words, size);
  return { latent, places: placesIn(latent, words) };
}

function learnLatentSpace(vectors: SparseMatrix, size: number): LatentSpace {
  const rows = new Int32Array(size).fill(-1);
  const { matrix: wordsOfUnits, height } = chooseRows(vectors, rows);
  const units = wordsOfUnits.starts.length - 1;
  const unitsOfWords = transpose(wordsOfUnits, height);
  const rank = Math.min(RANK, Math.ceil(units / UNITS_A_DIRECTION));
  // Any start does that touches all directions; units from all over the corpus do.
  let words = new Float64Array(height * rank);
  const { starts, columns, values } = wordsOfUnits;
  for (let j = 0; j < rank; j++) {
    const unit = Math.floor((j * units) / rank);
    for (let k = starts[unit] as number; k < (starts[unit + 1] as number); k++)
      words[(columns[k] as number) * rank + j] = values[k] as number;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const placed = multiply(wordsOfUnits, words, rank);
    // There are fewer units than words.
    orthogonalise(placed, rank);
    words = multiply(unitsOfWords, placed, rank);
  }
  orthogonalise(words, rank);
  return { rank, rows, words: new Float32Array(words.subarray(0, height * rank)) };
}

/**
 * The units that are learned from, each of length 1.
 * @param rows takes up a row for each of their words
 */
function chooseRows(
  { starts, columns, values }: SparseMatrix,
  rows: Int32Array,
): { matrix: SparseMatrix; height: number } {
  const all = starts.length - 1;
  const every = Math.max(1, all / MOST_LEARNED_FROM);
  const chosen: number[] = [];
  for (let i = 0; i < all; i++)
    if (Math.floor(i / every) !== Math.floor((i - 1) / every)) chosen.push(i);
  const matrix = {
    starts: new Uint32Array(chosen.length + 1),
    columns: new Int32Array(columns.length),
    values: new Float64Array(values.length),
  };
  let height = 0;
  let at = 0;
  chosen.forEach((unit, i) => {
    const [from, to] = [starts[unit] as number, starts[unit + 1] as number];
    let squares = 0;
    for (let k = from; k < to; k++) squares += (values[k] as number) * (values[k] as number);
    const length = Math.sqrt(squares) || 1;
    for (let k = from; k < to; k++) {
      const id = columns[k] as number;
      if (rows[id] === -1) rows[id] = height++;
      matrix.columns[at] = rows[id] as number;
      matrix.values[at] = (values[k] as number) / length;
      at += 1;
    }
    matrix.starts[i + 1] = at;
  });
  matrix.columns = matrix.columns.subarray(0, at);
  matrix.values = matrix.values.subarray(0, at);
  return { matrix, height };
}

function placesIn(latent: LatentSpace, { starts, columns, values }: SparseMatrix) {
  const { rank } = latent;
  const units = starts.length - 1;
  const places = new Float32Array(units * rank);
  for (let unit = 0; unit < units; unit++) {
    const direction = places.subarray(unit * rank, (unit + 1) * rank);
    for (let k = starts[unit] as number; k < (starts[unit + 1] as number); k++)
      addRow(direction, latent, columns[k] as number, values[k] as number);
    normalise(direction);
  }
  return places;
}

/** How near a question is to each of some units. */
export function nearnessOf(
  matcher: Matcher,
  units: readonly Unit[],
  table: TermTable,
  space: LatentSpace,
): Nearness[] {
  const said = directionOfWords(matcher, table, space);
  const meant = directionOfContent(matcher, space);
  const directionsOf = textDirections(table, space);
  return units.map((unit) => ({
    latent: dot(said, unit.latent),
    latentText: largestProduct(meant, directionsOf(unit)),
  }));
}

/** Units whose texts' directions are kept: all of a small corpus, about 4 kB each. */
const KEPT = 4_000;

const readers = new WeakMap<LatentSpace, (unit: Unit) => Float32Array>();

/** Where the content of each of a unit's texts points to, one after the other; each of length 1, or 0. */
function textDirections(table: TermTable, space: LatentSpace): (unit: Unit) => Float32Array {
  let reader = readers.get(space);
  if (!reader) {
    const { rank } = space;
    reader = rememberRecent(KEPT, ({ texts }: Unit) => {
      const directions = new Float32Array(texts.length * rank);
      texts.forEach(({ terms }, i) => {
        const direction = directions.subarray(i * rank, (i + 1) * rank);
        for (const id of terms) addRow(direction, space, id, table.idf(id));
        normalise(direction);
      });
      return directions;
    });
    readers.set(space, reader);
  }
  return reader;
}

function largestProduct(direction: Float32Array, others: Float32Array): number {
  let largest = -1;
  for (let at = 0; at < others.length; at += direction.length)
    largest = Math.max(largest, dot(direction, others, at));
  return largest;
}

/** The words of the question in its language. */
function directionOfWords({ words }: Matcher, table: TermTable, space: LatentSpace) {
  const direction = new Float32Array(space.rank);
  for (const id of words) addRow(direction, space, id, table.idf(id));
  normalise(direction);
  return direction;
}

/** The content words of the question with all that they may stand for. */
function directionOfContent({ slots, hits }: Matcher, space: LatentSpace): Float32Array {
  const direction = new Float32Array(space.rank);
  for (const [id, satisfied] of hits) {
    for (const { slot, weight } of satisfied) {
      addRow(direction, space, id, weight * (slots[slot]?.idf ?? 0));
    }
  }
  normalise(direction);
  return direction;
}

/** The columns as rows. @param height how many columns there are */
function transpose({ starts, columns, values }: SparseMatrix, height: number): SparseMatrix {
  const turned: SparseMatrix = {
    starts: new Uint32Array(height + 1),
    columns: new Int32Array(columns.length),
    values: new Float64Array(values.length),
  };
  for (const column of columns)
    turned.starts[column + 1] = (turned.starts[column + 1] as number) + 1;
  for (let i = 0; i < height; i++)
    turned.starts[i + 1] = (turned.starts[i + 1] as number) + (turned.starts[i] as number);
  const next = turned.starts.slice();
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
      const column = columns[k] as number;
      const at = next[column] as number;
      next[column] = at + 1;
      turned.columns[at] = row;
      turned.values[at] = values[k] as number;
    }
  }
  return turned;
}

/** Sums that are made at a time, which takes half as long as one after the other: none waits for another. */
const AT_A_TIME = 4;

/** The product of a matrix with rows of `rank` numbers; rows of 0 fill it up to a multiple of `AT_A_TIME`. */
function multiply(
  { starts, columns, values }: SparseMatrix,
  dense: Float64Array,
  rank: number,
): Float64Array<ArrayBuffer> {
  const height = Math.ceil((starts.length - 1) / AT_A_TIME) * AT_A_TIME;
  const product = new Float64Array(height * rank);
  for (let row = 0; row + 1 < starts.length; row++) {
    const begin = starts[row] as number;
    const end = starts[row + 1] as number;
    let j = 0;
    for (; j + AT_A_TIME <= rank; j += AT_A_TIME) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let k = begin; k < end; k++) {
        const value = values[k] as number;
        const at = (columns[k] as number) * rank + j;
        first += value * (dense[at] as number);
        second += value * (dense[at + 1] as number);
        third += value * (dense[at + 2] as number);
        fourth += value * (dense[at + 3] as number);
      }
      const to = row * rank + j;
      product[to] = first;
      product[to + 1] = second;
      product[to + 2] = third;
      product[to + 3] = fourth;
    }
    for (; j < rank; j++) {
      let sum = 0;
      for (let k = begin; k < end; k++)
        sum += (values[k] as number) * (dense[(columns[k] as number) * rank + j] as number);
      product[row * rank + j] = sum;
    }
  }
  return product;
}

/** A trace of the whole that is added before the root is taken, so that columns that say the same do no harm. */
const RIDGE = 1e-9;

/** Makes the columns orthonormal in place, by the Cholesky factor of their products. */
function orthogonalise(rows: Float64Array, rank: number): void {
  divideByFactor(rows, choleskyFactor(productsOfColumns(rows, rank), rank), rank);
}

/** The product of each column with itself and those before it. */
function productsOfColumns(rows: Float64Array, rank: number): Float64Array {
  const products = new Float64Array(rank * rank);
  for (let first = 0; first < rows.length; first += AT_A_TIME * rank) {
    const [second, third, fourth] = [first + rank, first + 2 * rank, first + 3 * rank];
    for (let i = 0; i < rank; i++) {
      const a = rows[first + i] as number;
      const b = rows[second + i] as number;
      const c = rows[third + i] as number;
      const d = rows[fourth + i] as number;
      for (let j = 0; j <= i; j++) {
        products[i * rank + j] =
          (products[i * rank + j] as number) +
          a * (rows[first + j] as number) +
          b * (rows[second + j] as number) +
          c * (rows[third + j] as number) +
          d * (rows[fourth + j] as number);
      }
    }
  }
  return products;
}

/** The lower Cholesky factor of a symmetric matrix, of which only the lower half is read. */
function choleskyFactor(products: Float64Array, rank: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < rank; i++) trace += products[i * rank + i] as number;
  const factor = new Float64Array(rank * rank);
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = products[i * rank + j] as number;
      for (let k = 0; k < j; k++)
        rest -= (factor[i * rank + k] as number) * (factor[j * rank + k] as number);
      factor[i * rank + j] =
        i === j
          ? Math.sqrt(Math.max(rest, 0) + RIDGE * trace) || 1
          : rest / (factor[j * rank + j] as number);
    }
  }
  return factor;
}

/** Multiplies rows with the inverse of a factor's transpose, in place, by substitution. */
function divideByFactor(rows: Float64Array, factor: Float64Array, rank: number): void {
  for (let first = 0; first < rows.length; first += AT_A_TIME * rank) {
    const [second, third, fourth] = [first + rank, first + 2 * rank, first + 3 * rank];
    for (let i = 0; i < rank; i++) {
      let a = rows[first + i] as number;
      let b = rows[second + i] as number;
      let c = rows[third + i] as number;
      let d = rows[fourth + i] as number;
      for (let k = 0; k < i; k++) {
        const by = factor[i * rank + k] as number;
        a -= by * (rows[first + k] as number);
        b -= by * (rows[second + k] as number);
        c -= by * (rows[third + k] as number);
        d -= by * (rows[fourth + k] as number);
      }
      const by = factor[i * rank + i] as number;
      rows[first + i] = a / by;
      rows[second + i] = b / by;
      rows[third + i] = c / by;
      rows[fourth + i] = d / by;
    }
  }
}

function addRow(
  direction: Float32Array,
  { rank, rows, words }: LatentSpace,
  id: number,
  by: number,
) {
  const row = rows[id] ?? -1;
  if (row === -1) return;
  for (let j = 0; j < rank; j++)
    direction[j] = (direction[j] as number) + by * (words[row * rank + j] as number);
}

/** The product of `a` with as many numbers of `b`, from `at` on. */
function dot(a: Float32Array, b: Float32Array, at = 0): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let j = 0;
  for (; j + AT_A_TIME <= a.length; j += AT_A_TIME) {
    first += (a[j] as number) * (b[at + j] as number);
    second += (a[j + 1] as number) * (b[at + j + 1] as number);
    third += (a[j + 2] as number) * (b[at + j + 2] as number);
    fourth += (a[j + 3] as number) * (b[at + j + 3] as number);
  }
  let sum = first + second + third + fourth;
  for (; j < a.length; j++) sum += (a[j] as number) * (b[at + j] as number);
  return sum;
}

/** Makes a direction one of length 1, in place; one of length 0 stays. */
function normalise(direction: Float32Array): void {
  const by = 1 / (Math.sqrt(dot(direction, direction)) || 1);
  for (let j = 0; j < direction.length; j++) direction[j] = (direction[j] as number) * by;
}
