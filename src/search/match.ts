/** A query made ready to be compared with many texts. */
import type { Query } from '../question/query.ts';
import { LANGUAGES } from '../text/language.ts';
import { stem } from '../text/stems.ts';
import type { SearchIndex } from './build.ts';
import { TermMap } from './term-map.ts';
import type { TermTable } from './terms.ts';

/** A content word of the question and what it is worth. */
export interface Slot {
  word: string;
  /** Rarity of its commonest alternative: a word that is common in one language isn't rare. */
  idf: number;
  /** Id of that alternative; undefined when the corpus has none of them. */
  term: number | undefined;
}

/** A content word of the question that a term stands for, and how well. */
export interface Satisfied {
  slot: number;
  weight: number;
}

export interface Matcher {
  slots: Slot[];
  /** Sum of the slots' rarities; never 0. */
  total: number;
  /** Term id → the slots that it satisfies, and how well. */
  hits: TermMap<Satisfied[]>;
  /** Term id of the whole wording → its rarity. */
  wording: TermMap<number>;
  wordingLength: number;
  /** Term ids of the pairs of neighbouring words that the corpus has too. */
  pairs: number[];
}

/** Most that a common word is worth: grows with its rank among 9,000. Set on the development halves. */
const RARITY_CAP = { least: 0.25, perLogRank: 0.5 };
/** Rarity of a pair of words that the corpus doesn't hold: new pairs are common, they say little. */
const UNKNOWN_PAIR_IDF = 2;
/** Rarity of a word that the corpus doesn't hold, in comparing whole wordings. */
const UNKNOWN_WORD_IDF = 5;

/** Prepares a query for comparison. */
export function createMatcher(
  query: Query,
  { table, commonWords }: Pick<SearchIndex, 'table' | 'commonWords'>,
): Matcher {
  const hits: Matcher['hits'] = new TermMap();
  const slots = query.terms.map(({ word, repaired, alternatives }, slot) => {
    let idf = Number.POSITIVE_INFINITY;
    let commonest: number | undefined;
    for (const { stem, language, weight, origin } of alternatives) {
      const id = table.find(stem, language);
      if (id === undefined) continue;
      if ((origin === 'typed' || origin === 'repaired') && table.idf(id) < idf) {
        idf = table.idf(id);
        commonest = id;
      }
      const known = hits.get(id);
      if (known) known.push({ slot, weight });
      else hits.add(id, [{ slot, weight }]);
    }
    const rarity = Number.isFinite(idf) ? idf : table.idf(undefined);
    return {
      word,
      idf: Math.min(rarity, rarityCap(commonWords.get(repaired))),
      term: commonest,
    };
  });

  const { wording, squares, pairs } = readWording(query, table);
  return {
    slots,
    total: slots.reduce((sum, { idf }) => sum + idf, 0) || 1,
    hits,
    wording,
    wordingLength: Math.sqrt(squares) || 1,
    pairs,
  };
}

/** Words and pairs of the question in both languages; `squares` counts those of its own, as texts are in one. */
function readWording(query: Query, table: TermTable) {
  const wording = new TermMap<number>();
  const pairs: number[] = [];
  let squares = 0;
  const add = (id: number | undefined, unknownIdf: number, counts: boolean) => {
    if (id !== undefined && wording.has(id)) return;
    const idf = id === undefined ? unknownIdf : table.idf(id);
    if (id !== undefined) wording.add(id, idf);
    if (counts) squares += idf * idf;
  };
  for (const language of LANGUAGES) {
    const counts = language === query.writtenIn;
    const ids = query.words.map((word) => table.find(stem(word, language), language));
    ids.forEach((id, i) => {
      add(id, UNKNOWN_WORD_IDF, counts);
      if (i === 0) return;
      const before = ids[i - 1];
      const known = id !== undefined && before !== undefined;
      const pair = known ? table.findPair(before, id) : undefined;
      if (pair !== undefined && !wording.has(pair)) pairs.push(pair);
      add(pair, UNKNOWN_PAIR_IDF, counts);
    });
  }
  return { wording, squares, pairs };
}

/** Most that a word of everyday language is worth, by its rank: "basically" says little even where it is rare. */
function rarityCap(rank: number | undefined): number {
  if (rank === undefined) return Number.POSITIVE_INFINITY;
  return RARITY_CAP.least + RARITY_CAP.perLogRank * Math.log(rank);
}
