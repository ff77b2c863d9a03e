/**
 * Lets interactions wait for their turn: when more come than can be answered, those that can are answered in time, and
 * the others go without the work that nobody would see.
 */

/** Interactions that are worked on at once; most of them wait for Discord or the database. */
const AT_ONCE = 100;
/** Interactions that may wait: what a fast machine can answer in time, and no more than memory can hold. */
const MOST_WAITING = 5_000;
/**
 * Longest wait for a turn in milliseconds. Discord gives up three seconds after it sent an interaction; the rest is for
 * the ways there and back, and for those who were before.
 */
export const PATIENCE_MS = 1_500;
/** The same for suggestions: by then the person has typed on. */
export const SUGGESTION_PATIENCE_MS = 1_000;

/**
 * Longest time in milliseconds that a turn is held; work that takes longer goes on beside. Whoever asked has given up by
 * then, and what hangs must not keep others from being answered.
 */
const LONGEST_TURN_MS = 10_000;

/** Why an interaction didn't get a turn: too many were before it, or too many waited already. */
export type NoTurn = 'late' | 'full';

export interface Turns {
  /** Does the work when it is its turn. Resolves when it is done, or to why it was never begun. */
  take(work: () => Promise<void>, patienceMs?: number): Promise<NoTurn | undefined>;
  /** How many wait. */
  waiting(): number;
}

export interface TurnLimits {
  atOnce?: number;
  mostWaiting?: number;
  /** Longest wait in milliseconds, whatever the patience. */
  longestMs?: number;
  /** Longest time that a turn is held. */
  longestTurnMs?: number;
}

interface Waiting {
  until: number;
  /** Ends the wait. */
  resolve(missed: NoTurn | undefined): void;
}

/** Turns for all connections of a process. First come, first served, so that a short rush is answered whole. */
export function createTurns({
  atOnce = AT_ONCE,
  mostWaiting = MOST_WAITING,
  longestMs = PATIENCE_MS,
  longestTurnMs = LONGEST_TURN_MS,
}: TurnLimits = {}): Turns {
  const queue = new Set<Waiting>();
  let free = atOnce;

  function wait(patienceMs: number): Promise<NoTurn | undefined> {
    const until = performance.now() + Math.min(patienceMs, longestMs);
    return new Promise((resolve) => void queue.add({ until, resolve }));
  }

  function passOn(): void {
    free += 1;
    for (const first of queue) {
      if (free === 0) return;
      queue.delete(first);
      const isLate = performance.now() > first.until;
      if (!isLate) free -= 1;
      first.resolve(isLate ? 'late' : undefined);
    }
  }

  return {
    async take(work, patienceMs = PATIENCE_MS) {
      if (free > 0) free -= 1;
      else {
        const missed = queue.size < mostWaiting ? await wait(patienceMs) : 'full';
        if (missed) return missed;
      }
      let isHeld = true;
      const giveBack = () => {
        if (isHeld) passOn();
        isHeld = false;
      };
      const overdue = setTimeout(giveBack, longestTurnMs).unref();
      try {
        await work();
      } finally {
        clearTimeout(overdue);
        giveBack();
      }
      return undefined;
    },
    waiting: () => queue.size,
  };
}
