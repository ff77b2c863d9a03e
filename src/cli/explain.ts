/** The explanation of an answer as text, for `ask --explain`. */
import type { Explanation } from '../explain.ts';

/** How the question was read, and the signals behind the first results. */
export function explanationToTerminal({ language, asked, words, ranked }: Explanation): string {
  const lines = [
    '',
    `language ${language}, asks for: ${asked}`,
    ...words.map(({ word, repaired, also, hasMore }) => {
      const spelling = repaired === undefined ? '' : ` (read as ${repaired})`;
      const forms = also.map((form) => `${form.language}:${form.word} ${form.weight.toFixed(2)}`);
      const added = forms.length > 0 ? `: also ${forms.join(', ')}${hasMore ? ' …' : ''}` : '';
      return `  ${word}${spelling}${added}`;
    }),
    ...ranked.flatMap(({ kind, id, score, signals }) => [
      `${score.toFixed(3).padStart(7)}  ${kind === 'passage' ? id : `overview ${id}`}`,
      `         ${signals
        .map(({ name, value, weight }) => `${name} ${value.toFixed(2)} × ${weight.toFixed(2)}`)
        .join(', ')}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
