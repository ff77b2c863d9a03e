/**
 * `npm run train`: fits the ranking's and the decision's weights and writes them to src. Deterministic.
 *
 * The ranking learns from the corpus's own questions (each must find its own passage or overview, with the question
 * itself left out for half of them) and from the dev halves of our own sets; the decision from the dev halves and the
 * shared development set. Cross-validated figures are printed first: what they say holds for unseen questions.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BREADTH_NAMES, readBreadth } from '../../src/answer/breadth.ts';
import { composePassages } from '../../src/answer/compose.ts';
import { EVIDENCE_NAMES, gatherEvidence } from '../../src/answer/confidence.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { readSmallTalk } from '../../src/question/small-talk.ts';
import { buildIndex, type SearchIndex } from '../../src/search/build.ts';
import { createMatcher } from '../../src/search/match.ts';
import { type RankingModel, rankingModel, scoreOf } from '../../src/search/rank.ts';
import { search } from '../../src/search/search.ts';
import { compare, SIGNAL_NAMES } from '../../src/search/signals.ts';
import type { Unit } from '../../src/search/units.ts';
import { type ClassExample, fitClassifier, fitRanking, type RankingExample } from './fit.ts';
import { holdsAnswer } from './judge.ts';
import { ownSet, type Row, sharedDev } from './sets.ts';

/** Candidates of a question that the ranking learns from. */
const CANDIDATES = 40;
/** Every how many of the corpus's questions one is learned from. */
const EVERY = 12;
/** Weight of the corpus's questions, which say little of strangers' wordings, against 1 for a stranger's. */
const OWN_WEIGHT = 0.15;
const FOLDS = 5;
/** Share of the answerable questions that may be declined wrongly; sets the threshold. */
const WRONG_DECLINES = 0.05;

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
const SIGNS: Partial<Record<keyof RankingModel, number>> = {
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

const corpus = loadCorpus('corpus');
const index = buildIndex(corpus);
const out = (line: string) => process.stdout.write(`${line}\n`);

const strangers = [...ownSet('narrow', 'dev'), ...ownSet('broad', 'dev')];
const weights = trainRanking(index, strangers);
writeModel('search/ranking-model.json', { weights });
Object.assign(rankingModel, weights);

const dev = sharedDev() ?? [];
const breadth = trainBreadth([...strangers, ...dev.filter(({ answerable }) => answerable)]);
writeModel('answer/breadth-model.json', breadth);

const confidence = trainConfidence(index, [
  ...strangers,
  ...ownSet('decline', 'dev'),
  ...(sharedDev() ?? []),
]);
writeModel('answer/confidence-model.json', confidence);

function trainRanking(index: SearchIndex, rows: Row[]): RankingModel {
  const examples = [...rows.map(strangersExample), ...ownExamples()];
  const fitOn = (some: RankingExample[]) =>
    fitRanking(some, {
      prior: SIGNAL_NAMES.map((name) => PRIOR[name]),
      pull: 0.01,
      steps: 400,
      rate: 0.02,
      signs: SIGNAL_NAMES.map((name) => SIGNS[name] ?? 0),
    });
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitOn(examples.filter((_, i) => i >= rows.length || i % FOLDS !== fold));
    right += examples
      .slice(0, rows.length)
      .filter((example, i) => i % FOLDS === fold && firstIsRight(example, model)).length;
  }
  const model = fitOn(examples);
  const inSample = examples
    .slice(0, rows.length)
    .filter((example) => firstIsRight(example, model)).length;
  out(
    `ranking: first right ${percent(right, rows.length)} cross-validated, ${percent(inSample, rows.length)} in sample`,
  );
  return Object.fromEntries(
    SIGNAL_NAMES.map((name, j) => [name, round(model[j]!)]),
  ) as RankingModel;

  function strangersExample(row: Row): RankingExample {
    const query = analyseQuestion(row.question, index.lexicon);
    const { ranked } = search(index, query);
    const candidates = ranked.slice(0, CANDIDATES);
    return {
      candidates: candidates.map(({ signals }) => SIGNAL_NAMES.map((name) => signals[name])),
      right: candidates.map(({ unit }) => holdsAnswer(row, textsOf(unit, row.broad ? 1 : 2))),
    };
  }

  /** Questions of the corpus: the even ones as they are, the odd ones without themselves in the index. */
  function ownExamples(): RankingExample[] {
    const own: RankingExample[] = [];
    let count = 0;
    for (const unit of index.units) {
      for (const language of ['en', 'es'] as const) {
        const texts = unit.texts.filter(({ kind }) => kind === 'question');
        const questions = questionsOf(unit)[language];
        questions.forEach((question, i) => {
          count += 1;
          if (count % EVERY !== 0) return;
          const skip =
            count % (2 * EVERY) === 0
              ? texts[language === 'en' ? i : questionsOf(unit).en.length + i]
              : undefined;
          const query = analyseQuestion(question, index.lexicon, { language });
          const matcher = createMatcher(query, index);
          const candidates = search(index, query).ranked.slice(0, CANDIDATES);
          own.push({
            weight: OWN_WEIGHT,
            candidates: candidates.map((candidate) => {
              const signals =
                candidate.unit === unit
                  ? compare(query, matcher, unit, index.table, skip)
                  : candidate.signals;
              return SIGNAL_NAMES.map((name) => signals[name]);
            }),
            right: candidates.map((candidate) => candidate.unit === unit),
          });
        });
      }
    }
    return own;
  }
}

