/** Disagreements and positions around some passages of a small made-up corpus. */
import { describe, expect, test } from 'vitest';
import {
  countSides,
  disagreementsOf,
  missingSides,
  passagesOfPositions,
} from '../../src/answer/sides.ts';
import type { Corpus, Passage } from '../../src/corpus/corpus.ts';
import type { Disagreement, Topic } from '../../src/corpus/schema.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const passageOf = (position: string, year: number, topic = 'ships') => {
  const id = `${position}-${year}-${topic}`;
  const published = `${year}-01-01`;
  const source = makeSource({ id, position, published, asOf: null });
  return makePassage({ source, asOf: published, id, topics: [topic] });
};
const neutral = passageOf('neutral', 2020);
const early = passageOf('critical', 2020);
const late = passageOf('critical', 2022);
const infavour = passageOf('supportive', 2021);
const onCrews = passageOf('supportive', 2020, 'crews');
const all = [onCrews, neutral, late, early, infavour];

const disagreementOf = (id: string, ...positions: Passage[][]) =>
  ({
    id,
    topic: 'ships',
    positions: positions.map((passages) => ({ passages: passages.map((passage) => passage.id) })),
  }) as unknown as Disagreement;
const corpusOf = (...disagreements: Disagreement[]): Corpus => ({
  ...fixtureIndex().corpus,
  passages: new Map(all.map((passage) => [passage.id, passage])),
  topics: new Map(
    ['ships', 'crews'].map((id) => [id, { id, label: { en: id, es: id } } as Topic] as never),
  ),
  disagreements,
});

describe('the disagreements of what is shown', () => {
  const one = disagreementOf('one', [early], [infavour]);
  const two = disagreementOf('two', [early, late], [infavour]);
  const none = disagreementOf('none', [late], [onCrews]);
  const idsOf = (...given: Parameters<typeof disagreementsOf>) =>
    disagreementsOf(...given).map(({ id }) => id);

  test('are those in which it stands, the one with most of it first', () => {
    const corpus = corpusOf(one, two, none);
    expect(idsOf(corpus, [early, infavour], null)).toEqual(['one', 'two']);
    expect(idsOf(corpus, [early, late, infavour], null)).toEqual(['two', 'one', 'none']);
    expect(idsOf(corpus, [neutral], null)).toEqual([]);
  });

  test('begin with the one that is asked about, even where nothing of it is shown', () => {
    const corpus = corpusOf(one, two, none);
    expect(idsOf(corpus, [early], none)).toEqual(['none', 'one', 'two']);
    expect(idsOf(corpus, [early, late, infavour], one)).toEqual(['one', 'two', 'none']);
  });

  test('have the positions that were taken by a day, and two at least', () => {
    const corpus = corpusOf(one, disagreementOf('three', [early, late], [late], [infavour]));
    const onDay = (day: string) => disagreementsOf(corpus, [early], null, day);
    expect(onDay('2020-06-01')).toEqual([]);
    expect(onDay('2021-06-01').map(({ id, positions }) => [id, positions.length])).toEqual([
      ['one', 2],
      ['three', 2],
    ]);
    expect(onDay('2022-06-01').map(({ positions }) => positions.length)).toEqual([2, 3]);
  });
});

test('each position speaks through its first passage, the first that was known by a day', () => {
  const corpus = corpusOf();
  const dispute = disagreementOf('one', [late, early], [infavour]);
  expect(passagesOfPositions(corpus, dispute, null)).toEqual([late, infavour]);
  expect(passagesOfPositions(corpus, dispute, '2020-06-01')).toEqual([early]);
});

describe('who is missing', () => {
  const corpus = corpusOf();
  const nearby = (
    passages: Passage[],
    asked: Disagreement | null = null,
    asOf: string | null = null,
  ) => ({ found: { passages: passages.map((passage) => ({ passage })) }, asked, asOf }) as never;

  test('is taken from what stands below, before all else', () => {
    expect(missingSides(corpus, [neutral], [late], nearby([early, infavour]))).toEqual([
      infavour,
      late,
    ]);
  });

  test('then from the disagreement that is asked about, or in which what is shown stands', () => {
    const dispute = disagreementOf('one', [late], [infavour], [neutral]);
    const found = nearby([early, infavour]);
    expect(missingSides(corpus, [neutral], [], nearby([early], dispute))).toEqual([infavour, late]);
    expect(missingSides(corpusOf(dispute), [neutral], [], found)).toEqual([infavour, late]);
    expect(missingSides(corpus, [neutral], [], found)).toEqual([infavour, early]);
  });

  test('then from what was found on the same subject, then from anything on it', () => {
    expect(missingSides(corpus, [neutral], [], nearby([onCrews, infavour, early]))).toEqual([
      infavour,
      early,
    ]);
    expect(missingSides(corpus, [neutral], [], nearby([onCrews]))).toEqual([infavour, late]);
  });

  test('is nobody who spoke later than the day, or who is heard already', () => {
    expect(missingSides(corpus, [neutral], [], nearby([], null, '2020-06-01'))).toEqual([early]);
    expect(missingSides(corpus, [early, infavour], [], nearby([late]))).toEqual([]);
  });

  test('comes from whatever was found where passages have no subject', () => {
    const plain = makePassage({ topics: [] });
    expect(missingSides(corpus, [plain], [], nearby([onCrews]))).toEqual([onCrews]);
  });
});

describe('how sources argue', () => {
  const corpus = corpusOf();

  test('is counted on the subject of what is shown, up to a day', () => {
    expect(countSides(corpus, [neutral], null, null)).toMatchObject({
      topic: { id: 'ships' },
      counts: { neutral: 1, supportive: 1, critical: 2 },
    });
    expect(countSides(corpus, [neutral], null, '2020-06-01')?.counts).toEqual({
      neutral: 1,
      supportive: 0,
      critical: 1,
    });
    expect(countSides(corpus, [makePassage({ topics: [] })], null, null)).toBeNull();
  });

  test('is counted on a subject on which both sides speak, even where more of what is shown is on another', () => {
    expect(countSides(corpus, [onCrews, onCrews, neutral], null, null)?.topic.id).toBe('ships');
    expect(countSides(corpus, [onCrews], null, null)?.topic.id).toBe('crews');
    expect(countSides(corpus, [onCrews], disagreementOf('one'), null)?.topic.id).toBe('ships');
  });
});
