/** The questions that the benchmark asks: our own sets, which nobody tuned the engine for speed on. */
import { ownSet, type Row } from '../eval/sets.ts';

/** Every n-th row of the sets. */
export function benchQuestions(every = 1): Row[] {
  const rows = [...ownSet('narrow'), ...ownSet('broad'), ...ownSet('decline')];
  return rows.filter((_, i) => i % every === 0);
}

/** Those that the corpus answers. */
export function answerableQuestions(every = 1): Row[] {
  return benchQuestions(every).filter(({ answerable }) => answerable);
}
