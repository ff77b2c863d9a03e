/** What speaks for a unit as the answer to a query: named numbers that the ranking weighs. */
import type { Query } from '../question/query.ts';
import type { SearchIndex } from './build.ts';
import { type Nearness, nearnessOf } from './latent.ts';
import { type Likelihood, likelihoodsOf } from './likelihood.ts';
import type { Matcher, Slot } from './match.ts';
import { statesAsked } from './states.ts';
import type { TermTable } from './terms.ts';
import type { Unit, UnitText } from './units.ts';

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
  const likelihoods = likelihoodsOf(query, matcher, units, table);
  const nearness = nearnessOf(query, matcher, units, table, latent);
  return units.map((unit, i) => ({
    ...compare(query, matcher, unit, table),
    ...(likelihoods[i] as Likelihood),
    ...(nearness[i] as Nearness),
  }));
}

/** Compares a query with a unit. */
export function compare(query: Query, matcher: Matcher, unit: Unit, table: TermTable): Closeness {
  const { slots, total, hits } = matcher;
  const anywhere = new Float32Array(slots.length);
  const own = new Float32Array(slots.length);
  const here = new Float32Array(slots.length);
  let question = 0;
  const wordings: number[] = [];

  for (const text of unit.texts) {
    if (text.kind === 'question') wordings.push(wordingSimilarity(text, matcher));
    let matched = 0;
    const { terms } = text;
    for (let i = 0; i < terms.length; i++) {
      const id = terms[i] as number;
      const satisfied = hits.get(id);
      if (!satisfied) continue;
      let best = 0;
      for (const { slot, weight } of satisfied) {
        if (weight > (here[slot] as number)) here[slot] = weight;
        if (weight > best) best = weight;
      }
      matched += best * table.idf(id);
    }
    if (matched === 0) continue;
    keepLarger(anywhere, here);
    if (text.kind === 'own') keepLarger(own, here);
    else {
      const covered = covers(here, matcher) / total;
      question = Math.max(question, covered * Math.sqrt(matched / text.weight));
    }
    here.fill(0);
  }

  for (let i = 0; i < unit.context.length; i++) {
    const satisfied = hits.get(unit.context[i] as number);
    if (!satisfied) continue;
    for (const { slot, weight } of satisfied) {
      if (weight > (here[slot] as number)) here[slot] = weight;
    }
  }
  wordings.sort((a, b) => b - a);
  const wording = wordings[0] ?? 0;
  const isOverview = unit.target.kind === 'overview';
  const numbers = query.numbers.filter((number) => unit.numbers.has(number)).length;
  const numberShare = query.numbers.length === 0 ? 0 : numbers / query.numbers.length;
  return {
    coverage: covers(anywhere, matcher) / total,
    ownCoverage: covers(own, matcher) / total,
    question,
    wording,
    agreement: wordings.slice(0, AGREEING).reduce((sum, value) => sum + value, 0) / AGREEING,
    context: covers(here, matcher) / total,
    numbers: numberShare,
    otherNumbers: isOverview || query.numbers.length === 0 ? 0 : 1 - numberShare,
    askedFor: isOverview ? 0 : statesAsked(query, unit.states),
    exact: Math.max(0, 2 * wording - 1) ** 2,
    overview: isOverview ? 1 : 0,
  };
}

function wordingSimilarity(text: UnitText, { wording, wordingLength }: Matcher): number {
  let product = 0;
  for (let i = 0; i < text.wording.length; i++) {
    const idf = wording.get(text.wording[i] as number);
    if (idf !== undefined) product += idf * idf;
  }
  return product === 0 ? 0 : Math.min(1, product / (wordingLength * text.wordingLength));
}

function keepLarger(into: Float32Array, from: Float32Array): void {
  for (let i = 0; i < into.length; i++) {
    if ((from[i] as number) > (into[i] as number)) into[i] = from[i] as number;
  }
}

/** Information of the question that these slots cover. */
function covers(strengths: Float32Array, { slots }: Matcher): number {
  let sum = 0;
  for (let i = 0; i < slots.length; i++) sum += (slots[i] as Slot).idf * (strengths[i] as number);
  return sum;
}
