/** Work that comes again and again: at the start and then every so often, never twice at once. */
import type { Logger } from 'pino';

export interface Job {
  /** For the log. */
  name: string;
  everyMs: number;
  /** Gives up soon once the signal is aborted. */
  run(signal: AbortSignal): Promise<void>;
}

export interface Jobs {
  /** Runs a job now, or once more after the run that is under way. */
  trigger(name: string): void;
  /** Stops them and waits for what is under way. */
  stop(): Promise<void>;
}

/** Starts jobs; a fault of one is logged and doesn't keep it from coming again. */
export function startJobs(jobs: readonly Job[], log: Logger): Jobs {
  const stopping = new AbortController();
  const running = new Map<Job, Promise<void>>();
  const wanted = new Set<Job>();
  const start = (job: Job) => {
    if (running.has(job) || stopping.signal.aborted) return;
    wanted.delete(job);
    const work = job
      .run(stopping.signal)
      .catch((err) => log.error({ event: 'job-failed', job: job.name, err }))
      .finally(() => {
        running.delete(job);
        if (wanted.has(job)) start(job);
      });
    running.set(job, work);
  };
  const timers = jobs.map((job) => {
    start(job);
    return setInterval(() => start(job), job.everyMs).unref();
  });
  return {
    trigger(name) {
      for (const job of jobs.filter((one) => one.name === name)) {
        wanted.add(job);
        start(job);
      }
    },
    async stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
