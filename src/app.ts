/** The composition root: builds everything from the configuration, starts it and stops it. */
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { loadCorpus } from './corpus/load.ts';
import { createConnection, type Transport } from './discord/client.ts';
import type { CommandList } from './discord/command.ts';
import { suggestionsOf } from './discord/suggest.ts';
import { createMetrics } from './ops/metrics.ts';
import { createPainter } from './picture/painter.ts';
import { buildIndex, lazyIndex } from './search/build.ts';
import type { Services } from './services.ts';

export interface App {
  services: Services;
  /** Why the bot can't answer now, each in a few words; none when it can. */
  notReady(): string[];
  /** Resolves once the gateway is ready and the commands are registered. */
  start(): Promise<void>;
  /** Does what the first question and the first letters typed would otherwise wait for. */
  warmUp(): void;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** How Discord is reached; the network unless given. */
  transport?: Transport;
  /** Leaves the search index for `warmUp`, or for the first question where that comes earlier. */
  isLazy?: boolean;
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
  { transport, isLazy = false }: AppOptions = {},
): App {
  const started = performance.now();
  const sinceStart = () => Math.round(performance.now() - started);
  const corpus = loadCorpus(config.CORPUS_DIR);
  const painter = createPainter({
    onFault: (err) => log.warn({ event: 'picture-missing', err }),
  });
  const knowledge = { index: isLazy ? lazyIndex(corpus) : buildIndex(corpus) };
  const metrics = createMetrics({
    isReady: () => discord.isReady(),
    corpus: () => {
      const { info, hash } = knowledge.index.corpus;
      return { version: info.version, hash };
    },
  });
  const services: Services = { config, log, metrics, knowledge, painter };
  log.info({
    event: 'corpus',
    version: corpus.info.version,
    hash: corpus.hash,
    sources: corpus.sources.size,
    passages: corpus.passages.size,
    ms: sinceStart(),
  });

  const discord = createConnection(commands, services, onFatal, transport);
  return {
    services,
    notReady: () => (discord.isReady() ? [] : ['not connected to Discord']),
    async start() {
      const connecting = discord.start();
      // Prepared while Discord answers, so that the first member who types doesn't wait.
      if (!isLazy) suggestionsOf(corpus);
      await connecting;
      log.info({ event: 'ready', ms: sinceStart() });
    },
    warmUp() {
      suggestionsOf(corpus);
      // Any part of the index but the corpus.
      knowledge.index.units;
    },
    async stop() {
      await discord.stop();
      await painter.stop();
      log.info({ event: 'stopped' });
    },
  };
}
