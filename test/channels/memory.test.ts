import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConversations } from '../../src/discord/qa-channels/conversation.ts';
import { createShortMemory } from '../../src/discord/qa-channels/short-memory.ts';
import { createSubjects } from '../../src/discord/qa-channels/subjects.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what was asked is gone after ten minutes, whether anybody looks or not', () => {
  const subjects = createSubjects();
  subjects.set('c:1', { text: 'What is it?', language: 'en', authorId: '7' });
  vi.advanceTimersByTime(599_000);
  expect(subjects.has(() => true)).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(subjects.has(() => true)).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test('setting an entry again begins its time anew, and the oldest makes room', () => {
  const memory = createShortMemory<number>(1_000, 2);
  memory.set('a', 1);
  vi.advanceTimersByTime(900);
  memory.set('a', 2);
  vi.advanceTimersByTime(900);
  expect(memory.get('a')).toBe(2);
  memory.set('b', 3);
  memory.set('c', 4);
  expect(['a', 'b', 'c'].map(memory.get)).toEqual([undefined, 3, 4]);
  memory.forget((value) => value === 3);
  expect(memory.get('b')).toBeUndefined();
});

test('two people who talk are a conversation for two minutes; one alone is none', () => {
  let now = 0;
  const talk = createConversations(() => now);
  talk.note('general', 'ann');
  talk.note('general', 'ann');
  expect(talk.isBetweenOthers('general', 'ann')).toBe(false);
  expect(talk.isBetweenOthers('general', 'bob')).toBe(false);
  now = 60_000;
  talk.note('general', 'bob');
  expect(['ann', 'bob', 'cleo'].map((who) => talk.isBetweenOthers('general', who))).toEqual([
    true,
    true,
    true,
  ]);
  expect(talk.isBetweenOthers('other', 'ann')).toBe(false);
  now = 130_000;
  expect(talk.isBetweenOthers('general', 'cleo')).toBe(false);
});
