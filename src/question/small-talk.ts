/** Messages that aren't questions about the subject: greetings, thanks, noise, attempts to steer the bot. */
import { fold } from '../text/clean.ts';
import { STOP_WORDS } from '../text/words.ts';

/** What a message is when it isn't a question about anything that the corpus could hold. */
export type SmallTalk = 'chit-chat' | 'gibberish' | 'steering';

/** Whole messages that people say to a bot, English and Spanish; the rest of the message must be filler. */
const CHIT_CHAT = [
  /^(?:hi|hello|hey|hiya|yo|sup|howdy|greetings|good (?:morning|afternoon|evening|night)|hola|buenas|buenos dias|buenas (?:tardes|noches)|que onda|que tal|saludos)\b(?: \w+){0,4}$/,
  /\b(?:thanks|thank you|thx|ty|gracias|muchas gracias|mil gracias|te agradezco)\b/,
  /^(?:bye|goodbye|see (?:you|ya)|later|good night|adios|hasta luego|nos vemos|chao)\b(?: \w+){0,3}$/,
  /\bhow (?:are|r) (?:you|u|ya)\b|\bhows it going\b|\bhow you doing\b|\bwhats up\b|\bcomo (?:estas|esta usted|te va|andas)\b/,
  /\b(?:who|what) (?:are|r) (?:you|u)\b|\bare (?:you|u) (?:a |an )?(?:bot|robot|human|real|person|ai|alive|there|ok|single|married)\b|\b(?:eres|es usted) (?:un |una )?(?:bot|robot|humano|persona|real|ia)\b|\bquien eres\b/,
  /\bwho (?:made|built|created|programmed|wrote|runs|owns) (?:you|u|this bot)\b|\bquien te (?:hizo|creo|programo)\b/,
  /\b(?:whats|what is) your (?:name|favorite|favourite)\b|\bcomo te llamas\b|\bcual es tu (?:nombre|color|comida|favorit\w+)\b/,
  /\b(?:tell|give|know) (?:me |us )?(?:a |another |any |some )?(?:good |dad )?jokes?\b|\bcuenta(?:me|nos)? un chiste\b|\bsing (?:me )?a song\b/,
  /\b(?:do|can) (?:you|u) (?:love|like|feel|dream|sleep|eat|speak|talk|understand|hear)\b|\b(?:hablas|entiendes|sientes|duermes|me quieres)\b/,
  /^(?:good bot|bad bot|nice|cool|great|awesome|lol|haha\w*|jaja\w*|ok|okay|wow|test|testing|ping|prueba|help|ayuda|yes|no|si)$/,
  /^(?:happy (?:birthday|new year|holidays)|merry christmas|feliz (?:cumpleanos|navidad|ano nuevo))\b/,
  /\bwhat can (?:you|u) do\b|\bque (?:puedes|sabes) hacer\b/,
];

/** Attempts to make the bot do something else. It has nothing to obey with, but it shouldn't search for them either. */
const STEERING = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|previous|above|guidelines|safety|restrictions?)\b/,
  /\b(?:ignora|olvida|omite|salta)\w*\b.{0,40}\b(?:instrucciones|reglas|anterior\w*|indicaciones|restricciones)\b/,
  /\b(?:system|hidden|initial) prompt\b|\bprompt del sistema\b|\bjailbreak\b|\bdeveloper mode\b|\bmodo desarrollador\b/,
  /\b(?:pretend|act|roleplay|role play)\b.{0,20}\b(?:to be|as|that you|like)\b|\byou are now\b|\bahora eres\b|\b(?:finge|actua|haz) (?:que|como)\b/,
  /\b(?:drop|delete|truncate) table\b|\bselect \* from\b|<\s*(?:script|img|iframe)\b|\$\{|\{\{|\bunion select\b/,
  /\b(?:repeat|print|reveal|show|output)\b.{0,30}\b(?:token|password|api key|your (?:code|instructions|rules|config\w*))\b/,
  /\b(?:revela|muestra|imprime|repite|dime)\b.{0,30}\b(?:token|contrasena|clave|tus (?:instrucciones|reglas))\b/,
];

/** Longest rest of a message, in content words, beside small talk: "thanks, that helped" has one. */
const REST = 1;

/** What kind of small talk a message is, or undefined when it has to be taken as a question. */
export function readSmallTalk(text: string): SmallTalk | undefined {
  const folded = fold(text);
  if (STEERING.some((pattern) => pattern.test(folded))) return 'steering';
  const words = folded
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (isGibberish(words)) return 'gibberish';
  for (const pattern of CHIT_CHAT) {
    const rest = words.replace(pattern, ' ');
    if (rest === words) continue;
    const content = rest.split(' ').filter((word) => word.length > 1 && !STOP_WORDS.has(word));
    if (content.length <= REST) return 'chit-chat';
  }
  return undefined;
}

/** No word that could be one: nothing but signs and digits, no vowels, one letter over and over. */
function isGibberish(words: string): boolean {
  const letters = words.split(' ').filter((word) => /\p{L}/u.test(word));
  if (letters.length === 0) return true;
  return letters.every((word) => isMash(word));
}

/** Runs of letters that neither language has; acronyms of up to five letters pass. */
function isMash(word: string): boolean {
  if (/(.)\1{3,}/.test(word)) return true;
  if (word.length <= 5 && !/^(?:asdf|qwer|zxcv|hjkl|sdfg|asdfg|qwert)/.test(word)) return false;
  return (
    /[^aeiouy\W\d_]{6,}|(?:asdf|sdfg|qwer|werty|zxcv|hjkl|jkl|ñlkj)/.test(word) ||
    !/[aeiouy]/.test(word)
  );
}
