/** Single changes drawn at random, for a mutation run when all of them would take hours. */
import { globSync, readFileSync } from 'node:fs';

/** A change as Stryker lists it: lines and columns from 0. */
export interface Change {
  id: string;
  fileName: string;
  mutatorName: string;
  replacement: string;
  location: { start: Position; end: Position };
  /** Set when it isn't to be tried. */
  status?: string;
}

interface Position {
  line: number;
  column: number;
}

/** Stryker's own lister of changes. */
export interface Instrumenter {
  instrument(
    files: { name: string; mutate: boolean; content: string }[],
    options: { plugins: null; excludedMutations: readonly string[]; ignorers: [] },
  ): Promise<{ mutants: Change[] }>;
}

/** All changes in the code of these folders, but for those of an excluded kind. */
export async function listChanges(
  instrumenter: Instrumenter,
  folders: readonly string[],
  excludedMutations: readonly string[],
): Promise<Change[]> {
  const files = folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`).sort())
    .map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { plugins: null, excludedMutations, ignorers: [] as [] };
  const { mutants } = await instrumenter.instrument(files, options);
  return mutants.filter(({ status }) => status === undefined);
}

/** Random changes, each as likely as any other. The same seed draws the same ones while the code stays the same. */
export function drawChanges(all: readonly Change[], count: number, seed: number): Change[] {
  const left = [...all];
  const next = random(seed);
  const drawn: Change[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  }
  return drawn;
}

/** Where a change is, as Stryker wants to be told; smaller changes inside are meant too. */
export function placeOf({ fileName, location: { start, end } }: Change): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/** What tells a change from all others. */
export function nameOf(change: Change): string {
  return `${placeOf(change)} ${change.mutatorName} ${change.replacement}`;
}

/** Numbers from 0 to 1 that look random (Mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
