/** Words that keep the same company are near to each other, in one language and across the two. */
import { beforeEach, describe, expect, test } from 'vitest';
import { analyseQuestion } from '../../src/question/analyse.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { learnDirections, nearnessOf, wordVectors } from '../../src/search/latent.ts';
import { createMatcher } from '../../src/search/match.ts';
import { fixtureIndexWith } from '../helpers/indexes.ts';

let index: SearchIndex;
beforeEach(() => {
  index = fixtureIndexWith(SOURCES);
});
const SOURCES = {
  boats: [
    {
      en: 'The skipper moored the launch.',
      es: 'El patrón amarró la lancha.',
      questions: ['Did the pilot tie up the tender?'],
    },
    { en: 'A launch sank.', es: 'Una lancha se hundió.', questions: ['Which launch sank?'] },
  ],
  bread: [{ en: 'The baker burnt a loaf.', es: 'El panadero quemó una hogaza.' }],
};

/** How near a question is to the passage with this text. */
function nearness(question: string, text: string) {
  const query = analyseQuestion(question, index.lexicon);
  const unit = index.units.find(
    ({ target }) => target.kind === 'passage' && target.passage.text.en === text,
  );
  if (!unit) throw new Error(`no passage "${text}"`);
  const [near] = nearnessOf(createMatcher(query, index), [unit], index.table, index.latent);
  if (!near) throw new Error('nothing compared');
  return near;
}

describe('a question is near to a passage', () => {
  test('with which it shares no word, when their words stand together elsewhere', () => {
    const { latent, latentText } = nearness('tender', 'A launch sank.');
    const other = nearness('tender', 'The baker burnt a loaf.');
    expect(latentText).toBeGreaterThan(other.latentText + 0.1);
    expect(latent).toBeGreaterThan(other.latent + 0.1);
  });

  test('in the other language', () => {
    const { latent, latentText } = nearness('¿Y el patrón?', 'A launch sank.');
    const other = nearness('¿Y el panadero?', 'A launch sank.');
    expect(latentText).toBeGreaterThan(other.latentText + 0.1);
    expect(latent).toBeGreaterThan(other.latent + 0.1);
  });

  test('fully when it is its text', () => {
    expect(nearness('A launch sank.', 'A launch sank.').latentText).toBeCloseTo(1, 2);
  });
});

describe('the directions', () => {
  test('are learned alike each time', () => {
    const { units, table } = index;
    const learn = () => learnDirections(wordVectors(units, table), table.size);
    expect(learn()).toEqual(learn());
  });

  test('are fewer than the units, and sound where these are the same', () => {
    const { units, table } = index;
    const [first] = units;
    if (!first) throw new Error('no units');
    const { latent, places } = learnDirections(
      wordVectors(new Array(6).fill(first), table),
      table.size,
    );
    expect(latent.rank).toBe(2);
    expect(latent.words.every(Number.isFinite)).toBe(true);
    expect(places).toHaveLength(12);
  });

  test('of no unit at all are none', () => {
    const { latent } = learnDirections(wordVectors([], index.table), index.table.size);
    expect(latent).toMatchObject({ rank: 0, words: new Float32Array() });
  });
});
