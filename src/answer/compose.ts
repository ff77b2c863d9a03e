/** Chooses which of the ranked passages are shown together. */
import type { Passage } from '../corpus/corpus.ts';
import type { SearchIndex } from '../search/build.ts';
import type { RankedPassage, SearchResult } from '../search/search.ts';

/** Most passages that a narrow question is answered with. */
export const MAX_PASSAGES = 3;
/**
 * A second passage of a source that is shown already has to score within this of the lead: the ranking then can't
 * tell which of the two was meant. Otherwise another source gets the place.
 */
const SAME_SOURCE_MARGIN = 0.8;
/** Passages that share more than this of their information say the same; 0 to 1. */
const SAME_FACT = 0.55;

/**
 * The lead and what goes with it: other sources first, nothing said twice.
 * @param parts results for each side of a question with two sides; their leads are shown first
 */
export function composePassages(
  index: Pick<SearchIndex, 'unitOf' | 'table'>,
  found: SearchResult,
  parts: readonly SearchResult[],
): RankedPassage[] {
  const [lead] = found.passages;
  if (!lead) return [];
  const picked: RankedPassage[] = [];
  const take = (candidate: RankedPassage | undefined) => {
    if (candidate && !picked.some(({ passage }) => passage === candidate.passage))
      picked.push(candidate);
  };
  for (const part of parts) take(part.passages[0]);
  for (const candidate of found.passages) {
    if (picked.length >= MAX_PASSAGES) break;
    const repeats = picked.some(
      ({ passage }) => sharedInformation(index, passage, candidate.passage) > SAME_FACT,
    );
    const sameSource = picked.some(({ passage }) => passage.source === candidate.passage.source);
    const isClose = lead.score - candidate.score < SAME_SOURCE_MARGIN;
    if (!repeats && (!sameSource || isClose)) take(candidate);
  }
  return picked.slice(0, MAX_PASSAGES);
}

/** Share of the information of two passages' English texts that they have in common, 0 to 1. */
function sharedInformation(
  { unitOf, table }: Pick<SearchIndex, 'unitOf' | 'table'>,
  a: Passage,
  b: Passage,
): number {
  const termsOf = ({ id }: Passage) => new Set(unitOf.get(id)?.texts[0]?.terms);
  const [first, second] = [termsOf(a), termsOf(b)];
  let shared = 0;
  let all = 0;
  for (const id of first.union(second)) {
    all += table.idf(id);
    if (first.has(id) && second.has(id)) shared += table.idf(id);
  }
  return all === 0 ? 0 : shared / all;
}
