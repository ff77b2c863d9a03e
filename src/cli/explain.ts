/** How a question was read and its passages ranked, for `ask --explain`. */
import { type AskOptions, analyseAndSearch } from '../ask.ts';
import type { Query } from '../question/query.ts';
import type { SearchIndex } from '../search/build.ts';
import { rankingModel } from '../search/rank.ts';
import { SIGNAL_NAMES } from '../search/signals.ts';

/** Most passages and overviews that are explained. */
const SHOWN = 8;

/** The query, its terms and the signals behind the first results, as text. */
export function explainToTerminal(
  index: SearchIndex,
  question: string,
  options: AskOptions,
): string {
  const { query, found } = analyseAndSearch(index, question, options);
  const lines = [
    '',
    `language ${query.language}, asks for: ${query.asked}`,
    ...explainTerms(query),
  ];
  for (const { unit, score, signals } of found.ranked.slice(0, SHOWN)) {
    const { target } = unit;
    lines.push(
      `${score.toFixed(3).padStart(7)}  ${target.kind === 'passage' ? target.passage.id : `overview ${target.overview.id}`}`,
      `         ${SIGNAL_NAMES.filter((name) => signals[name] !== 0)
        .map((name) => `${name} ${signals[name].toFixed(2)} × ${rankingModel[name].toFixed(2)}`)
        .join(', ')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function explainTerms({ terms }: Query): string[] {
  return terms.map(({ word, repaired, alternatives }) => {
    const added = alternatives
      .filter(({ origin }) => origin === 'synonym' || origin === 'name')
      .map(({ stem, language, weight }) => `${language}:${stem} ${weight.toFixed(2)}`);
    const spelling = repaired === word ? '' : ` (read as ${repaired})`;
    return `  ${word}${spelling}${added.length > 0 ? `: also ${added.slice(0, 10).join(', ')}${added.length > 10 ? ' …' : ''}` : ''}`;
  });
}
