import { expect, test } from 'vitest';
import { catalogs, languageOfLocale } from '../../src/messages/catalog.ts';

/** Plausible values for the functions that don't take numbers. */
const ARGUMENTS: [RegExp, unknown[]][] = [
  [/attribution$/, ['TRAC', '2020-01-02', 'para 4']],
  [/seen$/, [['X']]],
  [/reproduction$|story$|ask$|about$|fault$/, ['X']],
  [/searched$/, [2, '2020-01-02']],
  [/newest$|stale$|published$|speaksFor$|version$/, ['2020-01-02']],
  [/between$|reaches$/, ['2020-01-02', '2021']],
  [/since$|until$|asOf$|checked$|afterChecked$|beforeFirst$/, ['2020-01-02']],
  [/define\.also$/, ['X']],
];

/** Every text of a catalog with its path; functions are called with plausible values. */
function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const [, given] = ARGUMENTS.find(([pattern]) => pattern.test(path)) ?? [/./, [1, 2, 3]];
    return [[path, String(Reflect.apply(value, undefined, given))]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, `${path}.${key}`));
}

const english = textsIn(catalogs.en, '');
const spanish = new Map(textsIn(catalogs.es, ''));
const SAME_IN_BOTH = /^\.(?:positions\.neutral|playground\.(?:app|json|premium|bytes|names\.\w+))$/;

test('both languages have the same texts, and none is empty', () => {
  expect([...spanish.keys()]).toEqual(english.map(([path]) => path));
  for (const [path, text] of [...english, ...spanish]) {
    if (!SAME_IN_BOTH.test(path)) expect(text.trim(), path).not.toBe('');
  }
});

test('no Spanish text is the English one, and no English word is left in it', () => {
  const words =
    /\b(?:the|of|and|with|from|you|your|this|that|what|source|sources|newest|please|about)\b/i;
  for (const [path, text] of english) {
    const translated = spanish.get(path)?.replace(/`[^`]*`/g, '') ?? '';
    if (!SAME_IN_BOTH.test(path)) expect(translated, path).not.toBe(text);
    expect(translated, path).not.toMatch(words);
  }
});

test('a Discord locale gives our language, or none', () => {
  const of = ['en-US', 'en-GB', 'es-ES', 'es-419', 'fr', null].map(languageOfLocale);
  expect(of).toEqual(['en', 'en', 'es', 'es', undefined, undefined]);
});
