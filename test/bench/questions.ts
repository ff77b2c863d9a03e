/** The questions that the benchmark asks: our own sets, in both languages and all styles. */
import { OWN_SETS, type OwnSet, ownSet, type Row } from '../eval/sets.ts';

export type BenchRow = Row & { set: OwnSet };

/** Every n-th row of the sets. */
export function benchQuestions(every = 1): BenchRow[] {
  const rows = OWN_SETS.flatMap((set) => ownSet(set).map((row) => ({ ...row, set })));
  return rows.filter((_, i) => i % every === 0);
}

/** Those that the corpus answers. */
export function answerableQuestions(every = 1): BenchRow[] {
  return benchQuestions(every).filter(({ answerable }) => answerable);
}

/** The sets that have such questions. */
export const ANSWERABLE_SETS = ['narrow', 'broad', 'strangers'] as const satisfies OwnSet[];
