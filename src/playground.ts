/** Runs the bot against a Discord inside of this process, with a page in the browser as the way to it. */
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import { type App, createApp } from './app.ts';
import type { Config } from './config.ts';
import { readCorpusFile } from './corpus/files.ts';
import { CORPUS_FILES } from './corpus/schema.ts';
import type { CommandList } from './discord/command.ts';
import { EXIT } from './errors.ts';
import { catalogs } from './messages/catalog.ts';
import { createLog, terminalDestination } from './ops/log.ts';
import { reloadOnDemand } from './reload.ts';
import type { Services } from './services.ts';
import { healthRoutes } from './web/health.ts';
import { createLocalDiscord } from './web/local-discord/local-discord.ts';
import { createPlayground } from './web/playground.ts';
import { openServer } from './web/server.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** Addresses that stand for every network of the machine, so that any name may lead here. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

export interface OpenPlayground {
  /** "http://127.0.0.1:8080". */
  address: string;
  app: App;
  close(): Promise<void>;
}

/**
 * Opens the page, and then starts the bot behind it.
 * @throws ConfigError, CorpusError
 */
export async function openPlayground(
  config: Config,
  log: Logger,
  list: CommandList,
): Promise<OpenPlayground> {
  let address = '';
  let app: App | undefined;
  const command = readCommand(config.CORPUS_DIR);
  const names = { bot: `${command}-bot`, ...catalogs[config.DEFAULT_LANGUAGE].playground.names };
  const discord = createLocalDiscord(names, () => address);
  const hosts = EVERYWHERE.has(config.HTTP_HOST)
    ? undefined
    : new Set([...LOOPBACK, config.HTTP_HOST]);
  const playground = createPlayground(discord, hosts, command);
  const health = healthRoutes({
    notReady: () => app?.notReady() ?? ['starting'],
    metrics: () => app?.services.metrics,
  });
  const routes = new Hono().route('/', health).route('/', playground.routes);
  const server = await openServer(routes, config);
  address = server.address;
  app = createApp(config, log, list, () => {}, { transport: discord.transport, isLazy: true });
  await app.start();
  playground.ready(app);
  return {
    address,
    app,
    async close() {
      playground.close();
      await Promise.all([app?.stop(), server.close()]);
    },
  };
}

/**
 * Runs until a signal, which ends the process with 0; resolves once the page can be used.
 * @throws ConfigError, CorpusError
 */
export async function runPlayground(
  config: Config,
  { isWatching = false } = {},
): Promise<Services['knowledge']> {
  let opened: OpenPlayground | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await opened?.close();
      process.exit(EXIT.ok);
    });
  }
  // The terminal is for the person who tries it: what goes well needs no line there.
  const level = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL;
  const log = createLog({ ...config, LOG_LEVEL: level }, await terminalDestination());
  opened = await openPlayground(config, log, commands);

  const { app } = opened;
  reloadOnDemand(config.CORPUS_DIR, () => void app.reload(), { isWatching });

  const { playground: texts } = catalogs[config.DEFAULT_LANGUAGE];
  const { command } = opened.app.services.knowledge.index.corpus.info;
  const steps = texts.steps(command).map((step, index) => `  ${index + 1}. ${step}`);
  process.stdout.write(
    `${texts.terminal(opened.address, command)}\n\n${texts.terminalSteps}\n${steps.join('\n')}\n`,
  );
  return opened.app.services.knowledge;
}

/** Root of the slash commands, known before the rest of the corpus is read; what is wrong with it is said then. */
function readCommand(dir: string): string {
  const { value } = readCorpusFile(join(dir, 'corpus.yaml'), CORPUS_FILES['corpus.yaml']);
  return value?.command ?? 'mpp';
}
