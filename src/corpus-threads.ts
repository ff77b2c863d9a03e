/** Reads a corpus and builds its index in threads of their own. */
import type { Corpus } from './corpus/corpus.ts';
import type { CorpusResult, CorpusWork } from './corpus-worker.ts';
import type { LatentWork } from './latent-worker.ts';
import type { Learned } from './search/latent.ts';
import type { PackedIndex } from './search/pack.ts';
import { indexToReuse } from './search/reuse.ts';
import { createThread } from './thread/thread.ts';

/** What became of reading a corpus. */
export type ReadOutcome = Extract<CorpusResult, { kind: 'faulty' | 'unchanged' | 'read' }>;

export interface CorpusThreads {
  /** Reads and checks the corpus in `dir`. @param before the one that is in use */
  read(dir: string, before: Corpus): Promise<ReadOutcome>;
  /** Indexes the corpus that was read last. */
  index(): Promise<PackedIndex>;
  stop(): Promise<void>;
}

/** Threads that start with the first work and end some time after the last. */
export function createCorpusThreads(): CorpusThreads {
  const reader = createThread<CorpusWork, CorpusResult>(
    new URL('./corpus-worker.ts', import.meta.url),
  );
  const learner = createThread<LatentWork, Learned>(new URL('./latent-worker.ts', import.meta.url));
  let indexing: Promise<PackedIndex> | undefined;

  async function ask<Kind extends CorpusResult['kind']>(work: CorpusWork, ...kinds: Kind[]) {
    const result = await reader.run(work);
    if (!kinds.some((kind) => kind === result.kind))
      throw new Error(`the corpus was ${result.kind}`);
    return result as Extract<CorpusResult, { kind: Kind }>;
  }

  async function index(before: Corpus): Promise<PackedIndex> {
    const texts = ask({ kind: 'texts', before: indexToReuse(before) }, 'texts');
    const [{ packed }, learned] = await Promise.all([
      ask({ kind: 'index' }, 'indexed'),
      texts.then(({ work }) => learner.run(work)),
    ]);
    return { ...packed, ...learned };
  }

  return {
    read(dir, before) {
      const read = ask({ kind: 'read', dir, known: before.hash }, 'faulty', 'unchanged', 'read');
      // All is asked for at once, so that the thread doesn't wait for this one between two pieces of work.
      indexing = index(before);
      // Where there is nothing to index nobody waits for it.
      indexing.catch(() => {});
      // Not earlier: two processors have enough to do while the first thread starts.
      return read.finally(learner.prepare);
    },
    index: () => indexing ?? Promise.reject(new Error('no corpus was read')),
    async stop() {
      await Promise.all([reader.stop(), learner.stop()]);
    },
  };
}
