import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { locatorIn } from '../../src/messages/locators.ts';

test.each([
  ['para 4', 'párr. 4'],
  ['paras 14-15', 'párrs. 14-15'],
  ['para 1, 4', 'párr. 1, 4'],
  ['executive summary', 'resumen ejecutivo'],
  ['opinion, part I', 'opinión judicial, parte I'],
  ['article 33(1)', 'artículo 33(1)'],
  ['contents III.F-G', 'índice, III.F-G'],
  ['title, 0:02', 'título, 0:02'],
  ['caption (vLex copy)', 'carátula (copia de vLex)'],
  ['Research Overview, para 3', '"Research Overview", párr. 3'],
  ['Delivered to violent attacks, bullet 5', '"Delivered to violent attacks", viñeta 5'],
])('%s is %s', (locator, spanish) => {
  expect(locatorIn('es', locator)).toBe(spanish);
  expect(locatorIn('en', locator)).toBe(locator);
});

/** Names and terms that are the same in Spanish. */
const NAMES = /\b(?:scribd|vLex|TRAC|America's Voice)\b/g;
const ENGLISH =
  /\b(?:para|paras|summary|section|heading|part|order|title|table|note|report|list|item|list|the|of|and|case|page|quoted?|box|lead|cover|intro|opening|closing|update|key|statement)\b/i;

test('no locator of the corpus leaves English outside of quotation marks', () => {
  for (const { id, locator } of loadCorpus('corpus').passages.values()) {
    const outside = locatorIn('es', locator)
      .replace(/"[^"]*"/g, '')
      .replace(NAMES, '');
    expect(outside, `${id}: ${locator}`).not.toMatch(ENGLISH);
    // Whatever isn't in the table stands in quotation marks, and only headings of a source may.
    const quoted = locatorIn('es', locator).match(/"([^"]*)"/)?.[1] ?? 'Heading';
    expect(quoted, `${id}: ${locator} is not in src/messages/locators.ts`).toMatch(/^[A-ZÁÉÍÓÚ¿¡]/);
  }
});
