/**
 * `npm run sbom [-- FILE]`: the bill of materials of what the bot runs with, as CycloneDX 1.5, from the lockfile alone:
 * no network, and the same file for the same lockfile. `npm sbom --omit=dev` (npm 11.19) leaves out `pg` and what it
 * needs, because a development dependency needs it too.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** Where it is written unless a file is named. */
const FILE = 'sbom.cdx.json';

interface Locked {
  name?: string;
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The bill for the lockfile in a folder. */
export function makeSbom(root = '.') {
  const read = (file: string) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
  const { name, version, description, license } = read('package.json');
  const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
  const paths = Object.keys(packages)
    .filter((path) => path !== '' && !packages[path]?.dev)
    .sort();
  const refOf = (path: string) => (path === '' ? `${name}@${version}` : purlOf(path, packages));
  const components = paths.map((path) => {
    const { version, license, integrity, optional } = packages[path] as Locked;
    return {
      type: 'library',
      'bom-ref': refOf(path),
      name: nameAt(path),
      version,
      scope: optional ? 'optional' : 'required',
      purl: refOf(path),
      ...(license && { licenses: [{ expression: license }] }),
      ...(integrity && { hashes: [hashOf(integrity)] }),
    };
  });
  // A package that stands twice in the tree in one version is one component.
  const unique = new Map(components.map((component) => [component['bom-ref'], component]));
  const edges = new Map<string, Set<string>>();
  for (const path of ['', ...paths]) {
    const { dependencies, optionalDependencies } = packages[path] as Locked;
    const needed = Object.keys({ ...dependencies, ...optionalDependencies });
    const found = needed
      .map((one) => resolve(path, one, packages))
      .filter((one) => one !== undefined);
    const known = edges.get(refOf(path)) ?? new Set();
    edges.set(refOf(path), new Set([...known, ...found.map(refOf)]));
  }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': refOf(''),
        name,
        version,
        description,
        licenses: [{ expression: license }],
      },
    },
    components: [...unique.values()],
    dependencies: [...edges].map(([ref, to]) => ({ ref, dependsOn: [...to].sort() })),
  };
}

const nameAt = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

function purlOf(path: string, packages: Record<string, Locked>): string {
  return `pkg:npm/${nameAt(path).replace('@', '%40')}@${packages[path]?.version}`;
}

/** "sha512-<base64>" in CycloneDX's form. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [algorithm = '', value = ''] = (integrity.split(' ')[0] ?? '').split('-');
  const alg = algorithm.replace(/^sha(\d+)$/, (_, bits) => `SHA-${bits}`);
  return { alg, content: Buffer.from(value, 'base64').toString('hex') };
}

/** Where a package finds another one: in its own folder, else in those around it. */
function resolve(from: string, name: string, packages: Record<string, Locked>): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path] && !packages[path].dev) return path;
    if (folder === '') return undefined;
  }
}

if (import.meta.main) {
  const [file = FILE] = process.argv.slice(2);
  const sbom = makeSbom();
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  process.stdout.write(
    `${file}: CycloneDX ${sbom.specVersion}, ${sbom.components.length} components\n`,
  );
}
