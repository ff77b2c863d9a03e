/** The figures of a soak, as a table for people and JSON for programs. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Tally } from './people.ts';

export interface Row {
  name: string;
  skipped?: string;
  seconds?: number;
  tally?: Tally;
  /** How many were not answered for which reason. */
  byReason?: Record<string, number>;
  problems?: string[];
  note?: string;
}

export interface Figures {
  rows: readonly Row[];
  seed: number;
  seconds: number;
  /** Megabytes of the process by quarters of the run, and of its heap at the end. */
  memory: {
    samples: number;
    growth: number;
    second: number;
    last: number;
    heap: { used: number; total: number; outside: number };
  };
  json: string | undefined;
}

/** Most that the last quarter may hold beyond the second. */
const MOST_GROWTH = 0.05;
/** Problems of one part that are named. */
const MOST_PROBLEMS = 5;
/** Fewer samples say nothing of growth. */
const LEAST_SAMPLES = 200;

/** Prints the figures; true when nothing was lost, broken or growing. */
export function report({ rows, seed, seconds, memory, json }: Figures): boolean {
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write(`\n${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}, seed ${seed}\n`);
  write('| part | s | sent | answered | apology | no answer | why | slowest ms | |');
  write('| --- | --: | --: | --: | --: | --: | --- | --: | --- |');
  for (const { name, skipped, tally, byReason = {}, problems = [], note = '', ...row } of rows) {
    if (skipped) write(`| ${name} | | | | | | | | skipped: ${skipped} |`);
    else {
      const more =
        problems.length > MOST_PROBLEMS ? `; ${problems.length - MOST_PROBLEMS} more` : '';
      const named = `${problems.slice(0, MOST_PROBLEMS).join('; ')}${more}`;
      const last = problems.length > 0 ? `**${named}**` : note;
      const { sent, answered, apologised, unanswered, slowest } = tally ?? {};
      const figures = [
        row.seconds?.toFixed(1),
        sent,
        answered,
        apologised,
        unanswered?.length,
        reasonsIn(byReason),
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
    `\n${sum(({ sent }) => sent)} interactions in ${seconds.toFixed(0)} s: ${sum(({ answered }) => answered)} answered, ${sum(({ unanswered }) => unanswered.length)} not, ${problems.length} problems.`,
  );
  write(
    `Memory: ${memory.last.toFixed(0)} MB in the last quarter, ${memory.second.toFixed(0)} MB in the second (${growth})${memory.samples < LEAST_SAMPLES ? ' (too short a run to tell)' : isFlat ? '' : ': GROWS'}; at the end the heap held ${memory.heap.total.toFixed(0)} MB and used ${memory.heap.used.toFixed(0)} MB of them, with ${memory.heap.outside.toFixed(0)} MB outside.`,
  );
  if (json) writeFileSync(json, JSON.stringify({ seed, seconds, memory, rows }, null, 1));
  return problems.length === 0 && isFlat;
}

function reasonsIn(byReason: Record<string, number>): string {
  return Object.entries(byReason)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ');
}
