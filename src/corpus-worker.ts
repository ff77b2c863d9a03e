/** The thread that reads and checks a corpus, so that no answer waits for it. */

import { readCorpus } from './corpus/load.ts';
import { serve } from './thread/thread.ts';

serve((dir: string) => readCorpus(dir));
