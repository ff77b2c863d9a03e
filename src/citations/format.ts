/**
 * Citations of a source in the styles that people hand in. The library and its styles are large, so this file is
 * imported only when somebody presses the button.
 */
import { readFileSync } from 'node:fs';
import { Cite, type CSL, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { Source } from '../corpus/schema.ts';
import type { Language } from '../text/language.ts';
import { toCsl } from './csl-json.ts';
import type { CitationStyle } from './styles.ts';

const LOCALES: Record<Language, string> = { en: 'en-US', es: 'es-ES' };
/** The styles in styles/, written for the kinds of sources that a corpus holds; APA is the library's own. */
const OWN_STYLES = ['mla', 'chicago', 'bluebook'] satisfies CitationStyle[];

for (const name of OWN_STYLES) {
  const style = readFileSync(new URL(`./styles/${name}.csl`, import.meta.url), 'utf8');
  plugins.config.get('@csl').styles.add(name, style);
}

/**
 * One citation, on one line; BibTeX on several.
 * @param note what BibTeX says of the place that is cited
 */
export function formatCitation(
  source: Source,
  style: CitationStyle,
  language: Language,
  note = '',
): string {
  const entry = toCsl(source);
  if (style === 'bibtex') return toBibtex(note ? { ...entry, note } : entry);
  const cite = new Cite([entry]);
  const options = { format: 'text', lang: LOCALES[language] };
  // Bluebook has notes and no bibliography.
  const text =
    style === 'bluebook'
      ? cite.format('citation', { ...options, style, entry: entry.id } as never)
      : cite.format('bibliography', { ...options, style } as never);
  return String(text).replace(/\s+/g, ' ').trim();
}

function toBibtex(entry: CSL): string {
  return String(new Cite([entry]).format('bibtex', { format: 'text' } as never)).trim();
}
