/** What the system knows of another process. */
import { readFileSync } from 'node:fs';

export interface ProcessFigures {
  /** Processor time so far, all threads, in milliseconds. */
  cpuMs: number;
  /** Memory that it holds in the machine. */
  memoryMb: number;
}

/** Ticks a second in which Linux counts processor time; the same on every machine that Node runs on. */
const TICKS = 100;

/** Reads /proc, which Linux has; NaN elsewhere, where the figures are left out. */
export function readProcess(pid: number | undefined): ProcessFigures {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, which may hold anything, stands in brackets before all numbers but the id.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system] = [Number(fields[11]), Number(fields[12])];
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
    return { cpuMs: ((user + system) * 1000) / TICKS, memoryMb: kb / 1e3 };
  } catch {
    return { cpuMs: Number.NaN, memoryMb: Number.NaN };
  }
}
