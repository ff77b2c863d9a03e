/** Which of the corpus's two languages a question is written in. */
import { fold } from './clean.ts';
import { ENGLISH_WORDS, SPANISH_WORDS } from './words.ts';

/** Languages in which the corpus, the answers and the interface exist. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A vote that the letters give: only Spanish has these, and nobody types them by accident. */
const SPANISH_LETTERS = /[ñ¿¡áéíóú]/i;
const LETTERS_WEIGHT = 2;
/** Endings that Spanish content words have and English ones don't. */
const SPANISH_ENDINGS =
  /(?:cion|ciones|aron|ieron|ados|adas|idos|idas|ando|iendo|mente|idad|aba|aban|ian)$/;
/** Endings that English content words have and Spanish ones don't. */
const ENGLISH_ENDINGS = /(?:ing|tion|tions|ed|ness|ment|ments|ly|th|ght)$/;
const ENDING_WEIGHT = 0.7;

/**
 * Language of a short text by votes of function words, letters and endings; the locale decides a tie.
 * @param fallback language of the member's client or of the server
 */
export function detectLanguage(text: string, fallback: Language): Language {
  const words = fold(text).match(/[a-z]+/g) ?? [];
  let spanish = SPANISH_LETTERS.test(text) ? LETTERS_WEIGHT : 0;
  let english = 0;
  for (const word of words) {
    if (SPANISH_WORDS.has(word)) spanish += 1;
    else if (SPANISH_ENDINGS.test(word)) spanish += ENDING_WEIGHT;
    if (ENGLISH_WORDS.has(word)) english += 1;
    else if (word.length > 4 && ENGLISH_ENDINGS.test(word)) english += ENDING_WEIGHT;
  }
  if (spanish === english) return fallback;
  return spanish > english ? 'es' : 'en';
}
