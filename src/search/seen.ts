/** What of a question stands in the texts of a unit, read from them in one go. */
import type { Matcher, Satisfied, Slot } from './match.ts';
import type { Profile } from './profiles.ts';
import type { TermTable } from './terms.ts';

export interface Seen {
  /** How well each slot is satisfied in any text, and in the unit's own; 0 to 1. */
  anywhere: Float32Array;
  own: Float32Array;
  /** Of the best written question: share of the question covered, lowered where the written one says much more. */
  question: number;
  /** Likeness of each written question by its wording: cosine. */
  wordings: number[];
  /** In how many texts each term stands, by its entry in `Matcher.hits` and in `Matcher.wording`. */
  hitTexts: Uint16Array;
  wordingTexts: Uint16Array;
}

/** Reads the texts of a unit. */
export function seeTexts(matcher: Matcher, profile: Profile, table: TermTable): Seen {
  const { slots, total, hits, wording } = matcher;
  const { texts, isOwn, ids, ends, measures } = profile;
  const here = new Float32Array(slots.length);
  const seen: Seen = {
    anywhere: new Float32Array(slots.length),
    own: new Float32Array(slots.length),
    question: 0,
    wordings: [],
    hitTexts: new Uint16Array(hits.entries),
    wordingTexts: new Uint16Array(wording.entries),
  };
  let at = 0;
  for (let text = 0; text < texts; text++) {
    let matched = 0;
    for (const end = ends[2 * text] as number; at < end; at++) {
      const entry = hits.entryOf(ids[at] as number);
      if (entry === 0) continue;
      seen.hitTexts[entry] = (seen.hitTexts[entry] as number) + 1;
      matched += keepSatisfied(here, hits.valueAt(entry)) * table.idf(ids[at]);
    }
    let product = 0;
    for (const end = ends[2 * text + 1] as number; at < end; at++) {
      const entry = wording.entryOf(ids[at] as number);
      if (entry === 0) continue;
      seen.wordingTexts[entry] = (seen.wordingTexts[entry] as number) + 1;
      product += wording.valueAt(entry) ** 2;
    }
    if (isOwn[text] === 0) {
      const length = matcher.wordingLength * (measures[2 * text + 1] as number);
      seen.wordings.push(product === 0 ? 0 : Math.min(1, product / length));
    }
    if (matched === 0) continue;
    keepLarger(seen.anywhere, here);
    if (isOwn[text] === 1) keepLarger(seen.own, here);
    else {
      const covered = covers(here, matcher) / total;
      const weight = measures[2 * text] as number;
      seen.question = Math.max(seen.question, covered * Math.sqrt(matched / weight));
    }
    here.fill(0);
  }
  return seen;
}

/** Notes how well a term satisfies each slot; gives the best. */
export function keepSatisfied(strengths: Float32Array, satisfied: readonly Satisfied[]): number {
  let best = 0;
  for (let i = 0; i < satisfied.length; i++) {
    const { slot, weight } = satisfied[i] as Satisfied;
    if (weight > (strengths[slot] as number)) strengths[slot] = weight;
    if (weight > best) best = weight;
  }
  return best;
}

function keepLarger(into: Float32Array, from: Float32Array): void {
  for (let i = 0; i < into.length; i++) {
    if ((from[i] as number) > (into[i] as number)) into[i] = from[i] as number;
  }
}

/** Information of the question that these slots cover. */
export function covers(strengths: Float32Array, { slots }: Pick<Matcher, 'slots'>): number {
  let sum = 0;
  for (let i = 0; i < slots.length; i++) sum += (slots[i] as Slot).idf * (strengths[i] as number);
  return sum;
}
