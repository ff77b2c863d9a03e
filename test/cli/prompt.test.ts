import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { runPrompt } from '../../src/cli/prompt.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

/** The prompt with these lines typed, until the input ends. */
async function typeInto(lines: string[], language: 'en' | 'es' = 'en') {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  stdin.end(lines.map((line) => `${line}\n`).join(''));
  const config = { CORPUS_DIR: FIXTURE_CORPUS, DEFAULT_LANGUAGE: language };
  const code = await runPrompt(config, { stdin, stdout });
  return { code, written: String(stdout.read()) };
}

test('it says in five steps how to get a token, and ends with 0 at the end of the input', async () => {
  const { code, written } = await typeInto([]);
  expect(code).toBe(0);
  expect(written).toMatch(/There is no DISCORD_TOKEN/);
  expect(written.match(/^ {2}\d\. /gm)).toHaveLength(5);
  expect(written).toContain('/ferry ask');
});

test('/ferry works as on Discord', async () => {
  const { written } = await typeInto([
    '/ferry ask What is the Night Ferry Scheme?',
    '/ferry source bresk-riders-union-2024',
    '/ferry sources kind:statute',
    '/ferry about',
    '/help',
    'exit',
    '/ferry about',
  ]);
  expect(written).toMatch(/\[1\]\n {4}.+ · as of /);
  expect(written).toMatch(/1 source, newest first\nharbour-act-2020 · /);
  expect(written.match(/Made up for tests\./g)).toHaveLength(1);
  expect(written).not.toContain('\u001b');
});

test('a line without a slash is a question', async () => {
  const { written } = await typeInto(['What is the Night Ferry Scheme?']);
  expect(written).toMatch(/\[1\]\n {4}.+ · as of /);
});

test('what it does not know is explained, and nothing ends it', async () => {
  const { code, written } = await typeInto([
    '',
    '/nonsense',
    '/ferry nonsense',
    '/ferry ask',
    '/ferry source nowhere',
    '/ferry sources about:nothing',
    '\u0000\u202E',
    'x'.repeat(6000),
  ]);
  expect(code).toBe(0);
  expect(written).toContain('There is no command /nonsense.');
  expect(written).toContain('There is no command nonsense.');
  expect(written).toContain('There is no question.');
  expect(written).toContain('I do not have a source of that name.');
  expect(written).toContain('There is no such kind, position or topic.');
});

test('it speaks the configured language', async () => {
  expect((await typeInto(['/ferry about'], 'es')).written).toContain('Inventado para pruebas.');
});

test('Ctrl-C and Ctrl-D in a terminal end it', async () => {
  for (const key of ['\u0003', '\u0004']) {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stdout = Object.assign(new PassThrough(), { isTTY: true });
    const config = { CORPUS_DIR: FIXTURE_CORPUS, DEFAULT_LANGUAGE: 'en' } as const;
    stdin.write(key);
    expect(await runPrompt(config, { stdin, stdout })).toBe(0);
    expect(String(stdout.read())).toContain('ferry> ');
  }
});
