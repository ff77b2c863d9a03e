/** The composition root: builds everything from the configuration, starts it and stops it. */
import type { Logger } from 'pino';
import { createCommunity } from './community.ts';
import type { Config } from './config.ts';
import { loadCorpus } from './corpus/load.ts';
import { createConnection } from './discord/client.ts';
import type { CommandList } from './discord/command.ts';
import { suggestionsOf } from './discord/suggest.ts';
import { type Job, startJobs } from './ops/jobs.ts';
import { buildIndex } from './search/build.ts';
import type { Services } from './services.ts';
import { deleteDue } from './store/retention.ts';
import { createStore } from './store/store.ts';

/** Milliseconds of a day. */
const DAY_MS = 86_400_000;

export interface App {
  services: Services;
  /**
   * Resolves once the database is open, the gateway ready and the commands registered.
   * @throws ConfigError, RefusedByDiscord
   */
  start(): Promise<void>;
  stop(): Promise<void>;
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
): App {
  const started = performance.now();
  const sinceStart = () => Math.round(performance.now() - started);
  const corpus = loadCorpus(config.CORPUS_DIR);
  const store = createStore(config.DATABASE_URL, {
    retentionDays: config.RETENTION_DAYS,
    onTrouble: (event, err) => log.warn({ event, err }),
  });
  const knowledge = { index: buildIndex(corpus) };
  const community = createCommunity(store, knowledge);
  const services: Services = { config, log, knowledge, store, community };
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
      const deleted = await deleteDue(store);
      if (Object.keys(deleted).length > 0) log.info({ event: 'retention', deleted });
    },
  };
  let stopJobs = async () => {};
  const discord = createConnection(commands, services, onFatal);
  return {
    services,
    async start() {
      await store.start();
      log.info({ event: 'database', kind: store.dialect, ms: sinceStart() });
      stopJobs = startJobs([retention], log);
      const connecting = discord.start();
      // Prepared while Discord answers, so that the first member who types doesn't wait.
      suggestionsOf(corpus);
      await connecting;
      log.info({ event: 'ready', ms: sinceStart() });
    },
    async stop() {
      await discord.stop();
      await stopJobs();
      await store.stop();
      log.info({ event: 'stopped' });
    },
  };
}
