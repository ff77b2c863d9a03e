import { expect, test } from 'vitest';
import { renderSourceList } from '../../src/render/source-list.ts';
import { makeSource } from '../helpers/answers.ts';
import { textsOf } from '../helpers/sendable.ts';

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
