/** The index as the bot has it: read from the file that an earlier start kept. */
import { loadConfig } from '../../src/config.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { readIndexFile, writeIndexFile } from '../../src/search/index-file.ts';

/** The index of the shipped corpus from the folder where the bot looks for it, which is filled where it is empty. */
export function shippedIndex(corpus: Corpus = loadCorpus('corpus')): SearchIndex {
  const { CACHE_DIR } = loadConfig({});
  const read = () => readIndexFile(CACHE_DIR, corpus);
  const index = read();
  if (index) return index;
  writeIndexFile(CACHE_DIR, corpus);
  const written = read();
  if (!written) throw new Error(`the index can't be kept in ${CACHE_DIR}`);
  return written;
}
