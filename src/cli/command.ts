/** What a command of the terminal is: data and one function. */
import type { Readable, Writable } from 'node:stream';

/** The outside world as a command sees it, so that tests can hand in their own. */
export interface Terminal {
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable;
  env: NodeJS.ProcessEnv;
}

export interface CliCommand {
  name: string;
  /** One line for `--help`. */
  summary: string;
  usage: string;
  /** Runs the command and resolves to the exit code. */
  run(args: string[], terminal: Terminal): Promise<number>;
}

/** Wrong options or arguments: the message and the usage are printed, the exit code is 64. */
export class UsageError extends Error {
  override name = 'UsageError';
}
