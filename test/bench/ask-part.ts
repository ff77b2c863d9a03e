/** How long one answer takes, by the style of the question. */
import MiniSearch from 'minisearch';
import { ask } from '../../src/ask.ts';
import type { Row } from '../eval/sets.ts';
import { documentsOf } from './documents.ts';
import { shippedIndex } from './kept-index.ts';
import { type BenchOptions, type Findings, median, spread, timeEach } from './measure.ts';
import { benchQuestions } from './questions.ts';

const ROUNDS = 3;
/** A day in the middle of the policy's life. */
const DAY = '2021-09-01';

export async function measureAsk({ every }: BenchOptions): Promise<Findings> {
  const index = shippedIndex();
  const rows = benchQuestions(every);
  // The first round pays for what later ones find prepared.
  const first = timeEach(rows, ({ question }) => ask(index, question));
  const byStyle = new Map<string, number[]>();
  const all: number[] = [];
  const yardstick: number[] = [];
  const plain = plainSearch(index.corpus);
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of rows) {
      const [ms = 0] = timeEach([row], ({ question }) => ask(index, question));
      all.push(ms);
      const style = byStyle.get(row.style) ?? [];
      style.push(ms);
      byStyle.set(row.style, style);
    }
    // In a loop of its own: in between, it would drive the bot's index out of the processor's caches.
    yardstick.push(...timeEach(rows, ({ question }) => plain(question)));
  }
  const onDay = timeEach(rows, ({ question }) => ask(index, question, { asOf: DAY }));
  const line = (name: string, times: number[]) => [name, times.length, ...spread(times)];
  return {
    tables: [
      {
        title: 'One answer, from the question to what is shown',
        columns: ['questions', 'asked', 'median ms', 'p99 ms'],
        rows: [
          ...[...byStyle].sort(([a], [b]) => a.localeCompare(b)).map((style) => line(...style)),
          line('**all styles**', all),
          line('all, the first time after the start', first),
          line(`all, restricted to what was known by ${DAY}`, onDay),
          line('MiniSearch with default options, for comparison', yardstick),
        ],
        note: `\`ask\` on the shipped corpus with the kept index, ${ROUNDS} rounds over ${rows.length} questions of \`test/eval\`. A question with a day is answered twice, with it and without, to say what later sources would.`,
      },
    ],
    ratios: {
      'ask, median: against MiniSearch': median(all) / median(yardstick),
      'ask, p99: against its median': spread(all)[1] / spread(all)[0],
      'ask with a day, median: against without': median(onDay) / median(all),
    },
  };
}

function plainSearch(corpus: Parameters<typeof documentsOf>[0]) {
  const search = new MiniSearch({ fields: ['text', 'questions', 'context'] });
  search.addAll(documentsOf(corpus));
  return (question: Row['question']) => search.search(question);
}
