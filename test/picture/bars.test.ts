import { expect, test } from 'vitest';
import { drawBars } from '../../src/picture/bars.ts';
import { paintPng } from '../../src/picture/paint.ts';

const row = (label: string, first: number, second: number) => ({
  label,
  first,
  second,
  figures: `${first} + ${second}`,
});
const picture = (rows: ReturnType<typeof row>[]) => ({
  title: 'Questions <by> week',
  legend: ['answered', 'not answered'] as [string, string],
  rows,
});
/** Right ends of the boxes and beginnings of the figures, in the order of the document. */
const endsIn = (svg: string) =>
  [...svg.matchAll(/<rect x="(\d+)" width="(\d+)"/g)].map(
    ([, x, width]) => Number(x) + Number(width),
  );

test('bars are as long as what they stand for, and stay within the picture', () => {
  const svg = drawBars(picture([row('May 4', 30, 10), row('May 11', 15, 5)]));
  const boxes = [...svg.matchAll(/<rect x="\d+" width="(\d+)" y/g)].map(([, width]) =>
    Number(width),
  );
  const [first = 0, second = 0, third = 0, fourth = 0] = boxes;
  expect(first / second).toBeCloseTo(3, 0);
  expect(first / third).toBeCloseTo(2, 1);
  expect(second / fourth).toBeCloseTo(2, 1);
  expect(Math.max(...endsIn(svg))).toBeLessThan(960);
  expect(svg).toContain('Questions &lt;by&gt; week');
});

test.each([
  ['nothing', []],
  ['zeros', [row('May 4', 0, 0)]],
  ['a huge number beside a small one', [row('May 4', 1_000_000, 1), row('May 11', 1, 0)]],
])('%s can be drawn', (_name, rows) => {
  const png = paintPng(drawBars(picture(rows)));
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
});
