/** The thread that learns where words point to, while another one goes on with what needs no directions. */
import { type Learned, learnDirections, type SparseMatrix } from './search/latent.ts';
import { buffersIn, serve } from './thread/thread.ts';

/** The arguments of `learnDirections`. */
export interface LatentWork {
  words: SparseMatrix;
  size: number;
}

serve(({ words, size }: LatentWork): Learned => learnDirections(words, size), buffersIn);
