import { expect, test } from 'vitest';
import { periodsIn, selectEvents } from '../../src/answer/timeline.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { TopicId } from '../../src/corpus/schema.ts';

const corpus = loadCorpus('corpus');
const dates = (filter: Parameters<typeof selectEvents>[1]) =>
  selectEvents(corpus, filter).map(({ date }) => date);

test('without a filter it is the whole timeline, in order of time', () => {
  const all = dates({});
  expect(all).toHaveLength(corpus.timeline.length);
  expect(all).toEqual(all.toSorted());
});

test('both ends count, and a month fits when any of its days does', () => {
  expect(dates({ from: '2021-08-13', to: '2021-08-19' })).toEqual(['2021-08-13', '2021-08-19']);
  expect(dates({ from: '2020-03-20', to: '2020-03-22' })).toEqual(['2020-03']);
  expect(dates({ from: '2021-08', to: '2021-08' })).toEqual([
    '2021-08-13',
    '2021-08-19',
    '2021-08-24',
  ]);
  expect(dates({ to: '1951' })).toEqual(['1951']);
  expect(dates({ from: '2026-06-26' })).toEqual([]);
});

test('dates the wrong way round mean the days between them', () => {
  expect(dates({ from: '2022', to: '2021-12' })).toEqual(dates({ from: '2021-12', to: '2022' }));
  expect(dates({ from: '2022', to: '2021-12' }).length).toBeGreaterThan(3);
});

test('a topic narrows it', () => {
  const topic = corpus.topics.get('metering' as TopicId);
  const events = selectEvents(corpus, { topic });
  expect(events.length).toBeGreaterThan(1);
  for (const { topics } of events) expect(topics).toContain('metering');
});

test('periods are cut to the span, and end where nobody has looked', () => {
  expect(
    periodsIn(corpus, { from: '2021-05-01', to: '2021-08-20' }).map(({ from, to, period }) => [
      from,
      to,
      period.status,
    ]),
  ).toEqual([
    ['2021-05-01', '2021-05-31', 'suspended'],
    ['2021-06-01', '2021-08-12', 'terminated'],
    ['2021-08-13', '2021-08-20', 'ordered-back'],
  ]);
  expect(periodsIn(corpus, { from: '2026-06-01', to: '2027-01-01' })[0]?.to).toBe('2026-06-25');
  expect(periodsIn(corpus, { from: '1951-01-01', to: '1967-01-01' })).toEqual([]);
});
