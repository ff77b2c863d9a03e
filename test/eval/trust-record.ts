/** The record of the figures of trust, as docs/EVALUATION.md shows it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { SearchIndex } from '../../src/search/build.ts';
import { figureText, measurePictures, measureTrust, type TrustFigure } from './trust.ts';

export const TRUST_FILE = 'test/eval/trust.json';

export type RecordedFigure = Omit<TrustFigure, 'misses'>;
export interface TrustRecord {
  corpus: string;
  /** Where the pictures were drawn. */
  machine: string;
  figures: RecordedFigure[];
}

export function readTrust(): TrustRecord {
  return JSON.parse(readFileSync(TRUST_FILE, 'utf8')) as TrustRecord;
}

/** Measures everything and writes the record; what needs a set that isn't there stays as it was recorded. */
export async function recordTrust(index: SearchIndex): Promise<void> {
  const measured = [...measureTrust(index), ...(await measurePictures(index.corpus))];
  const figures = measured.map(({ misses: _, ...figure }) => figure);
  const kept = figures.some(({ name }) => name.includes('shared dev'))
    ? []
    : readTrust().figures.filter(({ name }) => name.includes('shared dev'));
  const machine = `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`;
  const record: TrustRecord = {
    corpus: index.corpus.hash,
    machine,
    figures: [...kept, ...figures],
  };
  writeFileSync(TRUST_FILE, `${JSON.stringify(record, null, 2)}\n`);
}

/** Measures and prints. */
export async function printTrust(
  index: SearchIndex,
  out: (line?: string) => void,
  withMisses: boolean,
): Promise<void> {
  out();
  out('trust');
  for (const figure of [...measureTrust(index), ...(await measurePictures(index.corpus))]) {
    const { name, target, isMet, misses } = figure;
    out(
      `  ${name.padEnd(56)} ${figureText(figure).padEnd(22)} ${target.padEnd(22)} ${isMet ? 'met' : 'MISSED'}`,
    );
    if (withMisses) for (const miss of misses) out(`    ${miss}`);
  }
}

/** The page with the record between its `<!-- trust -->` marks. */
export function pageWithTrust(page: string, { corpus, machine, figures }: TrustRecord): string {
  const [start, end] = ['<!-- trust -->', '<!-- end of trust -->'];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error('the page has no place for the figures of trust');
  const table = [
    `Corpus ${corpus}; pictures on ${machine}, which others used at the same time.`,
    '',
    '| figure | is | has to be | |',
    '| --- | --- | --- | --- |',
    ...figures.map(
      (figure) =>
        `| ${figure.name} | ${figureText(figure)} | ${figure.target} | ${figure.isMet ? 'met' : '**missed**'} |`,
    ),
  ];
  return `${page.slice(0, from + start.length)}\n${table.join('\n')}\n${page.slice(to)}`;
}
