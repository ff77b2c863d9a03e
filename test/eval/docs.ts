/** The figures in docs/EVALUATION.md, made from the record. */
import type { Figures } from './figures.ts';
import type { EvalRecord } from './record.ts';
import type { TradeOff } from './train/confidence.ts';

export const EVALUATION_PAGE = 'docs/EVALUATION.md';

/** The page with the record's figures between its `<!-- results -->` and `<!-- trade-off -->` marks. */
export function pageWithFigures(page: string, record: EvalRecord): string {
  return fill(fill(page, 'results', resultsOf(record)), 'trade-off', curveOf(record.tradeOffs));
}

function fill(page: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no place for ${name}`);
  return `${page.slice(0, from + start.length)}\n${content}\n${page.slice(to)}`;
}

function resultsOf({ corpus, sets }: EvalRecord): string {
  const { hash, sources, passages, overviews, questions } = corpus;
  return [
    `Corpus ${hash}: ${sources} sources, ${passages} passages, ${overviews} overviews, ${questions} written questions.`,
    ...Object.entries(sets).map(([name, groups]) => tableOf(name, groups)),
  ].join('\n\n');
}

/** By kind there are too many groups of too few rows for a page; `npm run eval` prints them. */
function tableOf(set: string, groups: Record<string, Figures>): string {
  const rows = Object.entries(groups)
    .filter(([group]) => !group.startsWith('kind '))
    .map(([group, { n, at1, at3, shown, wrongDeclines, declined, language }]) => {
      const cells = [at1, at3, shown, wrongDeclines, declined, language].map(
        (value) => value?.toFixed(1) ?? '',
      );
      return `| ${group} | ${[n, ...cells].join(' | ')} |`;
    });
  return [
    `### ${set[0]?.toUpperCase()}${set.slice(1)}`,
    '',
    '| group | rows | answer@1 | answer@3 | shown | wrong declines | declined | language |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function curveOf(tradeOffs: readonly TradeOff[]): string {
  return [
    '| wrong declines | declined | threshold |',
    '| --- | --- | --- |',
    ...tradeOffs.map(
      ({ wrongDeclines, declined, threshold }) =>
        `| ${(100 * wrongDeclines).toFixed(0)} % | ${(100 * declined).toFixed(1)} % | ${threshold.toFixed(3)} |`,
    ),
  ].join('\n');
}
