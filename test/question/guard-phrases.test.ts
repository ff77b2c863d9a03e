/** The small language of the guard's phrases, the words they are compared with, and the repair of slips. */
import { describe, expect, test } from 'vitest';
import { isPhoneNumber } from '../../src/question/phone.ts';
import { createPhraseFinder } from '../../src/question/phrases.ts';
import { plainWords } from '../../src/question/plain-words.ts';
import { repairWords } from '../../src/question/repair.ts';

const finds = (phrase: string, text: string) => createPhraseFinder([phrase])(text) === phrase;

describe('a phrase', () => {
  test.each([
    ['is compared without accents, capitals and contractions', "i'm lost", 'IM LÓST'],
    ['takes one word of several', 'they took/have it', 'they have it'],
    ['does without a word that may be missing', 'is not? safe', 'is safe'],
    ['takes a word by its beginning', 'secuestr* aqui', 'secuestrados aquí'],
    ['leaves room for other words', 'we .. locked', 'we are all locked'],
    ['knows classes of words', '{i} {be} lost', 'we were lost'],
    ['knows people close to the asker', '{kin} is gone', "my friend's little sister is gone"],
    ['knows a case of one’s own', '{case}', 'my next MPP court hearing'],
    ['asks for two things in any order', 'gun & door', 'at the door with a gun'],
    ['is read as a question is', 'they hold my brother', 'they hold our little sister'],
    ['may begin a word, in any spelling', "didn't pay*", 'we did not paid, did not paying'],
    ['forbids a word before at the beginning of a text too', '!if i go', 'i go'],
    ['takes an optional word that is there', 'is not? safe', 'is not safe'],
  ])('%s', (_, phrase, text) => expect(finds(phrase, text)).toBe(true));

  test.each([
    ['matches whole words only', 'art', 'start'],
    ['has no more room than it says', 'we .. locked', 'we are all now locked'],
    ['does not reach across a full stop', 'we .. locked', 'so do we. Locked?'],
    [
      'does not reach across people in general',
      'i ... kidnapped',
      'i read migrants were kidnapped',
    ],
    ['minds what may not come next', 'being held !in', 'being held in Texas'],
    ['minds what may not come before', '!if i go', 'if i go'],
    ['minds what may not be there at all', 'gun & !film', 'a gun in a film'],
  ])('%s', (_, phrase, text) => expect(finds(phrase, text)).toBe(false));

  test.each(['.. lost', 'a? lost', 'we {nobody} lost'])(
    'that cannot be read is named: %s',
    (phrase) => expect(() => createPhraseFinder([phrase])).toThrow(phrase),
  );
});

describe('the words of a question', () => {
  test.each([
    ["They're holding my little brother!", ['they', 'are', 'holding', '{kin}', '.']],
    ['my husband’s asylum case', ['{case}']],
    ['our immigration courts', ['our', 'immigration', 'courts']],
    ['in the US they told us', ['in', 'the', 'usa', 'they', 'told', 'us']],
    ['tell me, a man fell', ['tell', '{person}', 'fell']],
    ['a la niña', ['a', 'la', 'nina']],
    ['constructor __proto__', ['constructor', 'proto']],
    ['form I-589', ['form', 'i589']],
    // Relatives in chains, with one word between, and their cases.
    ["my friend's youngest sister cried", ['{kin}', 'cried']],
    ["my brother's court hearing", ['{case}']],
    ["my sister's here", ['{kin}', 's', 'here']],
    ['our son, our very very son', ['{kin}', 'our', 'very', 'very', 'son']],
    ['my new old big last hearing', ['my', 'new', 'old', 'big', 'last', 'hearing']],
    ['my removal order', ['{case}']],
    ['my asylum', ['{case}']],
    ['our asylum', ['our', 'asylum']],
    ['my my', ['my', 'my']],
    ['un hombre, a strange woman', ['{person}', '{person}']],
    // What looks like the end of a contraction is a word where it stands alone.
    ['re ve ll', ['re', 've', 'll']],
    ["rock'n'roll isn't o'brien's", ['rocknroll', 'is', 'not', 'obrien', 's']],
    [`${'x'.repeat(400)} fell`, ['fell']],
  ])('%s', (text, words) => expect(plainWords(text)).toEqual(words));
});

describe('a slip of the keyboard', () => {
  const repair = repairWords(
    new Set(['kidnapped', 'lawyer', 'they', 'podria', 'negarme', 'waiting']),
  );

  test.each([
    ['kidnaped', 'kidnapped'],
    ['kidnspped', 'kidnapped'],
    ['laywer', 'lawyer'],
    ['tehy', 'they'],
    ['lawyyer', 'lawyer'],
    ['lawer', 'lawyer'],
  ])('%s is %s', (typed, meant) => expect(repair(typed)).toBe(meant));

  test.each(['podrian', 'negarse', 'then', 'wait', 'thay', 'thy', 'lawyerrr', 'lawr'])(
    '%s is meant as it stands',
    (word) => expect(repair(word)).toBe(word),
  );
});

describe('a phone number', () => {
  test.each([
    '202-555-0143',
    '(664) 555 0143',
    '+52 1 664 555 0143',
    '0044 20 7946 0958',
    'cel: 9955 0143',
    'my number is 555-0143',
  ])('%s can be dialled', (candidate) => expect(isPhoneNumber(candidate)).toBe(true));

  test.each(['1234567890', '0000000000', '+999 1234567', '555-0143'])('%s cannot', (candidate) =>
    expect(isPhoneNumber(candidate)).toBe(false),
  );
});
