/** Finds the passages and overviews that may answer a query, best first. */
import type { Passage } from '../corpus/corpus.ts';
import type { Overview } from '../corpus/schema.ts';
import type { Query } from '../question/query.ts';
import type { SearchIndex } from './build.ts';
import { createMatcher, type Matcher } from './match.ts';
import { scoreOf } from './rank.ts';
import { readSignals, type Signals } from './signals.ts';
import type { Unit } from './units.ts';

/** A passage or overview with its score and the signals that it is made of. */
export interface Ranked {
  unit: Unit;
  score: number;
  signals: Signals;
}

export type RankedPassage = Ranked & { passage: Passage };
export type RankedOverview = Ranked & { overview: Overview };

export interface SearchResult {
  matcher: Matcher;
  /** Passages and overviews in one ranking. */
  ranked: Ranked[];
  passages: RankedPassage[];
  overviews: RankedOverview[];
}

/** Units that are compared in full; among them is a right one for 97 % of the development questions. */
const CANDIDATES = 40;

/**
 * Ranks the passages and overviews that share a term with the query. Total; ties keep the corpus's order.
 * @param isAllowed what may be found; everything unless given
 */
export function search(
  index: SearchIndex,
  query: Query,
  isAllowed?: (unit: Unit) => boolean,
): SearchResult {
  const matcher = createMatcher(query, index);
  const candidates = index.candidates(
    matcher,
    CANDIDATES,
    isAllowed && ((id) => isAllowed(index.units[id] as Unit)),
  );
  const units = candidates.map((id) => index.units[id] as Unit);
  const ranked = readSignals(query, matcher, units, index).map((signals, i) => ({
    unit: units[i] as Unit,
    score: scoreOf(signals),
    signals,
  }));
  ranked.sort((a, b) => b.score - a.score);
  const passages: RankedPassage[] = [];
  const overviews: RankedOverview[] = [];
  for (const one of ranked) {
    const { target } = one.unit;
    if (target.kind === 'passage') passages.push({ ...one, passage: target.passage });
    else overviews.push({ ...one, overview: target.overview });
  }
  return { matcher, ranked, passages, overviews };
}
