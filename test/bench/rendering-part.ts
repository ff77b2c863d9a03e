/** How long it takes to turn an answer into what Discord is sent, and how large that is. */
import { ask } from '../../src/ask.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import { shippedIndex } from './kept-index.ts';
import { type BenchOptions, type Findings, median, round, spread, timeEach } from './measure.ts';
import { benchQuestions } from './questions.ts';

export async function measureRendering({ every }: BenchOptions): Promise<Findings> {
  const index = shippedIndex();
  const questions = benchQuestions(every).map(({ question }) => question);
  const answers = questions.map((question) => ask(index, question));
  const asking = timeEach(questions, (question) => ask(index, question));
  const render = (answer: (typeof answers)[number]) =>
    answerMessage(index.corpus, answer, { isPrivate: true, canRate: true });
  timeEach(answers, render);
  const kinds = Map.groupBy(answers, ({ kind }) => kind);
  const all = timeEach(answers, render);
  const rows = [...kinds].map(([kind, some]) => {
    const sizes = some.map((answer) => JSON.stringify(render(answer).components).length);
    return [kind, some.length, ...spread(timeEach(some, render), 3), round(median(sizes), 0)];
  });
  return {
    tables: [
      {
        title: 'Rendering',
        columns: ['kind of answer', 'rendered', 'median ms', 'p99 ms', 'median bytes sent'],
        rows,
        note: 'An answer as a message with components, buttons and plain text.',
      },
    ],
    ratios: { 'rendering, median: against answering': median(all) / median(asking) },
  };
}
