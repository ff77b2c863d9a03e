/** How a question was read and its passages ranked, for `ask --explain`. */
import { type AskOptions, analyseAndSearch } from '../ask.ts';
import type { SearchIndex } from '../search/build.ts';

/** Most passages that are explained. */
const SHOWN = 8;

/** The query, its terms and the signals behind the first passages, as text. */
export function explainToTerminal(
  index: SearchIndex,
  question: string,
  options: AskOptions,
): string {
  const { query, found } = analyseAndSearch(index, question, options);
  const lines = [
    '',
    `language ${query.language}, asks for ${query.asked}`,
    `terms ${query.terms.map(({ word, weight, origin }) => `${word}${weight === 1 ? '' : `×${weight}`}${origin === 'typed' ? '' : ` (${origin})`}`).join(', ')}`,
    ...found.overviews
      .slice(0, 3)
      .map(({ overview, score }) => `overview ${overview.id} ${score.toFixed(2)}`),
    ...found.passages.slice(0, SHOWN).flatMap(({ passage, score, signals }) => [
      `${score.toFixed(2).padStart(7)}  ${passage.id}`,
      `         ${Object.entries(signals)
        .map(([name, value]) => `${name} ${value.toFixed(2)}`)
        .join('  ')}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
