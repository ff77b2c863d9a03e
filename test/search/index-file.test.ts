import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { buildIndex, type SearchIndex } from '../../src/search/build.ts';
import { readIndexFile, writeIndexFile } from '../../src/search/index-file.ts';
import { search } from '../../src/search/search.ts';
import { fixtureIndex, fixtureIndexWith, realIndex } from '../helpers/indexes.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'mpp-index-'));

/** A folder with the kept index of the made-up corpus. */
function kept() {
  const dir = newFolder();
  const { corpus } = fixtureIndex();
  writeIndexFile(dir, corpus);
  const [name] = readdirSync(dir);
  return { dir, corpus, file: join(dir, name as string) };
}

const found = (index: SearchIndex, question: string) =>
  search(index, analyseQuestion(question, index.lexicon)).passages.map(({ passage, signals }) => [
    passage.id,
    signals,
  ]);

test('a kept index finds the same as a built one, down to every signal', () => {
  // The real one is read from the file that the test run keeps.
  const read = realIndex();
  const built = buildIndex(loadCorpus('corpus'));
  expect(read.table.toData().units).toBe(built.table.toData().units);
  for (const question of [
    'how many people were sent back to mexico',
    'cuantas personas fueron secuestradas en matamoros',
    'did Bidden end the remian in mexico policy',
    'who can get an exemption?',
    'what happened on 19 august 2021',
  ])
    expect(found(read, question)).toEqual(found(built, question));
});

test('it is read where it fits, and leaves no half file', () => {
  const { dir, corpus } = kept();
  expect(readdirSync(dir)).toHaveLength(1);
  expect(readIndexFile(dir, corpus)?.units).toHaveLength(fixtureIndex().units.length);
});

test('an index of another corpus is left alone', () => {
  const { dir } = kept();
  const other = fixtureIndexWith({ 'another-one': [{ en: 'The ferry runs on Sundays.' }] });
  expect(readIndexFile(dir, other.corpus)).toBeUndefined();
});

test.each([
  ['cut off', (file: string) => truncateSync(file, 5_000)],
  ['empty', (file: string) => truncateSync(file, 0)],
  ['not an index', (file: string) => writeFileSync(file, 'hello '.repeat(999))],
  [
    'changed in one place',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[9_999] = (bytes[9_999] as number) ^ 1;
      writeFileSync(file, bytes);
    },
  ],
])('a file that is %s is not read', (_, spoil) => {
  const { dir, corpus, file } = kept();
  spoil(file);
  expect(readIndexFile(dir, corpus)).toBeUndefined();
});

test('a folder that is missing is no fault to a reader', () => {
  expect(readIndexFile(join(newFolder(), 'none'), fixtureIndex().corpus)).toBeUndefined();
});

test('nobody else may read the file, and old ones go', () => {
  const { dir, corpus, file } = kept();
  for (let i = 0; i < 6; i++) writeFileSync(join(dir, `index-old${i}`), '');
  chmodSync(file, 0o600);
  writeIndexFile(dir, corpus);
  expect(readdirSync(dir).length).toBeLessThanOrEqual(4);
  expect(readIndexFile(dir, corpus)).toBeDefined();
});
