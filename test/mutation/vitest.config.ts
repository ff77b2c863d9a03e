/** The tests that a mutation run uses: those that were named, or those of the folders that are changed. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import usual from '../../vitest.config.ts';

const { include } = JSON.parse(readFileSync('test/mutation/vitest.json', 'utf8')) as {
  include: string[];
};
const { projects: _, ...options } = usual.test ?? {};

/** The quickest files first, as the first test that fails ends the run of a change. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toReversed();
  }
}

export default defineConfig({
  ...usual,
  test: {
    ...options,
    include,
    sequence: { sequencer: QuickestFirst },
    // The counters that Stryker puts into the code make it several times slower.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
