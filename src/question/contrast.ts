/** Questions that need two facts: "under Trump and under Biden", "in 2019 and in 2020", "first and second phase". */
import type { Query, QueryTerm } from './query.ts';

/** Says which person of the corpus a word names; the same value for "biden" and "bidens". */
export type PersonOf = (word: string) => string | undefined;

const MONTHS = new Set(
  `january february march april mayo june july august september october november december`.split(
    ' ',
  ),
);

/** The kind of a word that can be set against another of its kind: "year", "month", "ordinal", "person". */
export function kindOf(word: string, personOf: PersonOf): string | undefined {
  if (/^(?:19|20)\d\d$/.test(word)) return 'year';
  if (MONTHS.has(word)) return 'month';
  if (/^\d+(?:st|nd|rd|th)$/.test(word)) return 'ordinal';
  return personOf(word) === undefined ? undefined : 'person';
}

/**
 * The queries that a question with two sides falls into, in the order in which it names them; empty when it has one
 * side. Each keeps everything but the other side's terms.
 */
export function contrastParts(query: Query, personOf: PersonOf): Query[] {
  const members = new Map<string, QueryTerm[]>();
  for (const term of query.terms) {
    const kind = kindOf(term.repaired, personOf);
    if (kind === undefined) continue;
    const known = members.get(kind);
    if (!known) members.set(kind, [term]);
    else if (!known.some((other) => isSame(other, term, personOf))) known.push(term);
  }
  const pairs = [...members.values()].filter((terms) => terms.length === 2);
  if (pairs.length === 0) return [];
  return [0, 1].map((side) => {
    const dropped = new Set(pairs.map((terms) => terms[1 - side]));
    const gone = new Set([...dropped].map((term) => term?.repaired));
    return {
      ...query,
      terms: query.terms.filter((term) => !dropped.has(term)),
      words: query.words.filter((word) => !gone.has(word)),
      numbers: query.numbers.filter((number) => !gone.has(number)),
      focus: [],
      names: [],
      attributes: [],
    };
  });
}

function isSame(a: QueryTerm, b: QueryTerm, personOf: PersonOf): boolean {
  const person = personOf(a.repaired);
  return a.repaired === b.repaired || (person !== undefined && person === personOf(b.repaired));
}
