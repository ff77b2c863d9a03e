/** What a statement states that can be compared with another one: figures and dates. */
import { tokenise } from '../text/tokens.ts';

/** An amount or a share. */
export interface Figure {
  value: number;
  unit: 'count' | 'percent';
}

/** A date as far as it is named; parts that aren't named are undefined. */
export interface NamedDate {
  year: number | undefined;
  /** English name, as `tokenise` writes it. */
  month: string | undefined;
  day: number | undefined;
}

export interface Statement {
  figures: Figure[];
  dates: NamedDate[];
  words: string[];
}

const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(
    ' ',
  ),
);
/** Behind these a number is a name: "section 235", "Title 42", "MPP 2.0", "page 4". */
const NAMING = new Set(
  'section article title mpp usc cfr no number phase page para paragraph seccion articulo titulo numero fase pagina parrafo eo order proclamation form i n covid'.split(
    ' ',
  ),
);
/** Shares in words, in percent. */
const SHARES = new Map([
  ['half', 50],
  ['mitad', 50],
]);
const JOINTS = new Set(['of', 'de', 'del', 'the', 'in']);
/** Reads what a text in either language states. Total; linear in its length. */
export function readStatement(text: string): Statement {
  const words = tokenise(text);
  const dates: NamedDate[] = [];
  const figures: Figure[] = [];
  const used = new Set<number>();
  words.forEach((word, i) => {
    if (MONTHS.has(word)) readDate(words, i, dates, used);
  });
  words.forEach((word, i) => {
    const share = SHARES.get(word);
    if (share !== undefined) figures.push({ value: share, unit: 'percent' });
    if (used.has(i) || !/^\d+(?:\.\d+)?$/.test(word)) return;
    const value = Number(word);
    if (words[i + 1] === 'percent') figures.push({ value, unit: 'percent' });
    else if (isYear(word)) dates.push({ year: value, month: undefined, day: undefined });
    else if (!NAMING.has(words[i - 1] ?? '')) figures.push({ value, unit: 'count' });
  });
  return { figures, dates, words };
}

/** "30 june 2022", "june 30 2022", "30 de june de 2022", "june 2022", "june"; marks the words that it takes. */
function readDate(
  words: readonly string[],
  at: number,
  dates: NamedDate[],
  used: Set<number>,
): void {
  const month = words[at] as string;
  let before = at - 1;
  while (JOINTS.has(words[before] ?? '')) before -= 1;
  let after = at + 1;
  let day: number | undefined;
  if (isDay(words[before]) && !used.has(before)) {
    day = Number(words[before]);
    used.add(before);
  } else if (isDay(words[after])) {
    day = Number(words[after]);
    used.add(after);
    after += 1;
  }
  while (JOINTS.has(words[after] ?? '')) after += 1;
  let year: number | undefined;
  if (isYear(words[after])) {
    year = Number(words[after]);
    used.add(after);
  }
  // "May" alone is rarely the month.
  if (month === 'may' && day === undefined && year === undefined) return;
  dates.push({ year, month, day });
}

const isDay = (word: string | undefined) => /^(?:[1-9]|[12]\d|3[01])$/.test(word ?? '');
const isYear = (word: string | undefined) => /^(?:19[5-9]\d|20[0-4]\d)$/.test(word ?? '');

/** Figures this near to each other are the same, as people round them; a share of the larger one. */
const ROUNDING = 0.03;

/** True when two figures say the same, as far as people round. */
export function isSameFigure(a: Figure, b: Figure): boolean {
  if (a.unit !== b.unit) return false;
  const larger = Math.max(a.value, b.value);
  if (a.unit === 'percent') return Math.abs(a.value - b.value) <= 0.5;
  return larger === 0 || Math.abs(a.value - b.value) / larger <= ROUNDING;
}

/** Figures that differ by more than this factor count different things. */
const COMPARABLE = 25;

/** True when a figure may be another answer to the same question. */
export function isComparable(a: Figure, b: Figure): boolean {
  if (a.unit !== b.unit) return false;
  if (a.unit === 'percent') return true;
  const [small, large] = [a.value, b.value].sort((x, y) => x - y) as [number, number];
  return small > 0 && large / small <= COMPARABLE && large >= 10;
}

/** True when two dates can be the same day: no part that both name differs. */
export function isSameDate(a: NamedDate, b: NamedDate): boolean {
  const agrees = <T>(x: T | undefined, y: T | undefined) =>
    x === undefined || y === undefined || x === y;
  return agrees(a.year, b.year) && agrees(a.month, b.month) && agrees(a.day, b.day);
}