/** Learns from the questions that only one of the two, overview or passages, answers, and a little from the others. */
function trainBreadth(rows: Row[]) {
  const examples = rows.flatMap((row): (ClassExample & { weight: number })[] => {
    const query = analyseQuestion(row.question, index.lexicon);
    const found = search(index, query);
    const [overview] = found.overviews;
    const [passage] = found.passages;
    if (!overview || !passage) return [];
    const breadth = readBreadth(query, overview, passage);
    const features = BREADTH_NAMES.map((name) => breadth[name]);
    const gain =
      worth(row, textsOf(overview.unit, 3)) -
      worth(
        row,
        composePassages(index, found, []).map((one) => one.passage.text.en),
      );
    if (gain !== 0) return [{ features, positive: gain > 0, weight: Math.abs(gain) }];
    return [{ features, positive: row.id.startsWith('b'), weight: 0.15 }];
  });
  examples.push(...ownBreadthExamples());
  const fitted = fitClassifier(examples, {
    balanced: false,
    prior: new Array(BREADTH_NAMES.length + 1).fill(0),
    pull: 0.002,
    steps: 1500,
    rate: 0.05,
  });
  let gained = 0;
  let possible = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitClassifier(
      examples.filter((_, i) => i % FOLDS !== fold),
      {
        balanced: false,
        prior: new Array(BREADTH_NAMES.length + 1).fill(0),
        pull: 0.002,
        steps: 1500,
        rate: 0.05,
      },
    );
    examples.forEach(({ features, positive, weight }, i) => {
      if (i % FOLDS !== fold || weight < 0.3) return;
      const sum = features.reduce((total, value, j) => total + value * model[j]!, model.at(-1)!);
      possible += 1;
      if (sum > 0 === positive) gained += 1;
    });
  }
  out(
    `broad or narrow: ${percent(gained, possible)} right where it matters, cross-validated (${possible} questions, ${examples.filter(({ positive, weight }) => positive && weight >= 0.3).length} broad)`,
  );
  return {
    bias: round(fitted.at(-1)!),
    weights: Object.fromEntries(BREADTH_NAMES.map((name, j) => [name, round(fitted[j]!)])),
  };
}

/** The corpus's own questions: those of overviews are broad, those of passages narrow. */
function ownBreadthExamples(): (ClassExample & { weight: number })[] {
  const own = index.units.flatMap(({ target }) => {
    const { questions } = target.kind === 'passage' ? target.passage : target.overview;
    return (['en', 'es'] as const).flatMap((language) =>
      questions[language].map((question) => ({
        question,
        language,
        positive: target.kind === 'overview',
      })),
    );
  });
  return own
    .filter((_, i) => i % EVERY === 0)
    .flatMap(({ question, language, positive }) => {
      const query = analyseQuestion(question, index.lexicon, { language });
      const {
        overviews: [overview],
        passages: [passage],
      } = search(index, query);
      if (!overview || !passage) return [];
      const breadth = readBreadth(query, overview, passage);
      return [{ features: BREADTH_NAMES.map((name) => breadth[name]), positive, weight: 0.15 }];
    });
}

