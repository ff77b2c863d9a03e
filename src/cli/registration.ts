/** Registers the commands from the terminal and says in words what became of it. */
import { REST } from 'discord.js';
import { type APIApplication, Routes } from 'discord-api-types/v10';
import { commands } from '../../commands/index.ts';
import type { Config } from '../config.ts';
import { loadCorpus } from '../corpus/load.ts';
import { refusalForError } from '../discord/refusal.ts';
import { commandDefinitions, type RegisterResult, registerCommands } from '../discord/register.ts';
import { EXIT } from '../errors.ts';
import type { Terminal } from './command.ts';

export interface Registration {
  guildId: string | undefined;
  dryRun: boolean;
}

/** Writes what differs and prints it; resolves to the exit code. */
export async function writeCommands(
  config: Config,
  { stdout, stderr }: Terminal,
  registration: Registration,
): Promise<number> {
  const definitions = commandDefinitions(commands, loadCorpus(config.CORPUS_DIR));
  const rest = new REST({ api: config.DISCORD_API_URL.replace(/\/+$/, '') });
  rest.setToken(config.DISCORD_TOKEN ?? '');
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const result = await registerCommands(definitions, {
      rest,
      applicationId: id,
      ...registration,
    });
    stdout.write(describeResult(result, registration));
    return EXIT.ok;
  } catch (error) {
    const refusal = refusalForError(error, []);
    stderr.write(`${refusal?.message ?? describeFault(error, config)}\n`);
    return refusal?.exitCode ?? EXIT.fault;
  }
}

/** What was (or would be) written, one line a command. */
function describeResult(result: RegisterResult, { guildId, dryRun }: Registration): string {
  const where = guildId ? `in server ${guildId}` : 'everywhere';
  const lines = Object.entries(result).flatMap(([what, names]: [string, string[]]) =>
    names.map((name) => `${dryRun ? `would be ${what}` : what} ${where}: ${name}`),
  );
  return lines.length > 0 ? `${lines.join('\n')}\n` : `nothing to do ${where}\n`;
}

/** What Discord answered, or that it did not; throws on a fault that isn't Discord's. */
function describeFault(error: unknown, { DISCORD_API_URL }: Config): string {
  if (!(error instanceof Error)) throw error;
  if ('status' in error) return `Discord answered ${error.status}: ${error.message}`;
  if ('code' in error) return `Discord can't be reached at ${DISCORD_API_URL}: ${error.code}`;
  throw error;
}
