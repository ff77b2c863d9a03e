import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { runPrompt } from '../../src/cli/prompt.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

/** The prompt with these lines typed, until the input ends. */
async function typeInto(lines: string[], language: 'en' | 'es' = 'en') {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  stdin.end(lines.map((line) => `${line}\n`).join(''));
  const config = {
    CACHE_DIR: 'data/cache',
    CORPUS_DIR: FIXTURE_CORPUS,
    DEFAULT_LANGUAGE: language,
  };
  const code = await runPrompt(config, { stdin, stdout });
  return { code, written: String(stdout.read()) };
}

test('it says in five steps how to get a token, and ends with 0 at the end of the input', async () => {
  const { code, written } = await typeInto([]);
  expect(code).toBe(0);
  expect(written).toContain('DISCORD_TOKEN=');
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

test('timeline, status and define take their options as text', async () => {
  const { written } = await typeInto([
    '/ferry timeline',
    '/ferry timeline from:2020 to:1 March 2020 topic:status',
    '/ferry status 2020-08-31',
    '/ferry status on:1 September 2020',
    '/ferry status',
    '/ferry define NFS',
    '/ferry define term:transbordador nocturno',
  ]);
  expect(written).toContain('Timeline: 2 events\n\nMarch 1, 2020 · Parliament passes');
  expect(written).toContain('    They cover the year to October.');
  expect(written).toMatch(/Timeline: 1 event\n2020 to March 1, 2020\nabout .+\n\nMarch 1, 2020/);
  expect(written).toMatch(/August 31, 2020\n\nin force · March 1, 2020 to August 31, 2020\n/);
  expect(written).toMatch(/September 1, 2020\n\nthe ferry runs · since September 1, 2020\n/);
  expect(written).toContain('These records speak up to June 1, 2024. What has happened since');
  expect(written).toContain('the ferry runs · since September 1, 2020 · as of June 1, 2024');
  expect(written.match(/^Night Ferry Scheme\nterm\nThe ferry that .+ \[1\]$/gm)).toHaveLength(2);
});

test('dates, topics and terms that it does not know are explained', async () => {
  const { code, written } = await typeInto([
    '/ferry status 2021-13-01',
    '/ferry timeline from:someday',
    '/ferry timeline topic:nothing',
    '/ferry define xylophone',
    '/ferry define',
    '/ferry timeline from:1800 to:1801',
  ]);
  expect(code).toBe(0);
  expect(written).toContain('The calendar has no such date.');
  expect(written).toContain('I could not read that date.');
  expect(written).toContain('I do not have a topic of that name.');
  expect(written.match(/The glossary has no entry of that name\./g)).toHaveLength(2);
  expect(written).toContain('Its events go from March 1, 2020 to 2023.');
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
    const config = {
      CACHE_DIR: 'data/cache',
      CORPUS_DIR: FIXTURE_CORPUS,
      DEFAULT_LANGUAGE: 'en',
    } as const;
    stdin.write(key);
    expect(await runPrompt(config, { stdin, stdout })).toBe(0);
    expect(String(stdout.read())).toContain('ferry> ');
  }
});
