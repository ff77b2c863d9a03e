/** What speaks for a unit as the answer to a query: named numbers that the ranking weighs. */
import type { Query } from '../question/query.ts';
import type { SearchIndex } from './build.ts';
import { type Nearness, nearnessOf } from './latent.ts';
import { type Likelihood, likelihoodsOf } from './likelihood.ts';
import type { Matcher } from './match.ts';
import { profileOf } from './profiles.ts';
import { covers, keepSatisfied, type Seen, seeTexts } from './seen.ts';
import { statesAsked } from './states.ts';
import type { Unit } from './units.ts';

/** How close a unit is to a question, word by word; each 0 to 1 unless said otherwise. */
export interface Closeness {
  /** Share of the question's information that any text of the unit covers. */
  coverage: number;
  /** Share that the unit's own text (passage or title) covers. */
  ownCoverage: number;
  /** Best written question: share of the question covered, lowered where the written one says much more. */
  question: number;
  /** Best written question by wording: cosine over words and pairs, function words included. */
  wording: number;
  /** Mean of the three best wordings: agreement among the written questions. */
  agreement: number;
  /** Share of the question that names what is around: who says so, publisher, title, topic. */
  context: number;
  /** Share of the question's numbers and years that the passage states. */
  numbers: number;
  /** Share of them that it doesn't. */
  otherNumbers: number;
  /** −1 to 1: the passage states the kind of thing that is asked for. */
  askedFor: number;
  /** Closeness to a written question beyond doubt: 0 up to a wording of ½, then rising to 1. */
  exact: number;
  /** 1 for an overview. */
  overview: number;
}

/** Signals of a unit. Weights for them stand in ranking-model.json, made by `npm run train`. */
export type Signals = Closeness & Likelihood & Nearness;

export const SIGNAL_NAMES = [
  'coverage',
  'ownCoverage',
  'question',
  'wording',
  'agreement',
  'context',
  'numbers',
  'otherNumbers',
  'askedFor',
  'exact',
  'overview',
  'meant',
  'words',
  'letters',
  'latent',
  'latentText',
] as const satisfies (keyof Signals)[];

/** How many of the best wordings agree. */
const AGREEING = 3;

/** The signals of some units, which the likelihoods compare with each other. */
export function readSignals(
  query: Query,
  matcher: Matcher,
  units: readonly Unit[],
  { table, latent }: Pick<SearchIndex, 'table' | 'latent'>,
): Signals[] {
  const profiles = units.map(profileOf);
  const seen = profiles.map((profile) => seeTexts(matcher, profile));
  const likelihoods = likelihoodsOf(query, matcher, profiles, seen, table);
  const nearness = nearnessOf(matcher, units, table, latent);
  return units.map((unit, i) => ({
    ...closenessOf(query, matcher, unit, seen[i] as Seen),
    ...(likelihoods[i] as Likelihood),
    ...(nearness[i] as Nearness),
  }));
}

/** Compares a query with a unit. */
export function compare(query: Query, matcher: Matcher, unit: Unit): Closeness {
  return closenessOf(query, matcher, unit, seeTexts(matcher, profileOf(unit)));
}

function closenessOf(
  query: Query,
  matcher: Matcher,
  unit: Unit,
  { anywhere, own, question, wordings }: Seen,
): Closeness {
  const { slots, total, hits } = matcher;
  const around = new Float32Array(slots.length);
  for (let i = 0; i < unit.context.length; i++) {
    const satisfied = hits.get(unit.context[i] as number);
    if (satisfied) keepSatisfied(around, satisfied);
  }
  const nearest = largest(wordings, AGREEING);
  const wording = nearest[0] as number;
  const isOverview = unit.target.kind === 'overview';
  const numbers = query.numbers.filter((number) => unit.numbers.has(number)).length;
  const numberShare = query.numbers.length === 0 ? 0 : numbers / query.numbers.length;
  return {
    coverage: covers(anywhere, matcher) / total,
    ownCoverage: covers(own, matcher) / total,
    question,
    wording,
    agreement: nearest.reduce((sum, value) => sum + value) / AGREEING,
    context: covers(around, matcher) / total,
    numbers: numberShare,
    otherNumbers: isOverview || query.numbers.length === 0 ? 0 : 1 - numberShare,
    askedFor: isOverview ? 0 : statesAsked(query, unit.states),
    exact: Math.max(0, 2 * wording - 1) ** 2,
    overview: isOverview ? 1 : 0,
  };
}

/** The largest of some numbers above 0, descending; filled up with 0. */
function largest(numbers: readonly number[], count: number): number[] {
  const first = new Array<number>(count).fill(0);
  for (let number of numbers) {
    for (let i = 0; i < count && number > 0; i++) {
      const here = first[i] as number;
      if (number <= here) continue;
      first[i] = number;
      number = here;
    }
  }
  return first;
}
