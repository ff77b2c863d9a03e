/** The real bot process, run against the stand-in for Discord. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VARIABLES } from '../../src/config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** How long a line of the log or the end of the process is waited for. */
const PATIENCE_MS = 15_000;

export type LogLine = { event: string; level: string } & Record<string, unknown>;

export type BotProcess = ReturnType<typeof startProcess>;

/** Empty, so that a .env of the developer, which fills what isn't set, can't change the outcome; any free port. */
const NOT_SET = {
  ...Object.fromEntries(Object.keys(VARIABLES.shape).map((name) => [name, ''])),
  HTTP_PORT: '0',
};

/** Starts `node <script>` in the project's folder, with an empty database of its own. Nothing of the test's own environment reaches it but PATH. */
export function startProcess(args: readonly string[], env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-bot-'));
  const DATABASE_URL = `sqlite:${join(folder, 'mpp.db')}`;
  const child: ChildProcess = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...NOT_SET, DATABASE_URL, ...env },
  });
  let out = '';
  let err = '';
  const waiters = new Set<() => void>();
  const look = () => {
    for (const waiter of [...waiters]) waiter();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    look();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    look();
  });
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => {
      rmSync(folder, { recursive: true, force: true });
      resolve(code ?? signal ?? 'unknown');
      look();
    }),
  );

  const bot = {
    pid: child.pid,
    /** All that was written so far. */
    get stdout() {
      return out;
    },
    get stderr() {
      return err;
    },
    /** The log so far, line by line. */
    get log(): LogLine[] {
      return out
        .slice(0, out.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as LogLine);
    },
    /** Waits until something is true of the output; fails with the output when it never is. */
    until<T>(what: string, check: () => T | undefined | false): Promise<T> {
      return new Promise((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          waiters.delete(attempt);
        };
        const attempt = () => {
          const value = check();
          if (value === undefined || value === false) return;
          finish();
          resolve(value);
        };
        const timer = setTimeout(() => {
          finish();
          reject(new Error(`waited for ${what}; the process wrote:\n${out}${err}`));
        }, PATIENCE_MS);
        waiters.add(attempt);
        attempt();
      });
    },
    /** Waits for a line of the log with this event. */
    logged: (event: string, fits: (line: LogLine) => boolean = () => true) =>
      bot.until(`a log line ${event}`, () =>
        bot.log.find((line) => line.event === event && fits(line)),
      ),
    type: (text: string) => child.stdin?.write(text),
    endInput: () => child.stdin?.end(),
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    /** The exit code, or the name of the signal that ended it. */
    exit: () => ended,
    /** Ends it in the orderly way, if it still runs. */
    async stop(): Promise<number | string> {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const deadline = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      const code = await ended;
      clearTimeout(deadline);
      return code;
    },
  };
  return bot;
}

/** Starts the bot against a stand-in; `ready` resolves once it takes commands. */
export function startBotProcess(
  discord: { url: string; token: string },
  env: Record<string, string> = {},
  args: readonly string[] = [],
) {
  const bot = startProcess(['src/main.ts', ...args], {
    DISCORD_API_URL: discord.url,
    DISCORD_TOKEN: discord.token,
    ...env,
  });
  return Object.assign(bot, { ready: () => bot.logged('ready') });
}
