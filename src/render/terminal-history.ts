/** The timeline, what was in force on a day, and entries of the glossary as text for a terminal. */
import { type CitedSources, citeSources } from '../answer/cited-sources.ts';
import type { StatusReport } from '../answer/status.ts';
import { selectEvents, type TimelineFilter, timelineSpan } from '../answer/timeline.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { GlossaryEntry, TimelineEvent } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import { labelLine, notices } from './status.ts';
import { termFacts, termName } from './term.ts';
import {
  joinLines,
  passageLines,
  sourceLineFacts,
  styler,
  type TerminalOptions,
} from './terminal.ts';
import { filterWords } from './timeline.ts';

/** All events that fit, with their sources. */
export function timelineToTerminal(
  corpus: Corpus,
  filter: TimelineFilter,
  language: Language,
  options: TerminalOptions,
): string {
  const { timeline } = catalogs[language];
  const styled = styler(options);
  const events = selectEvents(corpus, filter);
  const small = filterWords(filter, language).map((words) => styled('dim', cleanText(words)));
  if (events.length === 0) {
    const span = timelineSpan(corpus);
    return joinLines([timeline.none, ...(span ? [timeline.reaches(span.from, span.to)] : [])]);
  }
  const cited = citeSources(
    corpus,
    events.flatMap(({ sources }) => sources),
  );
  return joinLines([
    styled('bold', timeline.title(events.length)),
    ...small,
    '',
    ...events.flatMap((event) => eventLines(event, cited, language, options)),
    '',
    ...citedLines(cited, language, options),
  ]);
}

/** The periods of a report, the events that decide them, and what isn't known. */
export function statusToTerminal(
  corpus: Corpus,
  report: StatusReport,
  language: Language,
  options: TerminalOptions,
): string {
  const texts = catalogs[language];
  const styled = styler(options);
  const { periods, events, checkedTo, unchecked } = report;
  const last = periods.at(-1);
  const cited = citeSources(corpus, [
    ...periods.flatMap(({ opened }) => opened?.sources ?? []),
    ...(last?.ended?.sources ?? []),
    ...events.flatMap(({ sources }) => sources),
    ...periods.flatMap(({ passages }) => passages.map(({ source }) => source.id)),
  ]);
  const show = (event: TimelineEvent) => eventLines(event, cited, language, options);
  const day = formatDate(report.date, language);
  const heading = periods.length === 0 ? `${day}: ${texts.status.nothing}` : day;
  const lines = [styled('bold', heading), ...notices(report, texts), ''];
  for (const { period, opened, passages } of periods) {
    const { label, facts } = labelLine(period, report, language, texts);
    lines.push(
      `${styled('bold', cleanText(label))} · ${styled('dim', facts)}`,
      cleanText(period.text[language]),
    );
    if (opened) lines.push('', styled('bold', texts.status.decides), ...show(opened));
    lines.push(
      '',
      styled('bold', texts.status.says),
      ...passages.flatMap((passage) => {
        const [citation] = cited.numbersOf([passage.source.id]);
        return passageLines({ passage, ...(citation && { citation }) }, language, options);
      }),
    );
  }
  if (last?.ended) lines.push(styled('bold', texts.status.ended), ...show(last.ended), '');
  if (events.length > 0) lines.push(styled('bold', texts.status.also), ...events.flatMap(show), '');
  if (checkedTo && unchecked === 'none') lines.push(texts.status.checked(checkedTo), '');
  return joinLines([...lines, ...citedLines(cited, language, options)]);
}

/** A definition with its sources. */
export function termToTerminal(
  corpus: Corpus,
  entry: GlossaryEntry,
  language: Language,
  options: TerminalOptions,
): string {
  const styled = styler(options);
  const cited = citeSources(corpus, entry.sources);
  const numbers = cited.sources.map(({ number }) => ` ${styled('cyan', `[${number}]`)}`);
  return joinLines([
    styled('bold', cleanText(entry.term)),
    styled('dim', cleanText(termFacts(entry, language).join(' · '))),
    `${cleanText(entry.definition[language])}${numbers.join('')}`,
    '',
    ...citedLines(cited, language, options),
  ]);
}

/** The names of entries where several fit. */
export function termsToTerminal(entries: readonly GlossaryEntry[], language: Language): string {
  return joinLines([
    catalogs[language].define.several(entries.length),
    ...entries.map((entry) => `  - ${cleanText(termName(entry, language))}`),
  ]);
}

function eventLines(
  { date, event, note, sources }: TimelineEvent,
  cited: CitedSources,
  language: Language,
  options: TerminalOptions,
): string[] {
  const styled = styler(options);
  const numbers = cited.numbersOf(sources).map((number) => ` ${styled('cyan', `[${number}]`)}`);
  const day = styled('bold', formatDate(date, language));
  return [
    `${day} · ${cleanText(event[language])}${numbers.join('')}`,
    ...(note ? [styled('dim', `    ${cleanText(note[language])}`)] : []),
  ];
}

function citedLines(
  { sources }: CitedSources,
  language: Language,
  options: TerminalOptions,
): string[] {
  const texts = catalogs[language];
  const styled = styler(options);
  if (sources.length === 0) return [];
  return [
    styled('bold', texts.answer.sources),
    ...sources.map(({ number, source }) => {
      const facts = sourceLineFacts(source, language, texts).join(' · ');
      return `${styled('cyan', `[${number}]`)} ${cleanText(facts)}`;
    }),
  ];
}
