/** An answer replayed by its receipt, as text for the terminal. */
import type { Replay } from '../answer/replay.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Correction } from '../corpus/history.ts';
import { answerToTerminal, type TerminalOptions } from '../render/terminal.ts';
import { count } from './corpus-report.ts';

/** What became of the answer, and the answer where it can still be shown. */
export function replayToTerminal(
  replay: Extract<Replay, { kind: 'replayed' }>,
  corpus: Pick<Corpus, 'hash'>,
  options: TerminalOptions,
): string {
  const { version, isSame, answer, changes } = replay;
  const now = corpus.hash.slice(0, version.length);
  const lines = isSame
    ? [`Version ${version} of the corpus is this one: the same passages.`]
    : [`The answer came from version ${version} of the corpus; this one is ${now}.`];
  if (!isSame && changes === undefined)
    lines.push(`The record has no version ${version}, so what changed since isn't known.`);
  if (!isSame && changes?.length === 0 && answer)
    lines.push('None of its passages was changed since.');
  if (changes && changes.length > 0) {
    const what = answer ? 'of its passages changed since:' : 'removed since, among them its own:';
    lines.push(`${count(changes.length, 'passage')} ${what}`, ...changes.map(correctionLine));
  }
  if (!answer) lines.push('A part of the answer is no longer in the corpus.');
  return `${lines.join('\n')}\n${answer ? `\n${answerToTerminal(answer, options)}` : ''}`;
}

/** One correction in a line. */
export function correctionLine({ id, kind, date, version }: Correction): string {
  const when = date === null ? 'not recorded yet' : `${date}, version ${version}`;
  return `  ${id}: ${kind} (${when})`;
}
