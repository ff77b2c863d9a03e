import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAudit } from '../../.ci/audit.ts';
import { checkLicences, EXCEPTIONS, isAllowed } from '../../.ci/licences.ts';
import { makeSbom } from '../../.ci/sbom.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json'));

test('every package may be used, and no exception is left over', () => {
  const report = checkLicences('.');
  expect(report.refused).toEqual([]);
  expect(report.packages).toBeGreaterThan(100);
  expect(report.exceptions.map((line) => line.split(' ')[0]).sort()).toEqual(
    Object.keys(EXCEPTIONS).sort(),
  );
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND OFL-1.1', false],
  ['GPL-3.0', false],
  ['SEE LICENSE IN LICENSE.txt', false],
  ['none stated', false],
])('licence %s: %s', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});

test('a package under another licence, or whose licence changed, is named', () => {
  const root = mkdtempSync(join(tmpdir(), 'mpp-licences-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const packages = {
    '': {},
    'node_modules/a': { version: '1.0.0', license: 'MIT' },
    'node_modules/@s/b': { version: '2.0.0' },
  };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  mkdirSync(join(root, 'node_modules/a'), { recursive: true });
  writeFileSync(
    join(root, 'node_modules/a/package.json'),
    '{"version":"1.0.0","license":"GPL-3.0"}',
  );
  const exceptions = { a: { licence: 'LGPL-3.0', why: 'was another one' } };
  expect(checkLicences(root, exceptions).refused).toEqual([
    'a 1.0.0: GPL-3.0',
    '@s/b 2.0.0: none stated',
  ]);
});

test('the bill of materials names what the bot runs with, and nothing that only tests need', () => {
  const sbom = makeSbom();
  const { component } = sbom.metadata;
  expect(component).toMatchObject({ name: manifest.name, version: manifest.version });
  const refs = sbom.components.map((one) => one['bom-ref']);
  const purl = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const needed = Object.entries(manifest.dependencies as Record<string, string>);
  const root = sbom.dependencies.find(({ ref }) => ref === component['bom-ref']);
  expect(root?.dependsOn).toEqual(needed.map((entry) => purl(...entry)).sort());
  for (const entry of needed) expect(refs).toContain(purl(...entry));
  for (const name of ['vitest', 'linkedom', 'unpdf', 'typescript'])
    expect(refs.filter((ref) => ref.startsWith(purl(name, '')))).toEqual([]);
  // Every edge leads to a component, and nothing stands there that nobody needs.
  const reached = new Set(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn));
  expect([...reached].sort()).toEqual([...refs].sort());
  for (const { hashes } of sbom.components) expect(hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
});

test('an audit fails for a grave weakness only, and not when nobody answers', () => {
  const report = (severity: string) =>
    JSON.stringify({ metadata: { vulnerabilities: {} }, vulnerabilities: { x: { severity } } });
  expect(readAudit(report('critical'))).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('critical: x'),
  });
  expect(readAudit(report('low')).exitCode).toBe(0);
  for (const answer of ['', '{"message":"405 Method Not Allowed"}', '<html>'])
    expect(readAudit(answer)).toEqual({
      exitCode: 0,
      text: expect.stringContaining('not audited'),
    });
});

test('versions are exact, and CHANGELOG.md begins with the version of package.json', () => {
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  expect(/^## \[(.+?)\]/m.exec(read('CHANGELOG.md'))?.[1]).toBe(manifest.version);
});

test('the image takes its base from one place and says how to pin it', () => {
  const dockerfile = read('Dockerfile');
  expect([...dockerfile.matchAll(/^FROM \$\{(\w+)\}/gm)].map(([, base]) => base)).toEqual([
    'BASE',
    'BASE',
  ]);
  expect(dockerfile).toMatch(/^ARG BASE=node:24-slim$/m);
  expect(dockerfile).toContain('@sha256:');
});
