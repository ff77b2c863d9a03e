/** Makes text from outside safe to search and to show. */

// Control and unassigned characters, soft hyphen, zero-width and bidirectional marks, tags, variation selectors.
const INVISIBLE = /[^\P{C}\t\n\r]|\p{Default_Ignorable_Code_Point}/gu;

/** More combining marks than this on one letter are decoration ("zalgo"), not language. */
const MAX_MARKS = 2;
const PILED_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');

// Compatibility forms would make a space and a mark of it; people type it for an apostrophe.
const ACUTE = /\u00B4/g;

/** Printable ASCII with single spaces inside: nothing to clean. Most texts of the corpus are so. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** ASCII without the backtick, which people type for an apostrophe: lower case is all of folding. */
const PLAIN = /^[\0-_a-\x7F]*$/;

/**
 * Text as a person would read it: well-formed, NFKC, without invisible characters, single spaces.
 * Total and linear in the length of `text`.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll('\uFFFD', ' ')
    .replace(ACUTE, "'")
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lower case without accents or apostrophe variants: the form in which words are compared. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02BC\u00B4`\u2032]/g, "'");
}
