/** Chat spellings of common words, which are too short or too different for the speller. */

const SHORTHAND = new Map(
  Object.entries({
    ...{ wat: 'what', wut: 'what', wht: 'what', waht: 'what', whta: 'what', wats: 'what' },
    ...{ wen: 'when', whn: 'when', wehn: 'when', wher: 'where', whr: 'where', whos: 'who' },
    ...{
      wich: 'which',
      whch: 'which',
      whcih: 'which',
      wy: 'why',
      hw: 'how',
      hwo: 'how',
      hoow: 'how',
    },
    ...{ teh: 'the', hte: 'the', adn: 'and', nd: 'and', bc: 'because', cuz: 'because' },
    ...{ becuz: 'because', coz: 'because', u: 'you', ur: 'your', r: 'are', dis: 'this' },
    ...{ dat: 'that', dey: 'they', thier: 'their', thay: 'they', abt: 'about', abut: 'about' },
    ...{ thru: 'through', n: 'and', w: 'with', smth: 'something', pa: 'para', kual: 'cual' },
    ...{ doess: 'does', dd: 'did', iz: 'is' },
    ...{
      wuz: 'was',
      shud: 'should',
      cud: 'could',
      wud: 'would',
      tht: 'that',
      mny: 'many',
      wsa: 'was',
      aer: 'are',
      hav: 'have',
      hv: 'have',
      hda: 'had',
    },
    ...{
      ppl: 'people',
      peeps: 'people',
      govt: 'government',
      gov: 'government',
      goverment: 'government',
    },
    ...{ prez: 'president', pres: 'president', admin: 'administration', immig: 'immigration' },
    ...{ num: 'number', nums: 'numbers', yr: 'year', yrs: 'years', mos: 'months' },
    ...{ atty: 'attorney', dept: 'department', org: 'organization', orgs: 'organizations' },
    ...{
      xq: 'porque',
      xk: 'porque',
      pk: 'porque',
      pq: 'porque',
      porq: 'porque',
      q: 'que',
      qe: 'que',
      k: 'que',
      ke: 'que',
    },
    ...{
      kien: 'quien',
      qn: 'quien',
      kuando: 'cuando',
      cdo: 'cuando',
      dnd: 'donde',
      cmo: 'como',
      tb: 'tambien',
      tmb: 'tambien',
    },
    ...{ mex: 'mexico', mx: 'mexico', undr: 'under', befor: 'before', aftr: 'after' },
    ...{ bidn: 'biden', trmp: 'trump' },
  }),
);

/** The usual spelling of a folded word. */
export function expandShorthand(word: string): string {
  return SHORTHAND.get(word) ?? word;
}
