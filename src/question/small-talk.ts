/** Messages that aren't questions about the subject: greetings, thanks, noise, attempts to steer the bot. */
import { fold } from '../text/clean.ts';
import { STOP_WORDS } from '../text/words.ts';
import type { Lexicon } from './analyse.ts';

/** What small talk has to know of the corpus's words. */
type Vocabulary = Pick<Lexicon, 'expand' | 'personOf' | 'readQuestion'>;

/** What a message is when it isn't a question about anything that the corpus could hold. */
export type SmallTalk = 'chit-chat' | 'gibberish' | 'steering';

/** What people say to a bot, English and Spanish; the rest of the message must be filler. */
const CHIT_CHAT = [
  /^(?:hi|hello|hey|hiya|yo|sup|howdy|greetings|good (?:morning|afternoon|evening|night)|hola|buenas|buenos dias|buenas (?:tardes|noches)|que onda|que tal|saludos)\b/,
  /\b(?:(?:no )?thanks|thank you|thx|ty|(?:muchas |mil )?gracias|te agradezco)\b/,
  /^(?:bye|goodbye|see (?:you|ya)|good night|adios|hasta luego|nos vemos|chao)\b|^later$/,
  /\bhow (?:are|r) (?:you|u|ya)\b|\bhows it going\b|\bhow you doing\b|\bwhats up\b|\bcomo (?:estas|esta usted|te va|andas)\b/,
  /\b(?:who|what) (?:are|r) (?:you|u)\b|\bare (?:you|u) (?:a |an )?(?:bot|robot|human|real|person|ai|alive|there|ok|single|married)\b|\b(?:eres|es usted) (?:un |una )?(?:bot|robot|humano|persona|real|ia)\b|\bquien eres\b/,
  /\bwho (?:made|built|created|programmed|wrote|runs|owns) (?:you|u|this bot)\b|\bquien te (?:hizo|creo|programo)\b/,
  /\b(?:whats|what is) your (?:name|favorite|favourite)\b|\bcomo te llamas\b|\bcual es tu (?:nombre|color|comida|favorit\w+)\b/,
  /\b(?:tell|give|know) (?:me |us )?(?:a |another |any |some )?(?:good |dad )?jokes?\b.*|\b(?:cuenta|di|echa|dame|avienta)(?:me|nos|te)? (?:un|otro|algun) (?:buen )?chiste\b.*|\bsing (?:me )?a song\b.*/,
  /\b(?:do|can) (?:you|u) (?:love|like|feel|dream|sleep|eat|speak|talk|understand|hear)\b|\b(?:hablas|entiendes|sientes|duermes|me quieres)\b/,
  /^(?:good bot|bad bot|nice|cool|great|awesome|lol|ha(?:ha)+|ja(?:ja)+|ok|okay|wow|test|testing|ping|prueba|help|ayuda|yes|no|si)$/,
  /^(?:happy (?:birthday|new year|holidays)|merry christmas|feliz (?:cumpleanos|navidad|ano nuevo))\b/,
  /^(?:whats|hows|(?:what|how) is) (?:the )?(?:weather|time|news)(?: like| today| now| tomorrow| here)*$|^what (?:time|day) is it(?: today| now)?$/,
  /^(?:que hora es|que dia es(?: hoy)?|como esta el (?:clima|tiempo)|que (?:clima|tiempo) hace)(?: hoy| ahora| manana)*$/,
  /\bwhat can (?:you|u) do\b|\bque (?:puedes|sabes) hacer\b/,
];

/** Where an order to the bot begins. "Did they ignore the rules" is a question, "ignore the rules" isn't. */
const ORDER =
  '(?:^|[.!?,;:] *|\\b(?:please|pls|plz|now|just|(?:can|could|will|would|want|need) you(?: to)?|you (?:must|should|can|will|to)|por favor|favor de|ahora|quiero que) +)';
const order = (rest: string) => new RegExp(ORDER + rest);

