/** The explanation of an answer as tables. */
import type { Explanation } from '../explain.ts';
import type { Catalog } from '../messages/catalog.ts';
import { type Html, html } from './html.ts';

/** How the question was read, and the signals behind the first results. */
export function explanationHtml(
  { language, asked, words, ranked }: Explanation,
  catalog: Catalog,
): Html {
  const texts = catalog.playground.explain;
  const read = words.map(({ word, repaired, also, hasMore }) => {
    const forms = also.map((form) => `${form.word} ${form.weight.toFixed(2)}`).join(', ');
    return html`<li><b>${word}</b>${repaired !== undefined && ` (${texts.readAs} ${repaired})`}${forms !== '' && html` <small>${texts.also} ${forms}${hasMore && ' …'}</small>`}</li>`;
  });
  if (ranked.length === 0) return html`<p>${texts.nothing}</p>`;
  return html`<dl><dt>${texts.language}</dt><dd>${catalog.languages[language]}</dd><dt>${texts.asks}</dt><dd>${asked}</dd><dt>${texts.words}</dt><dd><ul>${read}</ul></dd></dl>
<div class="scroll" tabindex="0" role="region" aria-label="${catalog.playground.rankingTitle}"><table><thead><tr><th scope="col">${texts.score}</th><th scope="col">${texts.found}</th><th scope="col">${texts.signals}</th></tr></thead><tbody>${ranked.map(
    ({ kind, id, score, signals }) =>
      html`<tr><td>${score.toFixed(3)}</td><td>${kind === 'overview' && `${texts.overview} `}${id}</td><td>${signals
        .map(({ name, value, weight }) => `${name} ${value.toFixed(2)} × ${weight.toFixed(2)}`)
        .join(', ')}</td></tr>`,
  )}</tbody></table></div>`;
}
