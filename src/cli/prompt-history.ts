/** The prompt's timeline, status and define: what is typed after them, and the answer as text. */
import { statusOn } from '../answer/status.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { readDateOption } from '../discord/read-date.ts';
import { findEventTopics, findTerms } from '../discord/suggest-history.ts';
import { UserError } from '../errors.ts';
import type { TerminalOptions } from '../render/terminal.ts';
import {
  statusToTerminal,
  termsToTerminal,
  termToTerminal,
  timelineToTerminal,
} from '../render/terminal-history.ts';
import { dayOf } from '../text/dates.ts';
import type { Language } from '../text/language.ts';

interface Asker {
  corpus: Corpus;
  language: Language;
  options: TerminalOptions;
}

/** `from:2019-01 to:13 August 2021 topic:hearings`, each of which may be left out. @throws UserError */
export function answerTimeline(typed: string, { corpus, language, options }: Asker): string {
  const { from, to, topic: named, rest } = readOptions(typed, ['from', 'to', 'topic']);
  // What stands before any option isn't dropped in silence: a lone word is taken for the topic.
  const wanted = named || rest;
  const topic = wanted ? findEventTopics(corpus, wanted)[0] : undefined;
  if (wanted && !topic) throw new UserError('unknownTopic');
  const filter = { from: readDateOption(from), to: readDateOption(to), topic };
  return timelineToTerminal(corpus, filter, language, options);
}

/** `on:2021-08-13`, the date alone, or nothing for today. @throws UserError */
export function answerStatus(typed: string, { corpus, language, options }: Asker): string {
  const { on, rest } = readOptions(typed, ['on']);
  const date = readDateOption(on || rest) ?? dayOf(new Date());
  return statusToTerminal(corpus, statusOn(corpus, date), language, options);
}

/** `term:NAME` or the name alone. @throws UserError */
export function answerDefine(typed: string, { corpus, language, options }: Asker): string {
  const { term, rest } = readOptions(typed, ['term']);
  const [entry, ...others] = findTerms(corpus, term || rest);
  if (!entry) throw new UserError('unknownTerm');
  return others.length === 0
    ? termToTerminal(corpus, entry, language, options)
    : termsToTerminal([entry, ...others], language);
}

/** The values after `name:`, which may hold spaces, and what stands before the first of them. */
function readOptions<Name extends string>(
  typed: string,
  names: readonly Name[],
): Partial<Record<Name, string>> & { rest: string } {
  const [rest = '', ...parts] = typed.split(new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'i'));
  const options: Partial<Record<string, string>> = {};
  for (let index = 0; index < parts.length; index += 2) {
    options[parts[index]?.toLowerCase() ?? ''] = parts[index + 1]?.trim();
  }
  return { ...(options as Partial<Record<Name, string>>), rest: rest.trim() };
}
