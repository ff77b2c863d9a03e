/** The index of a corpus: the one that an earlier start kept, or a new one. */
import type { Config } from './config.ts';
import type { Corpus } from './corpus/corpus.ts';
import { buildIndex, type SearchIndex } from './search/build.ts';
import { readIndexFile } from './search/index-file.ts';
import { runInThread } from './thread/thread.ts';

/** Smaller corpora are built sooner than a thread has started. */
const WORTH_KEEPING_MS = 250;

export interface OpenedIndex {
  index: SearchIndex;
  /** It was built here, and took so long that the next start should read it instead. */
  isWorthKeeping: boolean;
}

/** Reads the index from `CACHE_DIR`, or builds it where it isn't kept for this corpus and this code. */
export function openIndex({ CACHE_DIR }: Pick<Config, 'CACHE_DIR'>, corpus: Corpus): OpenedIndex {
  const kept = readIndexFile(CACHE_DIR, corpus);
  if (kept) return { index: kept, isWorthKeeping: false };
  const started = performance.now();
  const index = buildIndex(corpus);
  return { index, isWorthKeeping: performance.now() - started > WORTH_KEEPING_MS };
}

/** What the thread is asked to keep. */
export type KeepWork = Pick<Config, 'CACHE_DIR' | 'CORPUS_DIR'>;

/**
 * Builds the index once more in a thread, which nobody waits for, and keeps it for the next start.
 * @throws when it can't be written
 */
export function keepIndex({ CACHE_DIR, CORPUS_DIR }: KeepWork): Promise<void> {
  const script = new URL('./keep-index-worker.ts', import.meta.url);
  return runInThread<KeepWork, void>(script, { CACHE_DIR, CORPUS_DIR });
}
