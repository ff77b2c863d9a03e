/** The tests that a mutation run uses: those that were named, or all that a changed file concerns. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

const { include } = JSON.parse(readFileSync('test/mutation/vitest.json', 'utf8')) as {
  include: string[];
};

export default defineConfig({
  ...usual,
  test: { ...usual.test, ...(include.length > 0 && { include }) },
});
