/** Word stems, so that "returned" and "returns" are one word. Method: Snowball (snowballstem.org). */
import snowball from 'snowball-stemmers';
import type { Language } from './language.ts';

const stemmers = { en: snowball.newStemmer('english'), es: snowball.newStemmer('spanish') };
const cache: Record<Language, Map<string, string>> = { en: new Map(), es: new Map() };
/** Words kept in each cache; the vocabulary of the corpus is about 12,000 words a language. */
const CACHE_SIZE = 50_000;

/** Stem of a folded word; numbers stay as they are. */
export function stem(word: string, language: Language): string {
  const known = cache[language].get(word);
  if (known !== undefined) return known;
  const stemmed = /\d/.test(word) ? word : stemmers[language].stem(word);
  if (cache[language].size >= CACHE_SIZE) cache[language].clear();
  cache[language].set(word, stemmed);
  return stemmed;
}
