/** Which passages are shown together. */
import { describe, expect, test } from 'vitest';
import { composePassages, MAX_PASSAGES } from '../../src/answer/compose.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { contrastParts } from '../../src/question/contrast.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { search } from '../../src/search/search.ts';
import { fixtureIndex, fixtureIndexWith } from '../helpers/indexes.ts';

function compose(index: SearchIndex, question: string) {
  const query = analyseQuestion(question, index.lexicon);
  const parts = contrastParts(query, index.lexicon.personOf).map((part) => search(index, part));
  return composePassages(index, search(index, query), parts);
}
const idsOf = (index: SearchIndex, question: string) =>
  compose(index, question).map(({ passage }) => passage.id);

const WHALES = 'A whale followed the night ferry from Aldport to Bresk in spring 2021.';

describe('other sources', () => {
  test('the lead is the best passage, the others are of other sources', () => {
    const shown = compose(fixtureIndex(), 'How many people took the night ferry?');
    expect(shown[0]?.passage.id).toBe('westmark-statistics-2023#f01');
    expect(new Set(shown.map(({ passage }) => passage.source)).size).toBe(shown.length);
    expect(shown.length).toBe(MAX_PASSAGES);
  });

  test('a far worse passage of a source that is shown gives its place to another source', () => {
    const index = fixtureIndexWith({
      'one-2022': [
        { en: WHALES, questions: ['which animal followed the ferry'] },
        {
          en: 'The ferry office sells postcards of animals.',
          questions: ['where are postcards sold'],
        },
      ],
    });
    expect(idsOf(index, 'which animal followed the ferry')).not.toContain('one-2022#f02');
  });

  test('a passage that is as good as the lead is shown, whatever its source', () => {
    expect(idsOf(fixtureIndex(), 'harbour act')).toEqual([
      'harbour-act-2020#f02',
      'harbour-act-2020#f01',
    ]);
  });
});

describe('nothing twice', () => {
  test('a passage that says the same as one that is shown is left out', () => {
    const index = fixtureIndexWith({
      'one-2022': [{ en: WHALES }],
      'two-2022': [
        { en: 'In spring 2021 a whale followed the night ferry to Bresk from Aldport.' },
      ],
    });
    const shown = idsOf(index, 'did a whale follow the night ferry');
    expect(shown.filter((id) => /^(?:one|two)-/.test(id))).toHaveLength(1);
  });

  test('what says something else is not', () => {
    const index = fixtureIndexWith({
      'one-2022': [{ en: WHALES }],
      'two-2022': [{ en: 'Fishermen blamed a whale for seven torn nets off Bresk.' }],
    });
    expect(idsOf(index, 'what about the whale').slice(0, 2).toSorted()).toEqual([
      'one-2022#f01',
      'two-2022#f01',
    ]);
  });
});

describe('two sides', () => {
  const sides = {
    'one-2022': [{ en: 'In 2021 the pilots of Bresk wore green jackets.' }],
    'two-2022': [{ en: 'In 2022 the pilots of Bresk wore yellow coats and hats.' }],
    'aside-2022': [{ en: 'Jackets of pilots are washed on Mondays.' }],
  };

  test('both are shown first, in the order in which the question names them', () => {
    const index = fixtureIndexWith(sides);
    expect(idsOf(index, 'what did pilots wear in 2021 and in 2022').slice(0, 2)).toEqual([
      'one-2022#f01',
      'two-2022#f01',
    ]);
    expect(idsOf(index, 'what did pilots wear in 2022 and in 2021').slice(0, 2)).toEqual([
      'two-2022#f01',
      'one-2022#f01',
    ]);
  });

  test('one passage that speaks of both comes alone in front', () => {
    const index = fixtureIndexWith({
      'both-2022': [
        {
          en: 'Pilots of Bresk wore green in 2021 and yellow in 2022.',
          questions: ['what did pilots wear in 2021', 'what did pilots wear in 2022'],
        },
      ],
    });
    const shown = idsOf(index, 'what did pilots wear in 2021 and in 2022');
    expect(shown[0]).toBe('both-2022#f01');
    expect(new Set(shown).size).toBe(shown.length);
  });
});

test('nothing is shown for nothing found', () => {
  expect(idsOf(fixtureIndex(), 'pizza')).toEqual([]);
});
