import { expect, test } from 'vitest';
import { isInterrogative, isTelling } from '../../src/text/interrogative.ts';

test.each([
  'How many people took the ferry',
  'so what happened then',
  '¿Sigue saliendo el transbordador',
  'cuanto cuesta el transbordador',
  'I was wondering if anyone knows when it starts',
  'oye, alguien sabe cuando sale',
  'Looking for sources on the harbour act',
  'necesito información sobre el transbordador',
  'It is late. Does it run on Sunday? Thanks',
  'Is it “free”?)',
])('%s — asks', (text) => expect(isInterrogative(text)).toBe(true));

test.each([
  'The ferry was late again',
  'look at https://example.com/?what=who',
  'Me encanta el transbordador',
  'lol',
  'Whatever you say',
  '',
  'That is how it is',
])('%s — does not ask', (text) => expect(isInterrogative(text)).toBe(false));

test('a long text takes no long time', () => {
  const started = performance.now();
  isInterrogative('anyone '.repeat(20_000));
  isTelling('help '.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(200);
});

test('a title tells what it is about, or only that somebody asks', () => {
  const told = ['Night ferry fares', 'Ferry prices please'].map(isTelling);
  const untold = ['Help please', 'Quick question', 'Hola, tengo una duda', 'Ayuda urgente', '?'];
  expect(told).toEqual([true, true]);
  expect(untold.filter(isTelling)).toEqual([]);
});
