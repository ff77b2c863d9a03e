/** The catalog of a language. */
import { LANGUAGES, type Language } from '../text/language.ts';
import { type Catalog, en } from './en.ts';
import { es } from './es.ts';

export type { Catalog } from './en.ts';

export const catalogs: Record<Language, Catalog> = { en, es };

/** Our language for a Discord locale such as "es-419"; undefined for one that we don't have. */
export function languageOfLocale(locale: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => locale?.toLowerCase().split('-')[0] === language);
}
