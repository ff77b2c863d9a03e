/** `npm run register`: puts the commands on Discord and says what changed. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { type CliCommand, UsageError } from './command.ts';

const USAGE = `npm run register -- [options]
  --guild ID   in this server only, where they appear at once (default: DISCORD_GUILD_ID, else everywhere)
  --dry-run    say what would change, change nothing`;

export const registerCommand: CliCommand = {
  name: 'register',
  summary: 'put the slash commands on Discord',
  usage: USAGE,

  async run(args, terminal) {
    const { values } = parseArgs({
      args,
      options: { guild: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    });
    if (values.guild !== undefined && !/^\d{17,20}$/.test(values.guild))
      throw new UsageError('--guild takes the id of a server (17 to 20 digits)');
    const config = loadConfig(terminal.env);
    if (!config.DISCORD_TOKEN)
      throw new ConfigError(['DISCORD_TOKEN is not set; the commands are registered with it']);
    // discord.js is loaded for this command only: it would double the time that `ask` takes.
    const { writeCommands } = await import('./registration.ts');
    return writeCommands(config, terminal, {
      guildId: values.guild ?? config.DISCORD_GUILD_ID,
      dryRun: values['dry-run'] ?? false,
    });
  },
};
