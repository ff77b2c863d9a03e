/**
 * Questions that only make sense after another one: "and under Biden?", "¿y con Trump?", "when was that?". They are
 * joined with the question before, from which they leave out what they repeat.
 */
import { cleanText, fold } from '../text/clean.ts';
import { withoutMentions } from '../text/markup.ts';
import { STOP_WORDS } from '../text/words.ts';
import { kindOf, type PersonOf } from './contrast.ts';

/** Beginnings that go on from something. */
const OPENER =
  /^(?:(?:and|but|or|so|then|also|what about|how about|y|e|o|pero|entonces|que hay de|que tal|que pasa con|tambien)\b[ ,]*)+/;
/** Words that point at what was said. "It" isn't among them: it stands for the policy as well. */
const POINTER =
  /\b(?:that|those|then|there|these|this one|the same|eso|esa|ese|esos|esas|esto|aquello|aquel|aquella|alli|ahi|entonces|lo mismo)\b/;
/** What is asked for, at the beginning. */
const ASKS =
  /^(?:in |since |from |until |desde |hasta |en |de )?(?:how (?:many|much|long|often|old|far)|what (?:year|day|date|month|happened)|what|which|whom?|whose|when|where|why|how come|how|cuant[oa]s?|en que (?:ano|fecha|mes)|que (?:paso|ano|fecha)|que|cual(?:es)?|quien(?:es)?|cuando|a?donde|por que|como)\b/;
/** Most content words of a question that rests on another one. */
const MOST_OWN = { opened: 3, pointing: 2 };
/** Letters that are kept of a question before. */
const MOST_LETTERS = 300;

/** True when a text rests on the question before it. */
export function isFollowUp(text: string): boolean {
  const words = plainWords(text);
  if (words === '') return false;
  const own = contentWords(words.replace(OPENER, '').replace(new RegExp(POINTER, 'g'), ' '));
  if (OPENER.test(words)) return own.length <= MOST_OWN.opened;
  if (POINTER.test(words)) return own.length <= MOST_OWN.pointing;
  // "Why?", "since when?"; "what is it" stands for itself.
  return (
    ASKS.test(words) && own.length === 0 && words.split(' ').length <= 3 && !/\bit\b/.test(words)
  );
}

/** True when a follow-up has a question word and words of its own: "and when did it end?" may stand for itself. */
export function hasOwnQuestion(text: string): boolean {
  const rest = plainWords(text).replace(OPENER, '');
  const asks = ASKS.exec(rest)?.[0];
  return asks !== undefined && contentWords(rest.slice(asks.length)).length > 0;
}

/** The question that a follow-up stands for. Only for searching: its words are folded. */
export function joinQuestions(before: string, text: string, personOf: PersonOf): string {
  const old = plainWords(before).slice(0, MOST_LETTERS);
  const rest = plainWords(text).replace(OPENER, '');
  const asks = ASKS.exec(rest)?.[0];
  const tail = (asks ? rest.slice(asks.length) : rest)
    .replace(new RegExp(POINTER, 'g'), ' ')
    .split(' ')
    .filter((word) => word !== '');
  const kept = withoutReplaced(old, tail, personOf);
  const isNothingNew = contentWords(tail.join(' ')).length === 0;
  const added = isNothingNew ? [] : tail;
  if (!asks) return [kept, ...added].join(' ');
  const bare = kept.replace(OPENER, '').replace(ASKS, '').trim();
  return [asks, bare, ...added].join(' ');
}

/** The old words without those whose place new ones take: another person, year or month, with the word before. */
function withoutReplaced(old: string, tail: readonly string[], personOf: PersonOf): string {
  const replaced = new Set(tail.map((word) => kindOf(word, personOf)).filter((kind) => kind));
  const words = old.split(' ');
  return words
    .filter((word, i) => {
      const kind = kindOf(word, personOf);
      if (kind !== undefined) return !replaced.has(kind);
      // "under Trump": the preposition goes with the name.
      const next = words[i + 1];
      const nextKind = next === undefined ? undefined : kindOf(next, personOf);
      const goes = nextKind !== undefined && replaced.has(nextKind);
      return !(goes && STOP_WORDS.has(word));
    })
    .join(' ');
}

function plainWords(text: string): string {
  return fold(withoutMentions(cleanText(text)))
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function contentWords(words: string): string[] {
  return words.split(' ').filter((word) => word.length > 1 && !STOP_WORDS.has(word));
}
