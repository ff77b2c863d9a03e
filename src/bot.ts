/** Runs the bot until a signal or a refusal of Discord's ends it. */
import { commands } from '../commands/index.ts';
import { type App, createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Corpus } from './corpus/corpus.ts';
import { RefusedByDiscord } from './discord/refusal.ts';
import { ConfigError, EXIT } from './errors.ts';
import { createLog, stdoutByTurns, terminalDestination } from './ops/log.ts';
import { reloadOnDemand } from './reload.ts';
import { healthRoutes } from './web/health.ts';
import { openServer } from './web/server.ts';

/**
 * Starts the bot in this process; the process ends with the exit code that fits.
 * @param options.isWatching takes over a corpus whose files change, for those who write one
 * @param reading rejects with a CorpusError
 * @throws ConfigError, CorpusError
 */
export async function runBot(
  config: Config,
  reading: Promise<Corpus>,
  { isWatching = false } = {},
): Promise<void> {
  const log = createLog(config, (await terminalDestination()) ?? stdoutByTurns());
  let app: App | undefined;
  const routes = healthRoutes({
    notReady: () => app?.notReady() ?? ['starting'],
    metrics: () => app?.services.metrics,
  });
  let server: { close(): Promise<void> } | undefined;
  let stopReloading = () => {};
  let isEnding = false;
  /** Stops once, whatever calls it; later calls change nothing. */
  async function end(cause: unknown): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    stopReloading();
    const error = cause instanceof Error ? cause : undefined;
    if (error) log.fatal({ event: 'fatal', err: error }, error.message);
    await Promise.all([app?.stop(), server?.close()]);
    process.exit(exitCodeFor(error));
  }
  // Before anything that takes time, so that a signal finds them at any moment.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal));
  process.on('unhandledRejection', (err) => log.error({ event: 'unhandled-rejection', err }));

  const opened = await openServer(routes, config);
  server = opened;
  log.info({ event: 'http', address: opened.address });
  app = createApp(config, log, commands, (error) => void end(error), { corpus: await reading });
  stopReloading = reloadOnDemand(config.CORPUS_DIR, () => void app?.reload(), { isWatching });
  await app.start().catch(end);
}

function exitCodeFor(error: Error | undefined): number {
  if (error instanceof RefusedByDiscord) return error.exitCode;
  if (error instanceof ConfigError) return EXIT.config;
  return error ? EXIT.fault : EXIT.ok;
}
