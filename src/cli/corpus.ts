/** `npm run corpus`: checks the corpus, describes it, extends it, and writes the JSON Schemas for editors. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import {
  corrections,
  HISTORY_FILE,
  historyToYaml,
  readHistory,
  recordVersion,
} from '../corpus/history.ts';
import { jsonSchemas } from '../corpus/json-schema.ts';
import { loadCorpus, readCorpus } from '../corpus/load.ts';
import { describeCorpus } from '../corpus/report.ts';
import { EXIT, formatFault } from '../errors.ts';
import { type CliCommand, type Terminal, UsageError } from './command.ts';
import { count, reportToTerminal, totalsToText } from './corpus-report.ts';
import { correctionLine } from './replay.ts';

const USAGE = `npm run corpus -- check [DIR]            every fault as file:line: what — how to mend it
       npm run corpus -- report [DIR] [--json]  what the corpus holds
       npm run corpus -- corrections [DIR]      passages that said something else in an earlier version
       npm run corpus -- record [DIR]           note in DIR/history.yaml what this version changes
       npm run corpus -- schema [DIR]           write DIR/schema/*.json for editors
       npm run corpus -- import FILE|URL… [--out FOLDER]
                                                drafts of sources from HTML, PDF, Markdown or text (default: DIR/sources)
       DIR is CORPUS_DIR unless given (default: corpus)`;

export const corpusCommand: CliCommand = {
  name: 'corpus',
  summary: 'check the corpus, describe what it holds, or extend it',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, out: { type: 'string' } },
    });
    const [action = '', given, ...rest] = positionals;
    if (values.out !== undefined && action !== 'import')
      throw new UsageError('--out goes with import');
    if (action === 'import') {
      if (given === undefined) throw new UsageError('name a file or an address to import');
      const { CORPUS_DIR: corpusDir, CACHE_DIR: cacheDir } = loadConfig(terminal.env);
      const outDir = values.out ?? join(corpusDir, 'sources');
      // Loaded for this only: what it needs would slow down the other commands.
      const { importSources } = await import('./corpus-import.ts');
      return importSources(positionals.slice(1), { corpusDir, cacheDir, outDir }, terminal);
    }
    if (rest.length > 0) throw new UsageError(`one folder at a time, not also "${rest[0]}"`);
    if (values.json && action !== 'report') throw new UsageError('--json goes with report');
    const dir = given ?? loadConfig(terminal.env).CORPUS_DIR;
    switch (action) {
      case 'check':
        return check(dir, terminal);
      case 'report': {
        const report = describeCorpus(loadCorpus(dir));
        terminal.stdout.write(
          values.json ? `${JSON.stringify(report, null, 2)}\n` : reportToTerminal(report),
        );
        return EXIT.ok;
      }
      case 'corrections':
        return listCorrections(dir, terminal);
      case 'record':
        return record(dir, terminal);
      case 'schema':
        return writeSchemas(join(dir, 'schema'), terminal);
      default:
        throw new UsageError(action === '' ? 'say what to do' : `there is no "corpus ${action}"`);
    }
  },
};

function check(dir: string, { stdout }: Terminal): number {
  const { corpus, faults } = readCorpus(dir);
  if (corpus) {
    stdout.write(`no faults: ${totalsToText(describeCorpus(corpus))}\n`);
    return EXIT.ok;
  }
  for (const fault of faults) stdout.write(`${formatFault(fault)}\n`);
  stdout.write(`${count(faults.length, 'fault')}\n`);
  return EXIT.fault;
}

function listCorrections(dir: string, { stdout }: Terminal): number {
  const listed = corrections(readHistory(dir), loadCorpus(dir));
  const lines = listed.map(correctionLine);
  stdout.write(`${[...lines, count(listed.length, 'correction')].join('\n')}\n`);
  return EXIT.ok;
}

function record(dir: string, { stdout }: Terminal): number {
  const history = readHistory(dir);
  const recorded = recordVersion(loadCorpus(dir), history);
  const path = join(dir, HISTORY_FILE);
  if (recorded === history) {
    stdout.write(`${path} has this version already\n`);
    return EXIT.ok;
  }
  writeFileSync(path, historyToYaml(recorded));
  const version = recorded.versions.at(-1);
  const changed = (['added', 'corrected', 'removed'] as const)
    .map((kind) => `${version?.[kind].length ?? 0} ${kind}`)
    .join(', ');
  stdout.write(`${path}: version ${version?.hash} of ${version?.date}: ${changed}\n`);
  return EXIT.ok;
}

function writeSchemas(dir: string, { stdout }: Terminal): number {
  mkdirSync(dir, { recursive: true });
  const schemas = Object.entries(jsonSchemas());
  for (const [name, text] of schemas) writeFileSync(join(dir, name), text);
  stdout.write(`${count(schemas.length, 'schema')} written to ${dir}\n`);
  return EXIT.ok;
}
