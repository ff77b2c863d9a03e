/** A community's own answer before what the corpus says. */
import { expect, test } from 'vitest';
import {
  type Answer,
  type CommunityAnswer,
  PLAIN_LENS,
  shownPassages,
} from '../../src/answer/answer.ts';
import { communityAnswerAlone, withCommunityAnswer } from '../../src/answer/community.ts';
import { answerWithOverview, answerWithPassages, decline } from '../../src/answer/decide.ts';
import { momentOf } from '../../src/answer/freshness.ts';
import type { PassageId } from '../../src/corpus/schema.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const { corpus } = fixtureIndex();
const query = { language: 'en' } as const;
const moment = momentOf(new Date('2024-01-01'));
const [first, second, third, fourth] = [...corpus.passages.values()];
if (!first || !second || !third || !fourth) throw new Error('too few passages');

const GONE = { id: 'gone#f01' as PassageId };
const resting = (...passages: { id: PassageId }[]): CommunityAnswer => ({
  id: 'c1',
  wordings: ['When does it run?'],
  text: 'At nine.',
  passages: passages.map(({ id }) => id),
  languages: ['en'],
  editorName: null,
  changedAt: '2024-05-06T07:08:09Z',
});
const found = answerWithPassages(
  corpus,
  query,
  [second, first, third].map((passage) => ({ passage, score: 1 })),
);
const put = (answer: Answer, community: CommunityAnswer | undefined) =>
  withCommunityAnswer(corpus, query, answer, community, moment);
const idsOf = (answer: Answer) => shownPassages(answer).map(({ passage }) => passage.id);

test('what it rests on comes first, then what was found, nothing twice and three at most', () => {
  expect(idsOf(put(found, resting(first)))).toEqual([first.id, second.id, third.id]);
  expect(idsOf(put(found, resting(fourth)))).toEqual([fourth.id, second.id, first.id]);
});

test('it takes the place of an answer that was declined', () => {
  const answer = put(decline(corpus, query, 'not-covered'), resting(first));
  expect(answer).toMatchObject({ kind: 'passages', lens: PLAIN_LENS, community: { id: 'c1' } });
  expect(idsOf(answer)).toEqual([first.id]);
});

test('without one, or when nothing that it rests on is left, the answer stays as it was', () => {
  expect(put(found, undefined)).toBe(found);
  expect(put(found, resting(GONE))).toBe(found);
});

test('alone it shows no more than what it rests on, and nothing when that is gone', () => {
  const alone = (...passages: { id: PassageId }[]) =>
    communityAnswerAlone(corpus, query, resting(...passages), moment);
  const answer = alone(second, GONE);
  expect(answer && idsOf(answer)).toEqual([second.id]);
  expect(answer?.community?.text).toBe('At nine.');
  expect(alone(GONE)).toBeUndefined();
});

test('it keeps what the answer was looked at through, but for the sides of a judgement, and its overview', () => {
  const [overview] = corpus.overviews;
  if (!overview) throw new Error('no overview');
  const lens = { ...PLAIN_LENS, present: true, judged: [second] };
  const answer = put({ ...found, lens, overview }, resting(first));
  expect(answer).toMatchObject({ lens: { present: true, judged: null }, overview });
  const broad = { ...answerWithOverview(corpus, query, overview), lens };
  expect(put(broad, resting(fourth))).toMatchObject({ kind: 'passages', overview });
  expect(idsOf(put(broad, resting(fourth)))).toEqual([fourth.id]);
});

test('it rests on three passages at most', () => {
  const answer = communityAnswerAlone(corpus, query, resting(first, second, third, fourth), moment);
  expect(answer && idsOf(answer)).toEqual([first.id, second.id, third.id]);
});
