/** `npm run retrieval` as an operator runs it: folders in, TREC runs out. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';

const ENGLISH = 'test/fixtures/collections/english';
const SPANISH = 'test/fixtures/collections/spanish';
const PASSAGE = '{"_id": "p", "title": "Bees", "text": "Bees make honey."}';
const QUESTION = '{"_id": "q", "text": "honey"}';

/** A folder with these files. */
function folderWith(files: Record<string, string | Buffer>): string {
  const dir = mkdtempSync(join(tmpdir(), 'collection-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

async function retrieve(dir: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runCli(['retrieval', dir]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).not.toContain(' 0.000000 ');
  return stdout;
}

/** Question → the passages found, best first. */
function rankings(run: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const line of run.trim().split('\n')) {
    const [question = '', , passage = ''] = line.split(' ');
    found[question] = [...(found[question] ?? []), passage];
  }
  return found;
}

test('English passages are found by title, stem, misspelling, number and words in order; function words find nothing', async () => {
  expect(rankings(await retrieve(ENGLISH))).toEqual({
    title: ['lighthouse', 'library'],
    stems: ['earthquake', 'lighthouse'],
    typo: ['bees', 'honey'],
    number: ['volcano'],
    'one-order': ['boat', 'paper'],
    'other-order': ['paper', 'boat'],
    spanish: ['photosynthesis'],
  });
});

test('Spanish passages are found without accents, by stem, number and misspelling, and by English words', async () => {
  expect(rankings(await retrieve(SPANISH))).toEqual({
    accents: ['volcán'],
    stems: ['abejas', 'caja'],
    number: ['volcán'],
    typo: ['miel'],
    english: ['faro'],
  });
});

test('a run has six columns, ranks from 1 to at most 1000, and falling scores', async () => {
  const passages = Array.from({ length: 1100 }, (_, i) => ({
    _id: `p${i}`,
    text: `honey ${'and wax '.repeat(i % 7)}`,
  }));
  const dir = folderWith({
    'corpus.jsonl': passages.map((passage) => `${JSON.stringify(passage)}\n`).join(''),
    'queries.jsonl': QUESTION,
  });
  const rows = (await retrieve(dir)).trimEnd().split('\n');
  expect(rows).toHaveLength(1000);
  let before = Number.POSITIVE_INFINITY;
  rows.forEach((row, i) => {
    const [, rank, score] =
      /^q Q0 p\d+ (\d+) (\d+\.\d{6}) mpp-bot$/.exec(row) ?? expect.fail(`not a row: ${row}`);
    expect(Number(rank)).toBe(i + 1);
    expect(Number(score)).toBeLessThanOrEqual(before);
    before = Number(score);
  });
  // Shorter passages first, equal ones in the collection's order.
  expect(rows.slice(0, 2).map((row) => row.split(' ')[2])).toEqual(['p0', 'p7']);
});

test('gzipped files give the same run as plain ones', async () => {
  const zipped = Object.fromEntries(
    ['corpus', 'queries'].map((name) => [
      `${name}.jsonl.gz`,
      gzipSync(readFileSync(join(ENGLISH, `${name}.jsonl`))),
    ]),
  );
  expect(await retrieve(folderWith(zipped))).toBe(await retrieve(ENGLISH));
});

test('ids that are numbers, a missing title, blank lines and a byte order mark are no faults', async () => {
  const dir = folderWith({
    'corpus.jsonl': '\uFEFF{"_id": 7, "text": "Bees make honey."}\r\n\r\n',
    'queries.jsonl': `\n${QUESTION}\n`,
  });
  expect(rankings(await retrieve(dir))).toEqual({ q: ['7'] });
});

test.each<[string, Record<string, string | Buffer>, string]>([
  ['no passages', { 'queries.jsonl': QUESTION }, 'holds neither corpus.jsonl nor corpus.jsonl.gz'],
  ['no questions', { 'corpus.jsonl': PASSAGE }, 'holds neither queries.jsonl nor queries.jsonl.gz'],
  ['an empty file', { 'corpus.jsonl': '\n', 'queries.jsonl': QUESTION }, 'corpus.jsonl is empty'],
  [
    'a line that is not JSON',
    { 'corpus.jsonl': `${PASSAGE}\n{"_id": `, 'queries.jsonl': QUESTION },
    'corpus.jsonl:2: not JSON',
  ],
  [
    'a row without a text',
    { 'corpus.jsonl': '{"_id": "p"}', 'queries.jsonl': QUESTION },
    'corpus.jsonl:1: text: ',
  ],
  [
    'a question without an id',
    { 'corpus.jsonl': PASSAGE, 'queries.jsonl': '{"text": "honey"}' },
    'queries.jsonl:1: _id: ',
  ],
  [
    'an id in two words, which would break the run',
    { 'corpus.jsonl': PASSAGE.replace('"p"', '"p 1"'), 'queries.jsonl': QUESTION },
    'corpus.jsonl:1: _id: has to be one word',
  ],
  [
    'an id twice',
    { 'corpus.jsonl': `${PASSAGE}\n${PASSAGE}`, 'queries.jsonl': QUESTION },
    'corpus.jsonl:2: line 1 has the _id p too',
  ],
  [
    'a file that is not gzipped',
    { 'corpus.jsonl.gz': PASSAGE, 'queries.jsonl': QUESTION },
    'corpus.jsonl.gz cannot be read: incorrect header check',
  ],
  [
    'a text that is not UTF-8',
    { 'corpus.jsonl': Buffer.from('{"_id": "p", "text": "fa\xE7ade"}', 'latin1') },
    'corpus.jsonl cannot be read: ',
  ],
])('%s is told in one line, with exit code 64', async (_, files, message) => {
  const { exitCode, stdout, stderr } = await runCli(['retrieval', folderWith(files)]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  expect(stderr.split('\n')[0]).toContain(message);
});

test('a folder that is not there, none and two are told apart, with exit code 64', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'collection-'));
  mkdirSync(join(dir, 'corpus.jsonl'));
  writeFileSync(join(dir, 'queries.jsonl'), QUESTION);
  for (const [args, message] of [
    [['no/such/folder'], 'there is no folder no/such/folder'],
    [['package.json'], 'there is no folder package.json'],
    [[], 'say which folder'],
    [[ENGLISH, SPANISH], 'one folder at a time'],
    [[dir], 'cannot be read: EISDIR'],
  ] as const) {
    const { exitCode, stderr } = await runCli(['retrieval', ...args]);
    expect(exitCode).toBe(64);
    expect(stderr.split('\n')[0]).toContain(message);
  }
});
