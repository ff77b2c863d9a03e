/** The container's health check: exits with 0 when the process in it answers at /healthz, else with 1. */

/** Time for an answer in milliseconds. */
const PATIENCE_MS = 5_000;

/** Whether a bot with these settings lives on this machine. */
export async function isAlive(env: NodeJS.ProcessEnv): Promise<boolean> {
  const host = env['HTTP_HOST']?.trim() || '127.0.0.1';
  // What listens on every network listens on this machine's own too.
  const near = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  const url = `http://${near.includes(':') ? `[${near}]` : near}:${env['HTTP_PORT']?.trim() || '8080'}/healthz`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok;
  } catch {
    return false;
  }
}

if (import.meta.main) process.exitCode = (await isAlive(process.env)) ? 0 : 1;
