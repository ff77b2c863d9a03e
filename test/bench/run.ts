/**
 * How fast the bot is and how it grows: `npm run bench -- [options]`.
 * --part ask,growth,…  these parts only
 * --sizes 10000,…      sizes for the growth, in passages, beside the shipped corpus
 * --rounds N           turns that the bots and the reloads take
 * --every N            asks every n-th question only
 * --out FILE           where the figures go as JSON; data/bench.json unless given
 * --record             writes test/bench/record.json and docs/BENCHMARKS.md too
 * --check              fails when a ratio is worse than recorded; times are never compared
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCorpus } from '../../src/corpus/load.ts';
import { LANGUAGES } from '../../src/text/language.ts';
import { measureAsk } from './ask-part.ts';
import { measureBot } from './bot-part.ts';
import { measureCompletion } from './completion-part.ts';
import { measureEngines } from './engines-part.ts';
import { measureGrowth } from './growth-part.ts';
import { type Part, readMachine } from './measure.ts';
import { BENCHMARKS_PAGE, machineLine, pageWithFigures, textOf } from './page.ts';
import { type BenchRecord, compareRatios, readRecord, writeRecord } from './record.ts';
import { measureReload } from './reload-part.ts';
import { measureRendering } from './rendering-part.ts';

const PARTS: readonly Part[] = [
  { name: 'ask', measure: measureAsk },
  { name: 'growth', measure: measureGrowth },
  { name: 'reload', measure: measureReload },
  { name: 'completion', measure: measureCompletion },
  { name: 'rendering', measure: measureRendering },
  { name: 'engines', measure: measureEngines },
  { name: 'bot', measure: measureBot },
];

const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    sizes: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '7' },
    every: { type: 'string', default: '1' },
    out: { type: 'string', default: 'data/bench.json' },
    record: { type: 'boolean' },
    check: { type: 'boolean' },
  },
});
const out = (line: string) => process.stdout.write(`${line}\n`);

const options = {
  sizes: values.sizes.split(',').filter(Boolean).map(Number),
  rounds: Number(values.rounds),
  every: Number(values.every),
};
const record: BenchRecord = { corpus: describeCorpus(), parts: {} };
out(machineLine(readMachine()));
const { hash, passages, overviews, questions } = record.corpus;
out(`corpus ${hash}: ${passages} passages, ${overviews} overviews, ${questions} questions`);
for (const { name, measure } of chosenParts()) {
  const machine = readMachine();
  const findings = await measure(options);
  record.parts[name] = { machine, ...findings };
  for (const table of findings.tables) out(textOf(table));
}
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify(record, null, 1)}\n`);
out(`\nwrote ${values.out}`);

const recorded = readRecord();
if (values.record) {
  writeRecord(record);
  const page = readFileSync(BENCHMARKS_PAGE, 'utf8');
  writeFileSync(BENCHMARKS_PAGE, pageWithFigures(page, readRecord() ?? record));
  out(`wrote test/bench/record.json and ${BENCHMARKS_PAGE}`);
}
if (values.check) {
  const worse = compareRatios(record.parts, recorded?.parts ?? {});
  for (const line of worse) out(`worse: ${line}`);
  if (worse.length === 0) out('no ratio is worse than recorded');
  process.exitCode = worse.length === 0 ? 0 : 1;
}

/** @throws when a part is named that isn't there */
function chosenParts(): readonly Part[] {
  if (values.part === undefined) return PARTS;
  return values.part.split(',').map((name) => {
    const part = PARTS.find((one) => one.name === name);
    if (part) return part;
    throw new Error(`there is no part ${name}: ${PARTS.map((one) => one.name).join(', ')}`);
  });
}

function describeCorpus(): BenchRecord['corpus'] {
  const { hash, passages, overviews } = loadCorpus('corpus');
  const asked = [...passages.values(), ...overviews].flatMap((owner) =>
    LANGUAGES.flatMap((language) => owner.questions[language]),
  );
  return {
    hash,
    passages: passages.size,
    overviews: overviews.length,
    questions: asked.length,
  };
}
