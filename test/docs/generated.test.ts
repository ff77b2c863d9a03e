import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GENERATED_FILES } from '../../src/cli/docs.ts';

test.each(Object.keys(GENERATED_FILES))(
  '%s is up to date (else run: npm run docs)',
  async (file) => {
    expect(readFileSync(file, 'utf8')).toBe(await GENERATED_FILES[file]?.());
  },
);
