/** The thread that reads and checks a corpus and builds its index, so that no answer waits for it. */
import type { Corpus } from './corpus/corpus.ts';
import { createFileReader } from './corpus/files.ts';
import { readCorpus } from './corpus/load.ts';
import type { CorpusFault } from './errors.ts';
import { buildParts } from './search/build.ts';
import { buffersOf, type PackedIndex, packIndex } from './search/pack.ts';
import { serve } from './thread/thread.ts';

/**
 * First the corpus is read: from a folder, unless it is the one that is in use, which is known by its hash. Then it is
 * indexed, while the bot prepares what needs no index.
 */
export type CorpusWork = { kind: 'read'; dir: string; known: string } | { kind: 'index' };

/** Plain data, as it has to pass from one thread to the other. */
export type CorpusResult =
  | { kind: 'faulty'; faults: CorpusFault[] }
  | { kind: 'unchanged' }
  | { kind: 'read'; corpus: Corpus }
  | { kind: 'indexed'; packed: PackedIndex };

// The thread lives on for a while: who edits a corpus with `--watch` changes one file after the other.
const readFile = createFileReader();
let lastRead: Corpus | undefined;

serve(perform, (result) => (result.kind === 'indexed' ? buffersOf(result.packed) : []));

function perform(work: CorpusWork): CorpusResult {
  if (work.kind === 'index') {
    if (!lastRead) throw new Error('no corpus was read');
    return { kind: 'indexed', packed: packIndex(buildParts(lastRead)) };
  }
  const { corpus, faults } = readCorpus(work.dir, { readFile });
  lastRead = corpus;
  if (!corpus) return { kind: 'faulty', faults };
  return corpus.hash === work.known ? { kind: 'unchanged' } : { kind: 'read', corpus };
}
