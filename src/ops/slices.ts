/** Does long work in slices: one, then whatever waits, then the next. */
import { setImmediate as others } from 'node:timers/promises';
import type { Steps } from '../text/steps.ts';

/** Longest slice in milliseconds: what a member waits at most, and a fifth of what one would notice. */
const SLICE_MS = 12;

/** Does the steps without holding up the process for longer than a slice and a step. */
export async function inSlices<T>(steps: Steps<T>, sliceMs = SLICE_MS): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await others();
  }
}

/**
 * Lets many who each have a little to do go on in the order of asking, with whatever waits between slices of it: without,
 * all whom the database answers at the same time would be done before anything else is heard of.
 * @returns resolves when the caller may go on; what it does until it waits again is in the slice
 */
export function createSlices(sliceMs = SLICE_MS): () => Promise<void> {
  const asking = new Set<() => void>();
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (asking.size > 0) {
      const until = performance.now() + sliceMs;
      for (const goOn of asking) {
        asking.delete(goOn);
        goOn();
        // Behind what the caller does now.
        await undefined;
        if (performance.now() > until) break;
      }
      await others();
    }
    isRunning = false;
  }

  return () =>
    new Promise((resolve) => {
      asking.add(resolve);
      if (!isRunning) void run();
    });
}
