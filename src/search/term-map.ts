/** A map by the ids of terms that tells most misses by one look at a few kilobytes. */

/** Places by the last bits of an id; a question has about a hundred terms, so that one in forty is taken. A power of two. */
const PLACES = 4_096;

/**
 * What a question says of some terms. A question is compared with tens of thousands of terms of texts, nearly all of
 * which it doesn't have: their place is empty. Entries are numbered from 1 on, so that others can count by them.
 */
export class TermMap<Value> {
  /** At each place the number of its last entry; 0 where there is none. */
  readonly #last = new Int32Array(PLACES);
  /** By the number of an entry: the one before it at the same place, its id and its value. */
  readonly #before = [0];
  readonly #ids = [-1];
  readonly #values: (Value | undefined)[] = [undefined];

  /** One more than there are terms: all numbers of entries are below it. */
  get entries(): number {
    return this.#ids.length;
  }

  /**
   * Positions of the terms that may be in the map, into `passing`; gives how many there are. Without a branch, so that
   * no term waits for the one before.
   * @param terms the double of each id, and any lowest bit
   */
  sift(terms: Int32Array, passing: Int32Array): number {
    const last = this.#last;
    let count = 0;
    for (let i = 0; i < terms.length; i++) {
      passing[count] = i;
      count += Math.min(1, last[((terms[i] as number) >> 1) & (PLACES - 1)] as number);
    }
    return count;
  }

  /** The number of a term's entry; 0 when it isn't there. */
  entryOf(id: number): number {
    let entry = this.#last[id & (PLACES - 1)] as number;
    while (entry !== 0 && this.#ids[entry] !== id) entry = this.#before[entry] as number;
    return entry;
  }

  valueAt(entry: number): Value {
    return this.#values[entry] as Value;
  }

  get(id: number): Value | undefined {
    return this.#values[this.entryOf(id)];
  }

  /** Adds a term that isn't there yet. */
  add(id: number, value: Value): void {
    const place = id & (PLACES - 1);
    this.#before.push(this.#last[place] as number);
    this.#last[place] = this.#ids.length;
    this.#ids.push(id);
    this.#values.push(value);
  }
}
