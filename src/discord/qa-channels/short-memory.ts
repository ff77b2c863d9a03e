/** What is remembered for a while and then gone, in memory only: each entry is deleted when its time is over. */
export interface ShortMemory<T> {
  set(key: string, value: T): void;
  get(key: string): T | undefined;
  delete(key: string): void;
  /** True when something that fits is remembered. */
  has(fits: (value: T) => boolean): boolean;
  /** Deletes what fits. */
  forget(fits: (value: T) => boolean): void;
  clear(): void;
}

/**
 * @param ms how long an entry is kept; setting it again begins anew
 * @param most entries at once; the oldest goes first
 */
export function createShortMemory<T>(ms: number, most = 5_000): ShortMemory<T> {
  const entries = new Map<string, { value: T; timer: NodeJS.Timeout }>();
  const remove = (key: string) => {
    clearTimeout(entries.get(key)?.timer);
    entries.delete(key);
  };
  return {
    set(key, value) {
      remove(key);
      entries.set(key, { value, timer: setTimeout(() => entries.delete(key), ms).unref() });
      if (entries.size > most) remove(entries.keys().next().value as string);
    },
    get: (key) => entries.get(key)?.value,
    delete: remove,
    has: (fits) => [...entries.values()].some(({ value }) => fits(value)),
    forget(fits) {
      for (const [key, { value }] of [...entries]) if (fits(value)) remove(key);
    },
    clear() {
      for (const key of [...entries.keys()]) remove(key);
    },
  };
}
