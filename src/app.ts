/** The composition root: builds everything from the configuration, starts it and stops it. */
import type { Logger } from 'pino';
import { createCiter } from './citations/citer.ts';
import { createCommunity } from './community.ts';
import type { Config } from './config.ts';
import type { Corpus } from './corpus/corpus.ts';
import { loadCorpus } from './corpus/load.ts';
import { createConnection, type Transport } from './discord/client.ts';
import type { CommandList } from './discord/command.ts';
import type { Pace } from './discord/qa-channels/gather.ts';
import { createRules } from './discord/qa-channels/rules.ts';
import { createSubjects } from './discord/qa-channels/subjects.ts';
import { openShards } from './discord/shards/open.ts';
import { suggestionsInSteps, suggestionsOf } from './discord/suggest.ts';
import { createTurns, type TurnLimits } from './discord/turns.ts';
import { keepIndex, openIndex } from './open-index.ts';
import { type Job, type Jobs, startJobs } from './ops/jobs.ts';
import { createMetrics } from './ops/metrics.ts';
import { inSlices } from './ops/slices.ts';
import { createPainter } from './picture/painter.ts';
import { createReloader, type ReloadOutcome } from './reload.ts';
import { lazyIndex } from './search/build.ts';
import type { Services } from './services.ts';
import { deleteDue } from './store/retention.ts';
import { createStore } from './store/store.ts';
import { flushGathered } from './store/together.ts';

/** Milliseconds of a day. */
const DAY_MS = 86_400_000;
/** Seconds without anything from Discord after which the connection counts as dead; heartbeats come every 41. */
const MOST_SILENCE_S = 150;

export interface App {
  services: Services;
  /** Why the bot can't answer now, each in a few words; none when it can. */
  notReady(): Promise<string[]>;
  /**
   * Resolves once the database is open, the gateway ready and the commands registered.
   * @throws ConfigError, RefusedByDiscord
   */
  start(): Promise<void>;
  /** Does what the first question and the first letters typed would otherwise wait for. */
  warmUp(): void;
  /** Takes over a corpus that has changed; a faulty one is refused, and the log says why. Never rejects. */
  reload(): Promise<ReloadOutcome>;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** How Discord is reached; the network unless given. */
  transport?: Transport;
  /** Leaves the search index for `warmUp`, or for the first question where that comes earlier. */
  isLazy?: boolean;
  /** The time; that of the machine unless given. */
  clock?: () => Date;
  /** The corpus, where it was read already. */
  corpus?: Corpus;
  /** How long messages are waited for that belong to one question. */
  pace?: Pace;
  /** How many interactions are answered at once, and how long others wait. */
  limits?: TurnLimits;
}

/**
 * Builds the bot; nothing connects before `start`.
 * @param onFatal called when Discord refuses the bot while it runs
 * @throws CorpusError
 */
export function createApp(
  config: Config,
  log: Logger,
  commands: CommandList,
  onFatal: (error: Error) => void,
  {
    transport,
    isLazy = false,
    clock = () => new Date(),
    corpus: read,
    pace,
    limits,
  }: AppOptions = {},
): App {
  const started = performance.now();
  const sinceStart = () => Math.round(performance.now() - started);
  const corpus = read ?? loadCorpus(config.CORPUS_DIR);
  const painter = createPainter({
    onFault: (err) => log.warn({ event: 'picture-missing', err }),
  });
  const citer = createCiter();
  const store = createStore(config.DATABASE_URL, {
    retentionDays: config.RETENTION_DAYS,
    now: clock,
    onTrouble: (event, err) => log.warn({ event, err }),
    onQuery: (...query) => metrics.query(...query),
  });
  let isWorthKeeping = false;
  const open = () => {
    const opened = openIndex(config, corpus);
    isWorthKeeping = opened.isWorthKeeping;
    return opened.index;
  };
  const knowledge = { index: isLazy ? lazyIndex(corpus, open) : open() };
  /** Only ever saves time, so that a folder that can't be written is no fault. */
  const keepForNextStart = () => {
    if (!isWorthKeeping) return;
    isWorthKeeping = false;
    keepIndex(config).then(
      () => log.debug({ event: 'index-kept' }),
      (err) => log.debug({ event: 'index-not-kept', err }),
    );
  };
  const community = createCommunity(store, knowledge);
  const turns = createTurns(limits);
  const metrics = createMetrics({
    gateway: () => discord.state(),
    waiting: turns.waiting,
    corpus: () => {
      const { info, hash, sources, passages } = knowledge.index.corpus;
      return { version: info.version, hash, sources: sources.size, passages: passages.size };
    },
  });
  const services: Services = {
    clock,
    config,
    log,
    metrics,
    knowledge,
    citer,
    painter,
    store,
    community,
    subjects: createSubjects(),
    turns,
    rules: createRules(store, (err) => log.error({ event: 'store-failed', err })),
  };
  log.info({
    event: 'corpus',
    version: corpus.info.version,
    hash: corpus.hash,
    sources: corpus.sources.size,
    passages: corpus.passages.size,
    ms: sinceStart(),
  });

  const retention: Job = {
    name: 'retention',
    everyMs: DAY_MS,
    async run() {
      // One process of several is enough; without shards to share it is this one.
      if (!discord.isLeader()) return;
      const deleted = await deleteDue(store);
      if (Object.keys(deleted).length > 0) log.info({ event: 'retention', deleted });
    },
  };
  let jobs: Jobs | undefined;
  const discord = openShards(services, {
    connect: (part) => createConnection(commands, services, onFatal, { transport, pace, part }),
    onLead: () => jobs?.trigger('retention'),
    onFatal,
  });
  const reloader = createReloader(config.CORPUS_DIR, services, () => discord.followCorpus());
  return {
    services,
    async notReady() {
      const { isReady, silentFor } = discord.state();
      const reasons = isReady ? [] : ['not connected to Discord'];
      if (isReady && (silentFor ?? 0) > MOST_SILENCE_S)
        reasons.push(`nothing heard from Discord for ${Math.round(silentFor ?? 0)} s`);
      if (!(await store.isAnswering())) reasons.push('the database does not answer');
      return reasons;
    },
    async start() {
      await store.start();
      log.info({ event: 'database', kind: store.dialect, ms: sinceStart() });
      jobs = startJobs([retention], log);
      await discord.start();
      log.info({ event: 'ready', ms: sinceStart() });
      // Prepared now, so that the first member who types doesn't wait, and no other one either.
      if (!isLazy) void inSlices(suggestionsInSteps(corpus));
      keepForNextStart();
    },
    warmUp() {
      suggestionsOf(corpus);
      // Any part of the index but the corpus.
      knowledge.index.units;
      keepForNextStart();
    },
    reload: reloader.reload,
    async stop() {
      await reloader.stop();
      await discord.stop();
      await painter.stop();
      await citer.stop();
      await jobs?.stop();
      await flushGathered(store).catch((err) => log.error({ event: 'count-failed', err }));
      await store.stop();
      log.info({ event: 'stopped' });
    },
  };
}
