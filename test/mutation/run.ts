/**
 * Changes the code in small ways and counts which changes no test notices.
 * usage: npm run mutation [-- [--changes 250] [--seed 1] [--record] [src/answer/shape.ts test/answer …]]
 *
 * Without names: random changes of the four folders that find and show answers, and the tests that run these. With names:
 * all changes of these files. `--record` writes the score to docs/MUTATION.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ONLY_DRAWN } from './only-drawn.ts';
import { drawChanges, type Instrumenter, listChanges, nameOf, placeOf } from './sample.ts';
import { type MutationReport, scorePage } from './score.ts';

const FOLDER = 'test/mutation';
const PACKAGES = `${process.cwd()}/${FOLDER}/node_modules/@stryker-mutator`;
const PAGE = 'docs/MUTATION.md';
const CODE = ['src/question', 'src/search', 'src/answer', 'src/render'];
const TESTS = [
  'test/{question,search,answer,render,commands,text}',
  'test/{ask,ask-again,ask-further}.test.ts',
  'test/properties/{custom-ids,unrelated}.test.ts',
];
/** Texts, word lists and patterns are content, not code. */
const EXCLUDED = ['StringLiteral', 'Regex'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changes: { type: 'string', default: '250' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});
const named = positionals.filter((path) => path.startsWith('src'));
const tests = positionals.filter((path) => path.startsWith('test'));
const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;

// Its packages are installed when somebody asks for it, never with the bot.
if (!existsSync(`${FOLDER}/node_modules`))
  run('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund']);
writeFileSync(
  `${FOLDER}/vitest.json`,
  JSON.stringify({
    include: (tests.length > 0 ? tests : TESTS).map((path) =>
      path.endsWith('.ts') ? path : `${path}/**/*.test.ts`,
    ),
  }),
);
writeFileSync(
  `${FOLDER}/stryker.json`,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: [
      `${PACKAGES}/vitest-runner/dist/src/index.js`,
      `${process.cwd()}/${FOLDER}/only-drawn.ts`,
    ],
    ...(named.length > 0 ? allOf(named) : await drawn()),
    vitest: { configFile: `${FOLDER}/vitest.config.ts`, related: false },
    mutator: { excludedMutations: EXCLUDED },
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
    warnings: { unknownOptions: false },
  }),
);
process.exitCode = run(process.execPath, [
  `${PACKAGES}/core/bin/stryker.js`,
  'run',
  `${FOLDER}/stryker.json`,
]);
if (process.exitCode === 0 && values.record) {
  const report = JSON.parse(readFileSync(`${FOLDER}/report.json`, 'utf8')) as MutationReport;
  const command = `npm run mutation -- --changes ${values.changes} --seed ${values.seed}`;
  writeFileSync(PAGE, scorePage(readFileSync(PAGE, 'utf8'), report, CODE, command));
}

function allOf(paths: readonly string[]) {
  return { mutate: paths.map((path) => (path.includes('.ts') ? path : `${path}/**/*.ts`)) };
}

async function drawn() {
  const path = `${PACKAGES}/instrumenter/dist/src/index.js`;
  const stryker = (await import(path)) as { Instrumenter: new (log: object) => Instrumenter };
  const log = { debug() {}, isDebugEnabled: () => false, info() {}, warn() {} };
  const all = await listChanges(new stryker.Instrumenter(log), CODE, EXCLUDED);
  const changes = drawChanges(all, Number(values.changes), Number(values.seed));
  return { mutate: changes.map(placeOf), checkers: [ONLY_DRAWN], drawn: changes.map(nameOf) };
}
