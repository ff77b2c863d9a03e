/**
 * Changes the code in small ways and counts which changes no test notices.
 * usage: npm run mutation [-- [--places 12] [--seed 1] [--record] [src/answer/shape.ts test/answer …]]
 *
 * Without names: random places of the four folders that find and show answers, and the tests of these folders.
 * `--record` writes the score to docs/MUTATION.md. All of a folder: name it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { samplePlaces } from './sample.ts';
import { type MutationReport, scorePage } from './score.ts';

const FOLDER = 'test/mutation';
const PAGE = 'docs/MUTATION.md';
const CODE = ['src/question', 'src/search', 'src/answer', 'src/render'];
const TESTS = ['question', 'search', 'answer', 'render', 'commands', 'text'].map(
  (name) => `test/${name}`,
);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    places: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});
const named = positionals.filter((path) => path.startsWith('src'));
const tests = positionals.filter((path) => path.startsWith('test'));
const code =
  named.length > 0
    ? named.map((path) => (path.includes('.ts') ? path : `${path}/**/*.ts`))
    : CODE.flatMap((folder) => samplePlaces(folder, Number(values.places), Number(values.seed)));
const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;

// Its packages are installed when somebody asks for it, never with the bot.
if (!existsSync(`${FOLDER}/node_modules`))
  run('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund']);
writeFileSync(
  `${FOLDER}/vitest.json`,
  JSON.stringify({
    include: (tests.length > 0
      ? tests
      : [...TESTS, 'test/ask.test.ts', 'test/ask-further.test.ts']
    ).map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
  }),
);
writeFileSync(
  `${FOLDER}/stryker.json`,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: [
      `${process.cwd()}/${FOLDER}/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js`,
    ],
    vitest: { configFile: `${FOLDER}/vitest.config.ts`, related: false },
    mutate: code,
    // Texts, word lists and patterns are content, not code.
    mutator: { excludedMutations: ['StringLiteral', 'Regex'] },
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false },
    jsonReporter: { fileName: `${FOLDER}/report.json` },
    // What is computed once at the start, word lists and weights, would need all tests for each change.
    ignoreStatic: true,
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
if (process.exitCode === 0 && values.record) {
  const report = JSON.parse(readFileSync(`${FOLDER}/report.json`, 'utf8')) as MutationReport;
  const command = `npm run mutation -- --places ${values.places} --seed ${values.seed}`;
  writeFileSync(PAGE, scorePage(readFileSync(PAGE, 'utf8'), report, CODE, command));
}
