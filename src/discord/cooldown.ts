/** The wait between two questions of a member that a server may set. Kept in memory only. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A limiter for each length of wait that some server has set. */
const limiters = new Map<number, RateLimiterMemory>();

/** Seconds that the member still has to wait; 0 when they may ask, which is noted as asked. */
export async function secondsToWait(
  guildId: string,
  userId: string,
  cooldownSeconds: number,
): Promise<number> {
  if (cooldownSeconds <= 0) return 0;
  let limiter = limiters.get(cooldownSeconds);
  if (!limiter) {
    limiter = new RateLimiterMemory({ points: 1, duration: cooldownSeconds });
    limiters.set(cooldownSeconds, limiter);
  }
  return waitOf(limiter, `${guildId}:${userId}`);
}

/** Takes a turn from a limiter; the seconds until the next one when there is none left, else 0. */
export async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
  }
}
