/** Weighs the signals of a unit to one score. */
import model from './ranking-model.json' with { type: 'json' };
import { SIGNAL_NAMES, type Signals } from './signals.ts';

/** Weight of each signal, as `npm run train` found them. */
export type RankingModel = Record<keyof Signals, number>;

export const rankingModel: RankingModel = model.weights;

/** A unit's odds to be right grow by e to the power of this with each point of its score; the training holds it. */
export const SHARPNESS = 4;

/** The score of a unit: the weighted sum of its signals. Comparable within one query only. */
export function scoreOf(signals: Signals, weights: RankingModel = rankingModel): number {
  let score = 0;
  for (const name of SIGNAL_NAMES) score += weights[name] * signals[name];
  return score;
}
