/** Runs of letters, by which words are alike that no stem joins: typos, compounds, cognates of another language. */

/**
 * The runs of `length` letters of a folded word, its ends marked: "tariff" in fives → "^tari", "tarif", "ariff",
 * "riff$". A shorter word is one run; words with digits are only like themselves and give the word.
 */
export function letterRuns(word: string, length: number): string[] {
  if (/\d/.test(word)) return [word];
  const marked = `^${word}$`;
  const runs = [marked.slice(0, length)];
  for (let end = length + 1; end <= marked.length; end++)
    runs.push(marked.slice(end - length, end));
  return runs;
}

/** Letters of a packed run: three to five together are no better, and take three times as long. */
const PACKED_LENGTH = 4;
/** Bits a letter, so that a run fits into one integer. */
const LETTER_BITS = 6;
const CODES = 2 ** LETTER_BITS;

/**
 * The runs of four letters of some words as integers, each once: across the ends of words, so that word order counts a
 * little too. `words` are joined by spaces. Letters and digits of ASCII have numbers of their own; others share theirs.
 */
export function packedRuns(words: string): Set<number> {
  const runs = new Set<number>();
  const marked = ` ${words} `;
  const mask = 2 ** (LETTER_BITS * PACKED_LENGTH) - 1;
  let run = 0;
  for (let i = 0; i < marked.length; i++) {
    run = ((run << LETTER_BITS) | letterCode(marked.charCodeAt(i))) & mask;
    if (i >= PACKED_LENGTH - 1) runs.add(run);
  }
  return runs;
}

/** A number below `CODES`: 1 for a space, then digits and letters. */
function letterCode(code: number): number {
  if (code === 32) return 1;
  if (code >= 48 && code <= 57) return code - 46;
  if (code >= 97 && code <= 122) return code - 85;
  return 38 + (code % (CODES - 38));
}
