/** What of a declined question may be kept: words that the corpus knows, and nothing that only the asker knows. */
import { describe, expect, test } from 'vitest';
import type { DeclineReason } from '../../src/answer/answer.ts';
import { decline } from '../../src/answer/decide.ts';
import { gapTerms } from '../../src/answer/gap.ts';
import { ask } from '../../src/ask.ts';
import { LANGUAGES } from '../../src/text/language.ts';
import { stem } from '../../src/text/stems.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const termsOf = (question: string, reason: DeclineReason = 'not-covered') =>
  gapTerms(fixtureIndex(), question, decline(fixtureIndex().corpus, { language: 'en' }, reason));

test('known words are kept, once each, and unknown ones never', () => {
  expect(termsOf('ferry Zbigniewska ferry Aldport').sort()).toEqual(['aldport', 'ferry']);
});

test('the rarest comes first', () => {
  const { table } = fixtureIndex();
  const rarities = termsOf('ferry crowns Aldport Bresk passengers bicycles').map((word) =>
    Math.min(
      ...LANGUAGES.flatMap((language) => {
        const id = table.find(stem(word, language), language);
        return id === undefined ? [] : [table.idf(id)];
      }),
    ),
  );
  expect(rarities.length).toBeGreaterThan(2);
  expect(rarities).toEqual(rarities.toSorted((a, b) => b - a));
});

test('words that are equally rare stand in the order of the alphabet, however they were typed', () => {
  const equal = ['aldport', 'bresk'];
  expect(termsOf('Aldport Bresk')).toEqual(equal);
  expect(termsOf('Bresk Aldport')).toEqual(equal);
});

test('a misspelt word is kept as the word that it stands for', () => {
  expect(termsOf('Aldprot')).toEqual(['aldport']);
});

test('of numbers years alone are kept', () => {
  const kept = termsOf('ferry 2023 4,120 12 555-0199 1850');
  expect(kept).toContain('2023');
  expect(kept.filter((word) => /\d/.test(word))).toEqual(['2023']);
});

describe('where nothing is to be kept', () => {
  test.each<DeclineReason>([
    'unsafe',
    'personal-data',
    'advice',
    'unclear',
    'chit-chat',
    'gibberish',
  ])('%s leaves no word', (reason) => {
    expect(termsOf('ferry Aldport', reason)).toEqual([]);
  });

  test('nor does a question that was answered', () => {
    const question = 'What is the Night Ferry Scheme?';
    const answer = ask(fixtureIndex(), question);
    expect(answer.kind).not.toBe('declined');
    expect(gapTerms(fixtureIndex(), question, answer)).toEqual([]);
  });

  test.each<DeclineReason>(['off-topic', 'only-old-sources'])('%s is a gap too', (reason) => {
    expect(termsOf('ferry', reason)).toEqual(['ferry']);
  });
});
