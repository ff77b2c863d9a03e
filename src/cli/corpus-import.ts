/** `npm run corpus -- import`: drafts of source files from HTML, PDF, Markdown and plain text. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { readCorpus } from '../corpus/load.ts';
import { EXIT } from '../errors.ts';
import { findAlike } from '../import/alike.ts';
import { draftSource, formatDraft, ORIGIN } from '../import/draft.ts';
import { ImportError } from '../import/page.ts';
import { isAddress, readPage } from '../import/read.ts';
import { openIndex } from '../open-index.ts';
import type { SearchIndex } from '../search/build.ts';
import type { Terminal } from './command.ts';
import { count } from './corpus-report.ts';

/** Most files of one name that differ by a number at the end. */
const MOST_OF_ONE_NAME = 99;

export interface ImportOptions {
  /** The corpus that drafts are compared with. */
  corpusDir: string;
  /** Where its index may be kept from an earlier start. */
  cacheDir: string;
  /** Where drafts are written. */
  outDir: string;
}

/**
 * Writes a draft for each file or address; goes on after one that can't be read. What was imported before is passed
 * over, so a run that was broken off is taken up by starting it again.
 * @returns the exit code: 1 when one couldn't be imported
 */
export async function importSources(
  from: readonly string[],
  { corpusDir, cacheDir, outDir }: ImportOptions,
  { stdout, stderr }: Terminal,
): Promise<number> {
  if (!hasReaders()) {
    stderr.write(
      'the readers of HTML and PDF are not installed here: run "npm ci" (without --omit=dev)\n',
    );
    return EXIT.fault;
  }
  mkdirSync(outDir, { recursive: true });
  const done = readOrigins([outDir, join(corpusDir, 'sources')]);
  const waiting = from.map((one) => (isAddress(one) ? new URL(one).href : resolve(one)));
  const left = waiting.filter((one) => !done.has(one));
  // Nothing is searched where nothing is left to do.
  const index = left.length === 0 ? undefined : indexWithoutDrafts(corpusDir, cacheDir, stderr);
  let failed = 0;
  for (const [i, origin] of waiting.entries()) {
    const say = (text: string) =>
      void stderr.write(`[${i + 1}/${waiting.length}] ${from[i]}: ${text}\n`);
    const before = done.get(origin);
    if (before !== undefined) {
      say(`is already in ${before}`);
      continue;
    }
    try {
      const draft = draftSource(await readPage(origin));
      if (draft.passages.length === 0) throw new ImportError('holds no sentence');
      const alike = index ? findAlike(draft.passages, index) : 0;
      const path = writeNew(outDir, draft.id, (id) => formatDraft(draft, id, origin));
      done.set(origin, path);
      say(`${count(draft.passages.length, 'passage')}, ${alike} like some in the corpus`);
      stdout.write(`${path}\n`);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      failed += 1;
      say(error.message);
    }
  }
  if (failed > 0) stderr.write(`${count(failed, 'import')} failed\n`);
  return failed > 0 ? EXIT.fault : EXIT.ok;
}

/** The readers are development dependencies: the image of the bot goes without them. */
function hasReaders(): boolean {
  try {
    import.meta.resolve('linkedom');
    return existsSync(new URL(import.meta.resolve('unpdf')));
  } catch {
    return false;
  }
}

/** What the files in some folders were made from, or name as their address → the file. */
function readOrigins(dirs: readonly string[]): Map<string, string> {
  const origins = new Map<string, string>();
  for (const dir of dirs) {
    if (!existsSync(dir)) continue;
    for (const name of readdirSync(dir).filter((one) => one.endsWith('.yaml'))) {
      const path = join(dir, name);
      const text = readFileSync(path, 'utf8');
      for (const [, origin] of text.matchAll(
        new RegExp(`^(?:${ORIGIN}|url: |readFrom: )["']?(.+?)["']?$`, 'gm'),
      )) {
        const key = origin as string;
        origins.set(isAddress(key) ? new URL(key).href : key, path);
      }
    }
  }
  return origins;
}

/** The index of the corpus as it is without drafts, which would be faults; undefined when it has others. */
function indexWithoutDrafts(
  dir: string,
  cacheDir: string,
  stderr: Terminal['stderr'],
): SearchIndex | undefined {
  const isDraft = (name: string) => /\bTODO\b/.test(readFileSync(join(dir, name), 'utf8'));
  const { corpus, faults } = readCorpus(dir, { leaveOut: isDraft });
  if (corpus) return openIndex({ CACHE_DIR: cacheDir }, corpus).index;
  stderr.write(
    `${dir} has ${count(faults.length, 'fault')}, so likely duplicates are not shown; see "npm run corpus -- check"\n`,
  );
  return undefined;
}

/** Writes a file under a name that is free, whole or not at all, and returns its path. */
function writeNew(dir: string, name: string, content: (id: string) => string): string {
  const draft = join(dir, `.${name}.${process.pid}.part`);
  try {
    for (let n = 1; n <= MOST_OF_ONE_NAME; n += 1) {
      const id = n === 1 ? name : `${name}-${n}`;
      const path = join(dir, `${id}.yaml`);
      if (existsSync(path)) continue;
      writeFileSync(draft, content(id));
      try {
        // Unlike a rename, a link fails where somebody else has taken the name meanwhile.
        linkSync(draft, path);
        return path;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new ImportError(`there are ${MOST_OF_ONE_NAME} files named ${name} already`);
}
