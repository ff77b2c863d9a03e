import { expect, test } from 'vitest';
import { isBoilerplate, judgeBlocks } from '../../src/import/boilerplate.ts';

test.each([
  'Read more exclusive news from the Herald.',
  "Get the featured stories in your email and don't miss out on important news.",
  'MORE: Five harbours that froze',
  'By Ana Ejemplo and Olu Sample',
  'Last updated March 2, 2025 xx:xx pm (EST)',
  'Privacy Policy | Terms of Use | Contact Us',
  'Copyright © 2024 Herald Ventures. All rights reserved.',
  'CONTACT: Press Office | (347) 527-0969 | [email protected]',
  'In this Dec. 26, 2022, file photo, riders wait at the pier.',
  'Suscríbete a nuestro boletín.',
  'Most read',
  'February 7, 2023',
])('not of the article: %s', (text) => {
  expect(isBoilerplate(text)).toBe(true);
});

test.each([
  'By Friday the boats had stopped.',
  'By the end of 2019 all of them were gone.',
  'Recommended by the council, the plan was dropped in May.',
  'Most read the notice too late.',
  'Advertising cost the town three million crowns.',
  'In this case, the picture that emerges is another one.',
  'Published in 2019, the report names no one.',
  'Comments from riders were not answered.',
  'Share prices fell by half in June.',
  'Follow the money, the treasurer said.',
  'Cookies were served on the first night.',
])('of the article: %s', (text) => {
  expect(isBoilerplate(text)).toBe(false);
});

test('a caption goes with its credit, a sentence that names an agency stays', () => {
  const blocks = [
    'Riders at the north pier.',
    'L. Vega/EPA',
    'The office told the paper via Reuters that ice was the reason.',
  ].map((text) => ({ kind: 'paragraph' as const, text, links: [] }));
  expect(judgeBlocks(blocks).map(({ belongs }) => belongs)).toEqual([false, false, true]);
});
