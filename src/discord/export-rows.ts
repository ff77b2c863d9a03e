/** What a server has, as rows for a file: without hashes, as JSON or as CSV for spreadsheets. */
import { listAnswers } from '../store/answers.ts';
import { listTallies } from '../store/feedback.ts';
import { listGaps } from '../store/gaps.ts';
import { listHistory } from '../store/history.ts';
import { listPins } from '../store/pins.ts';
import { readSettings } from '../store/settings.ts';
import { listShared } from '../store/shared-answers.ts';
import type { Store } from '../store/store.ts';

export const EXPORTS = [
  'settings',
  'pins',
  'answers',
  'gaps',
  'feedback',
  'history',
  'shared',
] as const;
export type ExportKind = (typeof EXPORTS)[number];
export const EXPORT_FORMATS = ['json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Most rows of a file; it stays below what Discord takes as an attachment, whatever the rows hold. */
const MOST_ROWS = 2_000;

type Row = Record<string, unknown>;

/** The rows of a kind. */
export async function exportRows(store: Store, guildId: string, kind: ExportKind): Promise<Row[]> {
  switch (kind) {
    case 'settings':
      return [{ ...(await readSettings(store, guildId)) }];
    case 'pins':
      return (await listPins(store, guildId)).map(({ guildId: _, ...pin }) => pin);
    case 'answers':
      return (await listAnswers(store, guildId)).map((answer) => ({ ...answer }));
    case 'gaps':
      return (await listGaps(store, guildId)).flatMap(({ id: cluster, gaps }) =>
        gaps.map((gap) => ({ cluster, ...gap })),
      );
    case 'feedback': {
      const of = async (by: 'answer' | 'source') =>
        (await listTallies(store, guildId, by, MOST_ROWS)).map((tally) => ({ by, ...tally }));
      return [...(await of('answer')), ...(await of('source'))];
    }
    case 'history':
      return (await listHistory(store, guildId, { offset: 0, limit: MOST_ROWS })).entries.map(
        (entry) => ({ ...entry }),
      );
    case 'shared':
      return (await listShared(store, guildId)).map(({ guildId: _, ...shared }) => shared);
  }
}

/** The text of the file. */
export function exportText(rows: readonly Row[], format: ExportFormat): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Spreadsheets take text that begins like a formula for one. */
function csvCell(value: unknown): string {
  const text =
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
