/** A map by the ids of terms that tells most misses without looking them up. */

/** Places of the sieve; a question has about a hundred terms, so that one in forty is taken. A power of two. */
const PLACES = 4_096;

/**
 * What a question says of some terms. A question is compared with tens of thousands of terms of texts, nearly all of
 * which it doesn't have: they fall through a sieve of their ids' last bits.
 */
export class TermMap<Value> extends Map<number, Value> {
  readonly #sieve = new Uint8Array(PLACES);

  override get(id: number): Value | undefined {
    return this.#sieve[id & (PLACES - 1)] === 0 ? undefined : super.get(id);
  }

  override set(id: number, value: Value): this {
    this.#sieve[id & (PLACES - 1)] = 1;
    return super.set(id, value);
  }
}
