/** A source, the list of sources and "about" as text for a terminal. */
import { type Corpus, corpusDate, type Passage } from '../corpus/corpus.ts';
import type { Source } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import { cardFacts } from './source-card.ts';
import { joinLines, passageLines, styler, type TerminalOptions } from './terminal.ts';

/** The card of a source with all its passages. */
export function sourceToTerminal(
  source: Source,
  passages: readonly Passage[],
  language: Language,
  options: TerminalOptions,
): string {
  const texts = catalogs[language];
  const styled = styler(options);
  return joinLines([
    styled('bold', cleanText(source.title)),
    styled('dim', cleanText(cardFacts(source, language, texts).join(' · '))),
    cleanText(source.summary[language]),
    source.url ?? texts.card.noLink,
    '',
    ...passages.flatMap((passage) => passageLines({ passage }, language, options)),
  ]);
}

/** One line a source: id, date, publisher, title. */
export function sourcesToTerminal(
  sources: readonly Source[],
  language: Language,
  options: TerminalOptions,
): string {
  const texts = catalogs[language];
  const styled = styler(options);
  if (sources.length === 0) return joinLines([texts.list.none]);
  return joinLines([
    styled('bold', texts.list.title(sources.length)),
    ...sources.map((source) => {
      const day = source.published ?? source.asOf;
      const date = day ? formatDate(day, language) : texts.answer.noDate;
      const facts = cleanText(`${date} · ${source.publisher} · ${source.title}`);
      return `${styled('cyan', source.id)} · ${facts}`;
    }),
  ]);
}

/** What the bot is and how fresh its corpus is. */
export function aboutToTerminal(
  corpus: Corpus,
  language: Language,
  options: TerminalOptions,
): string {
  const { about } = catalogs[language];
  const { name, about: what, version, notice } = corpus.info;
  const newest = corpusDate(corpus);
  return joinLines([
    styler(options)('bold', name[language]),
    what[language],
    about.contents(corpus.sources.size, corpus.passages.size),
    about.version(version),
    ...(newest ? [about.newest(newest)] : []),
    notice[language],
    `${about.licence}: ${about.licenceText}`,
  ]);
}
