/** The figures of a soak, as a table for people and JSON for programs. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Tally } from './people.ts';

export interface Row {
  name: string;
  skipped?: string;
  seconds?: number;
  tally?: Tally;
  /** Interactions of which the log says why nobody was answered. */
  reasons?: number;
  problems?: string[];
  note?: string;
}

export interface Figures {
  rows: readonly Row[];
  seed: number;
  seconds: number;
  memory: { samples: number; growth: number; last: number };
  json: string | undefined;
}

/** Most that the last quarter may hold beyond the second. */
const MOST_GROWTH = 0.05;
/** Fewer samples say nothing of growth. */
const LEAST_SAMPLES = 200;

/** Prints the figures; true when nothing was lost, broken or growing. */
export function report({ rows, seed, seconds, memory, json }: Figures): boolean {
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write(`\n${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}, seed ${seed}\n`);
  write('| part | s | sent | answered | apology | no answer | reason logged | slowest ms | |');
  write('| --- | --: | --: | --: | --: | --: | --: | --: | --- |');
  for (const { name, skipped, tally, reasons, problems = [], note = '', ...row } of rows) {
    if (skipped) write(`| ${name} | | | | | | | | skipped: ${skipped} |`);
    else {
      const last = problems.length > 0 ? `**${problems.join('; ')}**` : note;
      const { sent, answered, apologised, unanswered, slowest } = tally ?? {};
      const figures = [
        row.seconds?.toFixed(1),
        sent,
        answered,
        apologised,
        unanswered,
        reasons,
        slowest?.toFixed(0),
      ];
      write(`| ${name} | ${figures.map((figure) => figure ?? '').join(' | ')} | ${last} |`);
    }
  }
  const sum = (of: (tally: Tally) => number) =>
    rows.reduce((total, { tally }) => total + (tally ? of(tally) : 0), 0);
  const problems = rows.flatMap((row) => row.problems ?? []);
  const growth = `${(memory.growth * 100).toFixed(1)} %`;
  const isFlat = memory.samples < LEAST_SAMPLES || memory.growth <= MOST_GROWTH;
  write(
    `\n${sum(({ sent }) => sent)} interactions in ${seconds.toFixed(0)} s: ${sum(({ answered }) => answered)} answered, ${sum(({ unanswered }) => unanswered)} not, ${problems.length} problems.`,
  );
  write(
    `Memory: ${memory.last.toFixed(0)} MB in the last quarter, ${growth} more than in the second${memory.samples < LEAST_SAMPLES ? ' (too short a run to tell)' : isFlat ? '' : ': GROWS'}.`,
  );
  if (json) writeFileSync(json, JSON.stringify({ seed, seconds, memory, rows }, null, 1));
  return problems.length === 0 && isFlat;
}
