/** Dates and numbers as people write them. */
import type { Language } from '../text/language.ts';

// Mexican Spanish writes 70,000 as the corpus does; 'es' would write 70.000.
const LOCALE: Record<Language, string> = { en: 'en-US', es: 'es-MX' };

const PARTS: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};
// Making one takes far longer than using it.
const formats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<Language, Intl.NumberFormat>();

/** A day, month or year in words: "December 19, 2019", "19 de diciembre de 2019", "December 2019", "2019". */
export function formatDate(date: string, language: Language): string {
  const key = `${language}${date.length}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE[language], { ...PARTS[date.length], timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(new Date(`${date}${'0000-01-01'.slice(date.length)}T00:00:00Z`));
}

/** The locale in which dates of a language are written. */
export function localeOf(language: Language): string {
  return LOCALE[language];
}

/** A number with the thousands separators that the corpus uses in both languages. */
export function formatNumber(value: number, language: Language): string {
  let format = numberFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[language]);
    numberFormats.set(language, format);
  }
  return format.format(value);
}

/** Items in a row: "a, b and c". */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALE[language]).format(items);
}
