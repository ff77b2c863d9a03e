/** Places in the code that a mutation run looks at, when all of it would take hours. */
import { globSync, readFileSync } from 'node:fs';

/** Lines in a place. A change counts when it is whole inside. */
export const LINES = 6;

/**
 * Random places in the code of a folder, as Stryker wants them: `src/answer/shape.ts:13-18`. The same seed gives the same
 * places while the code stays the same.
 */
export function samplePlaces(folder: string, count: number, seed: number): string[] {
  const files = globSync(`${folder}/**/*.ts`).sort();
  const lines = files.flatMap((file) => {
    const { length } = readFileSync(file, 'utf8').split('\n');
    return Array.from({ length: Math.floor(length / LINES) }, (_, i) => ({ file, at: i * LINES }));
  });
  const next = random(seed);
  const places: string[] = [];
  while (places.length < count && lines.length > 0) {
    const [place] = lines.splice(Math.floor(next() * lines.length), 1);
    if (place) places.push(`${place.file}:${place.at + 1}-${place.at + LINES}`);
  }
  return places;
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
