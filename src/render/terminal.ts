/** An answer as text for a terminal. */
import { styleText } from 'node:util';
import type { Answer, Citation, ShownPassage } from '../answer/answer.ts';
import { passageDate } from '../corpus/corpus.ts';
import type { Source } from '../corpus/schema.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import { headingText } from './answer.ts';
import { type CorpusWords, declinedLines } from './declined.ts';

/** How the text is shown. */
export interface TerminalOptions {
  /** Escape sequences for colour and weight; only for a terminal. */
  colour: boolean;
  /** For what the corpus itself says where a question isn't answered. */
  corpus?: CorpusWords;
  /** The short id below an answer. */
  receipt?: string | undefined;
}

type Style = Parameters<typeof styleText>[0];

/** Styles a text, or leaves it as it is where there is no colour. */
export function styler({ colour }: TerminalOptions): (style: Style, text: string) => string {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}

/** Joins lines into a text that ends in one newline. */
export function joinLines(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The answer with its citations, ending in a newline. */
export function answerToTerminal(answer: Answer, options: TerminalOptions): string {
  const { language } = answer;
  const texts = catalogs[language];
  const styled = styler(options);
  const hasSides = answer.kind !== 'declined' && answer.sides !== null;
  const passages = (shown: readonly ShownPassage[]) =>
    shown.flatMap((passage) => passageLines(passage, language, options, hasSides));

  const lines: string[] = [];
  switch (answer.kind) {
    case 'passages':
      lines.push(...passages(answer.passages));
      break;
    case 'overview':
      lines.push(styled('bold', answer.overview.title[language]), '');
      for (const section of answer.sections) {
        lines.push(
          styled('bold', headingText(section.heading, language)),
          ...passages(section.passages),
        );
      }
      break;
    case 'declined': {
      const [title = '', ...rest] = declinedLines(answer, texts, options.corpus);
      lines.push(styled('bold', title), ...rest, '');
      if (answer.suggestions.length > 0) {
        const questions = answer.suggestions.map((question) => `  - ${cleanText(question)}`);
        lines.push(styled('bold', texts.answer.suggestions), ...questions, '');
      }
      if (answer.related.length > 0)
        lines.push(styled('bold', texts.answer.related), ...passages(answer.related));
    }
  }
  if (answer.kind !== 'declined') {
    for (const { question, positions } of answer.disagreements.slice(0, 1)) {
      lines.push(
        `${styled('bold', `${texts.answer.differ}:`)} ${question[language]}`,
        ...positions.map(({ claim }) => `  - ${claim[language]}`),
        '',
      );
    }
    if (answer.sides) {
      const { topic, counts } = answer.sides;
      lines.push(texts.trust.sides(topic.label[language], counts), '');
    }
    if (answer.lens.asOf !== null) lines.push(texts.trust.knownBy(answer.lens.asOf), '');
    if (answer.stale && answer.newest) lines.push(texts.answer.stale(answer.newest), '');
  }
  if (answer.citations.length > 0) {
    const newest = answer.kind === 'declined' ? '' : ` · ${texts.answer.newest(answer.newest)}`;
    lines.push(
      `${styled('bold', texts.answer.sources)}${newest}`,
      ...sourceLines(answer.citations, language, options),
    );
  }
  if (options.receipt) lines.push('', styled('dim', texts.trust.receipt(options.receipt)));
  return joinLines(lines);
}

/** A passage, with the number of its source where it has one, and its attribution below. */
export function passageLines(
  { passage, citation }: Pick<ShownPassage, 'passage'> & { citation?: number },
  language: Language,
  options: TerminalOptions,
  withPosition = false,
): string[] {
  const styled = styler(options);
  const number = citation === undefined ? '' : ` ${styled('cyan', `[${citation}]`)}`;
  const { attributedTo, locator } = passage;
  const attribution = catalogs[language].answer.attribution(
    attributedTo,
    passageDate(passage),
    locator,
  );
  const { kinds, positions } = catalogs[language];
  const { kind, position } = passage.source;
  const label = withPosition ? [kinds[kind], positions[position]].filter((part) => part) : [];
  return [
    `${cleanText(passage.text[language])}${number}`,
    styled('dim', `    ${cleanText([attribution, ...label].join(' · '))}`),
    '',
  ];
}

function sourceLines(
  citations: readonly Citation[],
  language: Language,
  options: TerminalOptions,
): string[] {
  const texts = catalogs[language];
  return citations.map(({ number, source }) => {
    const facts = sourceLineFacts(source, language, texts);
    return `${styler(options)('cyan', `[${number}]`)} ${cleanText(facts.join(' · '))}`;
  });
}

/** Publisher, title, date, kind, position for those that argue one, reproduction, address. */
export function sourceLineFacts(source: Source, language: Language, texts: Catalog): string[] {
  const day = source.published ?? source.asOf;
  const facts = [
    source.publisher,
    `"${source.title}"`,
    day ? formatDate(day, language) : texts.answer.noDate,
    texts.kinds[source.kind],
    texts.positions[source.position],
    source.via ? texts.answer.reproduction(source.via) : '',
    source.url ?? texts.answer.noLink,
  ];
  return facts.filter((fact) => fact !== '');
}
