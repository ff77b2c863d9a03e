/**
 * Changes the code in small ways and counts which changes no test notices.
 * usage: npm run mutation [-- src/answer/shape.ts test/answer …]: files to change, and the tests that are run for them
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

const FOLDER = 'test/mutation';
const DEFAULT = ['src/question', 'src/search', 'src/answer', 'src/render'];
const named = process.argv.slice(2);
const code = named.filter((path) => path.startsWith('src'));
const tests = named.filter((path) => path.startsWith('test'));
const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;

// Its packages are installed when somebody asks for it, never with the bot.
if (!existsSync(`${FOLDER}/node_modules`))
  run('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund']);
writeFileSync(
  `${FOLDER}/vitest.json`,
  JSON.stringify({
    include: tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
  }),
);
writeFileSync(
  `${FOLDER}/stryker.json`,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: [
      `${process.cwd()}/${FOLDER}/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js`,
    ],
    vitest: { configFile: `${FOLDER}/vitest.config.ts`, related: tests.length === 0 },
    mutate: (code.length > 0 ? code : DEFAULT).map((path) =>
      path.includes('.ts') ? path : `${path}/**/*.ts`,
    ),
    // Texts and word lists are content, not code.
    mutator: { excludedMutations: ['StringLiteral'] },
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false },
    jsonReporter: { fileName: `${FOLDER}/report.json` },
    concurrency: 2,
    timeoutMS: 20_000,
    tempDirName: '/tmp/mpp-mutation',
    ignorePatterns: ['docs', 'deploy', '.git'],
    // TypeScript 7 has not the functions with which Stryker rewrites this file, and nothing here needs them.
    tsconfigFile: 'none.json',
  }),
);
process.exitCode = run(process.execPath, [
  `${FOLDER}/node_modules/@stryker-mutator/core/bin/stryker.js`,
  'run',
  `${FOLDER}/stryker.json`,
]);
