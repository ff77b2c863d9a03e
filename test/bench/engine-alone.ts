/** One engine in a process of its own: `node engine-alone.ts NAME PASSAGES EVERY`, JSON on stdout. */
import { ask } from '../../src/ask.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { buildIndex } from '../../src/search/build.ts';
import { search } from '../../src/search/search.ts';
import { holdsAnswer, judgeAll } from '../eval/judge.ts';
import { documentsOf, firstPassages } from './documents.ts';
import { ENGINES, type EngineSearch } from './engines.ts';
import { makeCorpus } from './made-corpus.ts';
import { heldMb, quantile } from './measure.ts';
import { answerableQuestions } from './questions.ts';

/** Documents that are asked for, as the bot looks at more than it shows. */
const COUNT = 10;
const ROUNDS = 2;

export interface EngineFigures {
  buildMs: number;
  /** null where the engine keeps it outside of Node's heap. */
  heldMb: number | null;
  median: number;
  p99: number;
  /** Share of a set's questions that the first three passages answer, in per cent. */
  at3: Record<string, number>;
}

const [name = '', size = '0', every = '1'] = process.argv.slice(2);
const shipped = loadCorpus('corpus');
const corpus = size === '0' ? shipped : makeCorpus(shipped, Number(size));
const rows = answerableQuestions(Number(every));
const before = heldMb();
const began = performance.now();
const { find, judge } = await open(corpus);
const buildMs = performance.now() - began;
const held = heldMb() - before;
for (const { question } of rows.slice(0, 50)) await find(question, COUNT);
const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const { question } of rows) {
    const start = performance.now();
    await find(question, COUNT);
    times.push(performance.now() - start);
  }
}
const figures: EngineFigures = {
  buildMs,
  heldMb: name === 'SQLite FTS5' ? null : held,
  median: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  at3: shares(await judge()),
};
process.stdout.write(JSON.stringify(figures));

/** In per cent, by set. */
function shares(right: readonly boolean[]): Record<string, number> {
  const bySet = Map.groupBy(rows.entries(), ([, { set }]) => set);
  return Object.fromEntries(
    [...bySet].map(([set, some]) => [
      set,
      (100 * some.filter(([i]) => right[i]).length) / some.length,
    ]),
  );
}

/** The engine over a corpus, and whether it answers each of the questions. */
async function open(
  corpus: Corpus,
): Promise<{ find: EngineSearch; judge: () => boolean[] | Promise<boolean[]> }> {
  if (name === 'ask' || name === 'search') {
    const index = buildIndex(corpus);
    const places = new Map(index.units.map((unit, place) => [unit, place]));
    const find = (question: string) =>
      search(index, analyseQuestion(question, index.lexicon)).ranked.map(
        ({ unit }) => places.get(unit) as number,
      );
    if (name === 'search') return { find, judge: () => judgeFound(find) };
    return {
      find: (question) => {
        ask(index, question);
        return [];
      },
      judge: () => judgeAll(index, rows).map(({ at3 }) => at3),
    };
  }
  const engine = ENGINES.find((one) => one.name === name);
  if (!engine) throw new Error(`there is no engine ${name}`);
  const find = await engine.build(documentsOf(corpus));
  return { find, judge: () => judgeFound(find) };
}

async function judgeFound(find: EngineSearch): Promise<boolean[]> {
  const right: boolean[] = [];
  for (const row of rows) {
    const found = await find(row.question, COUNT);
    right.push(holdsAnswer(row, firstPassages(corpus, found, 3)));
  }
  return right;
}
