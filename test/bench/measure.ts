/** What every part of the benchmark is measured and told with. */
import { execFile } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A table of the page; a cell that is null could not be measured, and the note says why. */
export interface Table {
  title: string;
  columns: string[];
  rows: (string | number | null)[][];
  /** What was done, and what to make of it. */
  note: string;
}

/** What a part found. */
export interface Findings {
  tables: Table[];
  /**
   * Quotients of two things that were measured in the same run, smaller is better. Times depend on the machine and on
   * what else it does; these hardly do, so that they can be compared with those of another day.
   */
  ratios: Record<string, number>;
}

/** A part of the benchmark by its name. */
export interface Part {
  name: string;
  measure(options: BenchOptions): Promise<Findings>;
}

export interface BenchOptions {
  /** Sizes in passages, besides the shipped corpus. */
  sizes: number[];
  /** How often the bots take turns. */
  rounds: number;
  /** Every n-th question is asked. */
  every: number;
}

export interface Machine {
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  day: string;
  /** Processes that wanted to run, on average over a minute, when the part began. */
  load: number;
}

export function readMachine(now = new Date()): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    day: now.toISOString().slice(0, 10),
    load: round(loadavg()[0] ?? 0, 1),
  };
}

/** The value below which a share of some values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median and p99 as cells. */
export function spread(values: readonly number[], digits = 2): [number, number] {
  return [round(median(values), digits), round(quantile(values, 0.99), digits)];
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Milliseconds that `run` takes for each of some things. */
export function timeEach<T>(things: readonly T[], run: (thing: T) => unknown): number[] {
  return things.map((thing) => timeOf(() => run(thing)).ms);
}

/** What `run` gives, and the milliseconds that it took. */
export function timeOf<T>(run: () => T): { value: T; ms: number } {
  const began = performance.now();
  const value = run();
  return { value, ms: performance.now() - began };
}

/** MB that this process holds on to: the heap and what lies beside it. Needs `--expose-gc`. */
export function heldMb(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** MB that this process took of the machine at most. */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1e3;
}

const run = promisify(execFile);

/**
 * Runs a script of this folder in a process of its own, so that it starts cold and its memory is its own, and reads the
 * JSON that it writes.
 * @param heapMb most that its heap may take
 * @throws when it fails, for example because that is not enough
 */
export async function runAlone<T>(
  script: string,
  args: readonly (string | number)[],
  heapMb = 8_000,
): Promise<T> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const flags = ['--expose-gc', `--max-old-space-size=${heapMb}`];
  const { stdout } = await run(process.execPath, [...flags, path, ...args.map(String)], {
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout) as T;
}
