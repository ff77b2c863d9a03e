/** How a question is put: whom it addresses, which time it is about. Says whether sources can answer it at all. */

/** Traits of a question's form; each is there or not. */
export interface QuestionForm {
  /** Speaks to the bot: "what do you think". */
  toBot: boolean;
  /** About what is to come, which no source knows. */
  future: boolean;
  /** About this moment. */
  present: boolean;
  /** About what was. */
  past: boolean;
  /** Speaks of the asker. */
  firstPerson: boolean;
  /** Supposes something: "if", "would". */
  hypothetical: boolean;
  why: boolean;
  /** Asks what the bot thinks: "are you for or against". */
  opinion: boolean;
  /** Asks for a prediction, or for what would have been; more surely than a "will" or an "if" somewhere. */
  foretold: boolean;
}

export const FORM_NAMES = [
  'toBot',
  'future',
  'present',
  'past',
  'firstPerson',
  'hypothetical',
  'why',
  'opinion',
  'foretold',
] as const satisfies (keyof QuestionForm)[];

const WORDS: Record<
  Exclude<keyof QuestionForm, 'why' | 'opinion' | 'foretold'>,
  ReadonlySet<string>
> = {
  toBot: setOf('you your yours tu te ti usted ustedes opinas crees piensas sabes puedes'),
  future: setOf('will wont gonna next future ever someday sera seran futuro proximo proxima van'),
  present: setOf(
    'now today currently current latest still nowadays ahora hoy actual actualmente sigue siguen todavia',
  ),
  past: setOf('did was were had fue fueron hubo era eran habia estaba'),
  firstPerson: setOf('i my me mine we our us mi mis yo nos nuestro nuestra'),
  hypothetical: setOf('if would should could si seria podria deberia'),
};
const WHY = /^(?:(?:so|but|and|y|pero|entonces) )?(?:why|how come|por que|porque)\b/;

const OPINION =
  /\b(?:do|did|would|are|can) you (?:\w+ )?(?:think|like|believe|support|prefer|agree|feel|want|hate|love|vote)\b|\byour (?:opinion|view|favou?rite|thoughts|take)\b|\bwhat (?:do|would) you (?:think|say|prefer)\b|\b(?:opinas|piensas|crees|prefieres|te gusta|te parece|tu opinion)\b/;
const FORETOLD =
  /^(?:(?:so|and|but|y|pero) )?will\b|\b(?:what|who|when|where|how|which \w+|many \w+|people|it|they|he|she) will\b|\bgoing to (?:be|win|happen|accept|end|come)\b|\b(?:next|coming) (?:year|month|election|president|week|term|summer|winter)\b|\bwhat (?:would|if|might)\b|\bwould (?:have|\w+ have)\b|\bsecretly\b|\b(?:va|van) a (?:ser|pasar|ganar|regresar|volver|terminar|acabar|decidir|haber|mandar)\b|\b(?:el|la|los) proxim[oa]s? (?:ano|mes|eleccion|presidente|semana)\b|\b(?:ganara|decidira|volvera|regresara|terminara|pasara|habra|sera)n?\b|\b(?:que|como|quien|cuantos) (?:pasaria|seria|hubiera|habria)\w*|\bhabria (?:pasado|sido)\b/;

/** Reads the form of a question from its folded words. */
export function readForm(words: readonly string[]): QuestionForm {
  const has = (kind: keyof typeof WORDS) => words.some((word) => WORDS[kind].has(word));
  const text = words.join(' ');
  return {
    toBot: has('toBot'),
    future: has('future'),
    present: has('present'),
    past: has('past'),
    firstPerson: has('firstPerson'),
    hypothetical: has('hypothetical'),
    why: WHY.test(text),
    opinion: OPINION.test(text),
    foretold: FORETOLD.test(text),
  };
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '));
}
