/** Whatever is done to a file, reading the corpus doesn't throw, and every fault has a place in the file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/load.ts';
import { CORPUS_FILES } from '../../src/corpus/schema.ts';
import { copyFixtureCorpus } from '../helpers/corpus.ts';

const files = ['sources/harbour-act-2020.yaml', ...Object.keys(CORPUS_FILES)];

/** What takes the place of a line: nothing, another kind of value, or noise. */
const replacement = fc.oneof(
  fc.constantFrom(
    '',
    '- ',
    '-',
    '~',
    'x: [',
    '  id: true',
    '    - {}',
    '"',
    '&a *a',
    '__proto__: 1',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

test('a damaged file gives faults with a line of that file', () => {
  const dir = copyFixtureCorpus();
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), replacement, (file, at, line) => {
      const path = join(dir, file);
      const sound = readFileSync(path, 'utf8');
      const lines = sound.split('\n');
      lines[at % lines.length] = line;
      try {
        writeFileSync(path, lines.join('\n'));
        for (const fault of readCorpus(dir).faults) {
          expect(fault.line).toBeGreaterThan(0);
          // A damaged topic leaves a reference to nothing in another file.
          if (fault.file === path)
            expect(fault.line).toBeLessThanOrEqual(lines.length + line.split('\n').length);
          expect(fault.problem).not.toMatch(/undefined|\[object/);
        }
      } finally {
        writeFileSync(path, sound);
      }
    }),
    { numRuns: 300 },
  );
});

test('no content at all is a fault like any other', () => {
  for (const file of files) {
    const dir = copyFixtureCorpus();
    writeFileSync(join(dir, file), '');
    expect(readCorpus(dir).faults.length, file).toBeGreaterThan(0);
  }
});
