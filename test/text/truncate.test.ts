import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { truncate } from '../../src/text/truncate.ts';
import { oddText, pumped } from '../helpers/odd-text.ts';

describe('shortened text', () => {
  test.each([
    ['stays whole when it fits', 'Short.', 6, 'Short.'],
    [
      'ends with a sentence where one ends late enough',
      'One two three. Four five',
      20,
      'One two three.…',
    ],
    ['else with a clause', 'One two three, four five six seven', 20, 'One two three,…'],
    ['else with a word', 'One two three four five', 20, 'One two three four…'],
    [
      'does not throw most of it away for a pause',
      'No. Abcdefghijklmnopqrstuvwxyz',
      20,
      'No. Abcdefghijklmno…',
    ],
    ['cuts a word that is longer than the room', 'abcdefghij', 5, 'abcd…'],
    ['has an ellipsis alone in no room', 'abc', 1, '…'],
    ['is nothing at no length', 'abc', 0, ''],
    ['leaves out an emoji that does not fit whole', 'ab👩‍👩‍👧‍👦cd', 6, 'ab…'],
    ['leaves out a flag that does not fit whole', 'abc🇲🇽🇺🇸', 6, 'abc…'],
    ['leaves a letter and its marks together', 'abce\u0301fg', 5, 'abc…'],
  ])('%s', (_, text, limit, shortened) => expect(truncate(text, limit)).toBe(shortened));

  const limits = fc.integer({ min: 0, max: 120 });

  test('is never longer than the limit', () => {
    fc.assert(
      fc.property(oddText, limits, (text, limit) => truncate(text, limit).length <= limit),
      { numRuns: 1000 },
    );
  });

  test('is a beginning of the text, with an ellipsis exactly where something was left out', () => {
    fc.assert(
      fc.property(oddText, limits, (text, limit) => {
        const shortened = truncate(text, limit);
        if (text.length <= limit) expect(shortened).toBe(text);
        else if (limit > 0) {
          expect(shortened.endsWith('…')).toBe(true);
          expect(text.startsWith(shortened.slice(0, -1))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('never splits a character', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const character = fc.constantFrom(
      'a',
      ' ',
      '. ',
      'é',
      'e\u0301',
      '🙂',
      '👩‍👩‍👧‍👦',
      '🇲🇽',
      '👍🏽',
      '한',
      'क्षि',
    );
    const text = fc.array(character, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, limits, (long, limit) => {
        const kept = truncate(long, limit).replace(/…$/, '');
        expect(kept.isWellFormed()).toBe(true);
        const borders = [...segmenter.segment(long)].map(({ index }) => index);
        expect([...borders, long.length]).toContain(kept.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('takes time in proportion to the length', () => {
    for (const text of pumped(100_000)) {
      const start = performance.now();
      truncate(text, 50_000);
      // Quadratic would be minutes.
      expect(performance.now() - start, text.slice(0, 8)).toBeLessThan(2000);
    }
  });
});
