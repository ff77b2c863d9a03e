import fc from 'fast-check';
import { expect, test } from 'vitest';
import { link, plain } from '../../src/render/markdown.ts';
import { hostile } from '../helpers/hostile.ts';

/** What is left of a text when each escaped character is taken out. */
const unescaped = (text: string) => text.replace(/\\[\\*_~`|[\]+#>.-]/g, '');

test('ordinary text comes through as it is', () => {
  expect(plain('TRAC counted 4% (of 35,000), "so far": it was 12.5.')).toBe(
    'TRAC counted 4% (of 35,000), "so far": it was 12.5.',
  );
});

test('nothing in a plain text is formatted, linked, mentioned or taken for a list', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const shown = plain(text);
      expect(shown).not.toMatch(/[\n\r\t]/);
      expect(unescaped(shown)).not.toMatch(/[\\*_~`|[\]]/);
      expect(shown).not.toMatch(/^(?:[-+#>]|\d+\.)/);
      expect(shown).not.toMatch(/<[@#:/ati]|@everyone|@here|:\/\/|discord\.gg\//i);
      expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069\p{Cs}]/u);
    }),
  );
});

test('the limit counts what is read, and is never exceeded', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 300 }), (text, limit) => {
      const read = plain(text, limit).replace(/\\(.)/g, '$1').replaceAll('\u200B', '');
      expect(read.length).toBeLessThanOrEqual(limit);
    }),
  );
});

test('a link shows its label and where it leads', () => {
  expect(link('TRAC report', 'https://www.trac.syr.edu/a_(b)')).toBe(
    '[TRAC report](<https://www.trac.syr.edu/a_%28b%29>) (trac.syr.edu)',
  );
});

test('brackets in a label become commas, which Discord can show', () => {
  expect(link('Biden v. Texas, 597 U.S. 785 (2022), No. 21-954', 'https://a.example')).toBe(
    '[Biden v. Texas, 597 U.S. 785, 2022, No. 21-954](<https://a.example/>) (a.example)',
  );
});

test('a hostile label leads nowhere but to the address', () => {
  fc.assert(
    fc.property(hostile, (label) => {
      const shown = link(label, 'https://trac.syr.edu/x');
      expect(shown).toMatch(
        /^\[[^[\]()\\*_~`|<>#\n]+\]\(<https:\/\/trac\.syr\.edu\/x>\) \(trac\.syr\.edu\)$/,
      );
      expect(shown.replace('<https://trac.syr.edu/x>', '')).not.toMatch(/:\/\/|@everyone|@here/);
    }),
  );
});

test('an address that breaks out of its brackets is encoded', () => {
  expect(link('x', 'https://a.example/>)[evil](<https://evil.example')).not.toContain('>)[');
});

test('an address too long to be sent is not linked', () => {
  expect(link('Report', `https://a.example/${'x'.repeat(600)}`)).toBe('Report · a.example');
});

test('a label of which nothing is left gives way to the host', () => {
  expect(link('***', 'https://www.a.example/x')).toBe(
    '[a.example](<https://www.a.example/x>) (a.example)',
  );
  expect(link('***', `https://www.a.example/${'x'.repeat(600)}`)).toBe('a.example');
});

test('an address as long as may be is linked still', () => {
  const start = 'https://a.example/';
  const longest = start + 'x'.repeat(512 - start.length);
  expect(link('Report', longest)).toContain(`(<${longest}>)`);
  expect(link('Report', `${longest}x`)).toBe('Report · a.example');
});
