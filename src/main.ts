/** The entry of the bot: `npm start`. Without a token it opens the prompt instead. */
import { config as loadDotenv } from 'dotenv';
import { type Config, loadConfig } from './config.ts';
import { ConfigError, CorpusError, EXIT } from './errors.ts';

/** Opens the prompt; a signal has nothing to wait for. */
async function openPrompt(config: Config): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(EXIT.ok));
  const { runPrompt } = await import('./cli/prompt.ts');
  process.exitCode = await runPrompt(config, process);
}

loadDotenv({ quiet: true });
try {
  const config = loadConfig(process.env);
  if (config.DISCORD_TOKEN) {
    // discord.js is loaded only where it is used.
    const { runBot } = await import('./bot.ts');
    await runBot(config);
  } else await openPrompt(config);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CorpusError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.config;
}
