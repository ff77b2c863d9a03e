/** Figures, dates and positions that are set against a claim's, one by one. */
import { describe, expect, test } from 'vitest';
import { compareDates, compareFigures, givesFigure } from '../../src/answer/claim-candidates.ts';
import { stanceByPosition } from '../../src/answer/claim-position.ts';
import type { Disagreement } from '../../src/corpus/schema.ts';
import { readStatement } from '../../src/question/statement.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';

test.each<[claim: string, stated: string, comparison: string]>([
  ['300 ships came', 'It took 300 ships.', 'agrees'],
  ['300 ships came', 'It took 500 ships.', 'differs'],
  ['300 ships came', 'Ships came.', 'silent'],
  ['Ships came', 'It took 300 ships.', 'silent'],
  // A count and a share can't be compared.
  ['300 ships came', 'Only 12% came.', 'silent'],
  // One figure of several is enough.
  ['300 ships and 40 boats came', 'It took 300 ships.', 'agrees'],
  ['300 ships, 12% of them late', 'It took 500 ships.', 'differs'],
])('figures: "%s" against "%s": %s', (claim, stated, comparison) => {
  const claimed = readStatement(claim);
  expect(compareFigures(claimed, readStatement(stated))).toBe(comparison);
  const passage = makePassage({ text: { en: stated, es: stated } });
  expect(givesFigure(claimed, passage)).toBe(comparison !== 'silent');
});

describe('dates', () => {
  const compare = (claim: string, stated: string, asOf: string | null = '2020-02-28') => {
    const source = makeSource({ published: null, asOf: null });
    return compareDates(
      readStatement(claim),
      readStatement(stated),
      makePassage({ source, asOf, text: { en: stated, es: stated } }),
    );
  };

  test.each<[claim: string, stated: string, comparison: string]>([
    ['It began in 2019', 'It began on January 25, 2019.', 'agrees'],
    ['It began in 2018', 'It began on January 25, 2019.', 'differs'],
    ['It ran from 2019 to 2022', 'It began on January 25, 2019.', 'agrees'],
    ['It began', 'It began on January 25, 2019.', 'silent'],
    // The year that stands behind both days is the year of the first one too.
    ['It began on 20 January 2021', 'Between 20 January and 29 October 2021.', 'agrees'],
    ['It began on 20 January 2020', 'Between 20 January and 29 October 2021.', 'differs'],
  ])('"%s" against "%s": %s', (claim, stated, comparison) => {
    expect(compare(claim, stated)).toBe(comparison);
  });

  test('a passage that names none speaks for its own year, which agrees but never differs', () => {
    expect(compare('300 ships came in 2020', 'It took 300 ships.')).toBe('agrees');
    expect(compare('300 ships came in 2019', 'It took 300 ships.')).toBe('silent');
    expect(compare('300 ships came in 2020', 'It took 300 ships.', null)).toBe('silent');
  });
});

describe('a side of a disagreement', () => {
  const stance = (claim: string, value: string, says = 'The port said so.') => {
    const position = {
      value: { en: value, es: value },
      claim: { en: says, es: says },
    } as Disagreement['positions'][number];
    return stanceByPosition(readStatement(claim), position);
  };
  const SUPPORTS = { stance: 'supports', difference: undefined };
  const differs = (difference: string) => ({ stance: 'complicates', difference });

  test('is taken by a figure, which another date takes back', () => {
    expect(stance('300 ships came', '300')).toEqual(SUPPORTS);
    expect(stance('500 ships came', '300')).toEqual(differs('figure'));
    expect(stance('Half of the ships came', '300')).toBeUndefined();
    expect(stance('300 ships came in 2020', '300', 'In 2020.')).toEqual(SUPPORTS);
    expect(stance('300 ships came in 2021', '300', 'In 2020.')).toEqual(differs('date'));
    // One of its figures is enough.
    expect(stance('300 ships and 40 boats came', '300')).toEqual(SUPPORTS);
  });

  test('is taken by a date where the position has one', () => {
    expect(stance('It began in 2020', '2020')).toEqual(SUPPORTS);
    expect(stance('It began in 2021', '2020')).toEqual(differs('date'));
    expect(stance('It ran from 2019 to 2020', '2020')).toEqual(SUPPORTS);
    expect(stance('It began in 2020', 'Later')).toBeUndefined();
  });

  test('is taken by affirming or denying, in whatever words', () => {
    expect(stance('The scheme is legal', 'Lawful')).toEqual(SUPPORTS);
    expect(stance('The scheme is legal', 'Unlawful')).toEqual(differs('position'));
    expect(stance('The scheme is illegal', 'Unlawful')).toEqual(SUPPORTS);
    expect(stance('The scheme is illegal', 'Yes')).toEqual(differs('position'));
  });

  test('is not told where the position neither affirms nor denies', () => {
    expect(stance('The scheme is legal', 'Depends on the judge')).toBeUndefined();
  });
});
