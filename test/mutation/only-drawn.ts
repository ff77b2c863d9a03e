/**
 * A plugin for Stryker, which can be told places only, never single changes: asked about each change, it refuses those that
 * weren't drawn. A refused change is reported as one that doesn't compile, which no score counts.
 */
import { relative } from 'node:path';
import { type Change, nameOf } from './sample.ts';

/** Stryker's name for the plugin. */
export const ONLY_DRAWN = 'only-drawn';

onlyDrawn.inject = ['options'] as const;
function onlyDrawn({ drawn }: { drawn: readonly string[] }) {
  const names = new Set(drawn);
  const judge = (change: Change) => {
    const fileName = relative(process.cwd(), change.fileName);
    return names.has(nameOf({ ...change, fileName }))
      ? { status: 'passed' }
      : { status: 'compileError', reason: 'not drawn' };
  };
  return {
    init: async () => {},
    group: async (changes: readonly Change[]) => [changes.map(({ id }) => id)],
    check: async (changes: readonly Change[]) =>
      Object.fromEntries(changes.map((change) => [change.id, judge(change)])),
  };
}

export const strykerPlugins = [{ kind: 'Checker', name: ONLY_DRAWN, factory: onlyDrawn }];
