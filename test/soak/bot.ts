/** The real bot process for a soak: its log is read line by line and only counted, so that it may run for hours. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { VARIABLES } from '../../src/config.ts';

type Line = { event: string; level: string; outcome?: string } & Record<string, unknown>;

export type SoakBot = ReturnType<typeof startSoakBot>;

/**
 * Starts the bot.
 * @param env what differs from an empty environment; DISCORD_API_URL, DISCORD_TOKEN, DATABASE_URL at least
 * @param preload a script that is loaded into the process first
 */
export function startSoakBot(env: Record<string, string>, preload?: string) {
  const notSet = Object.fromEntries(Object.keys(VARIABLES.shape).map((name) => [name, '']));
  const args = [...(preload ? ['--import', preload] : []), 'src/main.ts'];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...notSet, HTTP_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** How many lines of each event there were; "interaction too-late" by outcome. */
  const counts = new Map<string, number>();
  const last: string[] = [];
  const waiters = new Set<() => void>();
  let address = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4_000);
  });
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (!text.startsWith('{')) return;
    const line = JSON.parse(text) as Line;
    const name = line.event === 'interaction' ? `interaction ${line.outcome}` : line.event;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    // Suggestions have no apology: the line is all that tells of them.
    if (name === 'interaction fault' && String(line['name']).startsWith('complete'))
      counts.set('suggestions fault', (counts.get('suggestions fault') ?? 0) + 1);
    if (line.event === 'http') address = String(line['address']);
    if (line.level === 'error' || line.level === 'fatal' || line.event === 'apology-failed') {
      last.push(text.slice(0, 600));
      if (last.length > 20) last.shift();
    }
    for (const waiter of [...waiters]) waiter();
  });
  const exit = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
      for (const waiter of [...waiters]) waiter();
    }),
  );
  const bot = {
    counts,
    /** The last faults, for whoever looks why. */
    last,
    get stderr() {
      return stderr;
    },
    pid: child.pid as number,
    count: (event: string) => counts.get(event) ?? 0,
    /** How many interactions the log says why nobody was answered. */
    reasons: () =>
      ['interaction too-late', 'interaction dropped', 'apology-failed', 'suggestions fault'].reduce(
        (sum, event) => sum + bot.count(event),
        0,
      ),
    /** How many ends of sessions, its own included, the log tells of: what was on its way to one reaches nobody. */
    sessionsEnded: () => bot.count('session-lost') + bot.count('fatal') + bot.count('stopped'),
    /** Waits until an event was logged so many times; false when it wasn't in time, or the process has ended. */
    logged(event: string, times = 1, timeoutMs = 20_000): Promise<boolean> {
      return new Promise((resolve) => {
        const finish = (there: boolean) => {
          clearTimeout(timer);
          waiters.delete(attempt);
          resolve(there);
        };
        const attempt = () => {
          if (bot.count(event) >= times) finish(true);
          else if (!bot.isUp()) finish(false);
        };
        const timer = setTimeout(() => finish(bot.count(event) >= times), timeoutMs);
        waiters.add(attempt);
        attempt();
      });
    },
    ready: () => bot.logged('ready'),
    isUp: () => child.exitCode === null && child.signalCode === null,
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    exit: () => exit,
    async stop(): Promise<number | string> {
      if (bot.isUp()) child.kill('SIGTERM');
      const deadline = setTimeout(() => child.kill('SIGKILL'), 20_000);
      const code = await exit;
      clearTimeout(deadline);
      return code;
    },
    /** What the process holds, in MB. */
    memory(): number {
      const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    /** What of it JavaScript uses and what its engine holds, in MB, as /metrics tells. */
    async heap(): Promise<{ used: number; total: number; outside: number }> {
      const text = await fetch(`${address}/metrics`).then((answer) => answer.text());
      const of = (name: string) =>
        Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0) / 2 ** 20;
      return {
        used: of('nodejs_heap_size_used_bytes'),
        total: of('nodejs_heap_size_total_bytes'),
        outside: of('nodejs_external_memory_bytes'),
      };
    },
    /** Status of /readyz. */
    async readiness(): Promise<number> {
      return fetch(`${address}/readyz`).then(
        ({ status }) => status,
        () => 0,
      );
    },
  };
  return bot;
}
