import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { drawTimeline, WIDTH } from '../../src/picture/draw.ts';
import { paintPng } from '../../src/picture/paint.ts';
import { EVENT_CHARACTERS, type TimelinePicture } from '../../src/picture/picture.ts';
import { encodePalettePng } from '../../src/picture/png.ts';
import { timelinePage } from '../../src/render/timeline.ts';
import { timelinePicture } from '../../src/render/timeline-picture.ts';
import { LANGUAGES } from '../../src/text/language.ts';
import { hostile } from '../helpers/hostile.ts';

const corpus = loadCorpus('corpus');
const resolve = createRequire(import.meta.url).resolve;
const fontFiles = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map(
  (file) => resolve(`@expo-google-fonts/noto-sans/${file}`),
);

const ONE: TimelinePicture = {
  locale: 'en-US',
  title: 'Ferry: March 1, 2020',
  from: '2020-02-20',
  to: '2020-03-11',
  bands: [{ from: '2020-02-20', to: '2020-03-11', look: 'partly' }],
  legend: [{ look: 'partly', label: 'in part' }],
  events: [
    { number: 1, date: 'March 1, 2020', from: '2020-03-01', to: '2020-03-01', text: 'It begins.' },
  ],
};

const measure = (svg: string) =>
  new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox();
const textOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words).join(' ');

test.each(LANGUAGES)('every event is drawn whole and within the frame, in %s', (language) => {
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const shown = timelinePage(corpus, {}, { language, page });
    pages = shown.pages;
    const { picture } = timelinePicture(corpus, shown);
    const svg = drawTimeline(picture);
    // Without the background, which fills the frame: nothing but texts and lines is measured.
    const box = measure(svg.replace(/<rect width="960"[^>]*><\/rect>/, ''));
    const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
    expect(box?.x).toBeGreaterThanOrEqual(16);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(WIDTH - 8);
    expect(box?.y).toBeGreaterThanOrEqual(16);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height - 8);
    const words = textOf(svg);
    for (const { date, text } of picture.events) {
      expect(words).toContain(date);
      expect(words).toContain(text.normalize('NFKC').replaceAll('"', '&quot;'));
    }
  }
});

test('the letters are large enough for a phone', () => {
  // A phone of 390 points shows 960 pixels in about 360 of them.
  const sizes = [...drawTimeline(ONE).matchAll(/font-size="(\d+)"/g)].map(([, size]) =>
    Number(size),
  );
  expect(Math.min(...sizes) * (360 / WIDTH)).toBeGreaterThan(9.5);
});

test('a text of the longest kind is not cut', () => {
  const text = `${'Nominalmigration '.repeat(9)}`.slice(0, EVENT_CHARACTERS).trim();
  const [event] = ONE.events;
  if (!event) throw new Error('no event');
  expect(textOf(drawTimeline({ ...ONE, events: [{ ...event, text }] }))).toContain(text);
});

test('whatever a text holds, the picture is drawn', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, text) => {
      const [event] = ONE.events;
      const events = [{ ...event, date: title, text }] as TimelinePicture['events'];
      const svg = drawTimeline({ ...ONE, title, events });
      expect(svg).not.toMatch(/<script|<image|<a /);
      expect(() => measure(svg)).not.toThrow();
    }),
    { numRuns: 40 },
  );
});

test('a picture is a PNG of the width that was asked for', () => {
  const png = Buffer.from(paintPng(drawTimeline(ONE)));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(WIDTH);
  expect(png.length).toBeLessThan(100_000);
});

test('the palette gives back every pixel, and shades that are near each other when there are too many', () => {
  const [width, height] = [20, 20];
  const pixels = (colours: number) =>
    Uint8Array.from({ length: width * height * 4 }, (_, at) => {
      const pixel = (at >> 2) % colours;
      return [pixel & 255, (pixel >> 8) * 64, 7, 255][at % 4] ?? 0;
    });
  for (const [colours, tolerance] of [
    [200, 0],
    [400, 3],
  ] as const) {
    const given = pixels(colours);
    const png = Buffer.from(encodePalettePng({ width, height, pixels: given }) ?? []);
    const palette = png.subarray(png.indexOf('PLTE') + 4);
    const data = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const colour = 3 * (rows[y * (width + 1) + 1 + x] ?? 0);
        const at = 4 * (y * width + x);
        for (let part = 0; part < 3; part += 1) {
          const off = Math.abs((palette[colour + part] ?? 0) - (given[at + part] ?? 0));
          expect(off).toBeLessThanOrEqual(tolerance);
        }
      }
    }
  }
});
