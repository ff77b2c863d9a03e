import { expect, test } from 'vitest';
import { renderSourceList, sourceMenu } from '../../src/render/source-list.ts';
import { makeSource } from '../helpers/answers.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

const sources = Array.from({ length: 20 }, (_, i) =>
  makeSource({ id: `source-${i}`, title: `Report ${i + 1} of many` }),
);

test('each source has its number in the whole list, on every page', () => {
  const shown = [0, 1, 2].flatMap((page) => {
    const message = renderSourceList(sources, { language: 'en', page, filters: [] });
    return [
      ...textsOf(message)
        .join('\n')
        .matchAll(/(\d+)\\\. .*?Report (\d+)/g),
    ];
  });
  expect(shown.map(([, number]) => Number(number))).toEqual(sources.map((_, i) => i + 1));
  for (const [, number, title] of shown) expect(number).toBe(title);
});

const listOf = (count: number, given: Partial<Parameters<typeof renderSourceList>[1]> = {}) =>
  renderSourceList(sources.slice(0, count), { language: 'en', filters: [], ...given });
const headOf = (...given: Parameters<typeof listOf>) => textsOf(listOf(...given))[0];

test('the head tells how many there are, what they were narrowed to, and the page', () => {
  expect(headOf(2)).toBe('### 2 sources, newest first');
  expect(headOf(2, { filters: ['news', 'about *numbers*'] })).toBe(
    '### 2 sources, newest first\n-# news · about \\*numbers\\*',
  );
  expect(headOf(20, { filters: ['news'], page: 1 })).toBe(
    '### 20 sources, newest first\n-# news · Page 2 of 3',
  );
  expect(headOf(20, { page: 7 })).toBe('### 20 sources, newest first\n-# Page 3 of 3');
});

test('a menu opens a source, named with its publisher and day', () => {
  const message = listOf(1, { open: 'open' });
  expect(controlsOf(message)).toEqual(['Open a source']);
  expect(JSON.stringify(message.components)).toContain('"Harbour Office · March 1, 2020"');
  expect(controlsOf(listOf(1))).toEqual([]);
  const menu = (given: object) => JSON.stringify(sourceMenu([makeSource(given)], 'open', 'en'));
  expect(menu({ published: null, asOf: '2019-05' })).toContain('Harbour Office · May 2019');
  expect(menu({ published: null, asOf: null })).toContain('Harbour Office · no date');
});

test('where none fits, there is nothing to open and nothing to turn', () => {
  const message = listOf(0, { open: 'open', turn: (page) => `turn:${page}`, filters: ['news'] });
  expectSendable(message);
  expect(controlsOf(message)).toEqual([]);
  expect(textsOf(message)).toEqual([
    '### No source fits all of that. Leave one of the choices out.\n-# news',
  ]);
  const linesIn = (count: number) => JSON.stringify(listOf(count).components).match(/"type":14/g);
  expect(linesIn(0)).toBeNull();
  expect(linesIn(1)).toHaveLength(1);
});
