/** What of a question stands in the texts of a unit, read from them in one go. */
import type { Matcher, Satisfied, Slot } from './match.ts';
import type { Profile } from './profiles.ts';

export interface Seen {
  /** How well each slot is satisfied in any text, and in the unit's own; 0 to 1. */
  anywhere: Float32Array;
  own: Float32Array;
  /** Of the best written question: share of the question covered, lowered where the written one says much more. */
  question: number;
  /** Likeness of each written question by its wording: cosine. */
  wordings: number[];
  /** By a term's entry in `Matcher.terms`: in how many texts it stands, and in how many as a content word. */
  saidIn: Uint16Array;
  meantIn: Uint16Array;
}

/** Positions of the terms that may be the question's; one for all, as the reading is never interrupted. */
let passing = new Int32Array(1_024);

/** Reads the texts of a unit. */
export function seeTexts(matcher: Matcher, profile: Profile): Seen {
  const { slots, total } = matcher;
  const { texts, isOwn, terms, ends, measures } = profile;
  const here = new Float32Array(slots.length);
  const saidIn = new Uint16Array(matcher.terms.entries);
  const meantIn = new Uint16Array(matcher.terms.entries);
  const anywhere = new Float32Array(slots.length);
  const own = new Float32Array(slots.length);
  const wordings: number[] = [];
  let question = 0;
  if (passing.length < terms.length) passing = new Int32Array(2 * terms.length);
  const count = matcher.terms.sift(terms, passing);
  let at = 0;
  for (let text = 0; text < texts; text++) {
    const end = ends[text] as number;
    let matched = 0;
    let product = 0;
    for (; at < count && (passing[at] as number) < end; at++) {
      const term = terms[passing[at] as number] as number;
      const entry = matcher.terms.entryOf(term >> 1);
      if (entry === 0) continue;
      const { satisfied, worth, rarity } = matcher.terms.valueAt(entry);
      saidIn[entry] = (saidIn[entry] as number) + 1;
      product += rarity * rarity;
      if ((term & 1) === 0 || satisfied.length === 0) continue;
      meantIn[entry] = (meantIn[entry] as number) + 1;
      matched += worth;
      keepSatisfied(here, satisfied);
    }
    if (isOwn[text] === 0) {
      const length = matcher.wordingLength * (measures[2 * text + 1] as number);
      wordings.push(product === 0 ? 0 : Math.min(1, product / length));
    }
    if (matched === 0) continue;
    keepLarger(anywhere, here);
    if (isOwn[text] === 1) keepLarger(own, here);
    else {
      const covered = covers(here, matcher) / total;
      const weight = measures[2 * text] as number;
      question = Math.max(question, covered * Math.sqrt(matched / weight));
    }
    here.fill(0);
  }
  return { anywhere, own, question, wordings, saidIn, meantIn };
}

/** Notes how well a term satisfies each slot. */
export function keepSatisfied(strengths: Float32Array, satisfied: readonly Satisfied[]): void {
  for (let i = 0; i < satisfied.length; i++) {
    const { slot, weight } = satisfied[i] as Satisfied;
    if (weight > (strengths[slot] as number)) strengths[slot] = weight;
  }
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
