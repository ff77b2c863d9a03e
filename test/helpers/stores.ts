/** Stores for tests: empty, in a file of their own or in a database of their own, with a clock that can be set. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createStore, type Store } from '../../src/store/store.ts';
import type { PostgresServer } from './postgres.ts';

export interface TestStore extends Store {
  url: string;
  /** Lets so many days pass. */
  pass(days: number): void;
}

/** Opens an empty store of a kind; it ends with the test. */
export interface OpenStore {
  (): Promise<TestStore>;
  /**
   * Other connections to the same database. In SQLite the same one: a second one in the same process would wait for
   * the first without letting it go on; test/whole/store.test.ts has processes of their own.
   */
  again(store: TestStore): Promise<TestStore>;
}

/** A path in a folder that is removed after the test. */
export function temporaryPath(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

/** Opens stores on the addresses that `newUrl` gives. */
export function opener(newUrl: () => Promise<string>): OpenStore {
  const open = async (url: string): Promise<TestStore> => {
    let now = Date.parse('2026-08-06T12:00:00Z');
    // Each look at the clock is a moment later, as it is in life.
    const store = createStore(url, { now: () => new Date(now++), patienceMs: 0 });
    onTestFinished(() => store.stop());
    await store.start();
    return Object.assign(store, {
      url,
      pass: (days: number) => {
        now += days * 86_400_000;
      },
    });
  };
  return Object.assign(async () => open(await newUrl()), {
    again: async (store: TestStore) => (store.dialect === 'sqlite' ? store : open(store.url)),
  });
}

export const openSqliteStore = opener(async () => `sqlite:${temporaryPath('test.db')}`);
export const openPostgresStore = (server: () => PostgresServer) =>
  opener(() => server().newDatabase());

export const ANA = { id: '200000000000000001', name: 'Ana' };
export const BEN = { id: '200000000000000002', name: 'Ben' };
export const GUILD = '100000000000000001';
export const OTHER_GUILD = '100000000000000002';

/** For what is told of faults and hears of none. */
export function noFault(fault: unknown): never {
  throw fault;
}
