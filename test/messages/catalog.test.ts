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
  [/trust\.until$/, ['2020-01-02', true]],
  [/since$|until$|asOf$|checked$|afterChecked$|beforeFirst$/, ['2020-01-02']],
  [/define\.also$/, ['X']],
  [/trust\.next\.|receipt$|check\.claim$|cite\.title$/, ['X']],
  [/trust\.knownBy$/, ['2020-01-02']],
  [/trust\.sides$/, ['X', { neutral: 3, supportive: 1, critical: 2 }]],
  [/check\.beside$/, ['X', 'Y']],
  [/cite\.passage$/, ['para 4', '2020-01-02']],
  [/trust\.until$/, ['2020-01-02', true]],
  [
    /moderation\.(?:date|pins\.(?:review|reviewDue|cardNote|updatedNote|unpinnedNote|goneNote|reviewed))$/,
    ['2020-01-02'],
  ],
  [/(?:writtenBy|pins\.owner|pins\.reminder|answers\.edited)$/, ['Ana', '2020-01-02']],
  [/shared\.(?:corrected|removed|withdrawn)$/, ['2020-01-02', 2]],
  [/gaps\.between$/, ['2020-01-02', '2020-01-03']],
  [/settings\.changed$/, [['X']]],
  [/stats\.chartWeek$/, ['2020-01-02']],
  [/stats\.alt$/, [['X']]],
  [/stats\.week$/, ['2020-01-02', 1, 1, 1, 1]],
  [/stats\.tally$/, [1, 1, ['X']]],
  [
    /moderation\.(?:pins\.(?:reason|where)|answers\.problems\.conflict|gaps\.closed|commands\.root)$/,
    ['X'],
  ],
  [/commands\.groups\.answer$/, []],
  [/\.errors\.(?!fault)/, [{ channel: '1', permissions: 'X', days: 9, seconds: 9 }]],
  [/sides$/, ['X', { supportive: 1, critical: 2, neutral: 3 }]],
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
const SAME_IN_BOTH =
  /^\.(?:trust\.cite\.styles\.\w+|positions\.neutral|moderation\.(?:pins\.where|commands\.\w+\.choices\.\w+\.(?:csv|json))|moderation\.stats\.figures|playground\.(?:app|json|premium|bytes|names\.\w+))$/;

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
    const translated = spanish.get(path)?.replace(/`[^`]*`|\/X \w+/g, '') ?? '';
    if (!SAME_IN_BOTH.test(path)) expect(translated, path).not.toBe(text);
    expect(translated, path).not.toMatch(words);
  }
});

test('a Discord locale gives our language, or none', () => {
  const of = ['en-US', 'en-GB', 'es-ES', 'es-419', 'fr', null].map(languageOfLocale);
  expect(of).toEqual(['en', 'en', 'es', 'es', undefined, undefined]);
});
