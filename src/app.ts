/** The composition root: builds everything from the configuration, starts it and stops it. */
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { loadCorpus } from './corpus/load.ts';
import { createConnection } from './discord/client.ts';
import type { CommandList } from './discord/command.ts';
import { suggestionsOf } from './discord/suggest.ts';
import { buildIndex } from './search/build.ts';
import type { Services } from './services.ts';

export interface App {
  services: Services;
  /** Resolves once the gateway is ready and the commands are registered. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Builds the bot; nothing connects before `start`.
 * @param onFatal called when Discord refuses the bot while it runs
 * @param clock the time; that of the machine unless given
 * @throws CorpusError
 */
export function createApp(
  config: Config,
  log: Logger,
  commands: CommandList,
  onFatal: (error: Error) => void,
  clock: () => Date = () => new Date(),
): App {
  const started = performance.now();
  const sinceStart = () => Math.round(performance.now() - started);
  const corpus = loadCorpus(config.CORPUS_DIR);
  const services: Services = { clock, config, log, knowledge: { index: buildIndex(corpus) } };
  log.info({
    event: 'corpus',
    version: corpus.info.version,
    hash: corpus.hash,
    sources: corpus.sources.size,
    passages: corpus.passages.size,
    ms: sinceStart(),
  });

  const discord = createConnection(commands, services, onFatal);
  return {
    services,
    async start() {
      const connecting = discord.start();
      // Prepared while Discord answers, so that the first member who types doesn't wait.
      suggestionsOf(corpus);
      await connecting;
      log.info({ event: 'ready', ms: sinceStart() });
    },
    async stop() {
      await discord.stop();
      log.info({ event: 'stopped' });
    },
  };
}