/** Attempts to make the bot do something else. It has nothing to obey with, but it shouldn't search for them either. */
const STEERING = [
  order(
    '(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instructions?|rules?|prompts?|previous|above|guidelines|safety|restrictions?)\\b',
  ),
  /\b(?:ignore|disregard|forget)\b.{0,20}\b(?:your|previous|prior)\b.{0,20}\b(?:instructions|prompts?)\b/,
  order(
    '(?:ignor|olvid|omit|salt)(?:a|e|es|ar|ate)\\b(?: de)? (?:tod[ao]s?|tus?|l[ao]s?|lo|mis|estas)\\b.{0,40}\\b(?:instrucciones|reglas|anterior\\w*|indicaciones|restricciones)\\b',
  ),
  /\b(?:system|hidden|initial) prompt\b|\bprompt del sistema\b|\bjailbreak\b|\bdeveloper mode\b|\bmodo desarrollador\b/,
  order('(?:pretend|act|roleplay|role play)\\b.{0,20}\\b(?:to be|as|that you|like|you are)\\b'),
  order('(?:fing(?:e|ir|as)|actu(?:a|ar|es)|haz|hagas) (?:que|como)\\b'),
  /\byou are now\b|\bahora eres\b/,
  /\b(?:drop|delete|truncate) table\b|\bselect \* from\b|<\s*(?:script|img|iframe)\b|\$\{|\{\{|\bunion select\b/,
  /\b(?:repeat|print|reveal|show|output)\b.{0,30}\b(?:token|password|api key|your (?:code|instructions|rules|config\w*))\b/,
  /\b(?:revela|muestra|imprime|repite|dime)\b.{0,30}\b(?:token|contrasena|tu clave|tus (?:instrucciones|reglas))\b/,
];

/** Longest rest of a message, in content words, beside small talk: "thanks, that helped" has one. */
const REST = 1;
/** Whom small talk speaks to, and what else goes with it: no content. */
const COMPANY = new Set(
  `everyone everybody folks guys friend friends bot buddy man bro dude mate team day morning hope lovely nice great good
  amigo amigos amiga todos gente equipo bueno buen`.split(/\s+/),
);
/** What makes the rest of a message a question, however short: "thanks, but who started it". */
const ASKS =
  /\b(?:whats?(?! you)|whos?|when|where|why|how|which|about|explain|quien(?:es)?|cuando|donde|cual(?:es)?|cuant[oa]s?|por ?que|que (?:es|son|era|fue|hay|hizo|paso|pasa|significa)|sobre|explica\w*)\b/;

/** What kind of small talk a message is, or undefined when it has to be taken as a question. */
export function readSmallTalk(text: string, lexicon: Vocabulary): SmallTalk | undefined {
  const folded = fold(text);
  if (STEERING.some((pattern) => pattern.test(folded))) return 'steering';
  const words = folded
    .replace(/'/g, '')
    .replace(/\bu\. ?s\b/g, 'us')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (isChitChat(words, lexicon)) return 'chit-chat';
  return isGibberish(words) ? 'gibberish' : undefined;
}

function isChitChat(words: string, lexicon: Vocabulary): boolean {
  // "holaaaa", "thankssss"
  const plain = words.replace(/(\p{L})\1{2,}/gu, '$1');
  let rest = plain;
  for (const pattern of CHIT_CHAT) rest = rest.replace(pattern, ' ').trim();
  if (rest === plain || ASKS.test(rest)) return false;
  const content = rest
    .split(' ')
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word) && !COMPANY.has(word));
  if (content.length > REST || namesPolicy(rest.split(' '), lexicon)) return false;
  return !content.some((word) => isSubject(word, lexicon));
}

/** True when the policy is named in several words, or by what is said instead: "hey guys, is the program still a thing?" */
function namesPolicy(words: readonly string[], { readQuestion }: Vocabulary): boolean {
  return readQuestion(words).some(({ from, to }) => to - from > 1);
}

/** True for the name of an institution, a law or the policy itself: "hi, MPP?" is a question, "I love Trump" isn't. */
function isSubject(word: string, { expand, personOf }: Vocabulary): boolean {
  return (
    personOf(word) === undefined && expand([word], word).some(({ origin }) => origin === 'name')
  );
}

/** No word that could be one: nothing but signs and digits, no vowels, one letter over and over. */
function isGibberish(words: string): boolean {
  const letters = words.split(' ').filter((word) => /\p{L}/u.test(word));
  if (letters.length === 0) return true;
  return letters.every((word) => isMash(word));
}

/** Runs of letters that neither language has; acronyms of up to five letters and other scripts pass. */
function isMash(word: string): boolean {
  if (!/\p{Script=Latin}/u.test(word)) return false;
  if (/(.)\1{3,}/.test(word)) return true;
  if (word.length <= 5 && !/^(?:asdf|qwer|zxcv|hjkl|sdfg|asdfg|qwert)/.test(word)) return false;
  return (
    /[^aeiouy\W\d_]{6,}|(?:asdf|sdfg|qwer|werty|zxcv|hjkl|jkl|ñlkj)/.test(word) ||
    !/[aeiouy]/.test(word)
  );
}
