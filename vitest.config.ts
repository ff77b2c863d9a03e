/** How the tests run: no outside network, no warnings, each file alone. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/keep-index.ts'],
    setupFiles: ['test/helpers/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    pool: 'forks',
    // Many files mostly wait, so no core is kept free as vitest would by itself.
    maxWorkers: '100%',
  },
});
