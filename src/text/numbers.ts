/** Numbers and dates in words and digits become one form, in English and Spanish. */

const SMALL = new Map(
  Object.entries({
    ...{ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 },
    ...{ ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16 },
    ...{ seventeen: 17, eighteen: 18, nineteen: 19 },
    ...{
      cero: 0,
      un: 1,
      uno: 1,
      una: 1,
      dos: 2,
      tres: 3,
      cuatro: 4,
      cinco: 5,
      seis: 6,
      siete: 7,
      ocho: 8,
      nueve: 9,
    },
    ...{ diez: 10, once: 11, doce: 12, trece: 13, catorce: 14, quince: 15, dieciseis: 16 },
    ...{ diecisiete: 17, dieciocho: 18, diecinueve: 19, veintiuno: 21, veintidos: 22 },
    ...{ veintitres: 23, veinticuatro: 24, veinticinco: 25, veintiseis: 26, veintisiete: 27 },
    ...{ veintiun: 21, veintiuna: 21, veintiocho: 28, veintinueve: 29 },
  }),
);
const TENS = new Map(
  Object.entries({
    ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80 },
    ...{ ninety: 90, veinte: 20, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60 },
    ...{ setenta: 70, ochenta: 80, noventa: 90 },
  }),
);
const HUNDREDS = new Map(
  Object.entries({
    ...{ cien: 100, ciento: 100, doscientos: 200, doscientas: 200, trescientos: 300 },
    ...{ trescientas: 300, cuatrocientos: 400, cuatrocientas: 400, quinientos: 500 },
    ...{ quinientas: 500, seiscientos: 600, seiscientas: 600, setecientos: 700 },
    ...{ setecientas: 700, ochocientos: 800, ochocientas: 800, novecientos: 900, novecientas: 900 },
  }),
);
const SCALES = new Map([
  ['thousand', 1_000],
  ['mil', 1_000],
  ['k', 1_000],
  ['million', 1_000_000],
  ['millon', 1_000_000],
  ['millones', 1_000_000],
]);
const ORDINALS = new Map(
  Object.entries({
    ...{ first: '1st', primer: '1st', primera: '1st', primero: '1st' },
    ...{ second: '2nd', segundo: '2nd', segunda: '2nd', third: '3rd', tercer: '3rd' },
    ...{ tercera: '3rd', tercero: '3rd', fourth: '4th', cuarta: '4th', fifth: '5th' },
    ...{ quinto: '5th', quinta: '5th', ninth: '9th', noveno: '9th' },
  }),
);
const MONTHS = new Map(
  [
    ['january', 'enero', 'jan', 'ene'],
    ['february', 'febrero', 'feb'],
    ['march', 'marzo'],
    ['april', 'abril', 'apr', 'abr'],
    // Not "may", which is a function word and would be left out of the search.
    ['mayo', 'may'],
    ['june', 'junio', 'jun'],
    ['july', 'julio', 'jul'],
    ['august', 'agosto', 'aug', 'ago'],
    ['september', 'septiembre', 'sept', 'sep', 'setiembre'],
    ['october', 'octubre', 'oct'],
    ['november', 'noviembre', 'nov'],
    ['december', 'diciembre', 'dec', 'dic'],
  ].flatMap(([month = '', ...others]) => [month, ...others].map((name) => [name, month] as const)),
);

/** Small numbers that are more often other words when they stand alone ("one" of them, "once", "mil gracias"). */
const AMBIGUOUS_ALONE = new Set(['one', 'un', 'uno', 'una', 'once', 'mil']);
/** Months that are also other words: months beside a day or a year only. */
const AMBIGUOUS_MONTHS = new Set(['ago', 'may']);
/** In front of "may", these make it a month too. */
const BEFORE_MONTH = new Set([
  'in',
  'of',
  'since',
  'until',
  'during',
  'early',
  'mid',
  'late',
  'last',
]);

/** The words that start a number, or that are an ordinal or a month. */
const TELLING = new Set(
  [SMALL, TENS, HUNDREDS, SCALES, ORDINALS, MONTHS].flatMap((words) => [...words.keys()]),
);

