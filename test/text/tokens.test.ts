import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNameReader } from '../../src/text/names.ts';
import { tokenise } from '../../src/text/tokens.ts';
import { oddText, pumped } from '../helpers/odd-text.ts';

describe('the words of a text', () => {
  test.each([
    ['the U.S. returned 70k in Feb.', 'the usa returned 70000 in february'],
    ['from the U.S to the U.S.A.', 'from the usa to the usa'],
    ['los EE.UU., EE. UU., EEUU y EUA', 'los usa usa usa y usa'],
    ['the United States of America / Estados Unidos', 'the usa usa'],
    ['8 U.S.C. 1225(b)(2)(C)', '8 usc 1225 b 2 c'],
    ['the U.N. in D.C.', 'the onu in dc'],
    ['the UN, United Nations, Naciones Unidas, un ejemplo', 'the onu onu onu un ejemplo'],
    ['M.P.P. and D.H.S', 'mpp and dhs'],
    ['CBP One, CBP-One, CBP1, cbp uno', 'cbpone cbpone cbpone cbpone'],
    ['CBP-issued forms, CBP 1,000 people', 'cbp issued forms cbp 1000 people'],
    ['52%, 52 percent, 52 per cent, 52 por ciento', '52 percent 52 percent 52 percent 52 percent'],
    ['COVID-19', 'covid'],
    ["DHS's, they're, didn't", 'dhs they didnt'],
    ['¿Cuántos niños?', 'cuantos ninos'],
    ['I-589 form', 'i 589 form'],
    ['wat hapened 2 ppl', 'what hapened 2 people'],
    ['xq kien', 'porque quien'],
    ['¿Por qué lo paró?', 'porque lo paro'],
    ['por que ciudades pasaron', 'por que ciudades pasaron'],
    ['протоколы 移民', 'протоколы 移民'],
    ['**bold** <@123> `code`', 'bold 123 code'],
  ])('%s', (text, words) => expect(tokenise(text).join(' ')).toBe(words));

  test('a word longer than any real one is left out, the others stay', () => {
    expect(tokenise(`${'x'.repeat(41)} mpp`)).toEqual(['mpp']);
  });

  test('any text has words, each without spaces, capitals or accents', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        for (const word of tokenise(text)) {
          expect(word).not.toBe('');
          expect(word).not.toMatch(/\s|[A-Z]|\p{M}/u);
        }
      }),
    );
  });

  test('takes time in proportion to the length', () => {
    for (const text of pumped(100_000)) {
      const start = performance.now();
      tokenise(text);
      // Quadratic would be minutes.
      expect(performance.now() - start, text.slice(0, 8)).toBeLessThan(2000);
    }
  });
});

describe('names of several words read as one', () => {
  const read = createNameReader(
    'nfs',
    ['night ferry', 'the night ferry scheme'],
    ['night ferry bill'],
  );
  const words = (text: string) => read(tokenise(text)).map(({ word }) => word);

  test('the longest name counts, and says where it stood', () => {
    expect(read(['is', 'the', 'night', 'ferry', 'scheme', 'on'])).toEqual([
      { word: 'is', from: 0, to: 1 },
      { word: 'nfs', from: 1, to: 5 },
      { word: 'on', from: 5, to: 6 },
    ]);
  });

  test('a longer name that means something else stays as it is', () => {
    expect(words('the night ferry bill')).toEqual(['the', 'night', 'ferry', 'bill']);
  });

  test('parts of a name are no name', () => {
    expect(words('ferry night, night')).toEqual(['ferry', 'night', 'night']);
  });
});
