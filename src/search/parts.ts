/** Reads and computes what takes time of an index: all but what is quick to make of it. */
import type { Corpus } from '../corpus/corpus.ts';
import { type AliasTable, readAliases } from '../question/expand.ts';
import { fold } from '../text/clean.ts';
import { LANGUAGES } from '../text/language.ts';
import { createNameReader, type NameReader } from '../text/names.ts';
import { tokenise } from '../text/tokens.ts';
import { type LatentSpace, learnDirections, wordVectors } from './latent.ts';
import { type PackedIndex, packParts } from './pack.ts';
import { type PostingsColumns, scorePostings } from './postings.ts';
import { readUnits, WordCounts } from './read-units.ts';
import { createKnownTexts, type IndexBefore } from './reuse.ts';
import { TermTable } from './terms.ts';
import type { Unit } from './units.ts';

/** What takes time to build, and can be kept between starts. */
export interface IndexParts {
  table: TermTable;
  latent: LatentSpace;
  /** Folded word → how often the corpus uses it. */
  vocabulary: ReadonlyMap<string, number>;
  /** How often the units' texts use the first of these words, in their order. */
  textCounts: Uint32Array;
  aliases: AliasTable;
  units: Unit[];
  /** By the id of a word or pair. */
  postings: PostingsColumns;
}

/** Builds an index as columns; its texts are weighed when they are read. */
export function buildPacked(corpus: Corpus): PackedIndex {
  const { units, table, finish } = readTexts(corpus);
  const learned = learnDirections(wordVectors(units, table), table.size);
  return { ...packParts(finish()), ...learned };
}

/** What directions are learned from, and the rest of the work, which needs none. */
export interface TextsRead {
  /** They have no weights yet, and point nowhere. */
  units: Unit[];
  table: TermTable;
  finish(): Omit<IndexParts, 'latent'>;
}

/**
 * Reads all texts of a corpus.
 * @param before an index that knows many of them; what is read is the same
 */
export function readTexts(corpus: Corpus, before?: IndexBefore): TextsRead {
  const table = new TermTable();
  const readNames = nameReaderOf(corpus);
  const known = before && createKnownTexts(before, corpus, table);
  const { units, countWords } = readUnits(corpus, table, readNames, known);
  return {
    units,
    table,
    finish() {
      const vocabulary = countWords();
      const textCounts = Uint32Array.from(vocabulary.values());
      const { aliases, counts } = known?.takeAliases() ?? {
        aliases: readAliases(corpus, readNames),
        counts: countAliases(corpus),
      };
      for (const [word, count] of counts) vocabulary.set(word, (vocabulary.get(word) ?? 0) + count);
      const postings = scorePostings(units, table.size, (term) => term);
      return { table, vocabulary, textCounts, aliases, units, postings };
    },
  };
}

/** A reader of the policy's own names. */
export function nameReaderOf({ info: { shortName, names, notNames } }: Corpus): NameReader {
  return createNameReader(fold(shortName), names, notNames);
}

/** Counts the words of names and synonyms, which are spelt right too. */
function countAliases(corpus: Corpus): Map<string, number> {
  const counts = new WordCounts();
  for (const { term, aliases } of [...corpus.glossary, ...corpus.synonyms]) {
    for (const alias of [term, ...LANGUAGES.flatMap((language) => aliases[language])])
      counts.add(tokenise(alias));
  }
  return counts.toMap();
}
