/** What kind of thing a question asks for, from its question words in English and Spanish. */
import type { Asked } from './query.ts';

// The first pattern that fits decides; the text is the folded words joined by spaces.
const PATTERNS: [Asked, RegExp][] = [
  [
    'number',
    /\bhow (?:many|much|often|long|old|far|big|large)\b|\b(?:number|share|percent|proportion|total|figure|rate|tally|count|amount)\b|\bcuant[oa]s?\b|\b(?:numero|proporcion|cifra|tasa)\b|\bque tan\b/,
  ],
  [
    'date',
    /\b(?:when|what (?:date|day|year|month)|which (?:date|day|year|month)|since when|how recently|by what year)\b|\bcuando\b|\b(?:que|en que|cual) (?:fecha|dia|ano|mes)\b|\bdate\b|\bfecha\b/,
  ],
  [
    'person',
    /\b(?:who|whom|whose|whos)\b|\bquien(?:es)?\b|\bwhich (?:judge|president|secretary|official|court|group|organi[sz]ation|broadcaster)\b|\bque (?:juez|presidente|tribunal|corte|organizacion)\b/,
  ],
  [
    'place',
    /\b(?:where|wheres)\b|\b(?:what|which) (?:city|cities|port|ports|place|places|state|country)\b|\b(?:donde|adonde)\b|\bque (?:ciudad|ciudades|lugar|puerto|puertos|estado|pais)\b/,
  ],
  [
    'reason',
    /\b(?:why|how come|what for|reason|reasons|excuse)\b|\bpor ?que\b(?! (?:ciudad|lugar))|\b(?:motivo|motivos|razon|razones|pq|xq)\b/,
  ],
  [
    'status',
    /\b(?:still|currently|nowadays|these days|right now|in effect|in force|latest|today)\b|\b(?:sigue|siguen|todavia|aun|vigente|actualmente|hoy|ahora)\b/,
  ],
  [
    'definition',
    /\b(?:what is|whats|what are|what was|what does|meaning|definition|define|stand for|explain)\b|\bque (?:es|son|era|fue|significa|quiere decir)\b|\ben que consiste\b/,
  ],
  [
    'list',
    /\b(?:which|list|name the|what kinds?|what types?|examples)\b|\b(?:cuales|lista|que tipos?)\b/,
  ],
  [
    'position',
    /\b(?:what (?:did|does|do) .* (?:say|think|argue|claim)|opinion|view|position|support|oppose|against|criticism)\b|\bque (?:dijo|dijeron|dice|dicen|opina|piensa)\b|\b(?:postura|posicion|opinion)\b/,
  ],
  ['manner', /\bhow\b|\bcomo\b/],
  [
    'yes-no',
    /^(?:so |and |but |y |pero )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/,
  ],
];

/** Reads what a question asks for from its folded words. */
export function readAsked(words: readonly string[]): Asked {
  const text = words.join(' ');
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
