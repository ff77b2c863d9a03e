import { expect, test } from 'vitest';
import { startProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

const start = () => startProcess(['src/main.ts'], { CORPUS_DIR: FIXTURE_CORPUS });

test('npm start without a token opens the prompt, which ends with the input', async () => {
  const prompt = start();
  prompt.type('/ferry about\n');
  prompt.endInput();
  expect(await prompt.exit()).toBe(0);
  expect(prompt.stdout).toMatch(/There is no DISCORD_TOKEN/);
  expect(prompt.stdout).toContain('Made up for tests.');
  expect(prompt.stderr).toBe('');
});

test('a signal ends it cleanly', async () => {
  const prompt = start();
  await prompt.until('the introduction', () => prompt.stdout.includes('/help'));
  prompt.signal('SIGINT');
  expect(await prompt.exit()).toBe(0);
  expect(prompt.stderr).toBe('');
});
