/** The wait between two questions of a member that a server may set. Kept in memory only. */

/** More entries than this are gone through, and those that are over are thrown away. */
const MOST_ENTRIES = 10_000;

const lastAsked = new Map<string, number>();

/**
 * Seconds that the member still has to wait; 0 when they may ask, which is noted as asked.
 * @param now milliseconds of any clock that only goes forward
 */
export function secondsToWait(
  guildId: string,
  userId: string,
  cooldownSeconds: number,
  now: number = performance.now(),
): number {
  if (cooldownSeconds <= 0) return 0;
  const key = `${guildId}:${userId}`;
  const last = lastAsked.get(key);
  const left = last === undefined ? 0 : last + cooldownSeconds * 1_000 - now;
  if (left > 0) return Math.ceil(left / 1_000);
  if (lastAsked.size >= MOST_ENTRIES)
    for (const [old, time] of lastAsked) if (now - time > 3_600_000) lastAsked.delete(old);
  lastAsked.set(key, now);
  return 0;
}
