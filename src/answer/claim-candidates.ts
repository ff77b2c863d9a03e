/** Finds the passages that may speak to a claim, and compares their figures and dates with the claim's. */
import { type Passage, passageDate } from '../corpus/corpus.ts';
import type { PassageId } from '../corpus/schema.ts';
import type { Query } from '../question/query.ts';
import {
  type Figure,
  isComparable,
  isSameDate,
  isSameFigure,
  type NamedDate,
  readStatement,
  type Statement,
} from '../question/statement.ts';
import type { SearchIndex } from '../search/build.ts';
import { rememberRecent } from '../search/recent.ts';
import { type SearchResult, search } from '../search/search.ts';
import type { Unit } from '../search/units.ts';

/** Passages that are looked at for each way of reading the claim. */
const LOOKED_AT = 12;

/**
 * A claim with so few words beside its figures hardly says what it counts ("100,000 people in 2018"): what counts about
 * as many is meant.
 */
const BARE = 1;

/** A passage, and the share of the claim's information, figures and dates left out, that it holds; 0 to 1. */
export interface Candidate {
  passage: Passage;
  /** In its text or in one of its questions. */
  covered: number;
  /** In its text. */
  ownCovered: number;
  score: number;
}

/** What is found for the claim as it stands, and for what it would be a wrong answer to: its subject without figures. */
export function gatherCandidates(
  index: SearchIndex,
  query: Query,
  claimed: Statement,
  found: SearchResult,
): Candidate[] {
  const { figures, dates } = claimed;
  const results = [found.passages.slice(0, LOOKED_AT)];
  const subject = {
    ...query,
    terms: query.terms.filter(({ repaired }) => !isBeside(repaired)),
    words: query.words.filter((word) => !isBeside(word)),
    numbers: [],
    focus: [],
    names: [],
    attributes: [],
  };
  const isBare = figures.length > 0 && subject.terms.length <= BARE;
  if (subject.terms.length > 0) {
    if (figures.length > 0) {
      const gives = ({ passage }: { passage: Passage }) => givesFigure(claimed, passage);
      // One word ranks by accident: what gives no such figure must not take the place of what does.
      const isAllowed = ({ target }: Unit) => target.kind === 'passage' && gives(target);
      const bySubject = { ...subject, asked: 'number' as const };
      results.push(
        isBare
          ? nearestFirst(claimed, search(index, bySubject, isAllowed).passages)
          : search(index, bySubject).passages.filter(gives),
      );
    }
    if (dates.length > 0) results.push(search(index, { ...subject, asked: 'date' }).passages);
  }
  const candidates = new Map<PassageId, Candidate>();
  for (const result of results) {
    for (const { passage, unit, score } of result.slice(0, LOOKED_AT)) {
      const coverage = coverageOf(unit, found, query);
      const known = candidates.get(passage.id);
      if (!known || known.score < score)
        candidates.set(passage.id, { passage, score, ...coverage });
    }
  }
  const ranked = [...candidates.values()].sort((a, b) => b.score - a.score);
  return isBare ? nearestFirst(claimed, ranked) : ranked;
}

/** By how near their figures are to the claim's. */
function nearestFirst<T extends { passage: Passage }>(
  { figures }: Statement,
  some: readonly T[],
): T[] {
  const distances = new Map(
    some.map(({ passage }) => [passage, distanceOf(figures, statementOf(passage).figures)]),
  );
  const distance = ({ passage }: T) => distances.get(passage) ?? Number.POSITIVE_INFINITY;
  return [...some].sort((a, b) => distance(a) - distance(b) || 0);
}

