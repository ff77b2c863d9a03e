/** docs/CORPUS.md is what the check refers authors to, so it has to be right and whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/corpus/json-schema.ts';
import { readCorpus } from '../../src/corpus/load.ts';
import { copyFixtureCorpus, editFile } from '../helpers/corpus.ts';

const page = readFileSync('docs/CORPUS.md', 'utf8');

test('the example of a source is a sound source', () => {
  const example = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(page)?.[1] ?? '';
  const id = /^id: (.+)$/m.exec(example)?.[1];
  const dir = copyFixtureCorpus();
  writeFileSync(join(dir, 'sources', `${id}.yaml`), example);
  for (const topic of ['hearings', 'numbers']) {
    editFile(
      join(dir, 'topics.yaml'),
      '- id: fares',
      `- id: ${topic}\n  label:\n    en: ${topic}\n    es: ${topic}\n- id: fares`,
    );
  }
  expect(readCorpus(dir).faults).toEqual([]);
});

test('every field of every file is explained', () => {
  const fields = new Set<string>();
  JSON.parse(`[${Object.values(jsonSchemas()).join(',')}]`, (key, value) => {
    if (key === 'properties') for (const field of Object.keys(value)) fields.add(field);
    return value;
  });
  // Card texts and the names inside `cards` and `triggers` explain themselves in the file.
  for (const field of ['danger', 'advice', 'personalData']) fields.delete(field);
  expect([...fields].filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});
