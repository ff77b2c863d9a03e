/** How long suggestions take while a member types, letter by letter. */
import { loadCorpus } from '../../src/corpus/load.ts';
import { suggestionsOf, suggestQuestions, suggestSources } from '../../src/discord/suggest.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { makeCorpus } from './made-corpus.ts';
import {
  type BenchOptions,
  type Findings,
  median,
  round,
  spread,
  timeEach,
  timeOf,
} from './measure.ts';
import { benchQuestions } from './questions.ts';

/** Letters between two looks of Discord's client; it asks again as one types. */
const STEP = 3;
const SIZES = [0, 10_000];

export async function measureCompletion({ every }: BenchOptions): Promise<Findings> {
  const shipped = loadCorpus('corpus');
  const typed = benchQuestions(5 * every).flatMap(({ question }) =>
    Array.from({ length: Math.ceil(question.length / STEP) }, (_, i) =>
      question.slice(0, (i + 1) * STEP),
    ),
  );
  const rows: (string | number)[][] = [];
  const medians: number[] = [];
  for (const size of SIZES) {
    const corpus = size === 0 ? shipped : makeCorpus(shipped, size);
    const { ms } = timeOf(() => suggestionsOf(corpus));
    timeEach(typed.slice(0, 100), (text) => suggestQuestions(corpus, text, 'en'));
    const questions = timeEach(typed, (text) =>
      suggestQuestions(corpus, text, detectLanguage(text, 'en')),
    );
    const sources = timeEach(typed, (text) => suggestSources(corpus, text));
    medians.push(median(questions));
    const passages = corpus.passages.size.toLocaleString('en');
    rows.push([passages, ...spread(questions), ...spread(sources), round(ms, 0)]);
  }
  const [first = 0, larger = 0] = medians;
  return {
    tables: [
      {
        title: 'Suggestions while typing',
        columns: [
          'passages',
          'questions median ms',
          'p99 ms',
          'sources median ms',
          'p99 ms',
          'prepared at start ms',
        ],
        rows,
        note: `${typed.length.toLocaleString('en')} beginnings of questions, ${STEP} letters more each time.`,
      },
    ],
    ratios: { 'suggestions at 10,000 passages: against shipped': larger / first },
  };
}
