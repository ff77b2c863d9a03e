import { describe, expect, test } from 'vitest';
import { expandShorthand } from '../../src/text/shorthand.ts';
import { stem } from '../../src/text/stems.ts';

describe('stems', () => {
  test.each([
    ['en', ['returned', 'returns', 'returning', 'return']],
    ['en', ['hearing', 'hearings']],
    ['es', ['devuelto', 'devueltos', 'devuelta']],
    ['es', ['audiencia', 'audiencias']],
  ] as const)('forms of one word are one in %s: %j', (language, forms) => {
    expect(new Set(forms.map((form) => stem(form, language))).size).toBe(1);
  });

  test('different words stay different', () => {
    expect(stem('court', 'en')).not.toBe(stem('count', 'en'));
  });

  test('numbers stay as they are', () => {
    expect(['2019', '1st', 'i589'].map((word) => stem(word, 'en'))).toEqual([
      '2019',
      '1st',
      'i589',
    ]);
  });

  test.each(['constructor', '__proto__', 'tostring', 'hasownproperty', ''])(
    'a word that objects know is a word like any other: %j',
    (word) => {
      expect(typeof stem(word, 'en')).toBe('string');
      expect(expandShorthand(word)).toBe(word);
    },
  );
});

describe('chat spellings', () => {
  test.each([
    ['ppl', 'people'],
    ['wat', 'what'],
    ['teh', 'the'],
    ['govt', 'government'],
    ['xq', 'porque'],
    ['pk', 'porque'],
    ['mny', 'many'],
    ['q', 'que'],
    ['mex', 'mexico'],
  ])('%s is %s', (typed, word) => expect(expandShorthand(typed)).toBe(word));

  test.each(['mpp', 'dhs', 'people', 'court'])('%s stays', (word) =>
    expect(expandShorthand(word)).toBe(word),
  );
});
