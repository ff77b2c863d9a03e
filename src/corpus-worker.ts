/** The thread that reads and checks a corpus and builds its index, so that no answer waits for it. */
import type { Corpus } from './corpus/corpus.ts';
import { createFileReader } from './corpus/files.ts';
import { readCorpus } from './corpus/load.ts';
import type { CorpusFault } from './errors.ts';
import type { LatentWork } from './latent-worker.ts';
import { wordVectors } from './search/latent.ts';
import { type PackedParts, packParts } from './search/pack.ts';
import { readTexts, type TextsRead } from './search/parts.ts';
import type { IndexBefore } from './search/reuse.ts';
import { buffersIn, serve } from './thread/thread.ts';

/**
 * First the corpus is read: from a folder, unless it is the one that is in use, which is known by its hash. Then its
 * texts are read, and then it is indexed while another thread learns the directions.
 */
export type CorpusWork =
  | { kind: 'read'; dir: string; known: string }
  | { kind: 'texts'; before: IndexBefore | undefined }
  | { kind: 'index' };

/** Plain data, as it has to pass from one thread to the other. */
export type CorpusResult =
  | { kind: 'faulty'; faults: CorpusFault[] }
  | { kind: 'unchanged' }
  | { kind: 'read'; corpus: Corpus }
  | { kind: 'texts'; work: LatentWork }
  | { kind: 'indexed'; packed: PackedParts }
  /** There is nothing to index: the corpus is faulty or unchanged. */
  | { kind: 'nothing' };

// The thread lives on for a while: who edits a corpus with `--watch` changes one file after the other.
const readFile = createFileReader();
/** What was read last, and is still to be indexed. */
let corpus: Corpus | undefined;
let texts: TextsRead | undefined;

serve(perform, (result) => {
  if (result.kind === 'texts') return buffersIn(result.work);
  return result.kind === 'indexed' ? buffersIn(result.packed) : [];
});

function perform(work: CorpusWork): CorpusResult {
  switch (work.kind) {
    case 'read': {
      const read = readCorpus(work.dir, { readFile });
      corpus = read.corpus?.hash === work.known ? undefined : read.corpus;
      texts = undefined;
      if (corpus) return { kind: 'read', corpus };
      return read.corpus ? { kind: 'unchanged' } : { kind: 'faulty', faults: read.faults };
    }
    case 'texts': {
      if (!corpus) return { kind: 'nothing' };
      texts = readTexts(corpus, work.before);
      const { units, table } = texts;
      return { kind: 'texts', work: { words: wordVectors(units, table), size: table.size } };
    }
    case 'index':
      return texts ? { kind: 'indexed', packed: packParts(texts.finish()) } : { kind: 'nothing' };
  }
}