/**
 * Rewrites the number, ordinal and month words in a list of folded words: "seventy thousand", "70k",
 * "70 mil" and "setenta mil" all become "70000"; "feb" and "febrero" become "february", May "mayo"; "tercera" and
 * "3ra" become "3rd".
 */
export function canonicalNumbers(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i] as string;
    // Nearly all words are others, and are spared the rest.
    if (!startsWithDigit(word) && !TELLING.has(word)) {
      out.push(word);
      i += 1;
      continue;
    }
    const number = readNumber(words, i);
    if (number) {
      out.push(String(number.value));
      i += number.length;
    } else {
      const month = isMonth(words, i) ? MONTHS.get(word) : undefined;
      out.push(month ?? ORDINALS.get(word) ?? readOrdinal(word));
      i += 1;
    }
  }
  return out;
}

function startsWithDigit(word: string): boolean {
  return word >= '0' && word < ':';
}

/** False for an "ago" or a "may" that is an English word. */
function isMonth(words: readonly string[], i: number): boolean {
  const word = words[i] as string;
  const [before = '', after = ''] = [words[i - 1], words[i + 1]];
  if (!AMBIGUOUS_MONTHS.has(word) || /^\d+$/.test(before) || /^\d+$/.test(after)) return true;
  return word === 'may' && BEFORE_MONTH.has(before);
}

/** "6th", "3ra", "9no" with the English suffix; any other word as it is. */
function readOrdinal(word: string): string {
  const [, digits] = /^(\d+)(?:st|nd|rd|th|er|[rdvnmt][oa]|o)$/.exec(word) ?? [];
  if (digits === undefined) return word;
  const n = Number(digits);
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/** The number that starts at `start` and how many words it takes, or undefined. */
function readNumber(
  words: readonly string[],
  start: number,
): { value: number; length: number } | undefined {
  const first = words[start] as string;
  const digits = /^(\d+(?:\.\d+)?)([km])?$/.exec(first);
  if (digits) return readDigits(Number(digits[1]), digits[2], words[start + 1]);

  /** What thousands and millions have made so far, and the part below the next of them. */
  let total = 0;
  let current: number | undefined;
  let i = start;
  for (; i < words.length; i++) {
    const word = words[i] as string;
    const small = SMALL.get(word);
    const tens = TENS.get(word);
    const hundreds = HUNDREDS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined && takesSmall(current, small)) current = (current ?? 0) + small;
    else if (tens !== undefined && (current ?? 0) % 100 === 0) current = (current ?? 0) + tens;
    else if (hundreds !== undefined && current === undefined) current = hundreds;
    else if (word === 'hundred' && current !== undefined && current < 100) current *= 100;
    else if (scale !== undefined && (current !== undefined || word === 'mil')) {
      total += (current ?? 1) * scale;
      current = undefined;
    } else if (isJoint(word, words[i + 1], current)) continue;
    else break;
  }
  const length = i - start;
  if (length === 0 || (length === 1 && AMBIGUOUS_ALONE.has(first))) return undefined;
  return { value: total + (current ?? 0), length };
}

/** Digits take one scale behind them: "70 mil", "7.5 thousand", "70k". */
function readDigits(
  value: number,
  suffix: string | undefined,
  next: string | undefined,
): { value: number; length: number } {
  if (suffix) return { value: Math.round(value * (suffix === 'k' ? 1_000 : 1_000_000)), length: 1 };
  const scale = next === 'hundred' ? 100 : SCALES.get(next ?? '');
  return scale ? { value: Math.round(value * scale), length: 2 } : { value, length: 1 };
}

function takesSmall(current: number | undefined, small: number): boolean {
  if (current === undefined || current % 100 === 0) return true;
  return small < 10 && current % 10 === 0 && current % 100 >= 20;
}

/** "treinta y uno", "two hundred and five": the joint between two parts of one number. */
function isJoint(word: string, next: string | undefined, current: number | undefined): boolean {
  if (current === undefined || current === 0 || next === undefined) return false;
  if (word === 'y') return current % 10 === 0 && current % 100 >= 30 && SMALL.has(next);
  return word === 'and' && current % 100 === 0 && (SMALL.has(next) || TENS.has(next));
}
