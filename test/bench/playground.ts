/** How long a person waits: from `npm start` to a page that can be used, and from Enter to the whole answer in it. */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from '../helpers/browser.ts';

const STARTS = 5;
const QUESTIONS = [
  'Is Remain in Mexico still active?',
  'Did it work?',
  'How many people were sent back?',
  'What did the Supreme Court decide in 2022?',
  'Who had a lawyer in MPP?',
];
const ROUNDS = 8;
const PORT = '8127';
const PAGE = `http://127.0.0.1:${PORT}/`;

/** Runs in the page: sends the command and resolves to the milliseconds until the answer is laid out and drawn. */
const TIME_AN_ANSWER = `new Promise((resolve) => {
  const began = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  }).observe(document.getElementById('messages'), { childList: true });
  document.getElementById('composer').requestSubmit();
})`;

const write = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const ms = (value: number) => `${value.toFixed(0)} ms`;

/** Runs `npm start` in a group of its own, so that all of it can be ended. */
function start() {
  const child = spawn('npm', ['start'], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, HTTP_PORT: PORT, DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: '' },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return async () => {
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
    await ended;
    // npm goes before the process that it started.
    while (await fetch(PAGE).catch(() => undefined)) await sleep(50);
  };
}

write(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`);
const browser = await launchBrowser();
const page = await browser.newPage();
const loaded: number[] = [];
const usable: number[] = [];
let stop = async () => {};
for (let run = 0; run < STARTS; run++) {
  await stop();
  const began = performance.now();
  stop = start();
  for (;;) {
    try {
      await page.goto(PAGE);
      break;
    } catch {
      await sleep(10);
    }
  }
  loaded.push(performance.now() - began);
  await page.waitForSelector('html[data-ready]');
  await page.fill('#typed', '/mpp ask ');
  await page.waitForSelector('.pill input');
  usable.push(performance.now() - began);
}
write(
  `npm start to the page shown:         median ${ms(median(loaded))} (${loaded.map(ms).join(', ')})`,
);
write(
  `npm start to a command typed into it: median ${ms(median(usable))} (${usable.map(ms).join(', ')})`,
);

// The index is built by now, or the first question builds it.
await page.reload();
await page.waitForSelector('html[data-ready]');
await sleep(3_000);
const answers: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const question of QUESTIONS) {
    await page.fill('#typed', `/mpp ask ${question}`);
    await page.waitForSelector('.pill input');
    answers.push(await page.evaluate<number>(TIME_AN_ANSWER));
  }
}
const sorted = [...answers].sort((a, b) => a - b);
write(
  `Enter to the answer drawn:            median ${ms(median(answers))}, 95th percentile ${ms(sorted[Math.floor(sorted.length * 0.95)] ?? 0)}, first ${ms(answers[0] ?? 0)} (${answers.length} questions)`,
);
await browser.close();
await stop();
