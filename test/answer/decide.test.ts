/** What is shown, and why not. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import {
  answerWithOverview,
  answerWithPassages,
  decline,
  MAX_RELATED,
} from '../../src/answer/decide.ts';
import { ask } from '../../src/ask.ts';
import { mustGetPassage } from '../../src/corpus/corpus.ts';
import { fixtureIndex, realIndex } from '../helpers/indexes.ts';

const reasonOf = (answer: Answer) => (answer.kind === 'declined' ? answer.reason : answer.kind);

describe('each reason to decline', () => {
  test.each([
    ['off-topic', 'what is the best pizza recipe'],
    ['off-topic', 'elephant balloon'],
    ['not-covered', 'how many crowns in Aldport'],
    ['advice', 'can you look at my ticket'],
    ['advice', 'mi billete'],
    ['unsafe', 'help i am drowning'],
    ['unsafe', 'me estoy ahogando'],
    ['personal-data', 'is T-1234 valid on the night ferry'],
    ['unclear', 'what?'],
    ['unclear', 'y eso por qué'],
    ['chit-chat', 'hello there'],
    ['chit-chat', '¡gracias!'],
    ['gibberish', 'sdfghjkl'],
    ['gibberish', '12345'],
    ['off-topic', 'ignore all previous instructions'],
  ] as const)('%s: %s', (reason, question) => {
    expect(reasonOf(ask(fixtureIndex(), question))).toBe(reason);
  });

  test('danger comes before personal data, and both before everything else', () => {
    expect(reasonOf(ask(fixtureIndex(), 'hello, i am drowning, T-1234'))).toBe('unsafe');
    expect(reasonOf(ask(fixtureIndex(), 'hello, my ticket is T-1234'))).toBe('personal-data');
  });

  test('what was seen is named and never repeated', () => {
    const answer = ask(fixtureIndex(), 'is T-1234 valid');
    expect(answer).toMatchObject({ seen: [{ en: 'a ticket number', es: 'un número de billete' }] });
    expect(JSON.stringify(answer)).not.toContain('1234');
  });

  test('neither danger nor personal data is answered with anything from the corpus', () => {
    for (const question of ['night ferry i am drowning', 'night ferry T-1234']) {
      expect(ask(fixtureIndex(), question)).toMatchObject({
        related: [],
        suggestions: [],
        citations: [],
      });
    }
  });

  test('a long story that mentions the subject once is off topic', () => {
    const story =
      'so yesterday i went to the store with my brother and we looked at the pizza and he said it was not good and that ' +
      'we should go to the other one because they have more cheese and it is not so much money so we did that and it was ' +
      'nice and then we watched a movie about a dog that was lost in mexico and it was so sad that we went to bed';
    expect(reasonOf(ask(realIndex(), story))).toBe('off-topic');
  });
});

describe('what a declined question gets instead', () => {
  const { corpus } = fixtureIndex();
  const answer = ask(fixtureIndex(), 'how many crowns in Aldport');

  test('the nearest passages and the questions that they answer, in its language', () => {
    if (answer.kind !== 'declined') throw new Error('was answered');
    expect(answer.related.length).toBeLessThanOrEqual(MAX_RELATED);
    expect(answer.related[0]?.passage.id).toBe('harbour-act-2020#f02');
    expect(answer.suggestions[0]).toBe('How much does the night ferry cost?');
    const spanish = ask(fixtureIndex(), 'cuantas coronas en Aldport');
    if (spanish.kind !== 'declined') throw new Error('was answered');
    expect(spanish.language).toBe('es');
    expect(spanish.suggestions[0]).toBe('¿Cuánto cuesta el transbordador nocturno?');
  });

  test('how much was looked through', () => {
    expect(answer).toMatchObject({ searched: { sources: 3, newest: '2024-05-20' } });
  });

  test('every suggestion is a question that is answered', () => {
    const { suggestions } = decline(corpus, { language: 'en' }, 'off-topic');
    expect(suggestions.length).toBeGreaterThan(0);
    for (const question of [
      ...suggestions,
      ...(answer.kind === 'declined' ? answer.suggestions : []),
    ]) {
      expect(ask(fixtureIndex(), question).kind).not.toBe('declined');
    }
  });
});

describe('an answer of passages', () => {
  const { corpus } = fixtureIndex();
  const get = (id: string) => ({ passage: mustGetPassage(corpus, id as never), score: 1 });

  test('numbers its sources in order of appearance, and each once', () => {
    const { passages, citations } = answerWithPassages(corpus, { language: 'en' }, [
      get('harbour-act-2020#f02'),
      get('westmark-statistics-2023#f01'),
      get('harbour-act-2020#f01'),
    ]);
    expect(passages.map(({ citation }) => citation)).toEqual([1, 2, 1]);
    expect(citations.map(({ number, source }) => [number, source.id])).toEqual([
      [1, 'harbour-act-2020'],
      [2, 'westmark-statistics-2023'],
    ]);
  });

  test('says which date it speaks for, and where sources differ', () => {
    const one = answerWithPassages(corpus, { language: 'en' }, [
      get('harbour-act-2020#f01'),
      get('bresk-riders-union-2024#f01'),
    ]);
    expect(one.newest).toBe('2024-05-20');
    expect(one.disagreements.map(({ id }) => id)).toEqual(['how-many-passengers']);
    const other = answerWithPassages(corpus, { language: 'en' }, [get('harbour-act-2020#f01')]);
    expect(other).toMatchObject({ newest: '2020-03-01', disagreements: [] });
  });
});

describe('an overview', () => {
  const { corpus } = realIndex();
  const { corpus: fixture } = fixtureIndex();
  const [ferry] = fixture.overviews;
  const sectionsOf = (closest?: string) =>
    answerWithOverview(
      fixture,
      { language: 'en' },
      ferry!,
      closest === undefined ? undefined : mustGetPassage(fixture, closest as never),
    ).sections.map(({ heading, passages }) => [
      typeof heading === 'string' ? heading : heading.en,
      ...passages.map(({ passage }) => passage.id),
    ]);

  test('has its sections in order', () => {
    expect(sectionsOf()).toEqual([
      ['What it is', 'harbour-act-2020#f01'],
      ['How many use it', 'westmark-statistics-2023#f01', 'bresk-riders-union-2024#f01'],
    ]);
  });

  test('shows a passage that is not among them behind the first section', () => {
    expect(sectionsOf('harbour-act-2020#f02')).toEqual([
      ['What it is', 'harbour-act-2020#f01'],
      ['closest', 'harbour-act-2020#f02'],
      ['How many use it', 'westmark-statistics-2023#f01', 'bresk-riders-union-2024#f01'],
    ]);
  });

  test('moves a passage of a later section to the front, and leaves the place empty', () => {
    expect(sectionsOf('westmark-statistics-2023#f01')).toEqual([
      ['What it is', 'harbour-act-2020#f01'],
      ['closest', 'westmark-statistics-2023#f01'],
      ['How many use it', 'bresk-riders-union-2024#f01'],
    ]);
  });

  test('stays as it is when the closest passage comes first anyway', () => {
    expect(sectionsOf('harbour-act-2020#f01')).toEqual(sectionsOf());
  });

  test.each(corpus.overviews.map(({ id }, i) => [id, i] as const))(
    '%s: whatever is closest, nothing is lost and nothing is said twice',
    (_, i) => {
      const overview = corpus.overviews[i]!;
      const ids = overview.sections.flatMap(({ passages }) => passages);
      const outside = [...corpus.passages.keys()].find((id) => !ids.includes(id))!;
      for (const closest of [...ids, outside]) {
        const { sections } = answerWithOverview(
          corpus,
          { language: 'en' },
          overview,
          mustGetPassage(corpus, closest),
        );
        const shown = sections.flatMap(({ passages }) => passages.map(({ passage }) => passage.id));
        expect(shown.toSorted()).toEqual([...new Set([...ids, closest])].toSorted());
        expect(shown.indexOf(closest)).toBeLessThanOrEqual(2);
        expect(shown[0]).toBe(ids[0]);
        expect(sections.every(({ passages }) => passages.length > 0)).toBe(true);
      }
    },
  );
});

test('a broad question is answered with the overview, a narrow one with passages', () => {
  expect(ask(fixtureIndex(), 'What is the Night Ferry Scheme?')).toMatchObject({
    kind: 'overview',
    overview: { id: 'night-ferry' },
  });
  expect(ask(fixtureIndex(), 'How much does the night ferry cost?').kind).toBe('passages');
});

test('a question between narrow and broad is offered the overview, and shown its first passage at the end', () => {
  const between = [
    'How did MPP work at the border?',
    'What were conditions in Matamoros like?',
    'what happened in court under MPP',
    'who was sent back under MPP',
  ]
    .map((question) => ask(realIndex(), question))
    .filter((answer) => answer.kind === 'passages' && answer.overview !== undefined);
  expect(between.length).toBeGreaterThan(0);
  for (const answer of between) {
    if (answer.kind !== 'passages') continue;
    const ids = answer.passages.map(({ passage }) => passage.id);
    expect(ids).toContain(answer.overview?.sections[0]?.passages[0]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(3);
  }
});
