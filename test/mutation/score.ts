/** The score of a mutation run as a page: by folder, with the interval that a sample leaves open. */

/** What is read of Stryker's report. */
export interface MutationReport {
  files: Record<string, { mutants: { status: string }[] }>;
}

const BEGIN = '<!-- score -->';
const END = '<!-- end of score -->';
/** Half of a 95 % interval, in standard deviations. */
const Z = 1.96;
const NOTICED = new Set(['Killed', 'Timeout']);
/** Changes that can't be tried, that weren't drawn, or that the code itself excuses, don't count. */
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
      file.startsWith(`${folder}/`) ? mutants.map(({ status }) => status) : [],
    );
  const row = (name: string, statuses: readonly string[]) => {
    const tried = statuses.filter((status) => COUNTED.has(status)).length;
    const noticed = statuses.filter((status) => NOTICED.has(status)).length;
    if (tried === 0) return `| ${name} | 0 | 0 | | |`;
    const [least, most] = interval(tried, noticed);
    return `| ${name} | ${tried} | ${noticed} | ${percent(noticed / tried)} | ${percent(least)} to ${percent(most)} |`;
  };
  const table = [
    '| folder | changes | noticed | score % | 95 % |',
    '| --- | ---: | ---: | ---: | --- |',
    ...folders.map((folder) => row(`\`${folder}\``, of(folder))),
    row('**all**', folders.flatMap(of)),
    '',
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}.`,
  ].join('\n');
  const [before, rest = ''] = page.split(BEGIN);
  return `${before}${BEGIN}\n${table}\n${END}${rest.split(END)[1] ?? '\n'}`;
}

/** Wilson's interval of a share (1927). */
function interval(tried: number, noticed: number): [number, number] {
  const share = noticed / tried;
  const middle = share + Z ** 2 / (2 * tried);
  const half = Z * Math.sqrt((share * (1 - share)) / tried + Z ** 2 / (4 * tried ** 2));
  const scale = 1 + Z ** 2 / tried;
  return [(middle - half) / scale, (middle + half) / scale];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
