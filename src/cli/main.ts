/** The entry of every terminal command: `node src/cli/main.ts <command> …`. */
import { config as loadDotenv } from 'dotenv';
import { ConfigError, CorpusError, EXIT } from '../errors.ts';
import { askCommand } from './ask.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { type CliCommand, UsageError } from './command.ts';
import { corpusCommand } from './corpus.ts';
import { docsCommand } from './docs.ts';
import { doctorCommand } from './doctor.ts';
import { promptCommand } from './prompt.ts';
import { registerCommand } from './register.ts';
import { retrievalCommand } from './retrieval.ts';

const COMMANDS: readonly CliCommand[] = [
  askCommand,
  promptCommand,
  corpusCommand,
  registerCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  docsCommand,
  retrievalCommand,
];

async function main([name, ...args]: string[]): Promise<number> {
  const command = COMMANDS.find((known) => known.name === name);
  if (!command || args.includes('--help')) {
    const text = command
      ? `usage: ${command.usage}\n`
      : `commands:\n${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}\n`;
    (command ? process.stdout : process.stderr).write(text);
    return command ? EXIT.ok : EXIT.usage;
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
