/** Work that can be cut into steps, so that it is done at once or between other work. */

/** Yields between two steps of a few milliseconds at most, and returns what the work makes. */
export type Steps<T> = Generator<undefined, T, void>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
