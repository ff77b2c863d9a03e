/** Numbers and dates in words and digits become one form, in English and Spanish. */

const UNITS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  cero: 0,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciseis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veintiuno: 21,
  veintidos: 22,
  veintitres: 23,
  veinticuatro: 24,
  veinticinco: 25,
  veintiseis: 26,
  veintisiete: 27,
  veintiocho: 28,
  veintinueve: 29,
};
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  cien: 100,
  ciento: 100,
  doscientos: 200,
  doscientas: 200,
  trescientos: 300,
  trescientas: 300,
  cuatrocientos: 400,
  cuatrocientas: 400,
  quinientos: 500,
  quinientas: 500,
  seiscientos: 600,
  seiscientas: 600,
  setecientos: 700,
  setecientas: 700,
  ochocientos: 800,
  ochocientas: 800,
  novecientos: 900,
  novecientas: 900,
};
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  mil: 1000,
  k: 1000,
  million: 1_000_000,
  millon: 1_000_000,
  millones: 1_000_000,
};
const ORDINALS: Record<string, string> = {
  first: '1st',
  primer: '1st',
  primera: '1st',
  primero: '1st',
  second: '2nd',
  segundo: '2nd',
  segunda: '2nd',
  third: '3rd',
  tercer: '3rd',
  tercera: '3rd',
  tercero: '3rd',
  fourth: '4th',
  cuarto: '4th',
  cuarta: '4th',
  fifth: '5th',
  quinto: '5th',
  ninth: '9th',
  noveno: '9th',
};
const MONTHS: Record<string, string> = {};
const MONTH_NAMES: [string, string, ...string[]][] = [
  ['january', 'enero', 'jan', 'ene'],
  ['february', 'febrero', 'feb'],
  ['march', 'marzo'],
  ['april', 'abril', 'apr', 'abr'],
  ['may', 'mayo'],
  ['june', 'junio', 'jun'],
  ['july', 'julio', 'jul'],
  ['august', 'agosto', 'aug', 'ago'],
  ['september', 'septiembre', 'sept', 'sep', 'setiembre'],
  ['october', 'octubre', 'oct'],
  ['november', 'noviembre', 'nov'],
  ['december', 'diciembre', 'dec', 'dic'],
];
for (const names of MONTH_NAMES) for (const name of names) MONTHS[name] = names[0];

/** True for a canonical month token. */
export function isMonth(token: string): boolean {
  return MONTHS[token] === token;
}

/**
 * Rewrites the number, ordinal and month words in a list of folded words: "seventy thousand", "70k",
 * "70 mil" and "setenta mil" all become "70000"; "feb" and "febrero" become "february"; "tercera" becomes "3rd".
 * A lone small number word stays beside nothing: "one" alone is a pronoun as often as a number, and is kept as it is.
 */
export function canonicalNumbers(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i] as string;
    const read = readNumber(words, i);
    if (read) {
      out.push(String(read.value));
      i += read.length;
      continue;
    }
    out.push(
      MONTHS[word] ??
        ORDINALS[word] ??
        word.replace(/^(\d+)(?:th|o|a)$/, (_, n) => ordinal(Number(n))),
    );
    i += 1;
  }
  return out;
}

function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/** The number that starts at `start`, or undefined. Lone ambiguous words ("one", "once", "mil") aren't numbers. */
function readNumber(
  words: readonly string[],
  start: number,
): { value: number; length: number } | undefined {
  let total = 0;
  let current: number | undefined;
  let i = start;
  let scaled = false;
  for (; i < words.length; i++) {
    const word = words[i] as string;
    const digits = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
    const unit = UNITS[word];
    const tens = TENS[word];
    const scale = SCALES[word];
    const compact = /^(\d+(?:\.\d+)?)(k|m)$/.exec(word);
    if (compact && current === undefined && total === 0) {
      return {
        value: Math.round(Number(compact[1]) * (compact[2] === 'k' ? 1000 : 1_000_000)),
        length: 1,
      };
    }
    if (digits !== undefined && current === undefined && !scaled) {
      current = digits;
      // Digits take only a scale behind them: "70 mil", "7.5 thousand".
      if (SCALES[words[i + 1] ?? ''] === undefined) return { value: digits, length: i + 1 - start };
    } else if (tens !== undefined && (current ?? 0) % 1000 < 1) {
      current = (current ?? 0) + tens;
    } else if (tens !== undefined && current !== undefined && current >= 100 && tens < 100) {
      current += tens;
    } else if (
      unit !== undefined &&
      (current === undefined || (current >= 20 && current % 10 === 0))
    ) {
      current = (current ?? 0) + unit;
    } else if (scale !== undefined && (current !== undefined || word === 'mil')) {
      const amount = (current ?? 1) * scale;
      if (scale >= 1000) {
        total += amount;
        current = undefined;
        scaled = true;
      } else current = amount;
    } else if (
      word === 'y' &&
      current !== undefined &&
      current % 10 === 0 &&
      UNITS[words[i + 1] ?? ''] !== undefined
    ) {
    } else break;
  }
  const length = i - start;
  if (length === 0) return undefined;
  const first = words[start] as string;
  if (length === 1 && (first === 'one' || first === 'once' || first === 'mil' || first === 'k'))
    return undefined;
  if (current === undefined && !scaled) return undefined;
  return { value: Math.round((total + (current ?? 0)) * 1000) / 1000, length };
}
