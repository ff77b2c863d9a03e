import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYaml } from '../../src/corpus/yaml.ts';
import { groupSentences, splitSentences } from '../../src/import/sentences.ts';
import { yamlText } from '../../src/import/yaml-text.ts';
import { cleanText } from '../../src/text/clean.ts';

test.each([
  ['Judge A. B. Held of the U.S. District Court ruled on Jan. 3. He gave no reason.', 2],
  ['They came back to the U.S. The boat left. See Smith v. Jones, No. 4, p. 7.', 3],
  ['“Is it over?” he asked. "No." She left at 9 a.m. on Monday.', 3],
  ['El Dr. Luna habló con EE. UU. sobre el art. 4. No dijo más.', 2],
])('%s', (text, sentences) => {
  expect(splitSentences(text)).toHaveLength(sentences);
});

test('no letter is lost in cutting, and no group is longer than three sentences', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
      const text = cleanText(typed);
      const sentences = splitSentences(text);
      const bare = (value: string) => value.replace(/\s/g, '');
      expect(bare(groupSentences(sentences).join(''))).toBe(bare(text));
    }),
  );
});

test('a text in YAML is read back as it was', () => {
  const awkward = [
    'null',
    '- x',
    'a: b',
    'a #b',
    '"q"',
    "it's",
    '2019-01-02',
    '@x',
    'x:',
    '¿Qué?',
    '{a}',
  ];
  for (const text of awkward)
    expect(parseYaml(`k: ${yamlText(text)}\n`)).toEqual({ content: { k: text } });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const text = cleanText(typed);
      expect(parseYaml(`k: ${yamlText(text)}\n`)).toEqual({ content: { k: text } });
    }),
  );
});
