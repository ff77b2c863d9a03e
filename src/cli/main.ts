/** The entry of every terminal command: `node src/cli/main.ts <command> …`. */
import { enableCompileCache } from 'node:module';
import { config as loadDotenv } from 'dotenv';
import { ConfigError, CorpusError, EXIT } from '../errors.ts';
import { type CliCommand, UsageError } from './command.ts';

// Starts sooner from the second time on; where nothing can be written it does nothing.
enableCompileCache();

/** The commands by name; only the one that is run is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<CliCommand>>> = {
  ask: async () => (await import('./ask.ts')).askCommand,
  prompt: async () => (await import('./prompt.ts')).promptCommand,
  corpus: async () => (await import('./corpus.ts')).corpusCommand,
  register: async () => (await import('./register.ts')).registerCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./backup.ts')).restoreCommand,
  docs: async () => (await import('./docs.ts')).docsCommand,
  retrieval: async () => (await import('./retrieval.ts')).retrievalCommand,
};

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  if (!command) {
    process.stderr.write(await listCommands());
    return EXIT.usage;
  }
  if (args.includes('--help')) {
    process.stdout.write(`usage: ${command.usage}\n`);
    return EXIT.ok;
  }
  loadDotenv({ quiet: true });
  try {
    return await command.run(args, {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      env: process.env,
    });
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      process.stderr.write(`${error.message}\nusage: ${command.usage}\n`);
      return EXIT.usage;
    }
    if (error instanceof ConfigError || error instanceof CorpusError) {
      process.stderr.write(`${error.message}\n`);
      return EXIT.config;
    }
    throw error;
  }
}

async function listCommands(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}\n`);
  return `commands:\n${lines.join('')}`;
}

function isParseArgsError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
});

process.exitCode = await main(process.argv.slice(2));
