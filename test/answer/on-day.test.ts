/** What is answered about the state on a day that a question is restricted to. */
import { describe, expect, test } from 'vitest';
import { type Answer, shownPassages } from '../../src/answer/answer.ts';
import { answerWithPassages, decline } from '../../src/answer/decide.ts';
import { answerOnDay, isFarFrom } from '../../src/answer/on-day.ts';
import type { Passage } from '../../src/corpus/corpus.ts';
import type { StatusPeriod } from '../../src/corpus/schema.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const { lexicon, corpus: fixture } = fixtureIndex();
const passageOf = (asOf: string) => {
  const source = makeSource({ id: asOf, published: asOf, asOf: null });
  return makePassage({ source, asOf, id: `report#${asOf}` });
};
const begun = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'].map(passageOf);
const ended = passageOf('2021-01-01');
const running = [passageOf('2022-01-01'), passageOf('2022-01-02')];
const other = passageOf('2019-01-01');
const late = passageOf('2023-01-01');

const period = (from: string, to: string | null, passages: readonly Passage[]) =>
  ({ ...fixture.status[0], from, to, passages: passages.map(({ id }) => id) }) as StatusPeriod;
const corpus = {
  ...fixture,
  passages: new Map(
    [...begun, ended, ...running, other, late].map((passage) => [passage.id, passage]),
  ),
  status: [
    period('2020-01-01', '2020-12-31', begun),
    period('2021-01-01', '2021-12-31', [ended, late]),
    period('2022-01-01', null, running),
  ],
};
const answerOf = (...passages: Passage[]) =>
  answerWithPassages(
    corpus,
    { language: 'en' },
    passages.map((passage) => ({ passage, score: 1 })),
  );
const decided = answerOf(other);

function shownOn(
  asOf: string,
  unrestricted: Answer,
  { question = 'is it still in force', status = corpus.status } = {},
) {
  const answer = answerOnDay(
    { corpus: { ...corpus, status } },
    analyseQuestion(question, lexicon),
    decided,
    unrestricted,
    { asOf, moment: { today: '2024-03-31', staleAfterDays: 30 } },
  );
  return shownPassages(answer).map(({ passage }) => passage);
}
/** What decides the present is among what is shown without a day. */
const ofState = answerOf(other, running[1] as Passage);

describe('a question about the state', () => {
  test('is answered with what decides the period of the day, newest first, three passages at most', () => {
    const newest = begun.toReversed().slice(0, 3);
    expect(shownOn('2020-06-01', ofState)).toEqual(newest);
    expect(shownOn('2022-06-01', ofState)).toEqual(running.toReversed());
  });

  test('has the first and the last day of a period in it', () => {
    expect(shownOn('2020-01-01', ofState)).toEqual([begun[0]]);
    expect(shownOn('2020-12-31', ofState)).toEqual(begun.toReversed().slice(0, 3));
    expect(shownOn('2021-01-01', ofState)).toEqual([ended]);
  });

  test('is not answered with what was written later', () => {
    expect(shownOn('2021-12-31', ofState)).toEqual([ended]);
  });

  test('keeps its answer on a day before all periods, or where none runs', () => {
    expect(shownOn('2019-12-31', ofState)).toEqual([other]);
    expect(shownOn('2020-06-01', ofState, { status: corpus.status.slice(0, 2) })).toEqual([other]);
  });
});

test('any other question keeps its answer', () => {
  expect(shownOn('2020-06-01', ofState, { question: 'how many people came' })).toEqual([other]);
  expect(shownOn('2020-06-01', answerOf(other))).toEqual([other]);
  expect(shownOn('2020-06-01', decline(corpus, { language: 'en' }, 'off-topic'))).toEqual([other]);
});

test('what was known by a day is far from a question when it scores much less than what is known now', () => {
  const found = (...scores: number[]) => ({ ranked: scores.map((score) => ({ score })) }) as never;
  expect(isFarFrom(found(1, 0), found(4, 1))).toBe(true);
  expect(isFarFrom(found(3), found(4))).toBe(false);
  expect(isFarFrom(found(), found(4))).toBe(false);
  expect(isFarFrom(found(3), found())).toBe(false);
});
