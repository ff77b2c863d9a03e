/**
 * One size of the corpus in a process of its own: `node growth-alone.ts build|read PASSAGES EVERY FOLDER`, JSON on
 * stdout. `build` makes the index and keeps it in the folder; `read` reads it, as the bot's second start does.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../../src/ask.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { toIndex } from '../../src/search/build.ts';
import { readIndexFile, writeIndexFile } from '../../src/search/index-file.ts';
import { unpackIndex } from '../../src/search/pack.ts';
import { buildPacked } from '../../src/search/parts.ts';
import { search } from '../../src/search/search.ts';
import { makeCorpus } from './made-corpus.ts';
import { heldMb, median, peakMb, quantile, timeEach, timeOf } from './measure.ts';
import { benchQuestions } from './questions.ts';

/** A day in the middle of the policy's life. */
const DAY = '2021-09-01';

export interface BuiltFigures {
  passages: number;
  words: number;
  pairs: number;
  corpusMb: number;
  buildMs: number;
  heldMb: number;
  keepMs: number;
  fileMb: number;
  peakMb: number;
}

export interface ReadFigures {
  readMs: number;
  heldMb: number;
  firstMs: number;
  search: { median: number; p99: number };
  ask: { median: number; p99: number };
  onDay: { median: number; p99: number };
  peakMb: number;
}

const [what = '', size = '0', every = '1', folder = ''] = process.argv.slice(2);
const shipped = loadCorpus('corpus');
const before = heldMb();
const corpus = size === '0' ? shipped : makeCorpus(shipped, Number(size));
process.stdout.write(JSON.stringify(what === 'build' ? build(corpus) : read(corpus)));

function build(corpus: Corpus): BuiltFigures {
  const corpusMb = heldMb() - before;
  const { value: packed, ms: packedMs } = timeOf(() => buildPacked(corpus));
  const { ms: joinMs } = timeOf(() => toIndex(corpus, unpackIndex(corpus, packed)));
  const held = heldMb() - before - corpusMb;
  const { words, pairs } = packed.terms;
  const { ms: keepMs } = timeOf(() => writeIndexFile(folder, corpus, packed));
  const [file = ''] = readdirSync(folder);
  return {
    passages: corpus.passages.size,
    words: words.en.length + words.es.length,
    pairs: pairs.length,
    corpusMb,
    buildMs: packedMs + joinMs,
    heldMb: held,
    keepMs,
    fileMb: statSync(join(folder, file)).size / 1e6,
    peakMb: peakMb(),
  };
}

function read(corpus: Corpus): ReadFigures {
  const corpusMb = heldMb() - before;
  const { value: index, ms: readMs } = timeOf(() => readIndexFile(folder, corpus));
  if (!index) throw new Error(`there is no index for ${size} passages in ${folder}`);
  const held = heldMb() - before - corpusMb;
  const questions = benchQuestions(Number(every)).map(({ question }) => question);
  const { ms: firstMs } = timeOf(() => ask(index, 'What is Remain in Mexico?'));
  // What the first question of each kind finds unprepared (the speller's neighbours, the passages by topic) is paid here.
  for (const question of questions.slice(0, 40)) {
    ask(index, question);
    ask(index, question, { asOf: DAY });
  }
  const spread = (run: (question: string) => unknown) => {
    const times = timeEach(questions, run);
    return { median: median(times), p99: quantile(times, 0.99) };
  };
  return {
    readMs,
    heldMb: held,
    firstMs,
    search: spread((question) => search(index, analyseQuestion(question, index.lexicon))),
    ask: spread((question) => ask(index, question)),
    onDay: spread((question) => ask(index, question, { asOf: DAY })),
    peakMb: peakMb(),
  };
}
