import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passageKey } from '../../src/answer/receipt.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { copyFixtureCorpus, editFile } from '../helpers/corpus.ts';
import { runCli } from '../helpers/run-cli.ts';

const ID = 'harbour-act-2020#f02';

/** A copy of the small corpus, recorded, and its receipt for one passage. */
async function recorded() {
  const dir = copyFixtureCorpus();
  const cli = (...args: string[]) => runCli(args, { env: { CORPUS_DIR: dir } });
  expect((await cli('corpus', 'record')).stdout).toMatch(/version [0-9a-f]{12} of .*: 0 added/);
  const version = loadCorpus(dir).hash.slice(0, 6);
  const file = join(dir, 'sources', 'harbour-act-2020.yaml');
  return { dir, cli, file, version, receipt: `${version}.p.${passageKey(ID)}` };
}

test('the same version gives the same passages', async () => {
  const { cli, receipt, version } = await recorded();
  const { exitCode, stdout } = await cli('ask', '--receipt', receipt);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`Version ${version} of the corpus is this one: the same passages.`);
  expect(stdout).toContain(`Receipt ${receipt}`);
});

test('a passage that was corrected since is named, before and after it is recorded', async () => {
  const { cli, file, receipt, version, dir } = await recorded();
  editFile(file, 'more than 2 crowns', 'more than 3 crowns');
  const before = await cli('ask', '--receipt', receipt);
  expect(before.stdout).toContain(`came from version ${version}`);
  expect(before.stdout).toContain(`${ID}: corrected (not recorded yet)`);
  expect((await cli('corpus', 'corrections')).stdout).toBe(
    `  ${ID}: corrected (not recorded yet)\n1 correction\n`,
  );
  expect((await cli('corpus', 'record')).stdout).toContain('0 added, 1 corrected, 0 removed');
  const now = loadCorpus(dir).hash.slice(0, 6);
  const after = await cli('ask', '--receipt', receipt);
  expect(after.stdout).toMatch(new RegExp(`${ID}: corrected \\(.*, version ${now}\\)`));
  expect((await cli('corpus', 'record')).stdout).toContain('has this version already');
});

test('what else changed is no correction of the answer', async () => {
  const { cli, receipt, dir } = await recorded();
  editFile(join(dir, 'glossary.yaml'), 'definition:', '# A note.\n  definition:');
  const { stdout } = await cli('ask', '--receipt', receipt);
  expect(stdout).toContain('None of its passages was changed since.');
});

test('a version that is in no record, a passage that is gone, no receipt', async () => {
  const { cli, receipt } = await recorded();
  const unknown = await cli('ask', '--receipt', `000000${receipt.slice(6)}`);
  expect(unknown.stdout).toContain('The record has no version 000000');
  const gone = await cli('ask', '--receipt', `${receipt.slice(0, 6)}.p.AAAAAA`);
  expect(gone).toMatchObject({ exitCode: 1 });
  expect(gone.stdout).toContain('A part of the answer is no longer in the corpus.');
  expect(await cli('ask', '--receipt', 'nonsense')).toMatchObject({ exitCode: 64 });
});
