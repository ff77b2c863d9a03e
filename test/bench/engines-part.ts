/** The bot's search beside other engines: speed and right answers on the same passages and questions. */
import type { EngineFigures } from './engine-alone.ts';
import { ENGINES } from './engines.ts';
import { type BenchOptions, type Findings, round, runAlone, type Table } from './measure.ts';
import { ANSWERABLE_SETS, answerableQuestions } from './questions.ts';

/** Passages at which speed is compared once more; fewer questions, as some engines take long. */
const LARGER = { passages: 10_000, every: 4 };

const BOT = [
  { name: 'search', label: '**mpp-bot**, ranking alone' },
  { name: 'ask', label: '**mpp-bot**, whole answer' },
];

export async function measureEngines({ every }: BenchOptions): Promise<Findings> {
  const all = [...BOT, ...ENGINES.map(({ name, how }) => ({ name, label: `${name} (${how})` }))];
  const shipped = new Map<string, EngineFigures>();
  const larger = new Map<string, EngineFigures>();
  for (const { name } of all) {
    shipped.set(name, await runAlone<EngineFigures>('engine-alone.ts', [name, 0, every]));
    const args = [name, LARGER.passages, every * LARGER.every];
    larger.set(name, await runAlone<EngineFigures>('engine-alone.ts', args));
  }
  const row = (label: string, figures: EngineFigures | undefined) =>
    figures
      ? [
          label,
          ...ANSWERABLE_SETS.map((set) => round(figures.at3[set] ?? Number.NaN, 1)),
          round(figures.median),
          round(figures.p99),
          round(figures.buildMs, 0),
          figures.heldMb === null ? null : round(figures.heldMb, 0),
        ]
      : [label];
  const columns = [
    'engine',
    ...ANSWERABLE_SETS.map((set) => `answer@3 % ${set}`),
    'median ms',
    'p99 ms',
    'build ms',
    'memory MB',
  ];
  const table = (title: string, found: Map<string, EngineFigures>, note: string): Table => ({
    title,
    columns,
    rows: all.map(({ name, label }) => row(label, found.get(name))),
    note,
  });
  const questions = answerableQuestions(every).length;
  return {
    tables: [
      table(
        'Engines on the shipped corpus',
        shipped,
        `The same passages, overviews and written questions, and the same ${questions} answerable questions of \`test/eval\` in both languages; *strangers* was written by somebody who read neither the written questions nor the overviews. answer@3: the first three passages hold the answer; a whole answer that declines counts as wrong, and other engines never decline. Each engine runs in a process of its own; build is from texts, not from a kept file. Orama counts the beginnings of words as well, which is what costs it; SQLite keeps its memory outside of what Node can tell.`,
      ),
      table(
        `Engines at ${LARGER.passages.toLocaleString('en')} passages`,
        larger,
        'The shipped passages among copies about other things (see Growth), so that answer@3 says how well each engine tells them apart.',
      ),
    ],
    ratios: {
      'search, median: against MiniSearch': quotient(shipped, 'search', 'MiniSearch', 'median'),
      'search at 10,000, median: against MiniSearch': quotient(
        larger,
        'search',
        'MiniSearch',
        'median',
      ),
      'build: against MiniSearch': quotient(shipped, 'search', 'MiniSearch', 'buildMs'),
    },
  };
}

function quotient(
  found: Map<string, EngineFigures>,
  one: string,
  other: string,
  key: Exclude<keyof EngineFigures, 'heldMb' | 'at3'>,
): number {
  return (found.get(one)?.[key] ?? Number.NaN) / (found.get(other)?.[key] ?? Number.NaN);
}
