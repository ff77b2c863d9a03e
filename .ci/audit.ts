/**
 * `npm run audit`: known weaknesses of what the bot runs with. Fails for one that is high or critical; a registry that
 * can't be asked is said and is no failure, or nothing could be built without one.
 */
import { execFile } from 'node:child_process';

/** Time for the registry's answer in milliseconds. */
const PATIENCE_MS = 60_000;

/** What to print, and the exit code, for the output of `npm audit --json`. */
export function readAudit(json: string): { text: string; exitCode: number } {
  let report: {
    metadata?: { vulnerabilities?: Record<string, number> };
    vulnerabilities?: Record<string, { severity?: string }>;
  };
  try {
    report = JSON.parse(json);
  } catch {
    report = {};
  }
  const counts = report.metadata?.vulnerabilities;
  if (!counts) return { text: 'not audited: the registry did not answer', exitCode: 0 };
  const grave = Object.entries(report.vulnerabilities ?? {}).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity ?? ''),
  );
  const all = Object.values(report.vulnerabilities ?? {}).length;
  const names = grave.map(([name, { severity }]) => `${severity}: ${name}`);
  return {
    text: [...names, `${all} packages with known weaknesses, ${grave.length} of them grave`].join(
      '\n',
    ),
    exitCode: grave.length === 0 ? 0 : 1,
  };
}

if (import.meta.main) {
  const json = await new Promise<string>((resolve) =>
    execFile('npm', ['audit', '--json', '--omit=dev'], { timeout: PATIENCE_MS }, (_error, stdout) =>
      resolve(stdout),
    ),
  );
  const { text, exitCode } = readAudit(json);
  process.stdout.write(`${text}\n`);
  process.exitCode = exitCode;
}
