/** How the tests run: no outside network, no warnings. */
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Folders whose files start nothing and leave nothing behind. They share what they import, the index of the corpus above
 * all, which halves the time of the whole; every other file has a process of its own.
 */
const TOGETHER = [
  'test/*.test.ts',
  'test/{answer,citations,commands,corpus,desk,docs,eval,import,messages,picture,properties,question,render,search,text}/**/*.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: ['test/helpers/keep-index.ts'],
    setupFiles: ['test/helpers/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    pool: 'forks',
    // Many files mostly wait, so no core is kept free as vitest would by itself.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...TOGETHER],
        },
      },
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
    ],
  },
});
