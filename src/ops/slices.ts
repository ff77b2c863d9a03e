/** Does long work between answers: a slice, then whatever waits, then the next slice. */
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
