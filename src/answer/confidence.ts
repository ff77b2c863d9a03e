/** How likely the passages found hold the answer: a calibrated probability from several signals. */
import { FORM_NAMES, type QuestionForm } from '../question/form.ts';
import { ASKED, type Asked, type Query } from '../question/query.ts';
import { SHARPNESS } from '../search/rank.ts';
import type { Ranked, SearchResult } from '../search/search.ts';
import model from './confidence-model.json' with { type: 'json' };

/** What the search found; about 0 to 1 each. */
interface Found {
  /** Score of the lead. */
  score: number;
  /** Its lead over the next one. */
  margin: number;
  coverage: number;
  ownCoverage: number;
  question: number;
  meant: number;
  words: number;
  letters: number;
  /** The last two for one word, and for one run of letters: how alike, however long the question is. */
  perWord: number;
  perLetter: number;
  /** Share of the probability that the ranking gives to the lead, and to the first three. */
  likeliest: number;
  amongThree: number;
  otherNumbers: number;
  /** Share of the question's information that the first three cover together. */
  togetherCoverage: number;
  /** Share of the question's information in words that the corpus doesn't know. */
  unknown: number;
  /** Rarity of the rarest word that the lead doesn't cover, in tenths. */
  rarestMissing: number;
  /** Share of what is asked about that the lead doesn't mention; 0 when nothing is named. */
  focusMissing: number;
  /** Share of the names in the question that the lead doesn't mention. */
  namesMissing: number;
  /** 0 to 1: an attribute is asked for by name (a price, an age) that the lead doesn't mention. */
  attributeMissing: number;
  /** −1 to 1: one of the first three states the kind of thing that is asked for (a number, a date, a name). */
  statesAsked: number;
  /** 1 for one content word, ½ for two. */
  brevity: number;
  /** Content words, in tenths; more than ten say no more. */
  terms: number;
  /** All words, in twentieths; more than twenty say no more, or a long story would be answered for its length. */
  wordCount: number;
  overview: number;
}

const FOUND_NAMES = [
  'score',
  'margin',
  'coverage',
  'ownCoverage',
  'question',
  'meant',
  'words',
  'letters',
  'perWord',
  'perLetter',
  'likeliest',
  'amongThree',
  'otherNumbers',
  'togetherCoverage',
  'unknown',
  'rarestMissing',
  'focusMissing',
  'namesMissing',
  'attributeMissing',
  'statesAsked',
  'brevity',
  'terms',
  'wordCount',
  'overview',
] as const satisfies (keyof Found)[];

/** Everything that the decision weighs: what was found, what is asked for, how it is put. */
export type EvidenceName =
  | (typeof FOUND_NAMES)[number]
  | `asks ${Asked}`
  | `form ${keyof QuestionForm}`;

export const EVIDENCE_NAMES: readonly EvidenceName[] = [
  ...FOUND_NAMES,
  ...ASKED.map((asked) => `asks ${asked}` as const),
  ...FORM_NAMES.map((name) => `form ${name}` as const),
];

export interface ConfidenceModel {
  bias: number;
  weights: Record<EvidenceName, number>;
  /** Answers below this probability are declined. */
  threshold: number;
}

export const confidenceModel: ConfidenceModel = model;

/** Ranks that are looked at together. */
const TOGETHER = 3;

/** What speaks for and against an answer. Weights stand in confidence-model.json, made by `npm run train`. */
export type Evidence = Record<EvidenceName, number>;

/** Gathers the evidence for answering with what was found; undefined when nothing was. */
export function gatherEvidence(
  query: Query,
  { ranked, matcher }: SearchResult,
): Evidence | undefined {
  const [lead, second] = ranked;
  if (!lead) return undefined;
  const { slots, total, hits } = matcher;
  const strengths = strengthsOf([lead], matcher);
  const together = strengthsOf(ranked.slice(0, TOGETHER), matcher);
  const known = new Set<number>();
  for (const satisfied of hits.values()) for (const { slot } of satisfied) known.add(slot);
  const missing = (slot: number) => 1 - (strengths[slot] ?? 0);
  const missingOf = (some: readonly number[]) =>
    some.reduce((sum, slot) => sum + missing(slot), 0) / Math.max(1, some.length);
  const shares = sharesOf(ranked);
  const facts: Found = {
    score: lead.score,
    margin: lead.score - (second?.score ?? 0),
    coverage: lead.signals.coverage,
    ownCoverage: lead.signals.ownCoverage,
    question: lead.signals.question,
    meant: lead.signals.meant,
    words: lead.signals.words,
    letters: lead.signals.letters,
    perWord: lead.signals.words / Math.max(0.05, query.words.length / 20),
    perLetter: lead.signals.letters / Math.max(0.05, query.text.length / 40),
    likeliest: shares[0] as number,
    amongThree: shares.slice(0, TOGETHER).reduce((sum, share) => sum + share, 0),
    otherNumbers: lead.signals.otherNumbers,
    togetherCoverage: slots.reduce((sum, { idf }, i) => sum + idf * (together[i] ?? 0), 0) / total,
    unknown: slots.reduce((sum, { idf }, i) => sum + (known.has(i) ? 0 : idf), 0) / total,
    rarestMissing: Math.max(0, ...slots.map(({ idf }, i) => idf * missing(i))) / 10,
    focusMissing: missingOf(query.focus),
    namesMissing: missingOf(query.names),
    attributeMissing: Math.max(0, ...query.attributes.map(missing)),
    statesAsked: Math.max(...ranked.slice(0, TOGETHER).map(({ signals }) => signals.askedFor)),
    brevity: 1 / Math.max(1, slots.length),
    terms: Math.min(1, slots.length / 10),
    wordCount: Math.min(1, query.words.length / 20),
    overview: lead.unit.target.kind === 'overview' ? 1 : 0,
  };
  const asks = ASKED.map((asked) => [`asks ${asked}`, asked === query.asked ? 1 : 0]);
  const form = FORM_NAMES.map((name) => [`form ${name}`, query.form[name] ? 1 : 0]);
  return { ...facts, ...Object.fromEntries([...asks, ...form]) } as Evidence;
}

/** What the ranking takes each unit's probability to be, among those that were found. */
function sharesOf(ranked: readonly Ranked[]): number[] {
  const top = ranked[0]?.score ?? 0;
  const odds = ranked.map(({ score }) => Math.exp(SHARPNESS * (score - top)));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

/** How well each content word of the question is covered by some units, their context included. */
function strengthsOf(
  ranked: readonly Ranked[],
  { slots, hits }: SearchResult['matcher'],
): number[] {
  const strengths = slots.map(() => 0);
  for (const { unit } of ranked) {
    for (const terms of [unit.context, ...unit.texts.map((text) => text.terms)]) {
      for (const id of terms) {
        const satisfied = hits.get(id);
        if (!satisfied) continue;
        for (const { slot, weight } of satisfied) {
          strengths[slot] = Math.max(strengths[slot] ?? 0, weight);
        }
      }
    }
  }
  return strengths;
}

/** Probability that the answer is right, 0 to 1. */
export function confidenceOf(evidence: Evidence, { bias, weights } = confidenceModel): number {
  let sum = bias;
  for (const name of EVIDENCE_NAMES) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
