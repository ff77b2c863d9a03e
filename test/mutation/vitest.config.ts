/** The tests that a mutation run uses: those that were named, or those of the folders that are changed. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

const { include } = JSON.parse(readFileSync('test/mutation/vitest.json', 'utf8')) as {
  include: string[];
};
const { projects: _, ...options } = usual.test ?? {};

export default defineConfig({ ...usual, test: { ...options, include } });
