/** Slips are repaired towards the corpus's words; what is right stays. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../src/search/spelling.ts';
import { LANGUAGES } from '../../src/text/language.ts';
import { stem } from '../../src/text/stems.ts';
import { realIndex } from '../helpers/indexes.ts';
import { oddText } from '../helpers/odd-text.ts';

const words = new Map([
  ['hearing', 40],
  ['lawyer', 30],
  ['courts', 12],
  ['court', 30],
  ['returned', 25],
  ['matamoros', 9],
  ['audiencia', 20],
  ['ausencia', 2],
  ['bus', 5],
  ['2019', 50],
  ['llegaron', 8],
  ['quedaron', 8],
]);
const stems = new Set(
  [...words.keys()].flatMap((word) =>
    LANGUAGES.map((language) => `${language}:${stem(word, language)}`),
  ),
);
const repair = createSpeller({
  words,
  commonWords: new Map([
    ['pizza', 3000],
    ['country', 300],
  ]),
  hasStem: (one, language) => stems.has(`${language}:${one}`),
});
const best = (word: string) => repair(word)[0]?.word;

describe('typed as it sounds', () => {
  test.each([
    ['kedaron', 'quedaron'],
    ['yegaron', 'llegaron'],
    ['kuando', 'cuando'],
    ['kourt', 'court'],
  ])('%s is %s', (typed, word) => expect(repair(typed)).toEqual([{ word, weight: 1 }]));

  test('a name with such letters stays near to what was typed', () => {
    expect(realIndex().lexicon.repair('kacsmarik')[0]?.word).toBe('kacsmaryk');
  });
});

describe('stays as it is', () => {
  test.each([
    ['a word of the corpus', 'lawyer'],
    ['a form of a word of the corpus', 'returning'],
    ['a word of everyday language, near as it may be', 'country'],
    ['a word of everyday language that the corpus lacks', 'pizza'],
    ['a function word', 'because'],
    ['a word too short to guess', 'bsu'],
    ['a word of six letters with two slips', 'cuortz'],
    ['a word with digits', '2091'],
    ['a word that is like no other', 'xylophone'],
    ['a name that objects know', '__proto__'],
    ['nothing', ''],
  ])('%s: %s', (_, word) => expect(repair(word)).toEqual([{ word, weight: 1 }]));

  test('the names that the corpus that ships has for people, places and institutions', () => {
    const { corpus, lexicon } = realIndex();
    const names = corpus.glossary.flatMap(
      ({ term }) => term.toLowerCase().match(/^[a-z]+$/g) ?? [],
    );
    expect(names.length).toBeGreaterThan(20);
    for (const name of [...names, 'matamoros', 'tijuana', 'mayorkas', 'nielsen', 'kacsmaryk']) {
      expect(lexicon.repair(name)).toEqual([{ word: name, weight: 1 }]);
    }
  });
});

describe('is repaired', () => {
  test.each([
    ['swapped letters', 'laywer', 'lawyer'],
    ['a swapped beginning', 'alwyer', 'lawyer'],
    ['a lost letter', 'hearng', 'hearing'],
    ['a doubled letter', 'lawyyer', 'lawyer'],
    ['a wrong letter', 'lawyor', 'lawyer'],
    ['two slips in a long word', 'matmoross', 'matamoros'],
    ['a function word', 'becuase', 'because'],
    ['a function word in Spanish', 'cuanots', 'cuantos'],
  ])('%s: %s', (_, typed, meant) => {
    expect(best(typed)).toBe(meant);
    expect(repair(typed)[0]?.weight).toBeLessThan(1);
  });

  test('the word that the corpus uses more comes first, a near one stays possible with less weight', () => {
    const [first, second] = repair('audencia');
    expect([first?.word, second?.word]).toEqual(['audiencia', 'ausencia']);
    expect(second?.weight).toBeLessThan(first?.weight as number);
  });

  test('two slips with a wrong first letter are not guessed at', () => {
    expect(best('xatamoroz')).toBe('xatamoroz');
  });
});

describe('of several near words', () => {
  /** What a word is taken for where these are known, each as often as the number says. */
  const taken = (typed: string, known: Record<string, number>) =>
    createSpeller({
      words: new Map(Object.entries(known)),
      commonWords: new Map(),
      hasStem: () => false,
    })(typed).map(({ word }) => word);

  test.each<[what: string, typed: string, known: Record<string, number>, meant: string[]]>([
    ['one that begins the same', 'hcaring', { scaring: 9, hearing: 9 }, ['hearing']],
    ['one with two letters swapped', 'gaot', { gaol: 9, goat: 9 }, ['goat', 'gaol']],
    ['one of which a letter was lost', 'fims', { figs: 9, films: 9 }, ['films', 'figs']],
    ['one that is far commoner', 'gata', { gala: 1, gate: 1_000 }, ['gate']],
    [
      'three, in the order of the alphabet',
      'gatx',
      { gatz: 1, gaty: 1, gate: 1, gato: 1 },
      ['gate', 'gato', 'gaty'],
    ],
  ])('is meant: %s', (_, typed, known, meant) => expect(taken(typed, known)).toEqual(meant));

  test('none is meant two slips away in up to six letters, nor one with a digit', () => {
    expect(taken('couxxs', { courts: 9 })).toEqual(['couxxs']);
    expect(taken('couxxsy', { courtsy: 9 })).toEqual(['courtsy']);
    expect(taken('gaxt', { gbat: 9 })).toEqual(['gaxt']);
    expect(taken('covida', { covid9: 9 })).toEqual(['covida']);
  });

  test('short ones may be meant by longer words, and function words of four letters', () => {
    expect(taken('buss', { bus: 9 })).toEqual(['bus']);
    expect(taken('towm', { town: 9 })).toEqual(['town']);
    expect(taken('tehy', {})[0]).toBe('they');
    expect(taken('thhe', {})).toEqual(['thhe']);
  });
});

test('from six letters on, another form of a known word is right, in whichever language', () => {
  const speller = (of: string) =>
    createSpeller({
      words: new Map([
        ['coated', 9],
        ['taxis', 9],
      ]),
      commonWords: new Map(),
      hasStem: (_, language) => language === of,
    });
  for (const language of LANGUAGES) {
    expect(speller(language)('boated')).toEqual([{ word: 'boated', weight: 1 }]);
    expect(speller(language)('taxas')[0]?.word).toBe('taxis');
  }
});

test('any word has at least one reading, each once, none above its own weight', () => {
  fc.assert(
    fc.property(oddText, (word) => {
      const repairs = repair(word);
      expect(repairs.length).toBeGreaterThan(0);
      expect(repairs.length).toBeLessThanOrEqual(3);
      expect(new Set(repairs.map((one) => one.word)).size).toBe(repairs.length);
      for (const { weight } of repairs) expect(weight).toBeLessThanOrEqual(1);
    }),
  );
});

test('the same word has the same repairs, however often it was asked', () => {
  const { lexicon } = realIndex();
  const typed = ['courst', 'audencia', 'hearngs', 'frontrea'];
  const once = typed.map((word) => lexicon.repair(word));
  expect(typed.toReversed().map((word) => lexicon.repair(word))).toEqual(once.toReversed());
});
