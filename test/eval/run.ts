/**
 * `npm run eval`: how well questions are answered, by set, style, language, kind and tag.
 *
 *   npm run eval -- [--set NAME[:HALF]]… [--misses] [--out FILE] [--against FILE] [FILE.jsonl…]
 *
 * Sets: dev (the shared one), narrow, broad, decline. `--out` writes what came out for each row; `--against` compares
 * with such a file by a paired bootstrap.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ask } from '../../src/ask.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { compareRuns, type Outcome } from './bootstrap.ts';
import { type Judgement, judge } from './judge.ts';
import { type Half, ownSet, type Row, readRows, sharedDev } from './sets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', multiple: true },
    misses: { type: 'boolean' },
    json: { type: 'boolean' },
    out: { type: 'string' },
    against: { type: 'string' },
  },
});
const out = (line = '') => process.stdout.write(`${line}\n`);

const corpus = loadCorpus('corpus');
const index = buildIndex(corpus);
const sets = positionals.map((path): [string, Row[]] => [path, readRows(path)]);
for (const name of values.set ??
  (positionals.length > 0 ? [] : ['dev', 'narrow', 'broad', 'decline'])) {
  sets.push([name, readSet(name)]);
}

out(
  `corpus ${corpus.info.version} (${corpus.hash}): ${corpus.passages.size} passages, ${corpus.overviews.length} overviews`,
);
const outcomes: Outcome[] = [];
for (const [name, rows] of sets) {
  const results = rows.map((row) => judge(row, ask(index, row.question)));
  out();
  out(`${name.padEnd(22)}    n   @1    @3    shown  wrong declines  declined  language`);
  print('all', results);
  for (const field of ['style', 'lang', 'kind', 'tag'] as const) {
    const groups = Map.groupBy(results, ({ row }) => row[field]);
    if (groups.size < 2) continue;
    for (const [value, group] of [...groups].sort(([a], [b]) =>
      String(a).localeCompare(String(b)),
    )) {
      if (value !== undefined && value !== 'none') print(`${field} ${value}`, group);
    }
  }
  if (values.misses) printMisses(results);
  for (const result of results) {
    const right = result.row.answerable ? result.at3 : result.rightlyDeclined;
    outcomes.push({ id: `${name}/${result.row.id}`, right, first: result.at1 });
  }
}
if (values.out) writeFileSync(values.out, JSON.stringify(outcomes));
if (values.against) {
  out();
  out(compareRuns(outcomes, JSON.parse(readFileSync(values.against, 'utf8')) as Outcome[]));
}

function readSet(name: string): Row[] {
  const [set, half] = name.split(':');
  if (set === 'dev') {
    const rows = sharedDev();
    if (!rows) throw new Error('../shared/eval/mpp/dev.jsonl is not there');
    return rows;
  }
  if (set === 'narrow' || set === 'broad' || set === 'decline')
    return ownSet(set, half as Half | undefined);
  throw new Error(`there is no set ${name}: dev, narrow, broad, decline`);
}

function print(label: string, results: readonly Judgement[]): void {
  const answerable = results.filter(({ row }) => row.answerable);
  const others = results.filter(({ row }) => !row.answerable);
  const share = (some: readonly Judgement[], test: (result: Judgement) => boolean) =>
    some.length === 0
      ? '    -'
      : ((100 * some.filter(test).length) / some.length).toFixed(1).padStart(5);
  out(
    `  ${label.padEnd(20)} ${String(results.length).padStart(4)} ${share(answerable, ({ at1 }) => at1)} ${share(answerable, ({ at3 }) => at3)}  ${share(answerable, ({ shown }) => shown)}           ${share(answerable, ({ declined }) => declined)}     ${share(others, ({ rightlyDeclined }) => rightlyDeclined)}     ${share(results, ({ rightLanguage }) => rightLanguage)}`,
  );
}

function printMisses(results: readonly Judgement[]): void {
  for (const { row, answer, at3, declined, rightlyDeclined } of results) {
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
