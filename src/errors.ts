/** The three kinds of failure that somebody can mend; everything else is a plain Error. */

/** Something the person who typed can mend. `key` names the text in the message catalog. */
export class UserError extends Error {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(key: string, params: Record<string, string | number> = {}) {
    super(key);
    this.name = 'UserError';
    this.key = key;
    this.params = params;
  }
}

/** The environment is not usable. Carries every fault at once; the process exits with 78. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(
      `configuration: ${problems.length} fault(s)\n${problems.map((p) => `  ${p}`).join('\n')}`,
      options,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** A fault in a corpus file, with its place and the way to mend it. */
export interface CorpusFault {
  /** Path as the operator would type it, for example corpus/sources/x.yaml. */
  file: string;
  /** 1-based; 1 when the fault concerns the whole file. */
  line: number;
  problem: string;
  mend: string;
}

/** `file:line: what — how to mend it`, the form that editors turn into links. */
export function formatFault({ file, line, problem, mend }: CorpusFault): string {
  return `${file}:${line}: ${problem} — ${mend}`;
}

/** The corpus is not usable. Carries every fault at once; the process exits with 78. */
export class CorpusError extends Error {
  readonly faults: readonly CorpusFault[];

  constructor(faults: readonly CorpusFault[]) {
    super(
      `corpus: ${faults.length} fault(s)\n${faults.map((f) => `  ${formatFault(f)}`).join('\n')}`,
    );
    this.name = 'CorpusError';
    this.faults = faults;
  }
}

/** Exit codes that operators and supervisors rely on (the numbers of sysexits.h). */
export const EXIT = {
  ok: 0,
  fault: 1,
  declined: 3,
  usage: 64,
  refusedByDiscord: 69,
  config: 78,
} as const;
