/** The thread that reads and checks the corpus while the bot loads. */
import type { Corpus } from './corpus/corpus.ts';
import { readCorpus } from './corpus/load.ts';
import type { CorpusFault } from './errors.ts';
import { serve } from './thread/thread.ts';

export interface ReadAhead {
  corpus: Corpus | undefined;
  faults: CorpusFault[];
}

serve((dir: string): ReadAhead => readCorpus(dir));
