/** Keeps the index of the real corpus once for all test files and bot processes, which then read it. */
import { loadConfig } from '../../src/config.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { readIndexFile, writeIndexFile } from '../../src/search/index-file.ts';

export function setup(): void {
  const { CACHE_DIR, CORPUS_DIR } = loadConfig({});
  const corpus = loadCorpus(CORPUS_DIR);
  if (!readIndexFile(CACHE_DIR, corpus)) writeIndexFile(CACHE_DIR, corpus);
}
