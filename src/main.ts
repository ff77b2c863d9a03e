/** The entry of the bot: `npm start`. Without a token it opens the playground instead. */
import { enableCompileCache } from 'node:module';
import { config as loadDotenv } from 'dotenv';
import { loadConfig } from './config.ts';
import { ConfigError, CorpusError, EXIT } from './errors.ts';

// Starts in half the time from the second start on; where nothing can be written it does nothing.
enableCompileCache();
loadDotenv({ quiet: true });
try {
  const config = loadConfig(process.env);
  if (config.DISCORD_TOKEN && !config.PLAYGROUND) {
    const { runBot } = await import('./bot.ts');
    await runBot(config);
  } else {
    const { runPlayground } = await import('./playground.ts');
    await runPlayground(config);
  }
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CorpusError)) throw error;
  process.stderr.write(`${error.message}\n`);
  // Not by exitCode: an open port would keep the process.
  process.exit(EXIT.config);
}
