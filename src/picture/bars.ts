/**
 * Draws bars of two parts as SVG, one below the other, with their figures beside them. The first part is filled, the
 * second only outlined, so that they are told apart without colour; upright and with large letters for phones.
 */
import { FRAME } from './draw.ts';
import type { BarsPicture } from './picture.ts';
import { element, textLine, textWidth, wrapText } from './svg.ts';

const SIZE = { title: 38, label: 28, legend: 28 };
const LINE = { title: 50, legend: 46 };
const ROW = { height: 44, gap: 22 };
/** Least width of a part that isn't empty, so that it is seen. */
const LEAST = 4;
const GAP = 16;

/** The picture as an SVG document as wide as that of the timeline; its height follows from the rows. */
export function drawBars({ title, legend, rows }: BarsPicture): string {
  const { width, margin, colour, fill, outline } = FRAME;
  const titleLines = wrapText(title, width - 2 * margin, SIZE.title, true).slice(0, 2);
  const top = margin + titleLines.length * LINE.title + 24;
  const widest = (texts: readonly string[]) =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, SIZE.label))));
  const left = margin + widest(rows.map(({ label }) => label)) + GAP;
  const right = width - margin - widest(rows.map(({ figures }) => figures)) - GAP;
  const most = Math.max(1, ...rows.map(({ first, second }) => first + second));
  const length = (value: number) =>
    value === 0 ? 0 : Math.max(LEAST, Math.round(((right - left) * value) / most));

  const drawn = rows.flatMap(({ label, first, second, figures }, index) => {
    const y = top + index * (ROW.height + ROW.gap);
    const baseline = y + ROW.height / 2 + 10;
    const text = { size: SIZE.label, fill: colour.muted };
    const bar = { y, height: ROW.height };
    return [
      textLine(label, left - GAP, baseline, { ...text, anchor: 'end' }),
      element('rect', { x: left, width: length(first), ...bar, ...fill }),
      ...(second > 0
        ? [element('rect', { x: left + length(first), width: length(second), ...bar, ...outline })]
        : []),
      textLine(figures, left + length(first) + length(second) + GAP, baseline, {
        ...text,
        fill: colour.text,
      }),
    ];
  });
  const legendTop = top + rows.length * (ROW.height + ROW.gap) + 20;
  const looks = [fill, outline];
  const explained = legend.flatMap((label, index) => {
    const y = legendTop + index * LINE.legend;
    return [
      element('rect', { x: margin, y, width: 40, height: 28, ...looks[index] }),
      textLine(label, margin + 56, y + 24, { size: SIZE.legend, fill: colour.text }),
    ];
  });
  const height = legendTop + legend.length * LINE.legend + margin - 10;
  const content = [
    element('rect', { width, height, fill: colour.background }),
    ...titleLines.map((line, index) =>
      textLine(line, margin, margin + 36 + index * LINE.title, {
        size: SIZE.title,
        fill: colour.text,
        bold: true,
      }),
    ),
    ...drawn,
    ...explained,
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
    },
    content.join(''),
  );
}
