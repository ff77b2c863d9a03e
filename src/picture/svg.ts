/** The few pieces of SVG that a picture is made of. Text is escaped here and nowhere else. */
import { cleanText } from '../text/clean.ts';

/** The family in the font files of `paint.ts`. */
export const FONT_FAMILY = 'Noto Sans';

/** Widths of characters in parts of the font size, from above: better a word too few in a line than one cut off. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[ijlI.,:;'|!()[\]\- ]/, 0.34],
  [/[ftr/"]/, 0.42],
  [/[mwMW@%]/, 0.94],
  [/[DGHNOQU&]/, 0.79],
  [/[A-ZÁÉÍÓÚÑÜ]/, 0.67],
  [/[bdghnopquñóúü]/, 0.62],
  [/[\d\p{Ll}]/u, 0.575],
];
const OTHER_WIDTH = 1;
const BOLD = 1.08;

type Attributes = Readonly<Record<string, string | number>>;

/** An element with its attributes; the content is SVG already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return `<${name}${written}>${content}</${name}>`;
}

/** A line of text; `y` is its baseline. */
export function textLine(
  content: string,
  x: number,
  y: number,
  style: { size: number; fill: string; bold?: boolean; anchor?: 'start' | 'middle' | 'end' },
): string {
  const { size, fill, bold = false, anchor = 'start' } = style;
  return element(
    'text',
    {
      x,
      y,
      fill,
      'font-family': FONT_FAMILY,
      'font-size': size,
      'font-weight': bold ? 700 : 400,
      'text-anchor': anchor,
    },
    escapeXml(cleanText(content)),
  );
}

/** Breaks a text into lines of at most `width`; a word that is longer has a line of its own, cut. */
export function wrapText(content: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of cleanText(content).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = cutToWidth(word, width, size, bold);
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Width of a text, estimated from above. */
export function textWidth(content: string, size: number, bold = false): number {
  let width = 0;
  for (const character of content) {
    const known = WIDTHS.find(([pattern]) => pattern.test(character));
    width += known ? known[1] : OTHER_WIDTH;
  }
  return width * size * (bold ? BOLD : 1);
}

function cutToWidth(word: string, width: number, size: number, bold: boolean): string {
  if (textWidth(word, size, bold) <= width) return word;
  const characters = [...word];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, bold) > width)
    characters.pop();
  return `${characters.join('')}…`;
}

function escapeXml(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
