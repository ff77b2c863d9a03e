import { expect, test } from 'vitest';
import { type Answer, type DeclinedAnswer, shownPassages } from '../../src/answer/answer.ts';
import {
  asksAboutPresent,
  hasOnlyOldSources,
  isStale,
  momentOf,
  newestFirst,
} from '../../src/answer/freshness.ts';
import { isKnownBy } from '../../src/answer/known.ts';
import { receiptOf, replayReceipt } from '../../src/answer/receipt.ts';
import { ask } from '../../src/ask.ts';
import { passageDate } from '../../src/corpus/corpus.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { firstDayOf } from '../../src/text/dates.ts';
import { ownSet } from '../eval/sets.ts';
import { makeDeclinedAnswer, makePassage, makeSource } from '../helpers/answers.ts';
import { realIndex } from '../helpers/indexes.ts';

const index = realIndex();

/** A day on which a question is asked. */
const on = (day: string, staleAfterDays?: number) => ({
  moment: momentOf(new Date(`${day}T12:00:00Z`), staleAfterDays),
});
const shownIn = (answer: Answer) => shownPassages(answer).map(({ passage }) => passage);
const staleOf = (answer: Answer) => (answer.kind === 'declined' ? undefined : answer.stale);

const PRESENT = [
  'Is Remain in Mexico still in force?',
  'is mpp in effect right now',
  '¿Sigue vigente Quédate en México?',
];

test.each(PRESENT)(
  'an answer about the present is stale once its newest source is old: %s',
  (q) => {
    const fresh = ask(index, q, on('2025-08-01'));
    const old = ask(index, q, on('2027-08-01'));
    expect(staleOf(fresh)).toBe(false);
    expect(staleOf(old)).toBe(true);
  },
);

test('the age from which on an answer is stale can be set', () => {
  const [question = ''] = PRESENT;
  const answer = ask(index, question, on('2025-08-01'));
  if (answer.kind === 'declined' || !answer.newest) throw new Error('declined');
  const age = (day: string) => on(day, 10);
  expect(staleOf(ask(index, question, age('2025-07-28')))).toBe(false);
  expect(staleOf(ask(index, question, age('2025-07-29')))).toBe(true);
});

test.each([
  'When did MPP begin?',
  'How many people were returned in 2019?',
  'Was it still in effect when Biden took office?',
  'Since when is MPP in force?',
  'Was Remain in Mexico still in effect in 2021?',
])('a question about the past is never stale: %s', (question) => {
  expect(staleOf(ask(index, question, on('2030-01-01')))).not.toBe(true);
});

test('the newest passages come first where the present is asked for', () => {
  const answer = ask(
    index,
    'is the border pretty much still shut or did that change',
    on('2026-08-01'),
  );
  const dates = shownIn(answer).map(passageDate);
  expect(dates.length).toBeGreaterThan(1);
  expect(dates).toEqual([...dates].sort().reverse());
});

test('a shared or turned copy of a stale answer is stale too', () => {
  const answer = ask(index, PRESENT[0] as string, on('2027-01-01'));
  if (answer.kind === 'declined') throw new Error('declined');
  const receipt = receiptOf(index.corpus, answer);
  const replay = (day: string) => replayReceipt(index.corpus, receipt, 'en', on(day).moment);
  expect(replay('2027-01-01')).toEqual(answer);
  expect(replay('2025-08-01')?.stale).toBe(false);
});

const DAYS = ['2018-12-31', '2019-06-30', '2020-03-31', '2021-07-15', '2022-08-10', '2025-02-01'];

test.each(DAYS)('nothing that was not known by %s is shown or told', (day) => {
  // Each day gets other questions of the two sets.
  const rows = [...ownSet('broad'), ...ownSet('narrow').slice(0, 60)].filter(
    (_, i) => i % 3 === DAYS.indexOf(day) % 3,
  );
  let answered = 0;
  for (const { question } of rows) {
    const answer = ask(index, question, { asOf: day, ...on('2026-11-25') });
    const { id } = shownIn(answer).find((passage) => !isKnownBy(passage, day)) ?? {};
    expect(id, question).toBeUndefined();
    if (answer.kind === 'declined') {
      for (const { passage } of answer.related) expect(isKnownBy(passage, day)).toBe(true);
      continue;
    }
    answered += 1;
    for (const passage of shownIn(answer))
      expect(firstDayOf(passageDate(passage) as string) <= day, passage.id).toBe(true);
    for (const { positions } of answer.disagreements) {
      for (const { passages } of positions) {
        const known = passages.some((passage) =>
          isKnownBy(index.corpus.passages.get(passage) as never, day),
        );
        expect(known, question).toBe(true);
      }
    }
  }
  expect(answered).toBeGreaterThan(10);
});

test('a receipt of a restricted answer replays it', () => {
  for (const { question } of ownSet('broad').slice(0, 80)) {
    const answer = ask(index, question, { asOf: '2021-07-15', ...on('2026-11-25') });
    if (answer.kind === 'declined') continue;
    const receipt = receiptOf(index.corpus, answer);
    const replay = replayReceipt(index.corpus, receipt, answer.language, on('2026-11-25').moment);
    expect(replay && shownIn(replay).map(({ id }) => id), receipt).toEqual(
      shownIn(answer).map(({ id }) => id),
    );
    expect(replay?.lens.asOf).toBe('2021-07-15');
  }
});

