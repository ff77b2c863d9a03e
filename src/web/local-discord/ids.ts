/** Snowflakes as Discord makes them: they carry their time and sort by it. */

/** The first moment that a snowflake can name, in milliseconds since 1970. */
const EPOCH_MS = 1_420_070_400_000n;

/** A source of ids; each is larger than the one before. */
export function createIds(now: () => number = Date.now): () => string {
  let last = 0n;
  return () => {
    const fresh = (BigInt(now()) - EPOCH_MS) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}
