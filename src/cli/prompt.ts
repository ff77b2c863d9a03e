/** `npm run prompt`: the bot in the terminal. */
import { createInterface } from 'node:readline';
import { ask } from '../ask.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { loadCorpus } from '../corpus/load.ts';
import { filterSources, passagesOf, readFilter } from '../discord/source-message.ts';
import { findSources, findTopics } from '../discord/suggest.ts';
import { EXIT, UserError } from '../errors.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { openIndex } from '../open-index.ts';
import { answerToTerminal, type TerminalOptions } from '../render/terminal.ts';
import { aboutToTerminal, sourcesToTerminal, sourceToTerminal } from '../render/terminal-cards.ts';
import type { SearchIndex } from '../search/build.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import type { CliCommand, Terminal } from './command.ts';
import { answerDefine, answerStatus, answerTimeline } from './prompt-history.ts';

export const promptCommand: CliCommand = {
  name: 'prompt',
  summary: 'try the commands in this terminal',
  usage: 'npm run prompt',
  run: (_args, terminal) => runPrompt(loadConfig(terminal.env), terminal),
};

/** What a line of the prompt is answered with; `end` closes it. */
interface Reply {
  text: string;
  end?: boolean;
}

/**
 * Runs the prompt until `exit`, Ctrl-C or the end of the input; without a terminal it reads lines and prints
 * answers only. Resolves to the exit code.
 * @param options.steps say first how to put the bot on a server
 * @param options.index the index where there is one already
 */
export async function runPrompt(
  config: Pick<Config, 'CACHE_DIR' | 'CORPUS_DIR' | 'DEFAULT_LANGUAGE'>,
  { stdin, stdout }: Pick<Terminal, 'stdin' | 'stdout'>,
  { steps = true, index: given }: { steps?: boolean; index?: SearchIndex } = {},
): Promise<number> {
  const index = given ?? openIndex(config, loadCorpus(config.CORPUS_DIR)).index;
  const isInteractive = stdout.isTTY === true && (stdin as { isTTY?: boolean }).isTTY === true;
  const options = { colour: stdout.isTTY === true, corpus: index.corpus };
  if (steps) stdout.write(goingLive(index.corpus, config.DEFAULT_LANGUAGE));
  stdout.write(help(index.corpus.info.command));

  const lines = createInterface({
    input: stdin,
    ...(isInteractive && { output: stdout, prompt: `${index.corpus.info.command}> ` }),
    terminal: isInteractive,
  });
  if (isInteractive) lines.prompt();
  for await (const line of lines) {
    const { text, end } = answerLine(line, index, config, options);
    stdout.write(text);
    if (end) break;
    if (isInteractive) lines.prompt();
  }
  lines.close();
  return EXIT.ok;
}

/** How to put the bot on a server. */
function goingLive({ info: { command } }: Corpus, language: Language): string {
  const texts = catalogs[language].playground;
  const steps = texts.steps(command).map((step, index) => `  ${index + 1}. ${step}\n`);
  return `${texts.terminalSteps}\n${steps.join('')}\n`;
}

function help(command: string): string {
  return `  /${command} ask QUESTION      answer a question; a line without a slash is a question too
  /${command} source ID         what a source says
  /${command} sources [kind:news] [position:critical] [about:TOPIC]
  /${command} timeline [from:2019-01] [to:2021-08-13] [topic:TOPIC]
  /${command} status [DATE]     what was in force on a day
  /${command} define TERM       what a term means, who somebody is
  /${command} about             what this is
  /help, exit
`;
}

/** Answers a line as typed. Never throws for what somebody typed: what can't be answered is explained. */
export function answerLine(
  line: string,
  index: SearchIndex,
  config: Pick<Config, 'DEFAULT_LANGUAGE'>,
  options: TerminalOptions,
): Reply {
  try {
    return replyTo(line, index, config, options);
  } catch (error) {
    const { errors } = catalogs[config.DEFAULT_LANGUAGE];
    const words = error instanceof UserError && errors[error.key as keyof Catalog['errors']];
    if (typeof words !== 'string') throw error;
    return { text: `${words}\n` };
  }
}

function replyTo(
  line: string,
  index: SearchIndex,
  { DEFAULT_LANGUAGE: language }: Pick<Config, 'DEFAULT_LANGUAGE'>,
  options: TerminalOptions,
): Reply {
  const { corpus } = index;
  const { command } = corpus.info;
  const { errors } = catalogs[language];
  const typed = cleanText(line);
  if (typed === '') return { text: '' };
  if (/^\/?(?:exit|quit)$/i.test(typed)) return { text: '', end: true };
  if (/^\/?help$/i.test(typed) || typed === `/${command}`) return { text: help(command) };

  const [, name = '', rest = ''] = typed.startsWith(`/${command} `)
    ? (/^\S+ (\S+) ?(.*)$/.exec(typed) ?? [])
    : ['', typed.startsWith('/') ? typed : 'ask', typed];
  switch (name) {
    case 'ask':
      if (rest === '') return { text: `${errors.emptyQuestion}\n` };
      return { text: answerToTerminal(ask(index, rest, { fallback: language }), options) };
    case 'source': {
      const [source, another] = findSources(corpus, rest);
      if (!source || another) return { text: `${errors.unknownSource}\n` };
      return { text: sourceToTerminal(source, passagesOf(corpus, source), language, options) };
    }
    case 'sources': {
      const [kind, position, about] = ['kind', 'position', 'about'].map(
        (option) => new RegExp(`\\b${option}:(\\S*)`).exec(rest)?.[1] ?? '',
      );
      const topic = about ? findTopics(corpus, about)[0] : undefined;
      const filter = readFilter(corpus, [kind ?? '', position ?? '', topic?.id ?? about ?? '']);
      if (!filter) return { text: `There is no such kind, position or topic.\n${help(command)}` };
      return { text: sourcesToTerminal(filterSources(corpus, filter), language, options) };
    }
    case 'timeline':
      return { text: answerTimeline(rest, { corpus, language, options }) };
    case 'status':
      return { text: answerStatus(rest, { corpus, language, options }) };
    case 'define':
      return { text: answerDefine(rest, { corpus, language, options }) };
    case 'about':
      return { text: aboutToTerminal(corpus, language, options) };
    default:
      return { text: `There is no command ${name}.\n${help(command)}` };
  }
}
