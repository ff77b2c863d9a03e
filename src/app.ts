/** The composition root: builds everything from the configuration, starts it and stops it. */
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { loadCorpus } from './corpus/load.ts';
import { connect, type DiscordConnection } from './discord/client.ts';
import type { CommandList } from './discord/command.ts';
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
 * @throws CorpusError
 */
export function createApp(
  config: Config,
  log: Logger,
  commands: CommandList,
  onFatal: (error: Error) => void,
): App {
  const started = performance.now();
  const services: Services = {
    config,
    log,
    knowledge: { index: buildIndex(loadCorpus(config.CORPUS_DIR)) },
  };
  const { corpus } = services.knowledge.index;
  log.info({
    event: 'corpus',
    version: corpus.info.version,
    hash: corpus.hash,
    sources: corpus.sources.size,
    passages: corpus.passages.size,
    ms: Math.round(performance.now() - started),
  });

  let discord: DiscordConnection | undefined;
  return {
    services,
    async start() {
      discord = await connect(commands, services, onFatal);
      log.info({ event: 'ready', ms: Math.round(performance.now() - started) });
    },
    async stop() {
      await discord?.stop();
      log.info({ event: 'stopped' });
    },
  };
}