/** How many times larger one of two comparable figures is, as a logarithm; infinite where none can be compared. */
function distanceOf(claimed: readonly Figure[], stated: readonly Figure[]): number {
  const distances = claimed.flatMap((ours) =>
    stated
      .filter((theirs) => isComparable(ours, theirs))
      .map((theirs) => Math.abs(Math.log((ours.value || 1) / (theirs.value || 1)))),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}

/** Passages whose statements are kept: all of a small corpus. */
const KEPT = 4_000;

/** What a passage states; a claim asks for it several times, and one that hardly says what it counts asks every passage. */
export const statementOf: (passage: Passage) => Statement = rememberRecent(KEPT, ({ text }) =>
  readStatement(text.en),
);

export function givesFigure(claimed: Statement, passage: Passage): boolean {
  return compareFigures(claimed, statementOf(passage)) !== 'silent';
}

const MONTH_WORDS = new Set(
  'january february march april june july august september october november december'.split(' '),
);

/** What people put around a claim; says nothing about it. */
const FRAMING = new Set(
  `heard hear read saw seen told tells guess believe believes sure true truth apparently supposedly allegedly claim claims
  claimed fact facts wrong lie lies friend guy remember swear bet basically literally honestly escuche oi lei vi
  contaron creo seguro cierto verdad mentira supuestamente aparentemente hecho amigo recuerdo juro`.split(
    /\s+/,
  ),
);
/** Figures and dates are compared by what they say; they and the framing don't count as the claim's subject. */
const isBeside = (word: string) => /^\d/.test(word) || MONTH_WORDS.has(word) || FRAMING.has(word);

/** Share of the claim's information, figures and dates left out, in words that the corpus doesn't know; 0 to 1. */
export function unknownShare({ terms }: Query, { matcher: { slots, hits } }: SearchResult): number {
  const known = new Set([...hits.values()].flatMap((all) => all.map(({ slot }) => slot)));
  let unknown = 0;
  let total = 0;
  slots.forEach(({ idf }, i) => {
    if (isBeside(terms[i]?.repaired ?? '')) return;
    total += idf;
    if (!known.has(i)) unknown += idf;
  });
  return total === 0 ? 0 : unknown / total;
}

function coverageOf(
  unit: Unit,
  { matcher: { slots, hits } }: SearchResult,
  query: Query,
): Pick<Candidate, 'covered' | 'ownCovered'> {
  const counts = slots.map((_, i) => !isBeside(query.terms[i]?.repaired ?? ''));
  const total = slots.reduce((sum, { idf }, i) => sum + (counts[i] ? idf : 0), 0);
  const coverage = { covered: 0, ownCovered: 0 };
  if (total === 0) return coverage;
  for (const { kind, terms } of unit.texts) {
    const strengths = new Float32Array(slots.length);
    for (const id of terms) {
      for (const { slot, weight } of hits.get(id) ?? [])
        strengths[slot] = Math.max(strengths[slot] as number, weight);
    }
    const sum = slots.reduce(
      (before, { idf }, i) => before + (counts[i] ? idf * (strengths[i] as number) : 0),
      0,
    );
    coverage.covered = Math.max(coverage.covered, sum / total);
    if (kind === 'own') coverage.ownCovered = Math.max(coverage.ownCovered, sum / total);
  }
  return coverage;
}

export type Comparison = 'agrees' | 'differs' | 'silent';

export function compareFigures({ figures }: Statement, stated: Statement): Comparison {
  if (figures.length === 0) return 'silent';
  const agrees = figures.some((figure) => stated.figures.some((one) => isSameFigure(figure, one)));
  if (agrees) return 'agrees';
  const differs = figures.some((figure) => stated.figures.some((one) => isComparable(figure, one)));
  return differs ? 'differs' : 'silent';
}

/** The dates in the passage, else the one that it speaks for. */
export function compareDates(
  { dates }: Statement,
  stated: Statement,
  passage: Passage,
): Comparison {
  if (dates.length === 0) return 'silent';
  const named = withYears(stated.dates);
  const year = Number(passageDate(passage)?.slice(0, 4));
  const known = named.length > 0 ? named : year ? [{ year, month: undefined, day: undefined }] : [];
  if (known.length === 0) return 'silent';
  if (dates.some((date) => known.some((one) => isSameDate(date, one)))) return 'agrees';
  return named.length > 0 ? 'differs' : 'silent';
}

/** Dates with the year that stands behind them: "between 20 January and 29 October 2021". */
function withYears(dates: readonly NamedDate[]): NamedDate[] {
  let year: number | undefined;
  return dates
    .toReversed()
    .map((date) => {
      year = date.year ?? year;
      return { ...date, year };
    })
    .toReversed();
}
