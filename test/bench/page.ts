/** docs/BENCHMARKS.md, made from the record; the same tables as lines for a terminal. */
import type { Machine, Table } from './measure.ts';
import type { BenchRecord } from './record.ts';

export const BENCHMARKS_PAGE = 'docs/BENCHMARKS.md';

/** The page with the record's tables between its `<!-- figures -->` marks; the words around them stay. */
export function pageWithFigures(page: string, record: BenchRecord): string {
  const [start, end] = ['<!-- figures -->', '<!-- end of figures -->'];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error('the page has no place for the figures');
  return `${page.slice(0, from + start.length)}\n${figuresOf(record)}\n${page.slice(to)}`;
}

function figuresOf({ corpus, parts }: BenchRecord): string {
  const { hash, passages, overviews, questions } = corpus;
  return [
    `Corpus ${hash}: ${passages} passages, ${overviews} overviews, ${questions} written questions.`,
    ...Object.entries(parts).flatMap(([name, { machine, tables }]) => [
      ...tables.map(markdownOf),
      `\`npm run bench -- --part ${name}\` on ${machineLine(machine)}.`,
    ]),
  ].join('\n\n');
}

export function machineLine({ cpu, cores, memoryGb, node, day, load }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, ${day}, load ${load} at the beginning`;
}

function markdownOf({ title, columns, rows, note }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    line(columns),
    line(columns.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rows.map((row) => line(row.map(cellOf))),
    '',
    note,
  ].join('\n');
}

/** A table in columns of equal width. */
export function textOf({ title, columns, rows, note }: Table): string {
  const lines = [columns, ...rows.map((row) => row.map(cellOf))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const shown = lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  '),
  );
  return ['', title, ...shown, note].join('\n');
}

function cellOf(cell: string | number | null): string {
  if (typeof cell !== 'number') return cell ?? '—';
  return Number.isFinite(cell) ? cell.toLocaleString('en', { maximumFractionDigits: 3 }) : '—';
}