/** 1 when the first text answers, a little less when the first three do. */
function worth(row: Row, texts: string[]): number {
  return holdsAnswer(row, texts.slice(0, 1)) ? 1 : holdsAnswer(row, texts.slice(0, 3)) ? 0.6 : 0;
}

function trainConfidence(index: SearchIndex, rows: Row[]) {
  const examples = rows.flatMap((row): (ClassExample & { row: Row })[] => {
    // What the guard and small talk decide never gets here.
    if (index.guard(row.question).kind !== 'pass' || readSmallTalk(row.question)) return [];
    const query = analyseQuestion(row.question, index.lexicon);
    const found = search(index, query);
    const evidence = gatherEvidence(query, found);
    if (!evidence) return [];
    const shown = found.passages.slice(0, 3).flatMap(({ unit }) => textsOf(unit, 1));
    const corrects = holdsAnswer({ answers: row.okAnswers ?? [], allOf: false }, shown);
    if (!row.answerable && corrects) return [];
    return [
      { row, features: EVIDENCE_NAMES.map((name) => evidence[name]), positive: row.answerable },
    ];
  });
  const fitOn = (some: ClassExample[]) =>
    fitClassifier(some, {
      balanced: true,
      prior: new Array(EVIDENCE_NAMES.length + 1).fill(0),
      pull: 0.002,
      steps: 1500,
      rate: 0.05,
    });
  const probability = (model: number[], { features }: ClassExample) => {
    const sum = features.reduce((total, value, j) => total + value * model[j]!, model.at(-1)!);
    return 1 / (1 + Math.exp(-sum));
  };
  const outOfFold = new Array<number>(examples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitOn(examples.filter((_, i) => i % FOLDS !== fold));
    examples.forEach((example, i) => {
      if (i % FOLDS === fold) outOfFold[i] = probability(model, example);
    });
  }
  const answerable = outOfFold.filter((_, i) => examples[i]!.positive).sort((a, b) => a - b);
  const others = outOfFold.filter((_, i) => !examples[i]!.positive);
  for (const share of [0.02, 0.03, 0.04, 0.05, 0.08]) {
    const threshold = answerable[Math.floor(share * answerable.length)]!;
    out(
      `decision, cross-validated: ${percent(share, 1)} wrong declines → ${percent(others.filter((p) => p < threshold).length, others.length)} declined of what reaches the search, threshold ${threshold.toFixed(3)}`,
    );
  }
  const model = fitOn(examples);
  return {
    bias: round(model.at(-1)!),
    weights: Object.fromEntries(EVIDENCE_NAMES.map((name, j) => [name, round(model[j]!)])),
    threshold: round(answerable[Math.floor(WRONG_DECLINES * answerable.length)]!),
  };
}

function firstIsRight({ candidates, right }: RankingExample, model: readonly number[]): boolean {
  const weights = Object.fromEntries(
    SIGNAL_NAMES.map((name, j) => [name, model[j]!]),
  ) as RankingModel;
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  candidates.forEach((signals, i) => {
    const score = scoreOf(
      Object.fromEntries(SIGNAL_NAMES.map((name, j) => [name, signals[j]!])) as never,
      weights,
    );
    if (score > bestScore) [best, bestScore] = [i, score];
  });
  return right[best] === true;
}

function questionsOf({ target }: Unit) {
  return target.kind === 'passage' ? target.passage.questions : target.overview.questions;
}

/** The English passages that a reader of this unit sees first. */
function textsOf({ target }: Unit, count: number): string[] {
  if (target.kind === 'passage') return [target.passage.text.en];
  return target.overview.sections
    .flatMap(({ passages }) => passages)
    .slice(0, count)
    .map((id) => corpus.passages.get(id)?.text.en ?? '');
}

function writeModel(path: string, model: object): void {
  const file = fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
  writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
  out(`wrote src/${path}`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
