/** `npm run licences`: whether every package that is installed may be used. Looks at node_modules only, no network. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for no more than naming them, or (MPL) for publishing changes of their own files. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
]);
/** Packages that people looked at one by one: the licence it has, and why it may be used. Printed at every run. */
export const EXCEPTIONS: Readonly<Record<string, { licence: string; why: string }>> = {
  '@expo-google-fonts/noto-sans': {
    licence: 'MIT AND OFL-1.1',
    why: 'the font in pictures; the OFL allows it to be used and passed on, not sold alone',
  },
  argparse: {
    licence: 'PSF-2.0',
    why: 'of the command line of js-yaml, which is not called; as permissive as BSD',
  },
  citeproc: {
    licence: 'CPAL-1.0 OR AGPL-1.0',
    why: 'formats citations, unchanged, under the CPAL; its attribution is shown with each citation',
  },
};

export interface LicenceReport {
  packages: number;
  /** "name version: licence" of what may not be used. */
  refused: string[];
  exceptions: string[];
}

interface Lock {
  packages: Record<string, { version?: string; license?: string }>;
}

/** Looks at every package of the lockfile; those for other machines, which aren't installed, by what it says of them. */
export function checkLicences(root: string, exceptions = EXCEPTIONS): LicenceReport {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const report: LicenceReport = { packages: 0, refused: [], exceptions: [] };
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (path === '') continue;
    report.packages += 1;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const file = join(root, path, 'package.json');
    const manifest = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown; version?: string })
      : {};
    const licence = licenceOf(manifest.license ?? locked.license);
    const exception = exceptions[name];
    if (isAllowed(licence)) continue;
    const line = `${name} ${manifest.version ?? locked.version}: ${licence}`;
    if (exception?.licence === licence) report.exceptions.push(`${line} — ${exception.why}`);
    else report.refused.push(line);
  }
  return report;
}

/** The old form is an object with a type. */
function licenceOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const type = (value as { type?: unknown } | undefined)?.type;
  return typeof type === 'string' ? type : 'none stated';
}

/** Of "A OR B" one must be allowed, of "A AND B" both. */
export function isAllowed(licence: string): boolean {
  const bare = licence.replace(/^\(|\)$/g, '');
  if (/\bAND\b/.test(bare)) return bare.split(/\s+AND\s+/).every(isAllowed);
  if (/\bOR\b/.test(bare)) return bare.split(/\s+OR\s+/).some(isAllowed);
  return ALLOWED.has(bare);
}

if (import.meta.main) {
  const { packages, refused, exceptions } = checkLicences('.');
  const lines = [
    ...exceptions.map((line) => `exception: ${line}`),
    ...refused.map((line) => `not allowed: ${line}`),
    `${packages} packages, ${exceptions.length} exceptions, ${refused.length} not allowed`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}
