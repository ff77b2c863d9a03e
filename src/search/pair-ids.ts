/** Ids of pairs of words in plain columns: there are many times more pairs than words, and a map's entries lie all over the memory. */

/** Word ids stay below this, so that two of them fit into one exact integer. */
const MOST_WORDS = 2 ** 26;
/** Places to begin with, and how many times as many as pairs there are at least. Powers of two. */
const FIRST_PLACES = 1_024;
const ROOM = 2;
const EMPTY = -1;

/** The two words of a pair as one number. */
export function pairKey(first: number, second: number): number {
  return first * MOST_WORDS + second;
}

/** The two words of such a number. */
export const firstOf = (key: number) => Math.floor(key / MOST_WORDS);
export const secondOf = (key: number) => key % MOST_WORDS;

/** A hash table with open addressing: a pair stands at the first free place from where its words point to. */
export class PairIds {
  #keys = new Float64Array(FIRST_PLACES).fill(EMPTY);
  #ids = new Uint32Array(FIRST_PLACES);
  #size = 0;

  get(first: number, second: number): number | undefined {
    const place = this.#placeOf(first, second);
    return this.#keys[place] === EMPTY ? undefined : this.#ids[place];
  }

  /** The id of a pair; `id` where it had none. */
  add(first: number, second: number, id: number): number {
    const place = this.#placeOf(first, second);
    if (this.#keys[place] !== EMPTY) return this.#ids[place] as number;
    this.#keys[place] = pairKey(first, second);
    this.#ids[place] = id;
    this.#size += 1;
    if (this.#size * ROOM > this.#keys.length) this.#grow();
    return id;
  }

  /** Keys of all pairs, ascending, with the ids beside them. */
  toColumns(): { pairs: Float64Array; pairIds: Uint32Array } {
    const pairs = this.#keys.filter((key) => key !== EMPTY).sort();
    const pairIds = new Uint32Array(pairs.length);
    pairs.forEach((key, i) => {
      pairIds[i] = this.#ids[this.#placeOf(firstOf(key), secondOf(key))] as number;
    });
    return { pairs, pairIds };
  }

  /** Where a pair stands, or the free place that it would take. */
  #placeOf(first: number, second: number): number {
    const keys = this.#keys;
    const key = pairKey(first, second);
    const last = keys.length - 1;
    // Multiplicative hashing (Knuth): odd constants that spread neighbouring ids over all places.
    const hash = Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b);
    let place = (hash ^ (hash >>> 15)) & last;
    while (keys[place] !== key && keys[place] !== EMPTY) place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const [keys, ids] = [this.#keys, this.#ids];
    this.#keys = new Float64Array(keys.length * ROOM).fill(EMPTY);
    this.#ids = new Uint32Array(keys.length * ROOM);
    keys.forEach((key, i) => {
      if (key === EMPTY) return;
      const place = this.#placeOf(firstOf(key), secondOf(key));
      this.#keys[place] = key;
      this.#ids[place] = ids[i] as number;
    });
  }
}
