/** Splits text into the words that are indexed and searched. */
import { fold } from './clean.ts';
import { canonicalNumbers } from './numbers.ts';
import { expandShorthand } from './shorthand.ts';

/** Longest word that is looked at; longer ones are noise (keyboard mash, addresses). */
const MAX_WORD_LENGTH = 40;

// Dotted abbreviations and names of one idea that would otherwise fall apart into common words.
const JOINED: [RegExp, string][] = [
  [/\bu\.? ?s\.? ?c\.?(?= ?\d)/g, 'usc'],
  [/\bu\.s(?:\.a)?\b(?!\.[a-z])/g, 'usa'],
  [/(?<=\b[a-z])\.(?=[a-z]\b)/g, ''],
  [/\bee\.? ?uu\.?(?![a-z])|\beua\b/g, 'usa'],
  [/\bunited states(?: of america)?\b|\bestados unidos\b|\bthe states\b/g, 'usa'],
  // "Un" alone is Spanish for "a".
  [/\bunited nations\b|\bnaciones unidas\b|(?<=\bthe )u\.?n\b\.?(?!-)/g, 'onu'],
  [/\bcbp[- ]?(?:1|one|uno)\b(?![.,]?\d)/g, 'cbpone'],
  [/\b(\d{1,3}) ?(?:%|per ?cent\b|por ciento\b)/g, '$1 percent'],
  [/\bper ?cent(?:age)?\b|\bporcentaje\b|\bpct\b/g, 'percent'],
  [/\bhow come\b/g, 'why'],
  [/\bpor que\b(?! (?:ciudad|lugar|puerto|puente|cruce|medio)(?:e?s)?\b)/g, 'porque'],
  [/\bcovid(?:[- ]?19)?\b/g, 'covid'],
];

/** What every joined form has; most texts have none, and are spared the search for each. */
const MAY_JOIN =
  /\.[a-z ]|%|\b(?:u ?s ?c|ee ?\.?uu|eua|united|estados|naciones|the (?:states|un\b)|how come|cbp|per ?cent|por|porcen|pct|covid)/;

const WORD =
  /\d{1,3}(?:[,.\u00A0 ]\d{3})+(?![\d])|\d+(?:\.\d+)?(?:[a-z]+)?|[a-z]+(?:'[a-z]+)*\d*|[^\p{P}\p{S}\p{Z}\p{C}\p{ASCII}]+/gu;

/**
 * Folded words of a text in order, numbers and months in one form: "the U.S. returned 70k in Feb." →
 * ["the", "usa", "returned", "70000", "in", "february"]. Total and linear in the length of the text.
 */
export function tokenise(text: string): string[] {
  let folded = fold(text);
  if (MAY_JOIN.test(folded)) {
    for (const [pattern, replacement] of JOINED) folded = folded.replace(pattern, replacement);
  }
  const words: string[] = [];
  for (const match of folded.match(WORD) ?? []) {
    const first = match.charCodeAt(0);
    const isNumber = first >= 48 && first <= 57;
    let word = match;
    if (isNumber && /^\d{1,3}(?:[,.\u00A0 ]\d{3})+$/.test(match)) word = match.replace(/\D/g, '');
    else if (match.includes("'")) word = match.replace(/'(?:s|re|ve|ll|d|m)$|'/g, '');
    if (word !== '' && word.length <= MAX_WORD_LENGTH) words.push(expandShorthand(word));
  }
  return canonicalNumbers(words);
}
