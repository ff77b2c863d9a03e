/** The thread that learns where words point to, while another one goes on with what needs no directions. */
import { type Learned, learnDirections, type SparseMatrix } from './search/latent.ts';
import { buffersIn, serve } from './thread/thread.ts';

const MADE_UP = { units: 400, wordsOfUnit: 50, words: 2_000 };

/** The arguments of `learnDirections`. */
export interface LatentWork {
  words: SparseMatrix;
  size: number;
}

// Code takes twice as long when it first runs: let that be while nobody waits for it.
learnDirections(madeUpWords(), MADE_UP.words);

serve(({ words, size }: LatentWork): Learned => learnDirections(words, size), buffersIn);

function madeUpWords(): SparseMatrix {
  const { units, wordsOfUnit, words } = MADE_UP;
  const size = units * wordsOfUnit;
  return {
    starts: Uint32Array.from({ length: units + 1 }, (_, unit) => unit * wordsOfUnit),
    columns: Int32Array.from({ length: size }, (_, i) => (i * 7919) % words),
    values: new Float64Array(size).fill(1),
  };
}
