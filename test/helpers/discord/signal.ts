// Waiting for a state that the other side brings about. Every wait of the stand-in goes through here; nothing polls.

export type Signal = {
  /** Tells all waiters to look again. */
  changed(): void;
  /**
   * Resolves with the first value of `check` that is neither undefined, null nor false. Rejects after `timeoutMs`
   * with a message that says what was waited for; an exception of `check` rejects at once.
   */
  until<T>(
    check: () => T | undefined | null | false,
    what: string | (() => string),
    timeoutMs: number,
  ): Promise<T>;
  /** Rejects all waiters; used when the stand-in closes. */
  close(): void;
};

/** Makes the one signal that a stand-in shares between its parts. */
export function createSignal(): Signal {
  const waiters = new Map<() => void, (reason: Error) => void>();

  return {
    changed() {
      for (const attempt of [...waiters.keys()]) attempt();
    },
    until(check, what, timeoutMs) {
      return new Promise((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          waiters.delete(attempt);
        };
        const fail = (reason: Error) => {
          finish();
          reject(reason);
        };
        const attempt = () => {
          try {
            const value = check();
            if (value === undefined || value === null || value === false) return;
            finish();
            resolve(value);
          } catch (error) {
            fail(error instanceof Error ? error : new Error(String(error)));
          }
        };
        const timer = setTimeout(() => {
          fail(new Error(`waited ${timeoutMs} ms for ${typeof what === 'string' ? what : what()}`));
        }, timeoutMs);
        waiters.set(attempt, fail);
        attempt();
      });
    },
    close() {
      for (const fail of [...waiters.values()])
        fail(new Error('the stand-in for Discord was closed'));
    },
  };
}
