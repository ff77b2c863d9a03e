/** Which passages are shown together. */
import { describe, expect, test } from 'vitest';
import { composePassages, MAX_PASSAGES } from '../../src/answer/compose.ts';
import type { Source } from '../../src/corpus/schema.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { contrastParts } from '../../src/question/contrast.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { type SearchResult, search } from '../../src/search/search.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
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

describe('of made-up results', () => {
  /** Passages named by source and what they say, one letter a word: `a:xyz`. */
  const passageOf = (name: string) => {
    const [id = ''] = name.split(':');
    return makePassage({ source: sources.get(id) as Source, id: name });
  };
  const sources = new Map(['a', 'b', 'c', 'd'].map((id) => [id, makeSource({ id })]));
  const known = new Map<string, ReturnType<typeof passageOf>>();
  const result = (scores: Record<string, number>) =>
    ({
      passages: Object.entries(scores).map(([name, score]) => {
        const passage = known.get(name) ?? passageOf(name);
        known.set(name, passage);
        return { passage, score };
      }),
    }) as unknown as SearchResult;
  const index = {
    unitOf: {
      get: (name: string) => ({
        texts: [{ terms: [...(name.split(':')[1] ?? '')].map((word) => word.charCodeAt(0)) }],
      }),
    },
    table: { idf: () => 1 },
  } as unknown as SearchIndex;
  const shown = (found: Record<string, number>, ...parts: Record<string, number>[]) =>
    composePassages(index, result(found), parts.map(result)).map(({ passage }) => passage.id);

  test('three are shown, best first', () => {
    expect(shown({ 'a:x': 4, 'b:y': 3, 'c:z': 2, 'd:w': 1 })).toEqual(['a:x', 'b:y', 'c:z']);
  });

  test('another of the same source has to score within 0.8 of the lead', () => {
    expect(shown({ 'a:x': 4, 'a:y': 3.3, 'b:z': 3 })).toEqual(['a:x', 'a:y', 'b:z']);
    expect(shown({ 'a:x': 4, 'a:y': 3.1, 'b:z': 3 })).toEqual(['a:x', 'b:z']);
    expect(shown({ 'a:x': 4, 'b:y': 3, 'b:w': 2, 'c:z': 1 })).toEqual(['a:x', 'b:y', 'c:z']);
  });

  test('what shares more than about half of its words with one that is shown is left out', () => {
    expect(shown({ 'a:wxyz': 4, 'b:wxy': 3 })).toEqual(['a:wxyz']);
    expect(shown({ 'a:wxyz': 4, 'b:wx': 3 })).toEqual(['a:wxyz', 'b:wx']);
    expect(shown({ 'a:': 4, 'b:': 3 })).toEqual(['a:', 'b:']);
  });

  test('the lead of each side comes first, unless one passage leads them all', () => {
    const found = { 'a:x': 4, 'b:y': 3, 'c:z': 2 };
    expect(shown(found, { 'b:y': 3 }, { 'c:z': 2 })).toEqual(['b:y', 'c:z', 'a:x']);
    expect(shown(found, { 'b:y': 3 }, { 'b:y': 2 })).toEqual(['b:y', 'a:x', 'c:z']);
    expect(shown(found, { 'a:x': 3 }, { 'a:x': 2 })).toEqual(['a:x', 'b:y', 'c:z']);
    expect(shown(found, { 'a:x': 3 }, { 'c:z': 2 })).toEqual(['a:x', 'c:z', 'b:y']);
    expect(shown(found, { 'd:w': 3 }, {})).toEqual(['d:w', 'a:x', 'b:y']);
  });

  test('no more than three sides are shown, and nothing where the whole finds nothing', () => {
    const sides = ['a:x', 'b:y', 'c:z', 'd:w'].map((name) => ({ [name]: 1 }));
    expect(shown({ 'a:x': 1 }, ...sides)).toEqual(['a:x', 'b:y', 'c:z']);
    expect(shown({}, { 'a:x': 1 })).toEqual([]);
  });
});
