/**
 * Draws a page of the timeline as SVG: time runs down, a band shows how far the policy was in force, and each event
 * points to its place on it. Upright, with large letters, because it is read on phones; dark, so that it doesn't
 * glare at night and reads as a card by day.
 */
import { scaleUtc } from 'd3-scale';
import type { BandLook, TimelinePicture } from './picture.ts';
import { element, textLine, wrapText } from './svg.ts';

/** Width in pixels; a phone shows it at about 0.38 of that, so 32 is as large there as Discord's own text. */
export const WIDTH = 960;
/** Lines of an event's text; `EVENT_CHARACTERS` fit into them. */
const MAX_LINES = 4;

const SIZE = { title: 38, date: 34, text: 32, tick: 28, legend: 28, number: 26 };
const LINE = { title: 50, date: 44, text: 40, legend: 46 };
const MARGIN = 32;
const ROW_GAP = 30;
/** Columns from left to right: labels of the axis, the band, leaders, numbers, texts. */
const X = { tickEnd: 134, band: 154, bandEnd: 206, marker: 216, number: 292, text: 332 };
const TEXT_WIDTH = WIDTH - MARGIN - X.text;
const NUMBER_RADIUS = 25;
/** Least distance between labels of the axis. */
const TICK_DISTANCE = 110;

const COLOUR = {
  background: '#1e1f22',
  text: '#f2f3f5',
  muted: '#c4c9ce',
  line: '#80848e',
  number: '#4752c4',
};
/** What all pictures share. */
export const FRAME = {
  width: WIDTH,
  margin: MARGIN,
  colour: COLOUR,
  fill: { fill: '#f0b232' },
  outline: { fill: 'none', stroke: '#f0b232', 'stroke-width': 3 },
} as const;

const FILL: Record<BandLook, Record<string, string | number>> = {
  fully: { fill: '#f0b232' },
  partly: { fill: 'url(#partly)', stroke: '#f0b232', 'stroke-width': 2 },
  not: { fill: '#5c5f66' },
  none: { fill: 'none', stroke: '#5c5f66', 'stroke-width': 2, 'stroke-dasharray': '6 6' },
};
const STRIPES =
  '<defs><pattern id="partly" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="16" height="16" fill="#3a3223"/><rect width="7" height="16" fill="#f0b232"/></pattern></defs>';

interface Row {
  event: TimelinePicture['events'][number];
  lines: string[];
  /** Middle of the first line. */
  y: number;
}

/** The picture as an SVG document of `WIDTH` pixels; its height follows from the texts. */
export function drawTimeline(picture: TimelinePicture): string {
  const title = wrapText(picture.title, WIDTH - 2 * MARGIN, SIZE.title, true).slice(0, 2);
  const top = MARGIN + title.length * LINE.title + 30;
  const { rows, bottom } = placeRows(picture, top);
  const axisEnd = Math.max(bottom - ROW_GAP, top + 2 * TICK_DISTANCE);
  const place = scaleUtc()
    .domain([startOf(picture.from), endOf(picture.to)])
    .range([top, axisEnd]);
  const y = (time: number) => Math.round(place(time));

  const legendTop = axisEnd + 40;
  const height = legendTop + picture.legend.length * LINE.legend + MARGIN - 10;
  const content = [
    STRIPES,
    element('rect', { width: WIDTH, height, fill: COLOUR.background }),
    ...title.map((line, index) =>
      textLine(line, MARGIN, MARGIN + 36 + index * LINE.title, {
        size: SIZE.title,
        fill: COLOUR.text,
        bold: true,
      }),
    ),
    ...picture.bands.map(({ from, to, look }) =>
      bandBox(look, X.band, y(startOf(from)), X.bandEnd - X.band, y(endOf(to))),
    ),
    ...ticksOf(place, picture.locale, axisEnd - top),
    ...rows.map((row) => leader(row, y(startOf(row.event.from)), y(endOf(row.event.to)))),
    ...rows.flatMap(rowTexts),
    ...picture.legend.flatMap(({ look, label }, index) => {
      const middle = legendTop + index * LINE.legend + 16;
      return [
        bandBox(look, MARGIN, middle - 15, 44, middle + 15),
        textLine(label, MARGIN + 62, middle + 10, { size: SIZE.legend, fill: COLOUR.text }),
      ];
    }),
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
    },
    content.join(''),
  );
}

