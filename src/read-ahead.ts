/** Reads the corpus in a thread while this one loads what the bot is made of: each takes half a second of a start. */
import type { Corpus } from './corpus/corpus.ts';
import { CorpusError } from './errors.ts';
import type { ReadAhead } from './read-corpus-worker.ts';
import { runInThread } from './thread/thread.ts';

/**
 * Begins to read and check the corpus in `dir`.
 * @returns rejects with a CorpusError that has every fault
 */
export function readAhead(dir: string): Promise<Corpus> {
  const script = new URL('./read-corpus-worker.ts', import.meta.url);
  const reading = runInThread<string, ReadAhead>(script, dir).then(({ corpus, faults }) => {
    if (!corpus) throw new CorpusError(faults);
    return corpus;
  });
  // Whoever waits for it later is told; until then a fault is nobody's.
  reading.catch(() => {});
  return reading;
}
