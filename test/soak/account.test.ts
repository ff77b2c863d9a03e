import { expect, test } from 'vitest';
import { reasonOf } from './account.ts';

const sent = { id: '1', what: '/ferry ask', sentAt: 1_000, gaveUpAt: 4_500, sessions: ['a'] };
const quiet = { answers: [], outages: [], connected: ['a'] };
const late = { status: 404, code: 10_062, faulty: false };

test('silence without any fault has no reason', () => {
  expect(reasonOf(sent, quiet)).toBeUndefined();
});

test('a refused payload is no reason', () => {
  const answers = [{ status: 400, code: 50_035, faulty: false }];
  expect(reasonOf(sent, { ...quiet, answers })).toBeUndefined();
});

test('an answer that came too late, or met a fault, is one', () => {
  expect(reasonOf(sent, { ...quiet, answers: [late] })).toMatch(/three seconds/);
  const answers = [{ status: 0, code: null, faulty: true }, late];
  expect(reasonOf(sent, { ...quiet, answers })).toMatch(/injected fault/);
});

test('a lost session counts only where the connection was cut while somebody waited', () => {
  const cut = (at: number) => [{ from: at, to: at }];
  const connected = ['b'];
  expect(reasonOf(sent, { answers: [], connected, outages: cut(2_000) })).toMatch(/session/);
  expect(reasonOf(sent, { answers: [], connected, outages: cut(900) })).toBeUndefined();
  expect(reasonOf(sent, { answers: [], connected, outages: cut(5_000) })).toBeUndefined();
  // Resumed: the bot has been told again, and owes an answer.
  expect(reasonOf(sent, { ...quiet, outages: cut(2_000) })).toBeUndefined();
});
