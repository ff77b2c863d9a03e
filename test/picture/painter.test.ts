import { expect, onTestFinished, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { createPainter, type PainterOptions } from '../../src/picture/painter.ts';
import type { TimelinePicture } from '../../src/picture/picture.ts';
import { timelinePage } from '../../src/render/timeline.ts';
import { timelinePicture } from '../../src/render/timeline-picture.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

const corpus = loadCorpus(FIXTURE_CORPUS);
const { picture } = timelinePicture(corpus, timelinePage(corpus, {}, { language: 'en' }));
const titled = (title: string): TimelinePicture => ({ ...picture, title });

/** A painter with patience for a busy machine, and the faults it told. */
function newPainter(options: Partial<PainterOptions> = {}) {
  const faults: unknown[] = [];
  const painter = createPainter({
    onFault: (error) => faults.push(error),
    patienceMs: 15_000,
    ...options,
  });
  onTestFinished(() => painter.stop());
  return { painter, faults };
}

/** A script for the thread that does this with each message; `n` counts them. */
const thread = (code: string) =>
  script(`import { parentPort } from 'node:worker_threads';
    let n = 0;
    parentPort.on('message', ({ id }) => { n += 1; ${code} });`);
const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const SEND_COUNT = 'parentPort.postMessage({ id, result: Uint8Array.of(n) });';

test('a picture is drawn while this thread goes on', async () => {
  const { painter, faults } = newPainter();
  let turns = 0;
  let isDrawn = false;
  const count = () => {
    turns += 1;
    if (!isDrawn) setImmediate(count);
  };
  setImmediate(count);
  const png = await painter.paint(picture);
  isDrawn = true;
  expect(
    Buffer.from(png ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(faults).toEqual([]);
  // Drawn here, it would be one or two turns of the event loop; there are thousands.
  expect(turns).toBeGreaterThan(20);
});

test('the same picture is drawn once, also when it is wanted twice at a time', async () => {
  const { painter } = newPainter({ script: thread(SEND_COUNT) });
  const both = await Promise.all([painter.paint(titled('a')), painter.paint(titled('a'))]);
  expect(both.map((png) => png?.[0])).toEqual([1, 1]);
  expect((await painter.paint(titled('b')))?.[0]).toBe(2);
  expect((await painter.paint(titled('a')))?.[0]).toBe(1);
});

test('only the latest pictures are kept', async () => {
  const { painter } = newPainter({ script: thread(SEND_COUNT) });
  for (let i = 1; i <= 65; i += 1) expect((await painter.paint(titled(`${i}`)))?.[0]).toBe(i);
  expect((await painter.paint(titled('2')))?.[0]).toBe(2);
  expect((await painter.paint(titled('1')))?.[0]).toBe(66);
});

test('a picture that is late is left out, and kept for the next one who asks', async () => {
  const { painter, faults } = newPainter({
    patienceMs: 50,
    script: thread(`setTimeout(() => { ${SEND_COUNT} }, 400);`),
  });
  expect(await painter.paint(picture)).toBeUndefined();
  expect(String(faults[0])).toContain('no picture within 50 ms');
  await expect.poll(() => painter.paint(picture), { timeout: 10_000 }).toEqual(Uint8Array.of(1));
});

test.each([
  ['an error while drawing', thread("parentPort.postMessage({ id, error: new Error('broken') });")],
  ['a thread that ends', thread('process.exit(3);')],
  ['a thread that throws', thread("throw new Error('broken');")],
  ['a script that cannot run', script("import 'node:nowhere';")],
])('%s leaves the picture out, each time anew', async (_, broken) => {
  const { painter, faults } = newPainter({ script: broken });
  expect(await painter.paint(picture)).toBeUndefined();
  expect(await painter.paint(picture)).toBeUndefined();
  expect(faults).toHaveLength(2);
});

test('the thread ends when no picture is wanted, never while one is drawn, and starts again', async () => {
  const { painter } = newPainter({
    idleMs: 20,
    script: thread(`setTimeout(() => { ${SEND_COUNT} }, 100);`),
  });
  expect((await painter.paint(titled('a')))?.[0]).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await painter.paint(titled('b')))?.[0]).toBe(1);
});
