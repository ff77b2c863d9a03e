/** An answer as text for a terminal. */
import { styleText } from 'node:util';
import type { Answer, Citation, ShownPassage } from '../answer/answer.ts';
import { passageDate } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import { cleanText } from '../text/clean.ts';

type Style = Parameters<typeof styleText>[0];

/** The answer with its citations, ending in a newline; escape sequences only with `colour`. */
export function answerToTerminal(answer: Answer, { colour }: { colour: boolean }): string {
  const { language } = answer;
  const texts = catalogs[language];
  const styled = (style: Style, text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const passageLines = ({ passage, citation }: ShownPassage) => [
    `${cleanText(passage.text[language])} ${styled('cyan', `[${citation}]`)}`,
    styled(
      'dim',
      `    ${texts.answer.attribution(passage.attributedTo, passageDate(passage), passage.locator)}`,
    ),
    '',
  ];
  const sourceLines = (citations: readonly Citation[]) =>
    citations.map(({ number, source }) => {
      const day = source.published ?? source.asOf;
      const facts = [
        source.publisher,
        `"${source.title}"`,
        day ? formatDate(day, language) : texts.answer.noDate,
        texts.kinds[source.kind],
        texts.positions[source.position],
        source.via ? `${texts.answer.original} ${source.via}` : '',
        source.url ?? texts.answer.noLink,
      ];
      return `${styled('cyan', `[${number}]`)} ${cleanText(facts.filter((fact) => fact !== '').join(' · '))}`;
    });

  const lines: string[] = [];
  switch (answer.kind) {
    case 'passages':
      lines.push(...answer.passages.flatMap(passageLines));
      break;
    case 'overview':
      lines.push(styled('bold', answer.overview.title[language]), '');
      for (const section of answer.sections) {
        lines.push(
          styled('bold', section.heading[language]),
          ...section.passages.flatMap(passageLines),
        );
      }
      break;
    case 'declined': {
      const { title, text } = texts.decline[answer.reason];
      lines.push(
        styled('bold', title),
        text,
        texts.answer.searched(answer.searched.sources, answer.searched.newest),
        '',
      );
      if (answer.related.length > 0) {
        lines.push(styled('bold', texts.answer.related), ...answer.related.flatMap(passageLines));
      }
    }
  }
  if (answer.kind !== 'declined') {
    for (const { question } of answer.disagreements.slice(0, 1))
      lines.push(texts.answer.differ(question[language]));
    if (answer.stale && answer.newest) lines.push(texts.answer.stale(answer.newest));
    lines.push(texts.answer.newest(answer.newest), '');
  }
  if (answer.citations.length > 0)
    lines.push(styled('bold', texts.answer.sources), ...sourceLines(answer.citations));
  return `${lines.join('\n').trimEnd()}\n`;
}
