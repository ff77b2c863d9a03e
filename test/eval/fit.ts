/** Fits small linear models by Adam (Kingma & Ba 2015); deterministic: no random numbers. */

import { SHARPNESS } from '../../src/search/rank.ts';

export interface FitOptions {
  /** Weights to start from and to stay near. */
  prior: readonly number[];
  /** Strength of the pull towards the prior. */
  pull: number;
  steps: number;
  rate: number;
  /** Weights that must not fall below, or rise above, zero: −1, 0 (free) or 1. */
  signs?: readonly number[];
}

/** Minimises a function given by its gradient. */
function descend(
  gradient: (weights: Float64Array) => Float64Array,
  { prior, pull, steps, rate, signs }: FitOptions,
): number[] {
  const weights = Float64Array.from(prior);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let step = 1; step <= steps; step++) {
    const slope = gradient(weights);
    for (let j = 0; j < weights.length; j++) {
      const g = slope[j]! + pull * (weights[j]! - prior[j]!);
      mean[j] = 0.9 * mean[j]! + 0.1 * g;
      square[j] = 0.999 * square[j]! + 0.001 * g * g;
      const corrected = mean[j]! / (1 - 0.9 ** step);
      weights[j] =
        weights[j]! - (rate * corrected) / (Math.sqrt(square[j]! / (1 - 0.999 ** step)) + 1e-8);
      const sign = signs?.[j] ?? 0;
      if (sign !== 0 && weights[j]! * sign < 0) weights[j] = 0;
    }
  }
  return [...weights];
}

/** A question with its candidates' signals and which of them are right. */
export interface RankingExample {
  candidates: readonly (readonly number[])[];
  right: readonly boolean[];
  weight?: number;
}

/** Listwise logistic regression: the right candidates' share of the softmax is made large. */
export function fitRanking(examples: readonly RankingExample[], options: FitOptions): number[] {
  const useful = examples.filter(({ right }) => right.includes(true) && right.includes(false));
  const totalWeight = useful.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return descend((weights) => {
    const slope = new Float64Array(weights.length);
    for (const { candidates, right, weight = 1 } of useful) {
      const scores = candidates.map((signals) => SHARPNESS * dot(signals, weights));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const all = shares.reduce((a, b) => a + b, 0);
      const good = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0);
      candidates.forEach((signals, i) => {
        const error = shares[i]! / all - (right[i] ? shares[i]! / good : 0);
        const scale = (SHARPNESS * weight * error) / totalWeight;
        for (let j = 0; j < slope.length; j++) slope[j] = slope[j]! + scale * signals[j]!;
      });
    }
    return slope;
  }, options);
}

export interface ClassExample {
  features: readonly number[];
  positive: boolean;
  /** How much the example counts among those of its class. */
  weight?: number;
}

/** Logistic regression; the last weight is the bias. With `balanced`, both classes weigh the same. */
export function fitClassifier(
  examples: readonly ClassExample[],
  options: FitOptions & { balanced: boolean },
): number[] {
  const sum = (positive: boolean) =>
    examples.reduce((total, one) => total + (one.positive === positive ? (one.weight ?? 1) : 0), 0);
  const totals = { positive: sum(true), negative: sum(false) };
  return descend((weights) => {
    const slope = new Float64Array(weights.length);
    const bias = weights.length - 1;
    for (const { features, positive, weight = 1 } of examples) {
      const probability = 1 / (1 + Math.exp(-(dot(features, weights) + weights[bias]!)));
      const all = totals.positive + totals.negative;
      const half = 2 * (positive ? totals.positive : totals.negative);
      const share = weight / (options.balanced ? half : all);
      const error = (probability - (positive ? 1 : 0)) * share;
      for (let j = 0; j < bias; j++) slope[j] = slope[j]! + error * features[j]!;
      slope[bias] = slope[bias]! + error;
    }
    return slope;
  }, options);
}

/** Sum of the products, over the length of `values`. */
export function dot(values: readonly number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += values[j]! * weights[j]!;
  return sum;
}
