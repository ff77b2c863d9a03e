import { expect, test } from 'vitest';
import { startProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

const start = () => startProcess(['src/cli/main.ts', 'prompt'], { CORPUS_DIR: FIXTURE_CORPUS });

test('npm run prompt answers what is typed and ends with the input', async () => {
  const prompt = start();
  prompt.type('/ferry about\n');
  prompt.endInput();
  expect(await prompt.exit()).toBe(0);
  expect(prompt.stdout).toMatch(/DISCORD_TOKEN=/);
  expect(prompt.stdout).toContain('Made up for tests.');
  expect(prompt.stderr).toBe('');
});

test('without a token npm start opens the page, says how to go live, and a signal ends it cleanly', async () => {
  const page = startProcess(['src/main.ts'], { CORPUS_DIR: FIXTURE_CORPUS, HTTP_PORT: '0' });
  await page.until('the steps', () => /^ {2}5\. /m.test(page.stdout));
  expect(page.stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
  page.signal('SIGINT');
  expect(await page.exit()).toBe(0);
  expect(page.stderr).toBe('');
});
