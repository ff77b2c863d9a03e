import { expect, test } from 'vitest';
import { statusOn } from '../../src/answer/status.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { addDays } from '../../src/text/dates.ts';

const corpus = loadCorpus('corpus');
/** First day and short name of each period as published, written here so that the corpus can't change unseen. */
const PERIODS = [
  ['2018-12-20', 'announced'],
  ['2019-01-29', 'in-force'],
  ['2021-01-20', 'suspended'],
  ['2021-06-01', 'terminated'],
  ['2021-08-13', 'ordered-back'],
  ['2021-12-06', 'in-force-2'],
  ['2022-08-08', 'ended-2'],
  ['2022-12-15', 'stayed-termination'],
  ['2025-01-21', 'reinstated'],
  ['2025-04-16', 'suspended'],
  ['2025-07-18', 'limited'],
] as const;
const on = (day: string) => statusOn(corpus, day).periods.map(({ period }) => period.status);

test('the table has these periods and no other', () => {
  expect(corpus.status.map(({ from, status }) => [from, status])).toEqual(PERIODS);
});

test.each(
  PERIODS.map(([from, status], index) => ({ from, status, before: PERIODS[index - 1]?.[1] })),
)('on $from begins $status, and the day before is still $before', ({ from, status, before }) => {
  expect(on(addDays(from, -1))).toEqual(before === undefined ? [] : [before]);
  expect(on(from)).toEqual([status]);
  expect(on(addDays(from, 1))).toEqual([status]);
});

test.each(corpus.status.map((period, index) => ({ period, index })))(
  'the last day of period $index and the days around it',
  ({ period: { to, status }, index }) => {
    if (to === null) return expect(index).toBe(PERIODS.length - 1);
    expect(on(addDays(to, -1))).toEqual([status]);
    expect(on(to)).toEqual([status]);
    expect(on(addDays(to, 1))).toEqual([PERIODS[index + 1]?.[1]]);
  },
);

test('every period is opened by an event of its first day, and ended by the one that opens the next', () => {
  for (const [index, { from }] of corpus.status.entries()) {
    const { opened, ended, passages } = statusOn(corpus, from).periods[0] ?? {};
    expect(opened?.date).toBe(from);
    expect(ended?.date).toBe(corpus.status[index + 1]?.from);
    expect(opened?.sources.length).toBeGreaterThan(0);
    expect(passages?.length).toBeGreaterThan(0);
  }
});

test('the two periods of the same status have an opening event each', () => {
  expect(statusOn(corpus, '2021-02-01').periods[0]?.opened?.date).toBe('2021-01-20');
  expect(statusOn(corpus, '2025-05-01').periods[0]?.opened?.date).toBe('2025-04-16');
});

test('it says up to which day the records speak', () => {
  const checkedTo = '2026-06-25';
  expect(statusOn(corpus, checkedTo)).toMatchObject({ checkedTo, unchecked: 'none' });
  expect(statusOn(corpus, addDays(checkedTo, 1))).toMatchObject({ checkedTo, unchecked: 'wholly' });
  expect(statusOn(corpus, '2026')).toMatchObject({ checkedTo, unchecked: 'partly' });
  expect(statusOn(corpus, '2026-06')).toMatchObject({ checkedTo, unchecked: 'partly' });
  expect(statusOn(corpus, '2026-07')).toMatchObject({ checkedTo, unchecked: 'wholly' });
  expect(statusOn(corpus, '2021')).toMatchObject({ unchecked: 'none', isBeforeFirst: false });
});

test('before the first period there is none, and it says when they begin', () => {
  expect(statusOn(corpus, '2018-12-19')).toMatchObject({
    periods: [],
    firstDay: '2018-12-20',
    isBeforeFirst: true,
  });
  expect(statusOn(corpus, '2018')).toMatchObject({ isBeforeFirst: true });
  expect(statusOn(corpus, '2018-12-20')).toMatchObject({ isBeforeFirst: false });
  expect(on('2018')).toEqual(['announced']);
});

test('a month and a year have all their periods', () => {
  expect(on('2021-08')).toEqual(['terminated', 'ordered-back']);
  expect(on('2025')).toEqual(['stayed-termination', 'reinstated', 'suspended', 'limited']);
});

test('other events of that day or month are named, and those that decide are not repeated', () => {
  expect(statusOn(corpus, '2020-02-28').events.map(({ id }) => id)).toEqual([
    't-2020-02-28-ninth-circuit-affirms',
  ]);
  const august = statusOn(corpus, '2021-08').events.map(({ date }) => date);
  expect(august).toEqual(['2021-08-19', '2021-08-24']);
  expect(statusOn(corpus, '2021-08-13').events).toEqual([]);
});

test('a corpus without a table of periods has none on any day', () => {
  const report = statusOn({ ...corpus, status: [] }, '2021-08-13');
  expect(report).toMatchObject({ periods: [], unchecked: 'none', isBeforeFirst: false });
  expect(report.firstDay).toBeUndefined();
});

test('a year names no single events: it would have too many', () => {
  expect(statusOn(corpus, '2019').events).toEqual([]);
});
