import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, fold } from '../../src/text/clean.ts';
import { oddText, pumped } from '../helpers/odd-text.ts';

describe('cleaned text', () => {
  test.each([
    ['spaces become single and go at the ends', '  a\t\tb\n\nc  ', 'a b c'],
    ['compatibility forms become plain ones', 'ＭＰＰ ﬁrst ①', 'MPP first 1'],
    ['zero-width and bidirectional marks go', 'M\u200BP\u202EP\u2066', 'MPP'],
    ['control characters go', 'a\u0000b\u0007', 'ab'],
    ['a letter and its mark become one character, even behind a hidden one', 'e\u200B\u0301', 'é'],
    ['piled-up marks are cut to two', 'q\u0351\u0352\u0353\u0354\u0355!', 'q\u0353\u0354!'],
    ['half a character becomes a space', 'a\uD800b', 'a b'],
    ['an acute accent that is typed for an apostrophe is one', 'didn\u00B4t', "didn't"],
    ['accents, signs and emoji stay', '¿Qué pasó? 🙂', '¿Qué pasó? 🙂'],
    ['nothing stays nothing', '\u200B \u2066', ''],
  ])('%s', (_, text, cleaned) => expect(cleanText(text)).toBe(cleaned));

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(oddText, (text) => cleanText(cleanText(text)) === cleanText(text)),
      {
        numRuns: 2000,
      },
    );
  });

  test('is well-formed, in one line and without hidden characters, whatever came in', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const cleaned = cleanText(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).not.toMatch(/\p{C}|\p{Default_Ignorable_Code_Point}/u);
        expect(cleaned).not.toMatch(/^\s|\s$|\s\s/);
      }),
    );
  });

  test('takes time in proportion to the length', () => {
    for (const text of pumped(100_000)) {
      const start = performance.now();
      fold(cleanText(text));
      // Quadratic would be minutes.
      expect(performance.now() - start, text.slice(0, 8)).toBeLessThan(2000);
    }
  });
});

describe('folded text', () => {
  test.each([
    ['Quédate en MÉXICO', 'quedate en mexico'],
    ['NIÑO', 'nino'],
    ['it’s it´s it`s itʼs', "it's it's it's it's"],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(oddText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 2000 },
    );
  });
});
