/** The thread that keeps an index for the next start. */
import { loadCorpus } from './corpus/load.ts';
import type { KeepWork } from './open-index.ts';
import { writeIndexFile } from './search/index-file.ts';
import { serve } from './thread/thread.ts';

serve(({ CACHE_DIR, CORPUS_DIR }: KeepWork) => {
  writeIndexFile(CACHE_DIR, loadCorpus(CORPUS_DIR));
});
