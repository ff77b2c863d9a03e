/**
 * How large the pictures of the timeline are and how long they take: `node test/bench/timeline.ts [FOLDER]`.
 * Every page in both languages, without a filter; with a folder, the pictures are written there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadCorpus } from '../../src/corpus/load.ts';
import { createPainter } from '../../src/picture/painter.ts';
import { timelinePage } from '../../src/render/timeline.ts';
import { timelinePicture } from '../../src/render/timeline-picture.ts';
import { LANGUAGES } from '../../src/text/language.ts';

const [folder] = process.argv.slice(2);
if (folder !== undefined) mkdirSync(folder, { recursive: true });
const corpus = loadCorpus('corpus');
const painter = createPainter({ onFault: (error) => process.stderr.write(`${error}\n`) });

const sizes: number[] = [];
const times: number[] = [];
const alts: number[] = [];
let first = 0;
let afterFirst = process.cpuUsage();
for (const language of LANGUAGES) {
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const shown = timelinePage(corpus, {}, { language, page });
    pages = shown.pages;
    const { picture, alt } = timelinePicture(corpus, shown);
    const started = performance.now();
    const png = await painter.paint(picture);
    const ms = performance.now() - started;
    if (!png) throw new Error(`page ${page} in ${language} was not drawn`);
    if (sizes.length === 0) {
      first = ms;
      afterFirst = process.cpuUsage();
    } else times.push(ms);
    sizes.push(png.length / 1000);
    alts.push(alt.length);
    if (folder !== undefined) writeFileSync(join(folder, `${language}-${page + 1}.png`), png);
  }
}
const { user, system } = process.cpuUsage(afterFirst);
const cpu = (user + system) / 1000 / times.length;
const again = performance.now();
await painter.paint(timelinePicture(corpus, timelinePage(corpus, {}, { language: 'en' })).picture);
const kept = performance.now() - again;
await painter.stop();

const line = (name: string, values: number[], unit: string) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(0);
  return `${name}: median ${at(0.5)} ${unit}, most ${at(1)} ${unit}`;
};
process.stdout.write(
  [
    `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${sizes.length} pictures`,
    line('size', sizes, 'kB'),
    line('alt text', alts, 'characters'),
    `first picture, with the start of the thread: ${first.toFixed(0)} ms`,
    line('later pictures', times, 'ms'),
    `processor time of one, whatever else the machine does: ${cpu.toFixed(0)} ms`,
    `the same again: ${kept.toFixed(1)} ms`,
    '',
  ].join('\n'),
);
