// Faults on demand: error answers, rate limits, slow answers, and connections cut before or after a request took effect.

export type FaultOptions = {
  method?: string;
  /** Tested against the path below /api/v10, for example /\/callback$/. */
  path: RegExp;
  /** The answer's HTTP status. Absent and not `cut`: the usual answer, delayed by `hangMs`. */
  status?: number;
  /** The answer's body; by default a plausible one for the status. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Seconds, for status 429. */
  retryAfter?: number;
  /** How many requests it hits; default 1. */
  times?: number;
  /** Milliseconds before anything happens. */
  hangMs?: number;
  /** Ends the connection without an answer: `reset` (ECONNRESET, which discord.js retries) or `close` (which it doesn't). */
  cut?: true | 'close' | 'reset';
  /** The request takes effect first; only the answer is lost or replaced. */
  afterAccept?: boolean;
};

export type Fault = FaultOptions & {
  /** How many requests it has hit. */
  hits: number;
  /** Ends it early. */
  remove(): void;
};

/** Makes the list of faults that are waiting for their request. */
export function createFaults() {
  const faults: Fault[] = [];
  return {
    /** Adds a fault; the first one that matches a request is used. */
    add(options: FaultOptions): Fault {
      const fault: Fault = {
        ...options,
        hits: 0,
        remove() {
          const index = faults.indexOf(fault);
          if (index !== -1) faults.splice(index, 1);
        },
      };
      faults.push(fault);
      return fault;
    },
    /** The fault for this request, counted as hit. */
    take(method: string, path: string): Fault | undefined {
      const fault = faults.find(
        (item) => (item.method ?? method).toUpperCase() === method && item.path.test(path),
      );
      if (fault === undefined) return undefined;
      fault.hits += 1;
      if (fault.hits >= (fault.times ?? 1)) fault.remove();
      return fault;
    },
  };
}

/** The answer that a fault gives in place of the real one. */
export function faultAnswer(fault: Fault): {
  status: number;
  body: unknown;
  headers: Record<string, string>;
} {
  const status = fault.status ?? 500;
  const given = fault.body as { retry_after?: number } | undefined;
  const retryAfter = fault.retryAfter ?? given?.retry_after ?? 0.05;
  if (status === 429) {
    return {
      status,
      body: fault.body ?? {
        message: 'You are being rate limited.',
        retry_after: retryAfter,
        global: false,
      },
      headers: { 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user', ...fault.headers },
    };
  }
  const body = fault.body ?? { message: `${status}: injected by the stand-in`, code: 0 };
  return { status, body, headers: { ...fault.headers } };
}
