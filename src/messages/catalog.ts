/** The catalog of a language. */
import type { Language } from '../text/language.ts';
import { type Catalog, en } from './en.ts';
import { es } from './es.ts';

export type { Catalog } from './en.ts';

export const catalogs: Record<Language, Catalog> = { en, es };

/** Language of a Discord locale: Spanish for es-ES and es-419, English for all that we don't have. */
export function languageOfLocale(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith('es') ? 'es' : 'en';
}
