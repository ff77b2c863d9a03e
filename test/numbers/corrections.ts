/**
 * Corrects so many answers of one channel after a change of the corpus, at the pace of the bot, and prints how many edits
 * Discord would have seen in five seconds (it allows five in a channel).
 * usage: npm run test:corrections [-- MESSAGES]
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../helpers/app.ts';

const FIXTURE = 'test/fixtures/corpus';
const WINDOW_MS = 5_000;
const count = Number(process.argv[2] ?? 20);

const folder = mkdtempSync(join(tmpdir(), 'mpp-corrections-'));
cpSync(FIXTURE, folder, { recursive: true });
const file = join(folder, 'sources/harbour-act-2020.yaml');
writeFileSync(file, readFileSync(file, 'utf8').replace('than 2 crowns', 'than 3 crowns'));

const app = await startApp({ CORPUS_DIR: FIXTURE });
const ask = (question: string) =>
  app.discord.slash({ command: 'ferry', subcommand: 'ask', options: { question, private: false } });
for (let n = 0; n < count; n++) await ask('How much does the night ferry cost?');
const untouched = await ask('What is the night ferry?');
const started = performance.now();
await app.restart({ CORPUS_DIR: folder });
const outcomes = () => app.log.filter(({ event }) => event === 'shared-answer');
while (outcomes().length < count && performance.now() - started < count * 5_000) await sleep(50);
const seconds = (performance.now() - started) / 1_000;

const edits = app.discord.requests
  .filter(({ method, path }) => method === 'PATCH' && /^\/channels\/\d+\/messages\/\d+$/.test(path))
  .map(({ at, path, status }) => ({ at, path, status }));
const inWindow = ({ at }: { at: number }) =>
  edits.filter((one) => one.at >= at && one.at < at + WINDOW_MS).length;
const marked = app.discord
  .messages(app.discord.world.channel)
  .filter((message) => JSON.stringify(message.components).includes('Corrected on')).length;
process.stdout.write(
  [
    `answers: ${count}; corrected: ${outcomes().filter(({ outcome }) => outcome === 'corrected').length}; marked: ${marked}`,
    `edits: ${edits.length}, of ${new Set(edits.map(({ path }) => path)).size} messages; the untouched answer was edited: ${untouched.message?.editedAt !== null}`,
    `most edits within five seconds: ${Math.max(...edits.map(inWindow))} (Discord allows 5)`,
    `answers of 401, 403, 429: ${app.discord.invalidRequests}`,
    `seconds: ${seconds.toFixed(1)}`,
    '',
  ].join('\n'),
);
await app.stop();
rmSync(folder, { recursive: true, force: true });
