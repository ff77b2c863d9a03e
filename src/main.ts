/** The entry of the bot: `npm start`. Without a token it opens the playground, and a prompt in a terminal. */
import { enableCompileCache } from 'node:module';
import { config as loadDotenv } from 'dotenv';
import { loadConfig } from './config.ts';
import { ConfigError, CorpusError, EXIT } from './errors.ts';
import { readAhead } from './read-ahead.ts';

// Starts in half the time from the second start on; where nothing can be written it does nothing.
enableCompileCache();
loadDotenv({ quiet: true });
try {
  const config = loadConfig(process.env);
  // discord.js reads both by itself, in the form that its own ShardingManager writes.
  for (const name of ['SHARDS', 'SHARD_COUNT']) delete process.env[name];
  const isWatching = process.argv.includes('--watch');
  if (config.DISCORD_TOKEN && !config.PLAYGROUND) {
    const corpus = readAhead(config.CORPUS_DIR);
    const { runBot } = await import('./bot.ts');
    await runBot(config, corpus, { isWatching });
  } else {
    const { runPlayground } = await import('./playground.ts');
    const { index } = await runPlayground(config, { isWatching });
    if (process.stdin.isTTY) {
      const { runPrompt } = await import('./cli/prompt.ts');
      await runPrompt(config, process, { steps: false, index });
      process.kill(process.pid, 'SIGINT');
    }
  }
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CorpusError)) throw error;
  process.stderr.write(`${error.message}\n`);
  // Not by exitCode: an open port would keep the process.
  process.exit(EXIT.config);
}
