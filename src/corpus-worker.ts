/** The thread that reads and checks a corpus and builds its index, so that no answer waits for it. */
import type { Corpus } from './corpus/corpus.ts';
import { createFileReader } from './corpus/files.ts';
import { readCorpus } from './corpus/load.ts';
import type { CorpusFault } from './errors.ts';
import { buildParts } from './search/build.ts';
import { type PackedIndex, packIndex } from './search/pack.ts';
import { serve } from './thread/thread.ts';

/** The folder, and the hash of the corpus that is in use: the same one needs no index. */
export interface ReadWork {
  dir: string;
  known: string;
}

/** Plain data, as it has to pass from one thread to the other. */
export type ReadCorpus =
  | { kind: 'faulty'; faults: CorpusFault[] }
  | { kind: 'unchanged' }
  | { kind: 'changed'; corpus: Corpus; packed: PackedIndex };

// The thread lives on for a while: who edits a corpus with `--watch` changes one file after the other.
const readFile = createFileReader();

serve(({ dir, known }: ReadWork): ReadCorpus => {
  const { corpus, faults } = readCorpus(dir, { readFile });
  if (!corpus) return { kind: 'faulty', faults };
  if (corpus.hash === known) return { kind: 'unchanged' };
  return { kind: 'changed', corpus, packed: packIndex(buildParts(corpus)) };
});
