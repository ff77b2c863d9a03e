/** A copy of the small corpus in test/fixtures/corpus that a test may damage. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const FIXTURE_CORPUS = 'test/fixtures/corpus';

/** Copies the fixture corpus into a temporary folder, removed after the test, and returns its path. */
export function copyFixtureCorpus(): string {
  const dir = mkdtempSync(join(tmpdir(), 'mpp-corpus-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(FIXTURE_CORPUS, dir, { recursive: true });
  return dir;
}

/** Replaces the first `find` in a file; fails when it isn't there, so that no test damages nothing. */
export function editFile(path: string, find: string, replacement: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${path} doesn't hold ${JSON.stringify(find)}`);
  writeFileSync(
    path,
    text.replace(find, () => replacement),
  );
}
