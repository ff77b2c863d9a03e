/** What is counted, in Prometheus's form. Labels are bounded: names of our own list, reasons, outcomes; nothing typed. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/**
 * How an interaction ended: answered, refused with words for the person, failed, too late for Discord, or never begun
 * because too many were before it.
 */
export type InteractionOutcome = 'ok' | 'refused' | 'fault' | 'too-late' | 'dropped';

/** The connection to Discord as it stands. */
export interface GatewayState {
  isReady: boolean;
  /** Shards by whether they are connected. */
  shards: { ready: number; other: number };
  /** Number of shards of all processes together, once it is known. */
  of?: number | undefined;
  /** Seconds since anything was heard, heartbeats included; null before the first connection. */
  silentFor: number | null;
}

export interface Metrics {
  interaction(command: string, outcome: InteractionOutcome, seconds: number): void;
  declined(reason: string): void;
  answered(kind: 'passages' | 'overview'): void;
  /** A statement of the database. */
  query(kind: string, seconds: number, outcome: 'ok' | 'fault'): void;
  reloaded(outcome: string): void;
  /** A connection to Discord that was lost and is opened again. */
  reconnecting(): void;
  /** The text that a Prometheus server reads, and its type. */
  read(): Promise<{ text: string; type: string }>;
}

export interface MetricsSources {
  gateway(): GatewayState;
  /** Interactions that wait for their turn. */
  waiting(): number;
  corpus(): { version: string; hash: string; sources: number; passages: number };
}

/** Upper ends of the latency buckets in seconds; Discord waits for three. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 3];
/** The same for statements of the database; a slow one holds an answer up. */
const STORE_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2];

/** A registry of its own, so that two bots in one process don't share figures. */
export function createMetrics({ gateway, waiting, corpus }: MetricsSources): Metrics {
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
  new Gauge({
    name: 'mpp_interactions_waiting',
    help: 'Interactions that wait for their turn, since too many are being answered',
    registers,
    collect() {
      this.set(waiting());
    },
  });
  const declines = new Counter({
    name: 'mpp_declines_total',
    help: 'Questions that were not answered, by reason',
    labelNames: ['reason'] as const,
    registers,
  });
  const answers = new Counter({
    name: 'mpp_answers_total',
    help: 'Questions that were answered, by the form of the answer',
    labelNames: ['kind'] as const,
    registers,
  });
  const queries = new Histogram({
    name: 'mpp_store_seconds',
    help: 'Statements of the database by kind and outcome',
    labelNames: ['kind', 'outcome'] as const,
    buckets: STORE_BUCKETS,
    registers,
  });
  const reloads = new Counter({
    name: 'mpp_corpus_reloads_total',
    help: 'Times that the corpus was read anew, by outcome',
    labelNames: ['outcome'] as const,
    registers,
  });
  const reconnects = new Counter({
    name: 'mpp_gateway_reconnects_total',
    help: 'Connections to Discord that were lost and opened again',
    registers,
  });
  new Gauge({
    name: 'mpp_gateway_ready',
    help: '1 while the connection to Discord is ready',
    registers,
    collect() {
      this.set(gateway().isReady ? 1 : 0);
    },
  });
  new Gauge({
    name: 'mpp_gateway_shards',
    help: 'Shards of this process by state',
    labelNames: ['state'] as const,
    registers,
    collect() {
      const { shards } = gateway();
      this.set({ state: 'ready' }, shards.ready);
      this.set({ state: 'other' }, shards.other);
    },
  });
  new Gauge({
    name: 'mpp_shards',
    help: 'Shards of all processes together; 0 until it is known',
    registers,
    collect() {
      this.set(gateway().of ?? 0);
    },
  });
  new Gauge({
    name: 'mpp_gateway_silence_seconds',
    help: 'Time since anything was heard from Discord, heartbeats included',
    registers,
    collect() {
      this.set(gateway().silentFor ?? 0);
    },
  });
  new Gauge({
    name: 'mpp_corpus_entries',
    help: 'What the corpus in use holds',
    labelNames: ['kind'] as const,
    registers,
    collect() {
      const { sources, passages } = corpus();
      this.set({ kind: 'source' }, sources);
      this.set({ kind: 'passage' }, passages);
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
      const { version, hash } = corpus();
      this.set({ version, hash }, 1);
    },
  });
  let hasProcessMetrics = false;
  return {
    interaction(command, outcome, seconds) {
      interactions.inc({ command, outcome });
      latency.observe({ command }, seconds);
    },
    declined: (reason) => declines.inc({ reason }),
    answered: (kind) => answers.inc({ kind }),
    query: (kind, seconds, outcome) => queries.observe({ kind, outcome }, seconds),
    reloaded: (outcome) => reloads.inc({ outcome }),
    reconnecting: () => reconnects.inc(),
    async read() {
      // They watch the event loop and the collector all the time, so only for whoever asks.
      if (!hasProcessMetrics) collectDefaultMetrics({ register: registry });
      hasProcessMetrics = true;
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}
