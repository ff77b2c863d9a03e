/**
 * What people say around their question: greetings, who they are, what they need it for, who told them, how it should be
 * explained. Its words are about the asker and not about the subject, so they aren't searched.
 */
import { fold } from '../text/clean.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import { repairWords } from './repair.ts';

/** Ends a clause of a cleaned text: punctuation before a space, brackets, dashes. "U.S." and "7,500" go on. */
const CLAUSE_END = /(?<=[?!.,;:…]["'”»]?) | \(|—| [-–] /u;
/** Content words that must be left over, or nothing is left out. */
const LEAST_LEFT = 1;
/** A clause with one of these asks something, or says what the question is about. */
const TELLS =
  /\b(?:what|who|whom|whose|when|where|why|which|how|quien(?:es)?|cuando|donde|cuant[oa]s?|cual(?:es)?|por que|about|sobre|acerca)\b/;

const OF_WHAT =
  'essay|paper|class|project|homework|assignment|presentation|debate|report|article|story|piece|exam|quiz|test|school|thesis|course|podcast|blog|speech|tarea|ensayo|clase|trabajo|nota|reportaje|articulo|examen|proyecto|tesis|escuela|uni|universidad|curso|presentacion|exposicion|discurso';
const SOMEBODY =
  '(?:my|mi|mis)(?: [a-z]+){1,2}? (?:keeps?|kept|always|siempre|me|nos)? ?(?:says?|said|saying|telling me|told me|told us|swears?|insists?|claims?|dicen?|dijo|dijeron|jura|insiste|asegura|anda diciendo|sigue diciendo)';

/** Greetings, thanks and manners: a clause of nothing else says nothing. */
const MANNERS = new Set(
  `hi hey heya hello hola yo oye oigan ok okay um uh well so sorry please pls plz thanks thank you thx ty cheers morning
  good evening afternoon guys all everyone everybody folks there yall team mod mods friend friends again in advance much
  disculpe disculpen disculpa perdon perdonen buena buenas buenos dias tardes noches saludos gracias mil de antemano
  porfa porfis por favor ayuda help bueno pues a ver amigo amigos amigas gente banda raza chicos chicas todos todas tio
  tios compa compas la alguien sabe que tal como estan wey guey hermano hermanos bro dude man lol jaja jajaja haha ya
  honestly anyone anybody`.split(/\s+/),
);
/** Clauses that are all aside, folded and without signs at the ends. */
const ASIDES = [
  // Announcing a question.
  /^(?:[a-z]+ ){0,3}(?:question|pregunta|duda|consulta)s?(?: (?:here|for you|for yall|time|rapida|seria|tonta|honesta|random|aqui|pero|but|guys|please|porfa))*$/,
  /^(?:[a-z]+ ){0,2}(?:curious|help|ayuda|ayudenme|help me|help me out|be honest|serious|seriously|en serio|la neta|not trolling|no politics|genuinely|asap|eli5|tldr|urgente?|es urgente|its urgent|help please)$/,
  // Who asks.
  /^(?:[a-z]+ ){0,2}(?:i am|im|i m|we are|soy|somos) (?!the |el |los )(?:[a-z]+ ){0,5}(?:new|nuev[oa]s?|students?|estudiantes?|journalist|periodistas?|reporter[oa]?|paralegal|teacher|profe|profesora?|maestr[oa]|professor|volunteer|voluntari[oa]s?|researcher|moderator|lawyer|abogad[oa]|mom|dad|mama|papa|madre|parent|college|freshman|senior|noob|newbie|confused|lost|curious|hondurena|hondureno|guatemaltec[oa]|salvadoren[oa]|cuban[oa]|venezolan[oa]|mexican[oa])\b.*$/,
  /^(?:[a-z]+ ){0,2}(?:i am|im|we are|estoy|estamos|ando|andamos) (?:[a-z]+ )?(?:new|writing|doing|working|preparing|prepping|making|recording|planning|teaching|studying|reading|trying|asking|researching|covering|haciendo|preparando|grabando|planeando|escribiendo|investigando|estudiando|cubriendo|tratando|trabajando|armando)\b.*$/,
  /^(?:[a-z]+ ){0,3}(?:students?|estudiantes?|journalist|periodistas?|reporter[oa]?|paralegal|teacher|profe|profesora?|maestr[oa]|volunteer|voluntari[oa]s?|researcher|mod|lawyer|abogad[oa]|mom|dad|mama|papa|parent) (?:here|aqui)(?: (?:from|de|desde|en|in) [a-z]+)?$/,
  /^(?:aqui |here )?(?:from|desde) [a-z]+(?: [a-z]+)?$/,
  // What it is for.
  new RegExp(
    `^(?:[a-z]+ ){0,3}(?:for|4|para|pa|es pa|es para|its for|this is for|i need it for|lo necesito para) (?:[a-z]+ ){0,4}(?:${OF_WHAT})\\b.*$`,
  ),
  new RegExp(
    `^(?:i have|i got|ive got|tengo|tenemos) (?:an?|una?|mi|my|que) (?:[a-z]+ ){0,3}(?:${OF_WHAT})\\b.*$`,
  ),
  // Who said so, without what was said.
  new RegExp(
    `^(?:and |but |y |pero |because |porque )?${SOMEBODY}(?: (?:so|otherwise|asi|otra cosa|lo contrario|different|no|yes|si|that|eso|\\d+))*$`,
  ),
  new RegExp(`^${SOMEBODY} \\d+ (?:y|and|but|pero) (?:i|yo) .*$`),
];
/** Clauses that are aside whatever else they hold: "I know nothing about it", "explain how to a child". */
const ALWAYS = [
  // What the asker knows or thinks.
  /^(?:[a-z]+ ){0,2}(?:i|yo) (?:really |honestly |literally )?(?:know nothing|dont know (?:anything|much)|have no (?:idea|clue)|never heard|dont get it|dont understand|am lost|forgot|cant remember|dont remember)\b.*$/,
  /^(?:yo |la verdad |es que |pero )*no (?:se|entiendo|cacho|conozco|tengo|me acuerdo) (?:nada|mucho|bien|ni|idea)\b.*$/,
  /^(?:yo |pero |y |es que )*(?:no|ni) (?:entiendo|idea|se)$/,
  /^(?:and |but |y |pero )?(?:i (?:told|say|said|think|bet|guess|assume)|yo (?:digo|dije|creo|pienso)|my money is)\b.*$/,
  /^no (?:idea|clue)\b.*$/,
  // How it should be told.
  /^(?:can (?:you|someone|anyone|somebody) |please |pls |just |me lo |me |alguien )*(?:explain|answer|say|put|tell|explica|explican|expliquen|explique|explicame|expliquenme|explicar|explicarme|digan|diganme|contesten)\b(?: (?:it|this|that|me|to|us|like|as|if|simply|simple|simpl[ey]|in|a|please|pls|plz|short|briefly|quick|quickly|im|i|am|was|were|kid|child|year|years?|old|five|ten|twelve|plain|words|english|terms|lo|le|en|con|de|forma|palabras|facil|facilito|sencill[oa]s?|sencillito|manzanitas|porfa|por favor|rapido|breve|corto|como|para|nino|tonto|dummies|\d+))+$/,
  /^(?:in |en )?(?:simple|plain|few|pocas|breve|resumen|palabras|terms|words|short)(?: (?:words|terms|english|palabras|please|porfa|simples|sencillas))*$/,
];
/** Clauses that ask for no more than yes or no to what was said. */
const TAGS =
  /^(?:(?:and|y|so|pero) )?(?:(?:is|was) (?:that|it|this|he|she) (?:even |actually |really )?(?:true|right|correct|real|accurate|legit|so)(?: or .*)?|(?:is|was) (?:he|she|that|it) (?:right|wrong|lying)|(?:eso |esto )?(?:es|sera|era) (?:cierto|verdad|correcto|asi|mentira|real)(?: o .*)?|(?:true|right|correct|or not|or what|yes or no|true or false|si o no|o no|o que|o que onda|cierto|verdad|no|ya|anyone|anybody|alguien|someone|alguien sabe|anyone know|does anyone know|any idea|any ideas|idk|alguna idea|neta))$/;
/** What may stand before the question in its own clause. */
const LEADS = [
  /^(?:(?:quick|random|honest|dumb|stupid|serious|genuine|simple|silly|weird|basic|legit|real|small|just|a|my|an|una?|mi|tengo|otra|one|another|so|ok) ){1,3}(?:question|pregunta|duda)s?(?: (?:but|pero|about|sobre))?(?:[:,]? )(?=\p{L})/iu,
  /^(?:sorry|perd[oó]n|disculpen) (?:if|si) .{0,40} (?:but|pero) (?=\p{L})/iu,
  /^(?:hola|oigan?|oye|hey|hi|hello|ok|okay|so|um|well|disculpen?|perd[oó]n|buenas|bueno|pues|honestly|lol|bro|dude|guys|chicos|amigos|a ver)(?:[,!]? )(?=\p{L}+ \p{L})/iu,
  new RegExp(
    `^(?:and |but |so |y |pero )?${SOMEBODY.replace('dijo', 'dij[oó]')}(?: (?:that|que|q|k|de que))? (?=\\p{L}+ \\p{L}+)`,
    'iu',
  ),
  /^(?:i (?:just )?(?:heard|read|saw|was told)|i keep (?:hearing|reading)|me (?:dijeron|contaron)|le[ií]|o[ií]|escuch[eé]|vi)(?: (?:somewhere|online|that|on \p{L}+|que|q|por ah[ií]|en (?:tiktok|internet|facebook|twitter)))* (?=\p{L}+ \p{L}+)/iu,
  // Asks whether somebody knows, and means the question behind it.
  /^(?:and |but |so )?(?:i (?:just )?(?:want(?:ed)?|need(?:ed)?|would like) to (?:know|ask|find out)|(?:do|does|can|could) (?:you|u|any(?:one|body)|some(?:one|body))(?: here)? (?:please )?(?:know|tell (?:me|us))|any(?:one|body)(?: here)? know) (?:if|whether) (?=\p{L}+ \p{L}+)/iu,
  /^¿?(?:y |pero )?(?:(?:alguien |ustedes |usted |t[uú] )?(?:aqu[ií] )?(?:me |nos )?(?:sabe[ns]?|(?:puede[ns]?|podr[ií]an?) decir(?:me|nos)?)|(?:yo )?(?:(?:quer[ií]a|quisiera|quiero|me gustar[ií]a|necesito) (?:saber|preguntar(?:les)?))) si (?=\p{L}+ \p{L}+)/iu,
];

/** "What would you say were the problems?" asks for the problems. */
const SAY = /\b(?:would|do) (?:you|u|y['’]?all|you guys) say (?=(?:is|are|was|were)\b)/giu;

/** How it should be told, at the end of a clause: "like i'm 12", "en palabras sencillas". */
const HOW_TOLD = [
  / (?:like|as if|as though) (?:i['’]?m|i am|i was|i were|we['’]?re) (?:an? )?(?:\d{1,2}|four|five|six|seven|eight|nine|ten|twelve|little kid|kid|child|toddler|dummy|idiot)(?: years? old| yo)?(?=[?!.,;]|$)/iu,
  / (?:to|for) (?:a|my) (?:\d{1,2}|five|six|seven|eight|nine|ten|twelve|little) ?(?:years? old|year-old|yo|kid|child)(?=[?!.,;]|$)/iu,
  / in (?:simple|plain|easy|a few|few|your own) (?:words|terms|english|language)(?=[?!.,;]|$)/iu,
  / como (?:si (?:yo )?(?:tuviera|fuera|tuviese) (?:un |una )?(?:\d{1,2}|cinco|seis|siete|ocho|diez|doce|niñ[oa]|tont[oa]|chamac[oa])(?: a[nñ]os| chiquit[oa])?|para (?:un )?(?:niñ[oa]s?|tontos))(?=[?!.,;]|$)/iu,
  / (?:en|con) (?:palabras|lenguaje|t[eé]rminos|pocas) (?:sencill[oa]s?|simples|palabras|f[aá]cil(?:es)?|normales)(?=[?!.,;]|$)/iu,
];
/** That the subject is talked of, behind it: "this thing everyone argues about", "del que todos hablan". */
const TALKED_OF = [
  /(?<! (?:do|does|did|do all)) (?:thing |stuff )?(?:that )?(?:every(?:one|body)|people|they|folks|ppl|the news) (?:is |are |keeps? |always |all )?(?:talk|argu|fight|yell|scream|complain|tweet|post)(?:s|e|es|ing)? about(?: (?:lately|now|so much|all the time|online|on \p{L}+))?(?=[?!.,;]|$)/iu,
  / (?:(?:del|(?:de )?(?:el|la|lo|los|las)) )?(?:que|q) (?:todos?|todo el mundo|la gente|tanto) (?:andan? |se )?(?:hablan?|hablando|discuten?|mencionan?|pelean?|comentan?|dicen)(?: (?:tanto|ahora|en (?:el |la |las |los )?\p{L}+))*(?=[?!.,;]|$)/iu,
];

/**
 * The question without what is said around it; the whole text where little else would be left. Total and linear.
 * @param text cleaned
 */
export function withoutAsides(text: string): string {
  const clauses = text.split(CLAUSE_END).filter((clause) => clause?.trim());
  const kept = clauses.filter((clause) => !isAside(clause)).map(withoutLead);
  const left = kept.join(' ');
  return kept.length === clauses.length && left === clauses.join(' ')
    ? text
    : contentCount(left) >= LEAST_LEFT
      ? left
      : text;
}

/** People hurry through what is beside the point: "im confussed", "quik question". */
const repair = repairWords(
  new Set([
    ...MANNERS,
    ...[...ASIDES, ...ALWAYS, TAGS].flatMap(({ source }) => source.match(/[a-z]+/g) ?? []),
  ]),
);

function isAside(clause: string): boolean {
  const plain = fold(clause)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(repair)
    .join(' ');
  return (
    (plain.length > 2 && plain.split(' ').every((word) => MANNERS.has(word))) ||
    TAGS.test(plain) ||
    ALWAYS.some((aside) => aside.test(plain)) ||
    (!TELLS.test(plain) && ASIDES.some((aside) => aside.test(plain)))
  );
}

function withoutLead(clause: string): string {
  return [...LEADS, SAY, ...HOW_TOLD, ...TALKED_OF].reduce(
    (rest, said) => rest.replace(said, ''),
    clause,
  );
}

function contentCount(text: string): number {
  return new Set(tokenise(text).filter((word) => !STOP_WORDS.has(word))).size;
}
