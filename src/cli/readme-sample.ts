/** The sample answer in README.md: what the command printed above it really prints. */
import { readFileSync } from 'node:fs';
import { ask } from '../ask.ts';
import { loadCorpus } from '../corpus/load.ts';
import { answerToTerminal } from '../render/terminal.ts';
import { buildIndex } from '../search/build.ts';

/** Lines that are shown; the rest of the answer goes on in the same way. */
const SHOWN_LINES = 16;
/** Characters of a line in the list of sources: enough to see what stands there. */
const SOURCE_WIDTH = 60;

const SAMPLE = /(<!-- sample -->\n)[\s\S]*(<!-- \/sample -->)/;
const COMMAND = /npm run ask -- "(.+)"/;

/** README.md with the answer to the first question in it. */
export function readmeWithSample(): string {
  const readme = readFileSync('README.md', 'utf8');
  const question = COMMAND.exec(readme)?.[1];
  if (question === undefined || !SAMPLE.test(readme))
    throw new Error('README.md has lost its question or the marks around the sample');
  const answer = ask(buildIndex(loadCorpus('corpus')), question);
  const sample = shorten(answerToTerminal(answer, { colour: false }));
  return readme.replace(SAMPLE, (_, start, end) => `${start}\`\`\`\n${sample}\n\`\`\`\n${end}`);
}

function shorten(text: string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => (/^\[\d+\] /.test(line) ? cutAtWord(line, SOURCE_WIDTH) : line));
  return [...lines.slice(0, SHOWN_LINES), ...(lines.length > SHOWN_LINES ? ['…'] : [])].join('\n');
}

function cutAtWord(line: string, width: number): string {
  return line.length <= width ? line : line.slice(0, width).replace(/\S*$/, '…');
}
