/** The score of a mutation run as a page: by folder, with the interval that a sample leaves open. */

import { LINES } from './sample.ts';

interface Mutant {
  status: string;
  location: { start: { line: number } };
}

/** What is read of Stryker's report. */
export interface MutationReport {
  files: Record<string, { mutants: Mutant[] }>;
}

/** The changes that were tried at one place, and those of them that a test noticed. */
interface Place {
  tried: number;
  noticed: number;
}

const BEGIN = '<!-- score -->';
const END = '<!-- end of score -->';
/** Half of a 95 % interval, in standard deviations. */
const Z = 1.96;
const NOTICED = new Set(['Killed', 'Timeout']);
/** Changes that can't be tried, or that the code itself excuses, don't count. */
const COUNTED = new Set([...NOTICED, 'Survived', 'NoCoverage']);

/** The page with the score of this run between its marks. */
export function scorePage(
  page: string,
  { files }: MutationReport,
  folders: readonly string[],
  command: string,
): string {
  const of = (folder: string) =>
    Object.entries(files).flatMap(([file, { mutants }]) =>
      file.startsWith(`${folder}/`) ? placesOf(mutants) : [],
    );
  const row = (name: string, places: readonly Place[]) => {
    const tried = sum(places.map((place) => place.tried));
    const noticed = sum(places.map((place) => place.noticed));
    if (tried === 0) return `| ${name} | 0 | 0 | 0 | | |`;
    const [least, most] = interval(places, tried, noticed);
    return `| ${name} | ${places.length} | ${tried} | ${noticed} | ${percent(noticed / tried)} | ${percent(least)} to ${percent(most)} |`;
  };
  const table = [
    '| folder | places | changes | noticed | score % | 95 % |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...folders.map((folder) => row(`\`${folder}\``, of(folder))),
    row('**all**', folders.flatMap(of)),
    '',
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}.`,
  ].join('\n');
  const [before, rest = ''] = page.split(BEGIN);
  return `${before}${BEGIN}\n${table}\n${END}${rest.split(END)[1] ?? '\n'}`;
}

function placesOf(mutants: readonly Mutant[]): Place[] {
  const places = new Map<number, Place>();
  for (const { status, location } of mutants) {
    if (!COUNTED.has(status)) continue;
    const at = Math.floor((location.start.line - 1) / LINES);
    const { tried, noticed } = places.get(at) ?? { tried: 0, noticed: 0 };
    places.set(at, { tried: tried + 1, noticed: noticed + (NOTICED.has(status) ? 1 : 0) });
  }
  return [...places.values()];
}

/**
 * Wilson's interval of a share (1927). Changes at one place are noticed or missed together more often than chance has
 * it, so they count for fewer: the variance between places divided by that of single changes says how many fewer.
 */
function interval(places: readonly Place[], tried: number, noticed: number): [number, number] {
  const share = noticed / tried;
  const between = sum(places.map((place) => (place.noticed - share * place.tried) ** 2));
  const correction = places.length / Math.max(1, places.length - 1);
  const single = tried * share * (1 - share);
  const all = tried / Math.max(1, single > 0 ? (correction * between) / single : 1);
  const middle = share + Z ** 2 / (2 * all);
  const half = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2));
  const scale = 1 + Z ** 2 / all;
  return [(middle - half) / scale, (middle + half) / scale];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
