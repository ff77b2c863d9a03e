/** Keeps what is costly to make for the things that were used last, and forgets the rest. */

/**
 * `make`, which gives again what it gave for the last things that it was asked about: for at least `size` of them, and
 * at most twice as many. What nobody else holds is forgotten earlier.
 */
export function rememberRecent<Key extends WeakKey, Value extends object>(
  size: number,
  make: (key: Key) => Value,
): (key: Key) => Value {
  let recent = new WeakMap<Key, Value>();
  let before = new WeakMap<Key, Value>();
  let count = 0;
  return (key) => {
    const known = recent.get(key);
    if (known) return known;
    const value = before.get(key) ?? make(key);
    if (count === size) {
      before = recent;
      recent = new WeakMap();
      count = 0;
    }
    recent.set(key, value);
    count += 1;
    return value;
  };
}
