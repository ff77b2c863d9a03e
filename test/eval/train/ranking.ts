/**
 * Learns how much each signal of the ranking counts: from strangers' questions, where every unit that holds the answer
 * is right, and a little from the corpus's own, where only the unit that a question was written for is.
 */
import { analyseQuestion } from '../../../src/question/analyse.ts';
import type { SearchIndex } from '../../../src/search/build.ts';
import { createMatcher } from '../../../src/search/match.ts';
import type { RankingModel } from '../../../src/search/rank.ts';
import { search } from '../../../src/search/search.ts';
import { compare, SIGNAL_NAMES, type Signals } from '../../../src/search/signals.ts';
import type { Unit, UnitText } from '../../../src/search/units.ts';
import { LANGUAGES, type Language } from '../../../src/text/language.ts';
import { dot, fitRanking, type RankingExample } from '../fit.ts';
import { holdsAnswer } from '../judge.ts';
import type { Row } from '../sets.ts';
import { crossValidate } from './folds.ts';
import { percent, round } from './numbers.ts';
import { questionsOf, textsOf } from './units.ts';

/** Candidates of a question that the ranking learns from. */
const CANDIDATES = 40;
/** Every how many of the corpus's questions one is learned from. */
const EVERY = 12;
/** Weight of the corpus's questions, which say little of strangers' wordings, against 1 for a stranger's. */
const OWN_WEIGHT = 0.15;

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
};
/** Signals that can only speak for a unit (1) or against it (−1). */
const SIGNS: Record<keyof RankingModel, 1 | -1> = {
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
      pull: 0.01,
      steps: 400,
      rate: 0.02,
      signs: SIGNAL_NAMES.map((name) => SIGNS[name]),
    });
  const model = fitModel(strangers);
  const unseen = crossValidate(strangers, fitModel, firstIsRight).filter(Boolean).length;
  const inSample = strangers.filter((example) => firstIsRight(model, example)).length;
  return {
    weights: Object.fromEntries(
      SIGNAL_NAMES.map((name, j) => [name, round(model[j]!)]),
    ) as RankingModel,
    report: `ranking: first right ${percent(unseen, rows.length)} cross-validated, ${percent(inSample, rows.length)} in sample`,
  };
}

function strangersExample(index: SearchIndex, row: Row): RankingExample {
  const query = analyseQuestion(row.question, index.lexicon);
  const candidates = search(index, query).ranked.slice(0, CANDIDATES);
  return {
    candidates: candidates.map(({ signals }) => valuesOf(signals)),
    right: candidates.map(({ unit }) =>
      holdsAnswer(row, textsOf(index.corpus, unit, row.broad ? 1 : 2)),
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
  const candidates = search(index, query).ranked.slice(0, CANDIDATES);
  const matcher = createMatcher(query, index);
  return {
    weight: OWN_WEIGHT,
    candidates: candidates.map((candidate) =>
      valuesOf(
        candidate.unit === unit
          ? compare(query, matcher, unit, index.table, skip)
          : candidate.signals,
      ),
    ),
    right: candidates.map((candidate) => candidate.unit === unit),
  };
}

function valuesOf(signals: Signals): number[] {
  return SIGNAL_NAMES.map((name) => signals[name]);
}

function firstIsRight(model: readonly number[], { candidates, right }: RankingExample): boolean {
  const scores = candidates.map((signals) => dot(signals, model));
  return right[scores.indexOf(Math.max(...scores))] === true;
}
