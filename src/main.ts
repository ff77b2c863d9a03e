/** The entry of the bot: `npm start`. */
import { config as loadDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { RefusedByDiscord } from './discord/client.ts';
import { ConfigError, CorpusError, EXIT } from './errors.ts';
import { createLog } from './ops/log.ts';

loadDotenv({ quiet: true });
try {
  const config = loadConfig(process.env);
  const log = createLog(config);
  const app = createApp(config, log, commands, (error) => void end(error));

  /** Stops once, whatever calls it; later calls change nothing. */
  let ending = false;
  const end = async (cause: unknown) => {
    if (ending) return;
    ending = true;
    if (cause instanceof Error) log.fatal({ event: 'fatal', err: cause });
    await app.stop();
    process.exit(
      cause instanceof RefusedByDiscord
        ? cause.exitCode
        : cause instanceof Error
          ? EXIT.fault
          : EXIT.ok,
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal));
  process.on('unhandledRejection', (err) => log.error({ event: 'unhandled-rejection', err }));

  await app.start().catch(end);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CorpusError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.config;
}
