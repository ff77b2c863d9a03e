/** The corpus report as text for a terminal. */
import type { CorpusReport, Group } from '../corpus/report.ts';
import { formatNumber } from '../messages/format.ts';

/** Most rows of a table; how many more there are stands below. */
const MOST_ROWS = 15;

/** `n` with its noun: "1 fault", "1,169 passages", "24 glossary entries". */
export function count(n: number, noun: string): string {
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${formatNumber(n, 'en')} ${n === 1 ? noun : plural}`;
}

/** The totals in one line. */
export function totalsToText({ totals }: CorpusReport): string {
  return [
    count(totals.sources, 'source'),
    count(totals.passages, 'passage'),
    count(totals.questions, 'question'),
    count(totals.overviews, 'overview'),
    count(totals.glossary, 'glossary entry'),
    count(totals.events, 'event'),
    count(totals.disagreements, 'disagreement'),
  ].join(', ');
}

/** The whole report as tables. */
export function reportToTerminal(report: CorpusReport): string {
  const { totals, questionsByLanguage, inNoOverview } = report;
  const fewest = [...report.byTopic].reverse().slice(0, MOST_ROWS);
  return [
    `${report.name}, version ${report.version} (${report.hash})`,
    totalsToText(report),
    `questions: ${Object.entries(questionsByLanguage)
      .map(([language, n]) => `${formatNumber(n, 'en')} ${language}`)
      .join(', ')}`,
    `glossary: ${count(totals.glossary - totals.synonyms, 'entry')}, ${count(totals.synonyms, 'group')} of synonyms`,
    `passages speak for ${report.oldest ?? 'no date'} to ${report.newest ?? 'no date'}`,
    `${count(inNoOverview.length, 'passage')} in no overview (--json lists them)`,
    table('kind', report.byKind),
    table('position', report.byPosition),
    table('year', report.byYear, Number.POSITIVE_INFINITY),
    table('language', report.byLanguage),
    table('publisher', report.byPublisher),
    table('topic', report.byTopic),
    table('topics with fewest passages', fewest),
    '',
  ].join('\n');
}

function table(title: string, groups: readonly Group[], most = MOST_ROWS): string {
  const rows = groups
    .slice(0, most)
    .map(({ name, sources, passages }) => [
      name.length > 50 ? `${name.slice(0, 49)}…` : name,
      formatNumber(sources, 'en'),
      formatNumber(passages, 'en'),
    ]);
  const width = Math.max(title.length, ...rows.map(([name = '']) => name.length));
  const line = ([name = '', sources = '', passages = '']: string[]) =>
    `  ${name.padEnd(width)}  ${sources.padStart(8)}  ${passages.padStart(9)}`;
  const left = groups.length - rows.length;
  return [
    '',
    line([title, 'sources', 'passages']),
    ...rows.map(line),
    ...(left > 0 ? [`  and ${formatNumber(left, 'en')} more`] : []),
  ].join('\n');
}
