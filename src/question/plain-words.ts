/** A question as the plain words in which the guard's phrases are compared: no accents, no contractions, no slang. */
import { fold } from '../text/clean.ts';
import { CASE_MODIFIERS, CASE_WORDS, KIN_WORDS, PERSON_WORDS } from './word-classes.ts';

/** Stands for somebody close to the asker: "my little brother", "nuestra hija". */
export const KIN = '{kin}';
/** Stands for the asker's own case: "my next court date", "my husband's asylum case". */
export const CASE = '{case}';
/** Stands for a person on the spot whom the asker doesn't name: "a man", "una muchacha". */
export const PERSON = '{person}';
/** Ends a sentence; no phrase reaches across it. */
export const STOP = '.';

/** Longest word that is compared; longer ones are noise. */
const MAX_WORD_LENGTH = 40;

// "US" is a country and "us" is people: the difference is in the capitals, which folding loses.
const UNITED_STATES =
  /\bU\.?S\.?(?:A\.?)?(?![a-z])|\bEE\.? ?UU\.?|\b[Ee]stados [Uu]nidos\b|\b[Tt]he us\b/g;
// A form's letter isn't the asker: I-589, I-94.
const FORM = /\b([A-Za-z]{1,4})-(?=\d)/g;
/** What follows an apostrophe, as the word that it stands for. */
const ENDINGS = new Map([
  ['m', 'am'],
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['s', 's'],
]);
// What people type for the words that phrases are written in, in English and Spanish.
const WRITTEN_OUT = new Map(
  Object.entries({
    im: 'i am',
    ive: 'i have',
    iam: 'i am',
    theyre: 'they are',
    youre: 'you are',
    weve: 'we have',
    theyve: 'they have',
    hes: 'he is',
    shes: 'she is',
    theres: 'there is',
    gonna: 'going to',
    wanna: 'want to',
    gotta: 'have to',
    cannot: 'can not',
    cant: 'can not',
    isnt: 'is not',
    arent: 'are not',
    wasnt: 'was not',
    wont: 'will not',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    havent: 'have not',
    hasnt: 'has not',
    pls: 'please',
    plz: 'please',
    atty: 'attorney',
    bf: 'boyfriend',
    gf: 'girlfriend',
    q: 'que',
    k: 'que',
    ke: 'que',
    qe: 'que',
    toy: 'estoy',
    tamos: 'estamos',
    pa: 'para',
    alos: 'a los',
    ala: 'a la',
  }),
);
const MY = new Set(['my', 'mi', 'mis']);
const OUR = new Set(['our', 'nuestro', 'nuestra', 'nuestros', 'nuestras']);
const TELLING = new Set('tell give show remind teach explain excuse forgive'.split(' '));
/** Indefinite articles, by language. */
const A = { en: new Set(['a', 'this', 'that']), es: new Set(['un', 'una', 'este', 'esta']) };

/**
 * Words of a text in order, people and cases of one's own each as one word:
 * "They're holding my little brother!" → ["they", "are", "holding", "{kin}", "."].
 * Linear in the length of the text.
 */
export function plainWords(text: string): string[] {
  return joinOwn(spellOut(text));
}

/** Words without contractions and slang, before people and cases are joined. */
export function spellOut(text: string): string[] {
  const folded = fold(text.replace(UNITED_STATES, ' usa ').replace(FORM, '$1'));
  const words: string[] = [];
  for (const [match] of folded.matchAll(/[\p{L}\p{N}]+(?:'[\p{L}]+)*|[.!?;\n]/gu)) {
    if (/^[.!?;\n]$/.test(match)) {
      words.push(STOP);
      continue;
    }
    if (match.length > MAX_WORD_LENGTH) continue;
    const apostrophe = match.lastIndexOf("'");
    const ending = apostrophe > 0 ? ENDINGS.get(match.slice(apostrophe + 1)) : undefined;
    const whole = (ending ? match.slice(0, apostrophe) : match).replaceAll("'", '');
    words.push(...(WRITTEN_OUT.get(whole) ?? whole).split(' '));
    if (ending) words.push(ending);
  }
  return words;
}

/** Puts one word for each person close to the asker, each case of theirs and each stranger at hand. */
export function joinOwn(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; ) {
    // "Tell me" speaks of the answer, not of the asker.
    if (words[i] === 'me' && TELLING.has(words[i - 1] ?? '')) {
      i += 1;
      continue;
    }
    const found = readCase(words, i) ?? readKin(words, i) ?? readPerson(words, i);
    joined.push(found?.word ?? (words[i] as string));
    i = found?.end ?? i + 1;
  }
  return joined;
}

interface Found {
  word: string;
  end: number;
}

function readKin(words: readonly string[], start: number): Found | undefined {
  const first = words[start] as string;
  if (!MY.has(first) && !OUR.has(first)) return undefined;
  // One word may stand between, and relatives come in chains: "my little brother", "my friend's wife".
  for (let i = start + 1; i <= start + 2; i++) {
    if (!KIN_WORDS.has(words[i] ?? '')) continue;
    let end = i + 1;
    while (words[end] === 's') {
      if (KIN_WORDS.has(words[end + 1] ?? '')) end += 2;
      else if (KIN_WORDS.has(words[end + 2] ?? '')) end += 3;
      else break;
    }
    if (KIN_WORDS.has(words[end] ?? '')) end += 1;
    return { word: KIN, end };
  }
  return undefined;
}

function readCase(words: readonly string[], start: number): Found | undefined {
  const first = words[start] as string;
  const kin = readKin(words, start);
  let i = kin?.end ?? start + 1;
  if (words[i] === 's' && kin) i += 1;
  if (!kin && !MY.has(first) && !OUR.has(first)) return undefined;
  const from = i;
  while (i < from + 4 && CASE_MODIFIERS.has(words[i] ?? '')) i += 1;
  // "Our courts" and "our judges" are a citizen's words, so a plural owner needs a case that can be one's own.
  const known = OUR.has(first) && !kin ? CASE_WORDS.shared : CASE_WORDS.own;
  if (known.has(words[i] ?? '')) return { word: CASE, end: i + 1 };
  // "My removal order", "my asylum": what may stand before a case can be the case itself.
  const last = words[i - 1] as string;
  if (known.has(last) || (MY.has(first) && CASE_WORDS.alone.has(last)))
    return { word: CASE, end: i };
  return undefined;
}

function readPerson(words: readonly string[], start: number): Found | undefined {
  // The "a" of Spanish is a preposition, so article and noun have to be of one language.
  const language = A.en.has(words[start] as string) ? 'en' : 'es';
  if (!A[language].has(words[start] as string)) return undefined;
  for (let i = start + 1; i <= start + 2; i++)
    if (PERSON_WORDS[language].has(words[i] ?? '')) return { word: PERSON, end: i + 1 };
  return undefined;
}
