/** Whether one run is better than another, or only lucky: a paired bootstrap over questions (Efron 1979). */

/** What came out for one question. */
export interface Outcome {
  id: string;
  /** The first three passages held the answer, or it was rightly declined. */
  right: boolean;
  /** The first passage alone held the answer. */
  first: boolean;
}

const SAMPLES = 10_000;

/** One line: the difference in percentage points with its 95 % interval, over the questions of both runs. */
export function compareRuns(now: readonly Outcome[], before: readonly Outcome[]): string {
  const old = new Map(before.map((outcome) => [outcome.id, outcome]));
  const pairs = now.flatMap((outcome) => {
    const other = old.get(outcome.id);
    return other ? [Number(outcome.right) - Number(other.right)] : [];
  });
  if (pairs.length === 0) return 'the two runs have no question in common';
  const random = randomNumbers(1);
  const means = Array.from({ length: SAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < pairs.length; i++)
      sum += pairs[Math.floor(random() * pairs.length)] as number;
    return (100 * sum) / pairs.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => (means[Math.floor(share * SAMPLES)] as number).toFixed(1);
  const mean = (100 * pairs.reduce((a, b) => a + b, 0)) / pairs.length;
  return `against the other run, ${pairs.length} questions: ${mean >= 0 ? '+' : ''}${mean.toFixed(1)} points (95 %: ${at(0.025)} to ${at(0.975)})`;
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
