/** Whether a question is broad (an overview answers it) or narrow (passages do). */
import type { Query } from '../question/query.ts';
import type { Ranked, SearchResult } from '../search/search.ts';
import model from './breadth-model.json' with { type: 'json' };

/** What speaks for the overview; about −1 to 1 each. Weights stand in breadth-model.json. */
export interface Breadth {
  /** How much more the best overview scores than the best passage. */
  score: number;
  /** How much closer the wording is to a question of the overview than to one of the passage. */
  wording: number;
  /** The wording is that of a written question of the overview, 0 to 1. */
  exact: number;
  /** The wording is that of a written question of the passage, 0 to 1. */
  exactPassage: number;
  /** How much more the overview has of these signals of the ranking than the passage; so the next four. */
  coverage: number;
  latent: number;
  latentText: number;
  meant: number;
  letters: number;
  /** 1 when somebody or something is named. */
  names: number;
  /** Content words, in tenths: many words are about something particular. */
  terms: number;
  /** 1 when the question has a number or a year. */
  numbers: number;
  /** 1 when it asks for a number, date, person or place. */
  particular: number;
  /** 1 when it asks what something is, how or why, or how things stand. */
  general: number;
  /** Share of the question's information that the overview leaves out. */
  missing: number;
}

export const BREADTH_NAMES = [
  'score',
  'wording',
  'exact',
  'exactPassage',
  'coverage',
  'latent',
  'latentText',
  'meant',
  'letters',
  'names',
  'terms',
  'numbers',
  'particular',
  'general',
  'missing',
] as const satisfies (keyof Breadth)[];

export interface BreadthModel {
  bias: number;
  weights: Record<keyof Breadth, number>;
}

export const breadthModel: BreadthModel = model;

const PARTICULAR = new Set(['number', 'date', 'person', 'place']);
const GENERAL = new Set(['definition', 'manner', 'reason', 'status']);

/** Compares the best overview with the best passage. */
export function readBreadth(query: Query, overview: Ranked, passage: Ranked): Breadth {
  return {
    score: overview.score - passage.score,
    wording: overview.signals.wording - passage.signals.wording,
    exact: overview.signals.exact,
    exactPassage: passage.signals.exact,
    coverage: overview.signals.coverage - passage.signals.coverage,
    latent: overview.signals.latent - passage.signals.latent,
    latentText: overview.signals.latentText - passage.signals.latentText,
    meant: overview.signals.meant - passage.signals.meant,
    letters: overview.signals.letters - passage.signals.letters,
    names: query.names.length > 0 ? 1 : 0,
    terms: query.terms.length / 10,
    numbers: query.numbers.length > 0 ? 1 : 0,
    particular: PARTICULAR.has(query.asked) ? 1 : 0,
    general: GENERAL.has(query.asked) ? 1 : 0,
    missing: 1 - overview.signals.coverage,
  };
}

/** Probability that the overview is the better answer; 1 or 0 when there is only one of the two. */
export function broadness(
  query: Query,
  { overviews: [overview], passages: [passage] }: Pick<SearchResult, 'overviews' | 'passages'>,
  { bias, weights }: BreadthModel = breadthModel,
): number {
  if (!overview) return 0;
  if (!passage) return 1;
  const breadth = readBreadth(query, overview, passage);
  let sum = bias;
  for (const name of BREADTH_NAMES) sum += weights[name] * breadth[name];
  return 1 / (1 + Math.exp(-sum));
}
