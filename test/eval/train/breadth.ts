/**
 * Learns to tell a question that an overview answers from one that passages answer: from the questions that only one of
 * the two answers, and a little from all others.
 */
import { BREADTH_NAMES, type BreadthModel, readBreadth } from '../../../src/answer/breadth.ts';
import { composePassages } from '../../../src/answer/compose.ts';
import { analyseQuestion } from '../../../src/question/analyse.ts';
import type { SearchIndex } from '../../../src/search/build.ts';
import { type SearchResult, search } from '../../../src/search/search.ts';
import { LANGUAGES, type Language } from '../../../src/text/language.ts';
import { type ClassExample, dot, fitClassifier } from '../fit.ts';
import { holdsAnswer, type JudgedPassage } from '../judge.ts';
import type { Row } from '../sets.ts';
import { crossValidate } from './folds.ts';
import { percent, round } from './numbers.ts';
import { passagesOf, questionsOf } from './units.ts';

type Example = ClassExample & { weight: number };

/** Every how many of the corpus's questions one is learned from. */
const EVERY = 12;
/** Weight of a question that either answers, or that the corpus holds, against 1 where it matters. */
const SLIGHT = 0.15;
/** From this weight on, it matters which of the two is shown. */
const MATTERS = 0.3;
/** What it is worth that the first text answers, or that one of the first three does. */
const WORTH = { first: 1, three: 0.6 };

/** The weights, and a line on how often the right one of the two is shown. */
export function trainBreadth(
  index: SearchIndex,
  rows: readonly Row[],
): { model: BreadthModel; report: string } {
  const examples = [...rows.flatMap((row) => strangersExample(index, row)), ...ownExamples(index)];
  const fitModel = (some: readonly Example[]) =>
    fitClassifier(some, {
      balanced: false,
      prior: new Array(BREADTH_NAMES.length + 1).fill(0),
      pull: 0.002,
      steps: 1500,
      rate: 0.05,
    });
  const weights = fitModel(examples);
  const matter = examples.map(({ weight }) => weight >= MATTERS);
  const right = crossValidate(examples, fitModel, isRight);
  const possible = matter.filter(Boolean).length;
  const gained = right.filter((one, i) => one && matter[i]).length;
  const broad = examples.filter(({ positive }, i) => positive && matter[i]).length;
  return {
    model: {
      bias: round(weights.at(-1)!),
      weights: Object.fromEntries(
        BREADTH_NAMES.map((name, j) => [name, round(weights[j]!)]),
      ) as BreadthModel['weights'],
    },
    report: `broad or narrow: ${percent(gained, possible)} right where it matters, cross-validated (${possible} questions, ${broad} broad)`,
  };
}

function isRight(weights: readonly number[], { features, positive }: Example): boolean {
  return dot(features, weights) + weights.at(-1)! > 0 === positive;
}

function strangersExample(index: SearchIndex, row: Row): Example[] {
  const { found, features } = readFeatures(index, row.question);
  if (!features) return [];
  const gain = worthOfOverview(index, row, found) - worthOfPassages(index, row, found);
  if (gain !== 0) return [{ features, positive: gain > 0, weight: Math.abs(gain) }];
  return [{ features, positive: row.id.startsWith('b'), weight: SLIGHT }];
}

/** Some of the corpus's own questions: those of overviews are broad, those of passages narrow. */
function ownExamples(index: SearchIndex): Example[] {
  const own = index.units.flatMap((unit) =>
    LANGUAGES.flatMap((language) =>
      questionsOf(unit)[language].map((question) => ({ unit, language, question })),
    ),
  );
  return own
    .filter((_, i) => i % EVERY === 0)
    .flatMap(({ unit, language, question }) => {
      const { features } = readFeatures(index, question, language);
      const positive = unit.target.kind === 'overview';
      return features ? [{ features, positive, weight: SLIGHT }] : [];
    });
}

/** What is found for a question, and its features where both an overview and a passage are. */
function readFeatures(index: SearchIndex, question: string, language?: Language) {
  const query = analyseQuestion(question, index.lexicon, { language });
  const found = search(index, query);
  const [overview] = found.overviews;
  const [passage] = found.passages;
  const breadth = overview && passage && readBreadth(query, overview, passage);
  return { found, features: breadth && BREADTH_NAMES.map((name) => breadth[name]) };
}

function worthOfOverview(
  { corpus }: SearchIndex,
  row: Row,
  { overviews: [overview] }: SearchResult,
): number {
  return overview ? worth(row, passagesOf(corpus, overview.unit, 3)) : 0;
}

function worthOfPassages(index: SearchIndex, row: Row, found: SearchResult): number {
  const passages = composePassages(index, found, []);
  return worth(
    row,
    passages.map(({ passage }) => passage),
  );
}

function worth(row: Row, passages: readonly JudgedPassage[]): number {
  if (holdsAnswer(row, passages.slice(0, 1))) return WORTH.first;
  return holdsAnswer(row, passages.slice(0, 3)) ? WORTH.three : 0;
}
