/** What is read out of a question, with the words of the corpus that ships. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnalyseOptions,
  analyseQuestion,
  MAX_QUESTION_LENGTH,
} from '../../src/question/analyse.ts';
import { stem } from '../../src/text/stems.ts';
import { realIndex } from '../helpers/indexes.ts';
import { oddText } from '../helpers/odd-text.ts';

const analyse = (question: string, options?: AnalyseOptions) =>
  analyseQuestion(question, realIndex().lexicon, options);
const wordsOf = (question: string) => analyse(question).terms.map(({ repaired }) => repaired);
/** The stems that a question's word stands for, and how. */
const alternativesOf = (question: string, word: string) =>
  analyse(question).terms.find(({ repaired }) => repaired === word)?.alternatives ?? [];

describe('language', () => {
  test('is read from the words, else the fallback, and what the asker chose comes first', () => {
    expect(analyse('cuantos fueron devueltos').language).toBe('es');
    expect(analyse('how many were returned', { fallback: 'es' }).language).toBe('en');
    expect(analyse('Tijuana', { fallback: 'es' }).language).toBe('es');
    expect(analyse('Tijuana').language).toBe('en');
    expect(analyse('how many were returned', { language: 'es' }).language).toBe('es');
  });
});

test.each([
  ['Is Quédate en México still in force?', 'en'],
  ['¿sigue Remain in Mexico?', 'es'],
  ['Quédate en México', 'es'],
] as const)('the name of the policy does not give the language away: %s', (question, language) => {
  expect(analyse(question).language).toBe(language);
});

test('a name that is written in capitals is found as a word of its own only', () => {
  const origins = (question: string) =>
    alternativesOf(question, 'fair').map(({ origin }) => origin);
  expect(origins('what does FAIR want')).toContain('name');
  expect(origins('UNFAIR or a fair deal')).not.toContain('name');
});

test('a proper name of one word is not found in a word with the same stem', () => {
  const names = (question: string, word: string) =>
    alternativesOf(question, word).filter(({ origin }) => origin === 'name');
  expect(names('did they come back', 'come')).toEqual([]);
  expect(names('how many asked COMAR', 'comar').length).toBeGreaterThan(0);
});

describe('content words', () => {
  test.each([
    ['How many people were returned to Tijuana?', ['people', 'returned', 'tijuana']],
    ['hey does anyone know if the court stopped it', ['court', 'stopped']],
    ['¿Cuántos niños murieron en Matamoros?', ['ninos', 'murieron', 'matamoros']],
    ['court, COURT & Court', ['court']],
    ['what is it', []],
  ])('filler goes, each word stands once: %s', (question, words) =>
    expect(wordsOf(question)).toEqual(words),
  );

  test.each([
    'MPP',
    'Remain in Mexico',
    'quédate en México',
    'Migrant Protection Protocols',
    'RMX',
  ])('every name of the policy is one word: %s', (name) =>
    expect(wordsOf(`who ended ${name}`)).toEqual(['ended', 'mpp']),
  );
});

describe('spelling', () => {
  test('a slip is repaired, and what was typed is kept beside it', () => {
    const [term] = analyse('laywer').terms;
    expect(term).toMatchObject({ word: 'laywer', repaired: 'lawyer' });
    const [best] = term?.alternatives ?? [];
    expect(best).toMatchObject({ stem: stem('lawyer', 'en'), origin: 'repaired' });
    expect(best?.weight).toBeLessThan(1);
  });

  test('a misspelt function word is filler', () => {
    expect(wordsOf('becuase of teh wich court')).toEqual(['court']);
  });

  test('what was asked for is read from the repaired words', () => {
    expect(analyse('hwo mnay people').words.slice(0, 2)).toEqual(['how', 'many']);
    expect(analyse('hwo many people').asked).toBe('number');
  });
});

