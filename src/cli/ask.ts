/** `npm run ask`: answers in the terminal, for people or as JSON. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { momentOf } from '../answer/freshness.ts';
import { receiptOf } from '../answer/receipt.ts';
import { replay } from '../answer/replay.ts';
import { type AskOptions, ask } from '../ask.ts';
import { loadConfig } from '../config.ts';
import { readHistory } from '../corpus/history.ts';
import { loadCorpus } from '../corpus/load.ts';
import { EXIT } from '../errors.ts';
import { explain } from '../explain.ts';
import { openIndex } from '../open-index.ts';
import { answerToTerminal } from '../render/terminal.ts';
import type { SearchIndex } from '../search/build.ts';
import { dayOf, readDate } from '../text/dates.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { answerToJson } from './ask-json.ts';
import { type CliCommand, type Terminal, UsageError } from './command.ts';
import { explanationToTerminal } from './explain.ts';
import { replayToTerminal } from './replay.ts';

const USAGE = `npm run ask -- "question" [options]
  --lang en|es        language of the answer (default: that of the question)
  --as-of 2022-01-31  only what was known by that day (or month, or year)
  --receipt ID        the answer with this receipt again, and what has changed since
  --json              one JSON object instead of text
  --batch FILE.jsonl  answer the rows {id, question, lang?, asOf?} of a file, "-" for standard input; prints JSON lines
  --explain           show how the passages were ranked`;

export const askCommand: CliCommand = {
  name: 'ask',
  summary: 'answer a question in the terminal',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        'as-of': { type: 'string' },
        json: { type: 'boolean' },
        batch: { type: 'string' },
        explain: { type: 'boolean' },
        receipt: { type: 'string' },
      },
    });
    const language = readLanguage(values.lang);
    const asOf = readAsOf(values['as-of'], '--as-of');
    const question = positionals.join(' ').trim();
    if (values.receipt !== undefined) {
      if (question !== '' || values.batch !== undefined)
        throw new UsageError('give a receipt alone');
      return replayAnswer(values.receipt, language, terminal);
    }
    if (values.batch === undefined && question === '') throw new UsageError('there is no question');
    if (values.batch !== undefined && question !== '')
      throw new UsageError('give a question or --batch, not both');
    const config = loadConfig(terminal.env);
    const index = openIndex(config, loadCorpus(config.CORPUS_DIR)).index;
    const moment = momentOf(new Date(), config.STALE_AFTER_DAYS);
    if (values.batch !== undefined)
      return answerBatch(index, values.batch, { language, asOf, moment }, terminal);

    const options = { language, asOf, moment, fallback: config.DEFAULT_LANGUAGE };
    const answer = ask(index, question, options);
    if (values.json)
      terminal.stdout.write(`${JSON.stringify(answerToJson(null, question, answer))}\n`);
    else
      terminal.stdout.write(
        answerToTerminal(answer, {
          colour: terminal.stdout.isTTY === true,
          corpus: index.corpus,
          receipt: answer.kind === 'declined' ? undefined : receiptOf(index.corpus, answer),
        }),
      );
    if (values.explain)
      terminal.stdout.write(explanationToTerminal(explain(index, question, options)));
    return answer.kind === 'declined' ? EXIT.declined : EXIT.ok;
  },
};

function replayAnswer(
  receipt: string,
  language: Language | undefined,
  { env, stdout }: Terminal,
): number {
  const { CORPUS_DIR, DEFAULT_LANGUAGE, STALE_AFTER_DAYS } = loadConfig(env);
  const corpus = loadCorpus(CORPUS_DIR);
  const moment = momentOf(new Date(), STALE_AFTER_DAYS);
  const found = replay(
    corpus,
    readHistory(CORPUS_DIR),
    receipt,
    language ?? DEFAULT_LANGUAGE,
    moment,
  );
  if (found.kind === 'not-a-receipt') throw new UsageError(`"${receipt}" is not a receipt`);
  stdout.write(replayToTerminal(found, corpus, { colour: stdout.isTTY === true, corpus, receipt }));
  return found.answer ? EXIT.ok : EXIT.fault;
}

function readLanguage(value: unknown): Language | undefined {
  if (value === undefined) return undefined;
  const language = LANGUAGES.find((known) => known === value);
  if (!language)
    throw new UsageError(`--lang takes ${LANGUAGES.join(' or ')}, not "${String(value)}"`);
  return language;
}

/** A day, month or year as given; null and nothing are no restriction. */
function readAsOf(value: unknown, where: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  const read = readDate(String(value), dayOf(new Date()));
  if (read.kind !== 'date')
    throw new UsageError(`${where} takes a date such as 2022-01-31, not "${String(value)}"`);
  return read.span.to;
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** Answers each row as it arrives, so that a pipe streams. */
async function answerBatch(
  index: SearchIndex,
  path: string,
  { language, asOf, moment }: AskOptions,
  { stdin, stdout }: Terminal,
): Promise<number> {
  const input = path === '-' ? stdin : createReadStream(path);
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const row = parseRow(text, path, line);
    const answer = ask(index, row.question, {
      language: readLanguage(row.lang) ?? language,
      asOf: readAsOf(row.asOf, `${nameOf(path)}:${line}: asOf`) ?? asOf,
      moment,
    });
    const json = JSON.stringify(answerToJson(row.id, row.question, answer));
    if (!stdout.write(`${json}\n`)) await new Promise((resolve) => stdout.once('drain', resolve));
  }
  return EXIT.ok;
}

function parseRow(
  text: string,
  path: string,
  line: number,
): { id: unknown; question: string; lang?: unknown; asOf?: unknown } {
  try {
    const row: unknown = JSON.parse(text);
    if (
      typeof row === 'object' &&
      row !== null &&
      'question' in row &&
      typeof row.question === 'string'
    ) {
      return {
        id: 'id' in row ? row.id : null,
        question: row.question,
        ...('lang' in row ? { lang: row.lang } : {}),
        ...('asOf' in row ? { asOf: row.asOf } : {}),
      };
    }
  } catch {
    // Said below, with the line.
  }
  throw new UsageError(`${nameOf(path)}:${line}: not a row {"id": …, "question": "…"}`);
}
