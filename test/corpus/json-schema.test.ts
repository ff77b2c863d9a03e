/** The JSON Schemas for editors: up to date, and named by every file of the corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/corpus/json-schema.ts';
import { CORPUS_FILES } from '../../src/corpus/schema.ts';

test('corpus/schema is up to date (else run: npm run corpus -- schema)', () => {
  const written = Object.fromEntries(
    readdirSync('corpus/schema').map((name) => [
      name,
      readFileSync(`corpus/schema/${name}`, 'utf8'),
    ]),
  );
  expect(written).toEqual(jsonSchemas());
});

test('every file of the corpus names its schema in the first line', () => {
  const firstLine = (path: string) => readFileSync(path, 'utf8').split('\n')[0];
  for (const name of readdirSync('corpus/sources')) {
    expect(firstLine(`corpus/sources/${name}`), name).toBe(
      '# yaml-language-server: $schema=../schema/source.json',
    );
  }
  for (const name of Object.keys(CORPUS_FILES)) {
    expect(firstLine(`corpus/${name}`), name).toBe(
      `# yaml-language-server: $schema=./schema/${name.replace('yaml', 'json')}`,
    );
  }
});

test('an editor learns what a field is for, and that a bare year is a date', () => {
  const source = JSON.parse(jsonSchemas()['source.json'] ?? '{}');
  expect(source.properties.position.description).toBe(
    'What the source itself argues about the policy; not our opinion.',
  );
  expect(source.properties.published.anyOf[0].type).toEqual(['string', 'integer']);
  const text = source.properties.passages.items.properties.text.properties.en;
  const [, atMost45Words] = text.allOf.map(
    ({ pattern }: { pattern: string }) => new RegExp(pattern),
  );
  expect(atMost45Words.test('word '.repeat(45))).toBe(true);
  expect(atMost45Words.test('word '.repeat(46))).toBe(false);
});