test.each([
  ['2019-06-01', /in force/],
  ['2021-03-01', /suspended/],
  ['2021-07-15', /ending MPP|ended MPP/],
  ['2021-10-01', /order/],
  ['2022-01-15', /MPP 2\.0/],
  ['2022-09-01', /lifted|no new people/],
  ['2025-05-05', /paused the restart/],
])('what was in force on %s is answered with what decides it', (asOf, expected) => {
  const answer = ask(index, 'Is Remain in Mexico still in force?', { asOf, ...on('2026-11-25') });
  expect(
    shownIn(answer)
      .map(({ text }) => text.en)
      .join(' '),
  ).toMatch(expected);
});

test('a question that only later sources answer says so', () => {
  const answer = ask(index, 'What did the Supreme Court decide about MPP?', {
    asOf: '2019-03-01',
    ...on('2026-11-25'),
  });
  expect(answer).toMatchObject({
    kind: 'declined',
    reason: 'not-covered',
    until: { day: '2019-03-01', laterAnswers: true },
  });
  if (answer.kind !== 'declined') throw new Error('answered');
  expect(answer.searched.sources).toBeLessThan(index.corpus.sources.size);
  expect(answer.searched.newest && answer.searched.newest <= '2019-03-01').toBe(true);
});

test('a passage for a year is known inside that year only when its source was published', () => {
  const passage = (asOf: string | null, published: string | null) =>
    makePassage({ asOf, source: makeSource({ published, asOf: null }) });
  expect(isKnownBy(passage('2019', '2019-05-01'), '2019-06-01')).toBe(true);
  expect(isKnownBy(passage('2019', '2019-07-01'), '2019-06-01')).toBe(false);
  expect(isKnownBy(passage('2019', '2021-07-01'), '2019-12-31')).toBe(true);
  expect(isKnownBy(passage('2020-01-01', '2019-05-01'), '2019-06-01')).toBe(false);
  expect(isKnownBy(passage(null, '2019-05-01'), '2019-06-01')).toBe(true);
  expect(isKnownBy(passage(null, null), '2019-06-01')).toBe(false);
});

test('a date is stale from the day after its last day on, by today or by an earlier day that is asked for', () => {
  const moment = { today: '2024-03-31', staleAfterDays: 30 };
  expect(isStale('2024-03-01', moment, null)).toBe(false);
  expect(isStale('2024-02-29', moment, null)).toBe(true);
  // A month speaks for its last day.
  expect(isStale('2024-03', moment, null)).toBe(false);
  expect(isStale(null, moment, null)).toBe(true);
  expect(isStale('2023-01-01', moment, '2023-01-10')).toBe(false);
  // A day that is still to come changes nothing.
  expect(isStale('2024-02-29', moment, '2024-12-31')).toBe(true);
  expect(isStale('2024-03-01', moment, '2030-01-01')).toBe(false);
});

test('newest first: a month by its last day, a bare year by its first, undated last, equals as they were', () => {
  const source = makeSource({ published: null, asOf: null });
  const items = [null, '2020', '2020-06', '2020-06-10', '2020-06-30', '2019-12-31'].map(
    (asOf, i) => ({
      passage: makePassage({ source, asOf, id: `report#${i}` }),
    }),
  );
  expect(newestFirst(items).map(({ passage }) => passage.asOf)).toEqual([
    '2020-06',
    '2020-06-30',
    '2020-06-10',
    '2020',
    '2019-12-31',
    null,
  ]);
});

test('only a question that is declined for want of a source, and has old ones beside it, has only old ones', () => {
  const { moment } = on('2024-01-01');
  const dated = (asOf: string) => ({ passage: makePassage({ asOf }), citation: 1, score: 1 });
  const declined = (reason: DeclinedAnswer['reason'], ...related: DeclinedAnswer['related']) =>
    hasOnlyOldSources(makeDeclinedAnswer({ reason, related }), moment, null);
  const [old, fresh] = [dated('2020-01-01'), dated('2023-12-01')];
  expect(declined('not-covered', old, old)).toBe(true);
  expect(declined('not-covered', old, fresh)).toBe(false);
  expect(declined('not-covered')).toBe(false);
  expect(declined('off-topic', old)).toBe(false);
});

test.each<[question: string, isAboutPresent: boolean]>([
  ['is it still in force', true],
  ['was it ended or is it still running', false],
  ['is it still running or was it ended', true],
  ['was it in force', false],
  ['is it in force in 2024', true],
  ['is it in force in 2025', true],
  ['was it in force in 2019', false],
  ['is it in force in 2019', false],
  ['when did it end', false],
])('asked in March 2024, "%s" is about how things stand: %s', (question, isAboutPresent) => {
  const query = analyseQuestion(question, index.lexicon);
  expect(asksAboutPresent(query, '2024-03-31')).toBe(isAboutPresent);
});
