/** Reading a text takes work in proportion to its length: eight times the text is nowhere near 64 times the work. */
import { expect, test } from 'vitest';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { createGuard } from '../../src/question/guard.ts';
import { readSmallTalk } from '../../src/question/small-talk.ts';
import { plain } from '../../src/render/markdown.ts';
import { cleanText, fold } from '../../src/text/clean.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { withoutAddresses, withoutMentions } from '../../src/text/markup.ts';
import { tokenise } from '../../src/text/tokens.ts';
import { truncate } from '../../src/text/truncate.ts';
import { fixtureIndex, realIndex } from '../helpers/indexes.ts';
import { pumped } from '../helpers/odd-text.ts';

const { safety } = realIndex().corpus;
const guard = createGuard(safety);
const { lexicon } = fixtureIndex();

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'cleaning and folding': (text) => fold(cleanText(text)),
  'leaving out mentions and addresses': (text) => withoutAddresses(withoutMentions(text)),
  tokenising: tokenise,
  'telling the language': (text) => detectLanguage(text, 'en'),
  'the guard': guard,
  'small talk': (text) => readSmallTalk(text, lexicon),
  'analysing a question': (text) => analyseQuestion(text, lexicon),
  'making harmless': (text) => plain(text),
  shortening: (text) => truncate(text, text.length - 10),
};
const SHORT = 2_000;
const TIMES = 8;
/** Linear is 8 and quadratic 64; the rest is for a machine that does other things. */
const MOST_RATIO = 30;
/** Work in milliseconds below which nothing can be told, and nothing is slow. */
const LEAST_MS = 8;

/** Milliseconds of this thread alone, so that a busy machine isn't taken for slow code; the least of three tries. */
function workOf(read: (text: string) => unknown, text: string): number {
  const tries = [0, 1, 2].map(() => {
    const before = process.threadCpuUsage();
    read(text);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

test.each(Object.entries(READERS))('%s', (_, read) => {
  const shorter = pumped(SHORT);
  const longer = pumped(SHORT * TIMES);
  for (const [i, text] of longer.entries()) {
    const work = workOf(read, text);
    if (work < LEAST_MS) continue;
    const ratio = work / Math.max(workOf(read, shorter[i] as string), LEAST_MS / TIMES);
    expect(ratio, `${work} ms for ${JSON.stringify(text.slice(0, 12))}…`).toBeLessThan(MOST_RATIO);
  }
});
