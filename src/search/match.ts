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

/** What a term of a text is to the question. */
export interface MatchedTerm {
  /** The content words that it stands for; empty where it is a function word or a pair. */
  satisfied: readonly Satisfied[];
  /** How well it stands for the best of them, times its rarity; 0 where there are none. */
  worth: number;
  /** Its rarity as a part of the question's wording; 0 where it is none. */
  rarity: number;
}

export interface Matcher {
  slots: Slot[];
  /** Sum of the slots' rarities; never 0. */
  total: number;
  /** Term id → the slots that it satisfies, and how well. */
  hits: Map<number, Satisfied[]>;
  /** All terms that the question may have in common with a text. */
  terms: TermMap<MatchedTerm>;
  /** Term ids of the question's words in its language, function words too; each once. */
  words: ReadonlySet<number>;
  /** Euclidean length of the wording in rarities. */
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
  const hits: Matcher['hits'] = new Map();
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
      else hits.set(id, [{ slot, weight }]);
    }
    const rarity = Number.isFinite(idf) ? idf : table.idf(undefined);
    return {
      word,
      idf: Math.min(rarity, rarityCap(commonWords.get(repaired))),
      term: commonest,
    };
  });

  const { words, wording, squares, pairs } = readWording(query, table);
  return {
    slots,
    total: slots.reduce((sum, { idf }) => sum + idf, 0) || 1,
    hits,
    terms: joinTerms(hits, wording, table),
    words,
    wordingLength: Math.sqrt(squares) || 1,
    pairs,
  };
}

/** @param wording term ids with their rarities */
function joinTerms(
  hits: Matcher['hits'],
  wording: ReadonlyMap<number, number>,
  table: TermTable,
): Matcher['terms'] {
  const terms: Matcher['terms'] = new TermMap();
  for (const [id, satisfied] of hits) {
    const worth = Math.max(...satisfied.map(({ weight }) => weight)) * table.idf(id);
    terms.add(id, { satisfied, worth, rarity: wording.get(id) ?? 0 });
  }
  for (const [id, rarity] of wording)
    if (!hits.has(id)) terms.add(id, { satisfied: [], worth: 0, rarity });
  return terms;
}

/** Words and pairs of the question in both languages; `squares` counts those of its own, as texts are in one. */
function readWording(query: Query, table: TermTable) {
  const wording = new Map<number, number>();
  const words = new Set<number>();
  const pairs: number[] = [];
  let squares = 0;
  const add = (id: number | undefined, unknownIdf: number, counts: boolean) => {
    if (id !== undefined && wording.has(id)) return;
    const idf = id === undefined ? unknownIdf : table.idf(id);
    if (id !== undefined) wording.set(id, idf);
    if (counts) squares += idf * idf;
  };
  for (const language of LANGUAGES) {
    const counts = language === query.writtenIn;
    const ids = query.words.map((word) => table.find(stem(word, language), language));
    ids.forEach((id, i) => {
      if (counts && id !== undefined) words.add(id);
      add(id, UNKNOWN_WORD_IDF, counts);
      if (i === 0) return;
      const before = ids[i - 1];
      const known = id !== undefined && before !== undefined;
      const pair = known ? table.findPair(before, id) : undefined;
      if (pair !== undefined && !wording.has(pair)) pairs.push(pair);
      add(pair, UNKNOWN_PAIR_IDF, counts);
    });
  }
  return { words, wording, squares, pairs };
}

/** Most that a word of everyday language is worth, by its rank: "basically" says little even where it is rare. */
function rarityCap(rank: number | undefined): number {
  if (rank === undefined) return Number.POSITIVE_INFINITY;
  return RARITY_CAP.least + RARITY_CAP.perLogRank * Math.log(rank);
}
