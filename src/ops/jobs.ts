/** Work that comes again and again: at the start and then every so often, never twice at once. */
import type { Logger } from 'pino';

export interface Job {
  /** For the log. */
  name: string;
  everyMs: number;
  /** Gives up soon once the signal is aborted. */
  run(signal: AbortSignal): Promise<void>;
}

/**
 * Starts jobs; a fault of one is logged and doesn't keep it from coming again.
 * @returns stops them and waits for what is under way
 */
export function startJobs(jobs: readonly Job[], log: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const running = new Map<Job, Promise<void>>();
  const start = (job: Job) => {
    if (running.has(job) || stopping.signal.aborted) return;
    const work = job
      .run(stopping.signal)
      .catch((err) => log.error({ event: 'job-failed', job: job.name, err }))
      .finally(() => running.delete(job));
    running.set(job, work);
  };
  const timers = jobs.map((job) => {
    start(job);
    return setInterval(() => start(job), job.everyMs).unref();
  });
  return async () => {
    stopping.abort();
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running.values());
  };
}
