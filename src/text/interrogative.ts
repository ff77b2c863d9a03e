/** Whether a text asks something, by its signs and its first words in English and Spanish. */
import { fold } from './clean.ts';

/** Words with which questions begin that have no question mark. */
const BEGINS =
  /^(?:(?:and|but|so|y|pero|e|oye|hey|hi|hello|hola|ok|please|por favor)[, ]+)*(?:how|what|whats|when|where|wheres|who|whos|whom|whose|why|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|anyone know|does anyone|que (?:es|son|era|fue|dice|dijo|paso|pasa|significa|hay)|cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde|adonde|por que|como (?:es|era|fue|funciona|se|puedo|llego)|alguien sabe|sabe[ns]? (?:alguien|si|que|cuando|cuant[oa]s?)|existe[n]?|sigue|siguen|hay)\b/;
/** Asks in the middle: "I wonder how many…". */
const WITHIN =
  /\b(?:wonder(?:ing)?|anyone|anybody|someone|tell me|explain|know|curious|me pregunto|alguien|quisiera saber|quiero saber|dime|diganme|saben?)\b.{0,30}\b(?:how|what|when|where|who|why|which|if|whether|que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde|por que|como|si)\b/;
/** Asks without asking. */
const REQUEST =
  /\b(?:looking for|need (?:some )?(?:info|information|help with|sources?|numbers|data|advice)|(?:info|information|sources?|data|help) (?:on|about|for|with)|busco|buscamos|necesito (?:informacion|ayuda con|datos|fuentes|saber)|(?:informacion|fuentes|datos) (?:sobre|de))\b/;
const ADDRESS = /https?:\/\/\S+/gi;

/** True for what reads like a question. Total and linear in the length of the text. */
export function isInterrogative(text: string): boolean {
  const folded = fold(text.slice(0, 2_000)).replace(ADDRESS, ' ').trim();
  if (/[¿]|\?(?:\s|$|["')\]!?])/.test(folded)) return true;
  return BEGINS.test(folded) || WITHIN.test(folded) || REQUEST.test(folded);
}

/** Letters and digits of a text, without addresses: how much it can say at all. */
export function letterCount(text: string): number {
  return text.replace(ADDRESS, ' ').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Words of a text, without addresses. */
export function wordCount(text: string): number {
  return text.replace(ADDRESS, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)?.length ?? 0;
}

/** What people write above a question in place of the question. */
const GENERIC =
  /\b(?:hi|hello|hey|everyone|everybody|all|guys|help|please|pls|plz|urgent|quick|question|questions|need|i|me|my|a|an|the|some|about|have|has|got|any|this|info|information|new|here|hola|buenas|buenos|dias|tardes|noches|todos|ayuda|ayudenme|porfa|por|favor|urgente|pregunta|preguntas|duda|dudas|tengo|una|un|necesito|sobre|algo|esto|nuevo|nueva|aqui|informacion)\b/g;
/** Fewest words beyond those that say what something is about. */
const FEWEST_TELLING = 2;

/** True for words that say what they are about: "MPP hearings 2019", not "Quick question" or "Ayuda por favor". */
export function isTelling(text: string): boolean {
  return wordCount(fold(text).replace(GENERIC, ' ')) >= FEWEST_TELLING;
}
