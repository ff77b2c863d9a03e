/** What is counted, in Prometheus's form. Labels are bounded: names of our own list, reasons, outcomes; nothing typed. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How an interaction ended: answered, refused with words for the person, failed, or too late for Discord. */
export type InteractionOutcome = 'ok' | 'refused' | 'fault' | 'too-late';

export interface Metrics {
  interaction(command: string, outcome: InteractionOutcome, seconds: number): void;
  declined(reason: string): void;
  /** The text that a Prometheus server reads, and its type. */
  read(): Promise<{ text: string; type: string }>;
}

export interface MetricsSources {
  isReady(): boolean;
  corpus(): { version: string; hash: string };
}

/** Upper ends of the latency buckets in seconds; Discord waits for three. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 3];

/** A registry of its own, so that two bots in one process don't share figures. */
export function createMetrics({ isReady, corpus }: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const interactions = new Counter({
    name: 'mpp_interactions_total',
    help: 'Interactions by command and outcome',
    labelNames: ['command', 'outcome'] as const,
    registers,
  });
  const latency = new Histogram({
    name: 'mpp_interaction_seconds',
    help: 'From receiving an interaction to its delivered answer',
    labelNames: ['command'] as const,
    buckets: BUCKETS,
    registers,
  });
  const declines = new Counter({
    name: 'mpp_declines_total',
    help: 'Questions that were not answered, by reason',
    labelNames: ['reason'] as const,
    registers,
  });
  new Gauge({
    name: 'mpp_gateway_ready',
    help: '1 while the connection to Discord is ready',
    registers,
    collect() {
      this.set(isReady() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'mpp_corpus_info',
    help: 'Always 1; the labels say which corpus is in use',
    labelNames: ['version', 'hash'] as const,
    registers,
    collect() {
      // A corpus that was replaced must not stay beside the new one.
      this.reset();
      this.set(corpus(), 1);
    },
  });
  let hasProcessMetrics = false;
  return {
    interaction(command, outcome, seconds) {
      interactions.inc({ command, outcome });
      latency.observe({ command }, seconds);
    },
    declined: (reason) => declines.inc({ reason }),
    async read() {
      // They watch the event loop and the collector all the time, so only for whoever asks.
      if (!hasProcessMetrics) collectDefaultMetrics({ register: registry });
      hasProcessMetrics = true;
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}
