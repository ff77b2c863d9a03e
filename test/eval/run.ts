/**
 * `npm run eval`: how well questions are answered, by set, style, language, kind and tag.
 *
 *   npm run eval -- [--set NAME[:HALF]]… [--misses] [--out FILE] [--against FILE] [FILE.jsonl…]
 *   npm run eval -- --record      writes what the development sets give now to test/eval/record.json
 *   npm run eval -- --docs        puts the record's figures into docs/EVALUATION.md
 *
 * Sets: dev (the shared one), narrow, broad, decline, strangers, chat; trust prints the figures of trust. `--out` writes what
 * came out for each row; `--against` compares
 * with such a file by a paired bootstrap.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { compareRuns, type Outcome } from './bootstrap.ts';
import { EVALUATION_PAGE, pageWithFigures } from './docs.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Judgement, judgeAll } from './judge.ts';
import { RECORD_FILE, readRecord, takeRecord } from './record.ts';
import { type Half, OWN_SETS, ownSet, type Row, readRows, sharedDev } from './sets.ts';
import { pageWithTrust, printTrust, readTrust, recordTrust } from './trust-record.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', multiple: true },
    misses: { type: 'boolean' },
    out: { type: 'string' },
    against: { type: 'string' },
    record: { type: 'boolean' },
    docs: { type: 'boolean' },
  },
});
const out = (line = '') => process.stdout.write(`${line}\n`);

if (values.record) {
  const index = buildIndex(loadCorpus('corpus'));
  await recordTrust(index);
  const record = takeRecord(index);
  writeFileSync(RECORD_FILE, `${JSON.stringify(record, null, 2)}\n`);
  out(`wrote ${RECORD_FILE}`);
}
if (values.docs) {
  const page = readFileSync(EVALUATION_PAGE, 'utf8');
  writeFileSync(EVALUATION_PAGE, pageWithTrust(pageWithFigures(page, readRecord()), readTrust()));
  out(`wrote ${EVALUATION_PAGE}`);
}
if (values.set?.includes('trust')) {
  await printTrust(buildIndex(loadCorpus('corpus')), out, values.misses ?? false);
  values.set = values.set.filter((name) => name !== 'trust');
}
const isAsked = values.set === undefined || values.set.length > 0 || positionals.length > 0;
if (!values.record && !values.docs && isAsked) evaluate();

function evaluate(): void {
  const index = buildIndex(loadCorpus('corpus'));
  const { info, hash, passages, overviews } = index.corpus;
  out(`corpus ${info.version} (${hash}): ${passages.size} passages, ${overviews.length} overviews`);
  const outcomes: Outcome[] = [];
  for (const [name, rows] of chosenSets()) {
    const judgements = judgeAll(index, rows);
    out();
    out(`${name.padEnd(22)}    n   @1    @3    shown  wrong declines  declined  language`);
    for (const [label, figures] of figuresOf(judgements)) printFigures(label, figures);
    if (values.misses) printMisses(judgements);
    for (const { row, at1, at3, rightlyDeclined } of judgements) {
      const right = row.answerable ? at3 : rightlyDeclined;
      outcomes.push({ id: `${name}/${row.id}`, right, first: at1 });
    }
  }
  if (values.out) writeFileSync(values.out, JSON.stringify(outcomes));
  if (values.against) {
    out();
    out(compareRuns(outcomes, JSON.parse(readFileSync(values.against, 'utf8')) as Outcome[]));
  }
}

/** The files and sets that were asked for; without any, every set that is there. */
function chosenSets(): [string, Row[]][] {
  const files = positionals.map((path): [string, Row[]] => [path, readRows(path)]);
  const names = values.set ?? (files.length > 0 ? [] : OWN_SETS);
  const sets = names.map((name): [string, Row[]] => [name, readSet(name)]);
  if (values.set || files.length > 0) return [...files, ...sets];
  const shared = sharedDev();
  if (!shared) out('without the shared set: ../shared/eval/mpp/dev.jsonl is not there');
  return shared ? [['dev', shared], ...sets] : sets;
}

function readSet(name: string): Row[] {
  const [set, half] = name.split(':');
  if (set === 'dev') {
    const rows = sharedDev();
    if (!rows) throw new Error('../shared/eval/mpp/dev.jsonl is not there');
    return rows;
  }
  const own = OWN_SETS.find((known) => known === set);
  if (own) return ownSet(own, half as Half | undefined);
  throw new Error(`there is no set ${name}: dev, ${OWN_SETS.join(', ')}`);
}

function printFigures(label: string, figures: Figures): void {
  const cell = (value: number | null) => (value === null ? '-' : value.toFixed(1)).padStart(5);
  const { n, at1, at3, shown, wrongDeclines, declined, language } = figures;
  out(
    `  ${label.padEnd(20)} ${String(n).padStart(4)} ${cell(at1)} ${cell(at3)}  ${cell(shown)}           ${cell(wrongDeclines)}     ${cell(declined)}     ${cell(language)}`,
  );
}

function printMisses(judgements: readonly Judgement[]): void {
  for (const { row, answer, at3, declined, rightlyDeclined } of judgements) {
    if (row.answerable ? at3 : rightlyDeclined) continue;
    const what = row.answerable ? (declined ? 'DECLINED' : 'WRONG') : 'ANSWERED';
    const shown =
      answer.kind === 'passages'
        ? answer.passages.map(({ passage }) => passage.id).join(' ')
        : answer.kind === 'overview'
          ? answer.overview.id
          : answer.reason;
    out(
      `  ${what.padEnd(8)} ${row.id} [${row.style}${row.tag ? ` ${row.tag}` : ''}] ${row.question}\n           ${shown}`,
    );
  }
}
