import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/THREATS.md', 'utf8');
const files = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file as string);

test('every test that docs/THREATS.md names exists', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('every threat that is said to be met names a test', () => {
  const rows = page.split('\n').filter((line) => /^\| (?!---|can't|what)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !/`test\//.test(row))).toEqual([]);
});
