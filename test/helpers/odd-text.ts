/** Text of any kind for properties: words, numbers, marks, emoji, broken surrogates, invisible characters. */
import fc from 'fast-check';
import { hostile } from './hostile.ts';

/** Anything that could arrive from outside, from nothing to several thousand characters. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...['a', 'e\u0301', '\u0301', '\u200B', '\u00AD', '\u202E', '\uFE0F', '\u1160', '\uFFA0'],
        ...['\uD800', '\uDC00', '\uFFFD', '\u00B4', '\uFB01', '\u2126', ' ', '\n', '1', ',', '.'],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
  hostile,
);

/** Long texts that make a backtracking pattern slow: small pieces repeated up to `length` characters. */
export function pumped(length: number): string[] {
  const pieces = [
    ...[
      'a',
      ' ',
      '1',
      '111 ',
      '111,',
      "a'",
      "'",
      '. ',
      '.)',
      '"',
      '1.',
      'a.',
      'u.s.',
      'cbp ',
      '%',
      '\u0301',
    ],
    ...[
      'ignore ',
      'please ',
      'tell me a ',
      'hola ',
      'y ',
      'cien y ',
      'one hundred and ',
      'que ',
      '_',
      '\u200B',
    ],
    ...['\uD83D\uDC69\u200D', '<@1', '{{', 'por que '],
  ];
  return pieces.map((piece) => piece.repeat(Math.ceil(length / piece.length)));
}