/** Events one below the other, each as high as its text. */
function placeRows({ events }: TimelinePicture, top: number): { rows: Row[]; bottom: number } {
  let y = top;
  const rows = events.map((event) => {
    const lines = wrapText(event.text, TEXT_WIDTH, SIZE.text).slice(0, MAX_LINES);
    const row = { event, lines, y: y + NUMBER_RADIUS };
    y += LINE.date + lines.length * LINE.text + ROW_GAP;
    return row;
  });
  return { rows, bottom: y };
}

function rowTexts({ event, lines, y }: Row): string[] {
  return [
    element('circle', { cx: X.number, cy: y, r: NUMBER_RADIUS, fill: COLOUR.number }),
    textLine(String(event.number), X.number, y + 9, {
      size: SIZE.number,
      fill: '#ffffff',
      bold: true,
      anchor: 'middle',
    }),
    textLine(event.date, X.text, y + 12, { size: SIZE.date, fill: COLOUR.text, bold: true }),
    ...lines.map((line, index) =>
      textLine(line, X.text, y + 12 + LINE.date + index * LINE.text - 2, {
        size: SIZE.text,
        fill: COLOUR.text,
      }),
    ),
  ];
}

/** The day of an event beside the band as a dot, or its month or year as a bar, and a line from there to its number. */
function leader({ event, y }: Row, from: number, to: number): string {
  const stroke = { stroke: COLOUR.text, fill: 'none' };
  const dot = 10;
  const days =
    event.from !== event.to && to - from > 2 * dot
      ? element('line', {
          ...stroke,
          x1: X.marker,
          y1: from + dot / 2,
          x2: X.marker,
          y2: to - dot / 2,
          'stroke-width': dot,
          'stroke-linecap': 'round',
        })
      : element('circle', { cx: X.marker, cy: from, r: dot * 0.7, fill: COLOUR.text });
  const line = element('path', {
    ...stroke,
    d: `M${X.band},${from} H${X.marker} L${X.number - NUMBER_RADIUS},${y}`,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
  });
  return line + days;
}

function bandBox(look: BandLook, x: number, from: number, width: number, to: number): string {
  const height = Math.max(to - from, 1);
  return element('rect', { x, y: from, width, height, ...FILL[look] });
}

/** Labels of the axis: months or days, with the year where it begins or is first seen. */
function ticksOf(
  place: ReturnType<typeof scaleUtc<number, number>>,
  locale: string,
  height: number,
): string[] {
  const times = place.ticks(Math.max(2, Math.floor(height / TICK_DISTANCE)));
  const withDays = times.some((time) => time.getUTCDate() !== 1);
  const withMonths = withDays || times.some((time) => time.getUTCMonth() !== 0);
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    ...(withDays && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  let year = 0;
  return times.flatMap((time) => {
    const y = Math.round(place(time));
    const isNewYear = time.getUTCFullYear() !== year;
    year = time.getUTCFullYear();
    const label = { size: SIZE.tick, fill: COLOUR.muted, anchor: 'end' as const };
    return [
      element('line', {
        x1: X.tickEnd + 8,
        y1: y,
        x2: X.band,
        y2: y,
        stroke: COLOUR.line,
        'stroke-width': 3,
      }),
      ...(withMonths ? [textLine(format.format(time), X.tickEnd, y + 10, label)] : []),
      ...(isNewYear
        ? [textLine(String(year), X.tickEnd, y + (withMonths ? 44 : 10), { ...label, bold: true })]
        : []),
    ];
  });
}

/** The moments at which a day begins and ends. */
const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const endOf = (day: string) => startOf(day) + 86_400_000;
