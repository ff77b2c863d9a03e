/** The index as a file, so that a later start reads it instead of building it. What is shown comes from the corpus all the same. */
import { createHash } from 'node:crypto';
import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Corpus } from '../corpus/corpus.ts';
import { type SearchIndex, toIndex } from './build.ts';
import { type PackedIndex, unpackIndex } from './pack.ts';
import { buildPacked } from './parts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Everything that an index depends on beside the corpus: the code that builds it, and the versions of its libraries. */
const BUILT_BY = ['src/{text,corpus,question,search}/*.ts', 'package.json'];
const CHECKSUM_BYTES = 32;
/** Files that are left in the folder: of this version and of those before, or of several corpora. */
const MOST_KEPT = 4;

/**
 * The index of a corpus from the file that was kept in `dir`; undefined when there is none for this corpus and this
 * code, or when it is damaged or somebody else's.
 */
export function readIndexFile(dir: string, corpus: Corpus): SearchIndex | undefined {
  try {
    const file = indexFileOf(dir, corpus);
    // Another user of the machine must not decide what is found.
    if (process.getuid && statSync(file).uid !== process.getuid()) return undefined;
    const bytes = readFileSync(file);
    const body = bytes.subarray(CHECKSUM_BYTES);
    if (!checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return undefined;
    return toIndex(corpus, unpackIndex(corpus, deserialize(body) as PackedIndex));
  } catch {
    return undefined;
  }
}

/**
 * Builds the index of a corpus and keeps it in `dir` and lets go of old ones.
 * @param packed what is kept, where it is built already
 * @throws when the folder can't be written
 */
export function writeIndexFile(
  dir: string,
  corpus: Corpus,
  packed: PackedIndex = buildPacked(corpus),
): void {
  const body = serialize(packed);
  const file = indexFileOf(dir, corpus);
  mkdirSync(dir, { recursive: true });
  // Readers see the old file or the new one, never half of one.
  const half = `${file}.${process.pid}`;
  writeFileSync(half, Buffer.concat([checksum(body), body]), { mode: 0o600 });
  renameSync(half, file);
  for (const old of keptFiles(dir).slice(MOST_KEPT)) rmSync(old, { force: true });
}

/** Kept files, newest first. */
function keptFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.startsWith('index-'))
    .map((name) => join(dir, name))
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at)
    .map(({ file }) => file);
}

function indexFileOf(dir: string, { hash }: Corpus): string {
  const key = createHash('sha256').update(hash).update(process.version).update(buildHash());
  return join(dir, `index-${key.digest('hex').slice(0, 16)}`);
}

let known: Buffer | undefined;

function buildHash(): Buffer {
  if (!known) {
    const hash = createHash('sha256');
    for (const name of globSync(BUILT_BY, { cwd: ROOT }).sort())
      hash.update(name).update(readFileSync(join(ROOT, name)));
    known = hash.digest();
  }
  return known;
}

function checksum(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}
