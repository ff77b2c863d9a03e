/** Whether two statements on the same thing affirm the same: denials beside the same words, and words of opposite sense. */
import { stem } from '../text/stems.ts';
import { STOP_WORDS } from '../text/words.ts';

const DENIALS = new Set(
  `not no never nobody none neither nor without cannot cant isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt
  wont wouldnt couldnt nunca jamas nadie ningun ninguna ninguno ni sin tampoco false untrue myth falso falsa mito little
  hardly barely poco apenas`.split(/\s+/),
);
/** What takes back a good part of what follows, in a passage: "only 5% had a lawyer" denies that people had lawyers. */
const QUALIFIERS = new Set(
  'only hard difficult limited few barriers lack lacked without solo dificil limitado pocos pocas falta'.split(
    ' ',
  ),
);
/** A denial reaches this many words. */
const REACH = 5;

/** Beginnings of words of opposite sense, English and Spanish. */
const OPPOSITES: [RegExp, RegExp][] = [
  [
    /^(?:legal|lawful|licit)/,
    /^(?:illegal|unlawful|ilegal|ilicit|violat|viola|violo|breach|conflict)/,
  ],
  [
    /^(?:work|worked|works|effective|effectiv|success|succeed|funciono|funciona|efica|efectiv|exito)/,
    /^(?:ineffect|inefica|doubtful|dudos|fail|fracas|unsuccess|counterproduc|contraproduc|useless|inutil|undermin)/,
  ],
  [
    /^(?:agree|accept|approv|consent|acept|acord|acuerdo|aprob)/,
    /^(?:reject|refus|unilateral|oppos|rechaz|negar|nego|niega|opone|opuso)/,
  ],
  [
    /^(?:reduc|cut|cuts|lower|fell|fall|falls|drop|declin|decreas|deter|baj|disminu|cay)/,
    /^(?:increas|rose|rise|rises|grew|grow|surg|aument|subi|crec)/,
  ],
  [/^(?:safe|seguro|segura)/, /^(?:unsafe|danger|peligr|insegur)/],
  [/^(?:humane|humanitar)/, /^(?:inhuman|cruel)/],
  [/^(?:fair|justo|justa)/, /^(?:unfair|unjust|injust)/],
  [/^(?:constitutional|constitucional)/, /^(?:unconstitutional|inconstitucional)/],
  [
    /^(?:allow|permit|upheld|uphold|permiti|avalo)/,
    /^(?:block|forbid|forbad|ban|bans|bar|barred|prohib|bloque)/,
  ],
];

/**
 * True when a passage denies what a claim affirms, or the other way round. Meant for statements that share their words;
 * says nothing about others.
 * @param claim folded words in order
 * @param passage folded words in order, in the claim's language
 */
export function isOpposite(claim: readonly string[], passage: readonly string[]): boolean {
  const subject = new Set(claim.filter((word) => !STOP_WORDS.has(word)).flatMap(stemsOf));
  const reaches = (at: number) =>
    passage
      .slice(at + 1, at + 1 + REACH)
      .some((word) => stemsOf(word).some((one) => subject.has(one)));
  let flips = claim.filter((word) => DENIALS.has(word)).length;
  passage.forEach((word, at) => {
    if ((DENIALS.has(word) || QUALIFIERS.has(word)) && reaches(at)) flips += 1;
  });
  for (const [one, other] of OPPOSITES) {
    const side = (words: readonly string[]) =>
      Number(words.some((word) => other.test(word))) - Number(words.some((word) => one.test(word)));
    if (side(claim) * side(passage) < 0) flips += 1;
  }
  return flips % 2 === 1;
}

function stemsOf(word: string): string[] {
  return [stem(word, 'en'), stem(word, 'es')];
}