describe('expansions', () => {
  test('count less than what was typed', () => {
    const alternatives = alternativesOf('how many kidnapped', 'kidnapped');
    const added = alternatives.filter(({ origin }) => origin === 'synonym');
    expect(alternatives.find(({ origin }) => origin === 'typed')?.weight).toBe(1);
    expect(added.length).toBeGreaterThan(0);
    for (const { weight } of added) expect(weight).toBeLessThanOrEqual(0.5);
  });

  test('lead from one language to the other', () => {
    const stems = alternativesOf('how many hearings', 'hearings').map(
      (one) => `${one.language}:${one.stem}`,
    );
    expect(stems).toContain(`es:${stem('audiencias', 'es')}`);
  });

  test('name an institution by its other names', () => {
    const stems = alternativesOf('what did DHS say', 'dhs').map((one) => one.stem);
    expect(stems).toContain(stem('homeland', 'en'));
  });

  test('no word stands twice among the alternatives of one term', () => {
    for (const { alternatives } of analyse('were people sent back kidnapped under Biden and Trump')
      .terms) {
      const keys = alternatives.map((one) => `${one.language}:${one.stem}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('what is asked for', () => {
  test.each([
    [
      'number',
      [
        'How many were returned?',
        'cuantos murieron',
        'what share had lawyers',
        'how long did they wait',
      ],
    ],
    [
      'date',
      [
        'When did it end?',
        'cuándo empezó',
        'what year was it',
        'en que fecha terminó',
        'since when',
      ],
    ],
    ['person', ['Who ended it?', 'quién lo terminó', 'which judge ruled']],
    [
      'place',
      ['Where were they sent?', '¿dónde esperaban?', 'which ports took part', 'en que ciudades'],
    ],
    ['reason', ['Why did it end?', 'por qué terminó', 'xq lo pararon', 'what was the reason']],
    ['status', ['Is it still in effect?', '¿sigue vigente?', 'latest on mpp']],
    ['definition', ['What is MPP?', 'que es MPP', 'what does RMX mean', 'en qué consiste']],
    ['list', ['Which groups sued?', 'cuáles grupos demandaron', 'examples of harm']],
    ['position', ['What did UNHCR say?', 'qué opina la CNDH', 'critics opinion of mpp']],
    ['manner', ['How did it work?', 'cómo funcionaba']],
    ['yes-no', ['Did it work?', 'was it legal', 'Are families exempt?']],
    ['other', ['MPP Tijuana', 'tell me of the camps']],
  ] as const)('%s', (asked, questions) => {
    for (const question of questions) expect(analyse(question).asked, question).toBe(asked);
  });
});

describe('the form', () => {
  test.each([
    ['toBot', 'what do you think of MPP', 'what do courts think of MPP'],
    ['future', 'will it come back', 'did it come back'],
    ['present', 'is it still used', 'was it used'],
    ['past', 'did it end', 'does it end'],
    ['firstPerson', 'can I cross', 'can families cross'],
    ['hypothetical', 'what would happen if it ended', 'what happened when it ended'],
    ['why', 'why did it end', 'when did it end'],
    ['why', 'por qué terminó', 'cuándo terminó'],
  ] as const)('%s: "%s", not "%s"', (name, yes, no) => {
    expect(analyse(yes).form[name]).toBe(true);
    expect(analyse(no).form[name]).toBe(false);
  });
});

describe('the focus', () => {
  test.each([
    ['how many Brazilians were returned', ['brazilians']],
    ['in what city did they wait', ['city']],
    ['¿qué hotel usaron?', ['hotel', 'usaron']],
    ["what was the judge's salary", ['salary']],
    ['when did it start', []],
  ])('%s', (question, words) => {
    const { focus, terms } = analyse(question);
    expect(focus.map((i) => terms[i]?.repaired)).toEqual(words);
  });
});

test('numbers and years are kept apart, in one form', () => {
  expect(analyse('were seventy thousand returned in Feb 2019').numbers).toEqual(['70000', '2019']);
});

test('a long question is read up to its limit', () => {
  const { text, words } = analyse(`${'court '.repeat(200)}lawyer`);
  expect(text.length).toBeLessThanOrEqual(MAX_QUESTION_LENGTH);
  expect(words).not.toContain('lawyer');
});

test('any text gives a query whose parts fit together', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const { terms, focus, words } = analyse(text);
      expect(new Set(terms.map(({ word }) => word)).size).toBe(terms.length);
      for (const position of focus) expect(terms[position]).toBeDefined();
      expect(words).not.toContain('');
      for (const { alternatives } of terms) {
        for (const { weight } of alternatives) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test.each([
  ['<@123456789012345678> who ended it', ['ended']],
  ['who ended it <:sad:123456789012345678> <t:1700000000:R>', ['ended']],
  ['https://example.com/2019/report.html who ended it', ['ended']],
])('mentions, emoji and addresses are no words: %s', (question, words) => {
  expect(wordsOf(question)).toEqual(words);
  expect(analyse(question).numbers).toEqual([]);
});
