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
}

export const FORM_NAMES = [
  'toBot',
  'future',
  'present',
  'past',
  'firstPerson',
  'hypothetical',
  'why',
] as const satisfies (keyof QuestionForm)[];

const WORDS: Record<Exclude<keyof QuestionForm, 'why'>, ReadonlySet<string>> = {
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

/** Reads the form of a question from its folded words. */
export function readForm(words: readonly string[]): QuestionForm {
  const has = (kind: keyof typeof WORDS) => words.some((word) => WORDS[kind].has(word));
  return {
    toBot: has('toBot'),
    future: has('future'),
    present: has('present'),
    past: has('past'),
    firstPerson: has('firstPerson'),
    hypothetical: has('hypothetical'),
    why: WHY.test(words.join(' ')),
  };
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '));
}
