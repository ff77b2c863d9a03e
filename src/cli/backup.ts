/** `npm run backup` and `npm run restore`: all that the bot keeps, while it runs. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { ConfigError, EXIT } from '../errors.ts';
import { type CliCommand, type Terminal, UsageError } from './command.ts';

const BACKUP_USAGE = `npm run backup -- FILE
  Writes all that the bot keeps into FILE, as lines of JSON, and reads it again to be sure. The bot may run.`;
const RESTORE_USAGE = `npm run restore -- FILE
  Puts a backup in place of all that the database holds. What is replaced is saved beside FILE first. The bot may run.`;

export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'save all that the bot keeps',
  usage: BACKUP_USAGE,
  async run(args, terminal) {
    const file = readFileArgument(args);
    // Only read: a bot that runs goes on writing meanwhile.
    return withStore(terminal, { readOnly: true }, async (store, { writeBackup }) => {
      const counts = await writeBackup(store, file);
      terminal.stdout.write(`saved in ${file}, and read again: ${describeRows(counts)}\n`);
    });
  },
};

export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'go back to a backup',
  usage: RESTORE_USAGE,
  async run(args, terminal) {
    const file = readFileArgument(args);
    return withStore(terminal, {}, async (store, { checkBackup, restoreBackup, writeBackup }) => {
      // Said before anything else is written.
      await checkBackup(file);
      const kept = freeName(`${file}.replaced-${store.now().toISOString().slice(0, 10)}`);
      await writeBackup(store, kept);
      const counts = await restoreBackup(store, file);
      terminal.stdout.write(
        `restored from ${file}, and counted: ${describeRows(counts)}\nwhat was there before is in ${kept}\n`,
      );
    });
  },
};

function readFileArgument(args: string[]): string {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new UsageError('name one file');
  return file;
}

/** Runs something with the database of the configuration; what the machine refuses is said in words. */
async function withStore(
  terminal: Terminal,
  options: { readOnly?: boolean },
  work: (
    store: import('../store/store.ts').Store,
    backup: typeof import('../store/backup.ts'),
  ) => Promise<void>,
): Promise<number> {
  const config = loadConfig(terminal.env);
  const { createStore } = await import('../store/store.ts');
  const store = createStore(config.DATABASE_URL, { ...options, patienceMs: 0 });
  try {
    await store.start();
    await work(store, await import('../store/backup.ts'));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ConfigError) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return EXIT.fault;
  } finally {
    await store.stop();
  }
}

function describeRows(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([table, rows]) => `${rows} ${table}`);
  return parts.length > 0 ? parts.join(', ') : 'nothing was kept yet';
}

function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? `${name}.jsonl` : `${name}-${number}.jsonl`;
    if (!existsSync(candidate)) return candidate;
  }
}
