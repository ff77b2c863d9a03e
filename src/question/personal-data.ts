/** Sees personal data in a question: which kinds, never the value. */
import type { Localized, Safety } from '../corpus/schema.ts';
import { cleanText } from '../text/clean.ts';
import { withoutMentions } from '../text/markup.ts';
import { isPhoneNumber } from './phone.ts';

type Kind = Safety['personalData'][number];

/** The kind whose matches are only candidates, until the numbering plans of the world confirm them. */
const PHONE_KIND = 'phone';
/** Takes the place of what was seen; a sign that no pattern matches. */
const BLANK = '\u25AE';

/**
 * A finder for the kinds of personal data that the corpus describes. It names each kind once, in the order of the
 * corpus, and no piece of the text counts for two: the first kind that fits has it.
 */
export function createPersonalDataFinder(kinds: readonly Kind[]): (text: string) => Localized[] {
  const patterns = kinds.map((kind) => ({
    kind,
    pattern: new RegExp(kind.regex, `g${kind.flags}`),
  }));
  return (text) => {
    let rest = comparable(text);
    const seen: Localized[] = [];
    for (const { kind, pattern } of patterns) {
      const before = rest;
      rest = rest.replace(pattern, (match) =>
        kind.id === PHONE_KIND && !isPhoneNumber(match) ? match : BLANK,
      );
      if (rest !== before) seen.push(kind.label);
    }
    return seen;
  };
}

/** The text with one kind of dash, one kind of space and plain digits, without Discord's own numbers. */
function comparable(text: string): string {
  return withoutMentions(cleanText(text)).replace(/\p{Pd}/gu, '-');
}
