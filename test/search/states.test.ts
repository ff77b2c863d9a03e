import { expect, test } from 'vitest';
import { readStates, statesAsked } from '../../src/search/states.ts';

test.each([
  ['The court ruled on 30 June 2022.', { amount: false, date: 'day', reason: false }],
  ['In June 2022 five judges agreed.', { amount: true, date: 'month' }],
  ['It ended in 2021 because of a ruling.', { amount: false, date: 'year', reason: true }],
  ['Fewer than 2 % won asylum.', { amount: true, share: true, date: 'none' }],
])('what is stated: %s', (text, states) => {
  expect(readStates(text)).toMatchObject(states);
});

test.each([
  ['number', ['how', 'many'], 'They were 300.', 'They were returned.'],
  ['number', ['what', 'percent'], 'Half were released.', 'They were 300.'],
  ['date', ['when'], 'It was on 3 May 2019.', 'It was in 2019.'],
  ['date', ['when'], 'It was in 2019.', 'It was long ago.'],
  ['person', ['who'], 'It was signed by Nielsen.', 'It was signed.'],
  ['reason', ['why'], 'It ended because it failed.', 'It ended.'],
] as const)('asked for a %s, %j: "%s" is better than "%s"', (asked, words, better, worse) => {
  const query = { asked, words: [...words] };
  expect(statesAsked(query, readStates(better))).toBeGreaterThan(
    statesAsked(query, readStates(worse)),
  );
});
