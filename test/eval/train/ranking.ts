/**
 * Learns how much each signal of the ranking counts: from strangers' questions, where every unit that holds the answer
 * is right, and a little from the corpus's own, where only the unit that a question was written for is.
 */
import { analyseQuestion } from '../../../src/question/analyse.ts';
import type { SearchIndex } from '../../../src/search/build.ts';
import { createMatcher } from '../../../src/search/match.ts';
import type { RankingModel } from '../../../src/search/rank.ts';
import { search } from '../../../src/search/search.ts';
import { readSignals, SIGNAL_NAMES, type Signals } from '../../../src/search/signals.ts';
import type { Unit, UnitText } from '../../../src/search/units.ts';
import { LANGUAGES, type Language } from '../../../src/text/language.ts';
import { dot, fitRanking, type RankingExample } from '../fit.ts';
import { holdsAnswer } from '../judge.ts';
import type { Row } from '../sets.ts';
import { crossValidate } from './folds.ts';
import { percent, round } from './numbers.ts';
import { passagesOf, questionsOf } from './units.ts';

/** Every how many of the corpus's questions one is learned from. */
const EVERY = 12;
/** Weight of the corpus's questions, which say little of strangers' wordings, against 1 for a stranger's. */
const OWN_WEIGHT = 0.03;

/** Where the ranking starts from: what a person would guess. */
const PRIOR: RankingModel = {
  coverage: 2,
  ownCoverage: 0.5,
  question: 1,
  wording: 0.8,
  agreement: 0.6,
  context: 0.3,
  numbers: 0.1,
  otherNumbers: -0.1,
  askedFor: 0.1,
  exact: 1,
  overview: 0,
  meant: 0.3,
  words: 0.3,
  letters: 0.3,
  latent: 0.3,
  latentText: 0.3,
};
/** Signals that can only speak for a unit (1) or against it (−1); 0 where either may be. */
const SIGNS: Record<keyof RankingModel, 1 | 0 | -1> = {
  coverage: 1,
  ownCoverage: 1,
  question: 1,
  wording: 1,
  agreement: 1,
  context: 1,
  numbers: 1,
  otherNumbers: -1,
  askedFor: 1,
  exact: 1,
  overview: 0,
  meant: 1,
  words: 1,
  letters: 1,
  latent: 1,
  latentText: 1,
};

/** The weights, and a line on how often the first unit is right. */
export function trainRanking(
  index: SearchIndex,
  rows: readonly Row[],
): { weights: RankingModel; report: string } {
  const strangers = rows.map((row) => strangersExample(index, row));
  const own = ownExamples(index);
  const fitModel = (some: readonly RankingExample[]) =>
    fitRanking([...some, ...own], {
      prior: SIGNAL_NAMES.map((name) => PRIOR[name]),
      pull: 0.002,
      steps: 500,
      rate: 0.03,
      signs: SIGNAL_NAMES.map((name) => SIGNS[name]),
    });
  const model = fitModel(strangers);
  const unseen = crossValidate(strangers, fitModel, rankOfRight);
  const inSample = strangers.map((example) => rankOfRight(model, example));
  const within = (ranks: readonly number[], count: number) =>
    percent(ranks.filter((rank) => rank < count).length, rows.length);
  return {
    weights: Object.fromEntries(
      SIGNAL_NAMES.map((name, j) => [name, round(model[j]!)]),
    ) as RankingModel,
    report: `ranking: right first ${within(unseen, 1)}, among three ${within(unseen, 3)} cross-validated; ${within(inSample, 1)}, ${within(inSample, 3)} in sample`,
  };
}

function strangersExample(index: SearchIndex, row: Row): RankingExample {
  const query = analyseQuestion(row.question, index.lexicon);
  const candidates = search(index, query).ranked;
  return {
    candidates: candidates.map(({ signals }) => valuesOf(signals)),
    right: candidates.map(({ unit }) =>
      holdsAnswer(row, passagesOf(index.corpus, unit, row.broad ? 1 : 2)),
    ),
  };
}

/** Some questions of the corpus: by turns one as it is, and one that is itself left out of what is compared. */
function ownExamples(index: SearchIndex): RankingExample[] {
  const questions = index.units.flatMap((unit) => {
    const texts = unit.texts.filter(({ kind }) => kind === 'question');
    return LANGUAGES.flatMap((language) =>
      questionsOf(unit)[language].map((question) => ({ unit, language, question })),
    ).map((one, i) => ({ ...one, itself: texts[i] }));
  });
  return questions.flatMap(({ unit, language, question, itself }, i) => {
    const count = i + 1;
    if (count % EVERY !== 0) return [];
    const skip = count % (2 * EVERY) === 0 ? itself : undefined;
    return [ownExample(index, question, language, unit, skip)];
  });
}

/** @param skip the question itself among the unit's texts, to learn as if it hadn't been written */
function ownExample(
  index: SearchIndex,
  question: string,
  language: Language,
  unit: Unit,
  skip: UnitText | undefined,
): RankingExample {
  const query = analyseQuestion(question, index.lexicon, { language });
  const candidates = search(index, query).ranked.map((candidate) => candidate.unit);
  const without = { ...unit, texts: unit.texts.filter((text) => text !== skip) };
  const units = candidates.map((candidate) => (candidate === unit ? without : candidate));
  return {
    weight: OWN_WEIGHT,
    candidates: readSignals(query, createMatcher(query, index), units, index).map(valuesOf),
    right: candidates.map((candidate) => candidate === unit),
  };
}

function valuesOf(signals: Signals): number[] {
  return SIGNAL_NAMES.map((name) => signals[name]);
}

/** Place of the first right candidate from 0; infinite when there is none. */
function rankOfRight(model: readonly number[], { candidates, right }: RankingExample): number {
  const scores = candidates.map((signals) => dot(signals, model));
  const best = Math.max(...scores.filter((_, i) => right[i]));
  return Number.isFinite(best)
    ? scores.filter((score) => score > best).length
    : Number.POSITIVE_INFINITY;
}
