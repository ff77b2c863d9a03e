/** Runs a terminal command as an operator would, in a process of its own. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface CliResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs `node src/cli/main.ts` with `args`.
 * @param options.cwd working directory, else the project's; `env` is all of the environment but PATH
 */
export function runCli(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, [resolve('src/cli/main.ts'), ...args], {
    cwd: options.cwd ?? process.cwd(),
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
  });
  const result: CliResult = { exitCode: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (result.stdout += chunk));
  child.stderr.on('data', (chunk) => (result.stderr += chunk));
  child.stdin.end(options.input ?? '');
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (exitCode) => done({ ...result, exitCode }));
  });
}
