/** Learns how likely an answer is right, and below which probability it is better to decline. */
import {
  type ConfidenceModel,
  EVIDENCE_NAMES,
  gatherEvidence,
} from '../../../src/answer/confidence.ts';
import { analyseQuestion } from '../../../src/question/analyse.ts';
import { readSmallTalk } from '../../../src/question/small-talk.ts';
import type { SearchIndex } from '../../../src/search/build.ts';
import { search } from '../../../src/search/search.ts';
import { type ClassExample, dot, fitClassifier } from '../fit.ts';
import { holdsAnswer } from '../judge.ts';
import type { Row } from '../sets.ts';
import { crossValidate } from './folds.ts';
import { round } from './numbers.ts';
import { unanswerableRows } from './rows.ts';
import { passagesOf } from './units.ts';

/** Share of the answerable questions that may be declined wrongly; sets the threshold. */
const WRONG_DECLINES = 0.025;
/** Weight of a question that has an answer which isn't found: little is lost by declining it. */
const MISSED_WEIGHT = 0.3;
/** Weight of a question that was written for training alone. */
const WRITTEN_WEIGHT = 0.6;
/** Shares of wrong declines at which the trade-off is shown. */
const SHOWN_SHARES = [0.02, 0.03, 0.04, 0.05, 0.08, 0.12];

/** What a threshold costs and gives, on questions that the model hasn't seen; shares from 0 to 1. */
export interface TradeOff {
  wrongDeclines: number;
  /** Of the questions without an answer that reach the search. */
  declined: number;
  threshold: number;
}

/** The weights, the threshold, and what other thresholds would cost and give. */
export function trainConfidence(
  index: SearchIndex,
  rows: readonly Row[],
): { model: ConfidenceModel; tradeOffs: TradeOff[] } {
  const examples = rows.flatMap((row) => exampleOf(index, row));
  const written = writtenExamples(index);
  const weights = fitModel([...examples, ...written]);
  const curve = tradeOffsOf(examples, written);
  return {
    model: {
      bias: round(weights.at(-1)!),
      weights: Object.fromEntries(
        EVIDENCE_NAMES.map((name, j) => [name, round(weights[j]!)]),
      ) as ConfidenceModel['weights'],
      threshold: round(curve(WRONG_DECLINES).threshold),
    },
    tradeOffs: SHOWN_SHARES.map(curve),
  };
}

/** What thresholds would cost and give, without a model for use; shares and thresholds with three decimals. */
export function readTradeOffs(index: SearchIndex, rows: readonly Row[]): TradeOff[] {
  const curve = tradeOffsOf(
    rows.flatMap((row) => exampleOf(index, row)),
    writtenExamples(index),
  );
  return SHOWN_SHARES.map(curve).map(({ wrongDeclines, declined, threshold }) => ({
    wrongDeclines,
    declined: round(declined),
    threshold: round(threshold),
  }));
}

/** Cross-validates, and gives the trade-off for a share of wrong declines. */
function tradeOffsOf(
  examples: readonly ClassExample[],
  written: readonly ClassExample[],
): (wrongDeclines: number) => TradeOff {
  const unseen = crossValidate(examples, (some) => fitModel([...some, ...written]), probabilityOf);
  const answerable = unseen.filter((_, i) => examples[i]!.positive).sort((a, b) => a - b);
  const others = unseen.filter((_, i) => !examples[i]!.positive);
  return (wrongDeclines) => {
    const threshold = answerable[Math.floor(wrongDeclines * answerable.length)]!;
    const declined = others.filter((probability) => probability < threshold).length;
    return { wrongDeclines, declined: declined / others.length, threshold };
  };
}

/** None for what the guard and small talk decide, and for a false premise that what is shown corrects. */
function exampleOf(index: SearchIndex, row: Row): ClassExample[] {
  const read = featuresOf(index, row.question);
  if (!read) return [];
  const { found, features } = read;
  const shown = found.passages.slice(0, 3).flatMap(({ unit }) => passagesOf(index.corpus, unit, 1));
  const corrects = holdsAnswer({ answers: row.okAnswers ?? [], allOf: false }, shown);
  if (!row.answerable && corrects) return [];
  const holds = found.ranked
    .slice(0, 3)
    .some(({ unit }) => holdsAnswer(row, passagesOf(index.corpus, unit, row.broad ? 1 : 2)));
  return [
    {
      features,
      positive: row.answerable,
      weight: row.answerable && !holds ? MISSED_WEIGHT : 1,
    },
  ];
}

/** What is found for a question, and its evidence; undefined when it doesn't get as far as the decision. */
function featuresOf(index: SearchIndex, question: string) {
  if (index.guard(question).kind !== 'pass' || readSmallTalk(question, index.lexicon))
    return undefined;
  const query = analyseQuestion(question, index.lexicon);
  const found = search(index, query);
  const evidence = gatherEvidence(query, found);
  return evidence && { found, features: EVIDENCE_NAMES.map((name) => evidence[name]) };
}

/** Questions beside the development sets: those written for training, and those of the corpus's disagreements. */
function writtenExamples(index: SearchIndex): ClassExample[] {
  const answerable = index.corpus.disagreements.flatMap(({ questions: { en, es } }) =>
    [...en, ...es].flatMap((question) => featuresOf(index, question) ?? []),
  );
  return [
    ...unanswerableRows().flatMap((row) => exampleOf(index, row)),
    ...answerable.map(({ features }) => ({ features, positive: true })),
  ].map((example) => ({ ...example, weight: WRITTEN_WEIGHT }));
}

function fitModel(examples: readonly ClassExample[]): number[] {
  return fitClassifier(examples, {
    balanced: true,
    prior: new Array(EVIDENCE_NAMES.length + 1).fill(0),
    pull: 0.002,
    steps: 1500,
    rate: 0.05,
  });
}

function probabilityOf(weights: readonly number[], { features }: ClassExample): number {
  return 1 / (1 + Math.exp(-(dot(features, weights) + weights.at(-1)!)));
}
