/** Shortens text at a place where a reader would pause. */

/** Places to cut at, in falling taste: end of a sentence, of a clause, of a word. */
const CUT_MARKS = [/[.!?…]["')\]]*\s/gu, /[;:,]\s/gu, /\s/gu];
/** A cut that throws away more than this part of the room isn't taken; 0 to 1. */
const LEAST_KEPT = 0.6;
const ELLIPSIS = '…';

/**
 * `text` in at most `limit` UTF-16 units, an ellipsis where something was left out. Never splits a character
 * (a surrogate pair, a letter and its marks, an emoji sequence).
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const room = limit - ELLIPSIS.length;
  for (const mark of CUT_MARKS) {
    let end = -1;
    for (const match of text.slice(0, room + 1).matchAll(mark)) {
      end = match.index + match[0].trimEnd().length;
    }
    if (end >= room * LEAST_KEPT && end <= room) return text.slice(0, end).trimEnd() + ELLIPSIS;
  }
  return wholeCharacters(text, room) + ELLIPSIS;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function wholeCharacters(text: string, room: number): string {
  let end = 0;
  // A window somewhat wider than the room: the segmenter is slow on long texts.
  for (const { index, segment } of segmenter.segment(text.slice(0, room + 64))) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
