import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { copyFixtureCorpus, editFile, FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { runCli } from '../helpers/run-cli.ts';

test('check: a sound corpus is one line and exit code 0', async () => {
  expect(await runCli(['corpus', 'check'], { env: { CORPUS_DIR: FIXTURE_CORPUS } })).toEqual({
    exitCode: 0,
    stdout:
      'no faults: 3 sources, 5 passages, 12 questions, 1 overview, 2 glossary entries, 2 events, 1 disagreement\n',
    stderr: '',
  });
});

test('check: faults are printed with paths from the working directory, exit code 1', async () => {
  const dir = copyFixtureCorpus();
  editFile(join(dir, 'corpus.yaml'), 'shortName:', 'shortname:');
  const inside = await runCli(['corpus', 'check', dir], { cwd: dirname(dir) });
  expect(inside.exitCode).toBe(1);
  expect(inside.stdout).toBe(
    `${basename(dir)}/corpus.yaml:2: shortName is missing — add "shortName:" here\n` +
      `${basename(dir)}/corpus.yaml:5: the file has an unknown key "shortname" — correct the spelling or remove the line; docs/CORPUS.md lists the keys\n` +
      '2 faults\n',
  );
  const outside = await runCli(['corpus', 'check', dir]);
  expect(outside.stdout).toContain(`${dir}/corpus.yaml:2: `);
});

test('report: tables for people, JSON for tools', async () => {
  const [text, json] = await Promise.all([
    runCli(['corpus', 'report', FIXTURE_CORPUS]),
    runCli(['corpus', 'report', FIXTURE_CORPUS, '--json']),
  ]);
  expect(text.stdout).toMatch(/^Night Ferry Scheme, version 2024-06-01 /);
  expect(JSON.parse(json.stdout).totals.passages).toBe(5);
  expect([text.exitCode, json.exitCode]).toEqual([0, 0]);
});

test('report: a broken corpus is named fault by fault, exit code 78', async () => {
  const result = await runCli(['corpus', 'report', 'no/such/folder']);
  expect(result).toMatchObject({ exitCode: 78, stdout: '' });
  expect(result.stderr).toContain('no/such/folder:1: the corpus folder is missing');
});

test('schema: writes one file for each kind of corpus file', async () => {
  const dir = copyFixtureCorpus();
  const result = await runCli(['corpus', 'schema', dir]);
  expect(result.stdout).toBe(`9 schemas written to ${dir}/schema\n`);
  expect(readdirSync(join(dir, 'schema'))).toContain('source.json');
});

test.each([
  [[], 'say what to do'],
  [['chekc'], 'there is no "corpus chekc"'],
  [['check', 'a', 'b'], 'one folder at a time'],
  [['check', '--json'], '--json goes with report'],
  [['check', '--fix'], "Unknown option '--fix'"],
])('wrong use %j says what is wrong and how it goes, exit code 64', async (args, message) => {
  const result = await runCli(['corpus', ...args]);
  expect(result.exitCode).toBe(64);
  expect(result.stderr).toContain(message);
  expect(result.stderr).toContain('usage: npm run corpus -- check');
});
