/** Reads a question: its language, its content words and what it asks for. */
import { cleanText } from '../text/clean.ts';
import { detectLanguage, type Language } from '../text/language.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import { readAsked } from './asked.ts';
import type { Query } from './query.ts';

/** Longest question in characters that is searched; Discord's option allows the same. */
export const MAX_QUESTION_LENGTH = 500;

/**
 * Reads a question as typed.
 * @param language of the reply when the asker chose one; otherwise it is read from the words
 * @param fallback language when the words don't tell
 */
export function analyseQuestion(
  question: string,
  {
    language,
    fallback = 'en',
  }: { language?: Language | undefined; fallback?: Language | undefined } = {},
): Query {
  const text = cleanText(question).slice(0, MAX_QUESTION_LENGTH);
  const words = tokenise(text);
  const content = [...new Set(words.filter((word) => !STOP_WORDS.has(word)))];
  return {
    text,
    language: language ?? detectLanguage(text, fallback),
    words,
    terms: content.map((word, of) => ({ word, weight: 1, origin: 'typed', of })),
    asked: readAsked(words),
  };
}
