/** Questions that ask for a judgement on the policy: "did it work", "was it legal", "¿es cruel?". */
import type { Query } from './query.ts';

/** What is judged with; each side of the debate has its own answer to it. */
const VERDICTS = [
  /\b(?:effective|ineffective|successful|success|succeed|succeeded|failure|unfair|unjust|moral|immoral|ethical|unethical|humane|inhumane|inhuman|cruel|cruelty|constitutional|unconstitutional|justified|racist|worth it|controversial)\b/,
  /\b(?:is|are|was|were|be) (?:\w+ ){0,4}fair\b|\bviolat(?:e[sd]?|ing)\b|\bbreak(?:s|ing)? the law\b|\bviol(?:a|aba|o) \w+/,
  /\b(?:il)?legal\b(?! (?:aid|help|basis|status|representation|services?|advice|orientation|permanent|counsel|residents?|immigrants?|immigration|entry|ports?|case|challenges?|fight|battle))/,
  /\b(?:un)?lawful\b(?! permanent)/,
  /\b(?:a|any) (?:good|bad)\b|\bgood or bad\b|\bbad or good\b|\b(?:a|the) (?:right|wrong) thing\b|\b(?:was|is) (?:it|this|that) (?:good|bad|right|wrong|necessary)\b/,
  /\b(?:pros and cons|for and against|for or against|advantages and disadvantages|a favor y en contra|a favor o en contra|ventajas y desventajas|pros y contras)\b/,
  /^(?:(?:so|but|and|well|ok|hey) )*(?:did|does|do|has|is)(?: (?:it|that|this|the|policy|programs?|programme|protocols?|rules?|scheme|actually|really|ever|even|sending|them|people|back|making|wait))* work(?:ed|ing)?\b/,
  /\bshould (?:it|the (?:policy|program|programme|protocols?|rules?|scheme)|(?:the )?(?:us|usa|government|president|biden|trump|council|state)) (?:be|end|continue|return|exist|come|stay|keep|bring|have)\b/,
  /\b(?:efectiv[oa]s?|eficaz|exit[oa]s?|exitos[oa]s?|fracaso|licit[oa]|ilicit[oa]|just[oa]|injust[oa]|inmoral|etic[oa]|inhuman[oa]s?|constitucional|inconstitucional|necesari[oa]|valio la pena|controvertid[oa]|polemic[oa])\b/,
  /\b(?:es|fue|era|seria) (?:\w+ ){0,4}(?:buen[oa]?|mal[oa]?|human[oa])\b/,
  /\b(?:funciono|sirvio|sirve|funciona)\b/,
  /\bdeberian? (?:\w+ ){0,3}(?:existir|seguir|volver|terminar|continuar|acabar|quitar)\b/,
];
/** What somebody ruled or said is a matter of fact, however it is worded. */
const REPORTED =
  /\b(?:ruled?|rules|ruling|rulings|said|say|says|found|find|finds|decided?|argued?|argues|claim(?:s|ed)?|according|judges?|courts?|congress|sued|lawsuits?|dijo|dice|dijeron|fallo|decidio|resolvio|segun|juez|jueces|corte|cortes|tribunal|tribunales|demanda)\b/;
/** Kinds of questions that have one answer, or that ask for an account. */
const FACTS = new Set<Query['asked']>(['number', 'date', 'person', 'place', 'list']);
const HOW_MUCH =
  /\bhow (?:effective|successful|fair|humane|cruel|legal|moral)\b|\bque tan (?:efectiv|just|legal|human|cruel|buen|exitos)\w*|\bcontroversial\b/;

/**
 * True when a question asks for a judgement, so that sources that argue each way have to be heard.
 * @param policy the word that stands for the names of the policy in a query
 */
export function asksForJudgement(
  { asked, words }: Pick<Query, 'asked' | 'words'>,
  policy: string,
): boolean {
  const text = words.map((word) => (word === policy ? 'it' : word)).join(' ');
  if (REPORTED.test(text)) return false;
  if (HOW_MUCH.test(text)) return true;
  if (FACTS.has(asked) || asked === 'manner' || asked === 'reason') return false;
  return VERDICTS.some((pattern) => pattern.test(text));
}
