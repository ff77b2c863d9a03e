/** One statement for many: a busy server waits for the database more than for anything else. */
import type { Store } from './store.ts';

/** How long what is only counted waits for more, in milliseconds: what a process that is killed may not have counted. */
const TOGETHER_MS = 1_000;

/** What is written some time later, together with what else has come by then. */
export interface Gathered<Item> {
  /** @param onFault told when it can't be written; it is lost then */
  add(store: Store, item: Item, onFault: (error: unknown) => void): void;
  /** Writes what waits: before it is read. */
  flush(store: Store): Promise<void>;
}

const kinds: Pick<Gathered<never>, 'flush'>[] = [];

/**
 * Gathers what is to be written, since each write is a wait for the disk, in which SQLite lets nobody else be answered.
 * @param write writes all of it, at least one; in one order in all processes, so that none waits for another that waits
 *   for it
 */
export function gather<Item>(
  write: (store: Store, items: readonly Item[]) => Promise<void>,
): Gathered<Item> {
  const waiting = new WeakMap<Store, { items: Item[]; timer: NodeJS.Timeout }>();
  const gathered: Gathered<Item> = {
    add(store, item, onFault) {
      const others = waiting.get(store);
      if (others) return void others.items.push(item);
      const timer = setTimeout(() => void gathered.flush(store).catch(onFault), TOGETHER_MS);
      waiting.set(store, { items: [item], timer });
    },
    async flush(store) {
      const due = waiting.get(store);
      if (!due) return;
      waiting.delete(store);
      clearTimeout(due.timer);
      await write(store, due.items);
    },
  };
  kinds.push(gathered);
  return gathered;
}

/** Writes all that waits; at the end. */
export async function flushGathered(store: Store): Promise<void> {
  const done = await Promise.allSettled(kinds.map((kind) => kind.flush(store)));
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}

/**
 * Reads for all who ask in the same turn of the event loop, by one statement. What is read was there after each of them
 * had asked.
 * @param read what there is for some keys; those without anything are left out
 */
export function readTogether<Value>(
  read: (store: Store, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (store: Store, key: string) => Promise<Value | undefined> {
  const asked = new WeakMap<
    Store,
    { keys: Set<string>; found: Promise<ReadonlyMap<string, Value>> }
  >();
  return async (store, key) => {
    let turn = asked.get(store);
    if (!turn) {
      const keys = new Set<string>();
      const begun = new Promise<void>((resolve) => setImmediate(resolve));
      const found = begun.then(() => {
        asked.delete(store);
        return read(store, [...keys]);
      });
      turn = { keys, found };
      asked.set(store, turn);
    }
    turn.keys.add(key);
    return (await turn.found).get(key);
  };
}
