/** Builds the search index of a corpus in memory. */
import type { Corpus } from '../corpus/corpus.ts';
import type { PassageId } from '../corpus/schema.ts';
import type { Lexicon } from '../question/analyse.ts';
import {
  type AliasTable,
  createExpander,
  createPersonFinder,
  readAliases,
} from '../question/expand.ts';
import { createGuard, type Guard } from '../question/guard.ts';
import { fold } from '../text/clean.ts';
import { LANGUAGES } from '../text/language.ts';
import { createNameReader, type NameReader, readNamesOr } from '../text/names.ts';
import { tokenise } from '../text/tokens.ts';
import { type CandidateFinder, createCandidateFinder } from './candidates.ts';
import { readCommonWords } from './common-words.ts';
import { createDisagreementFinder, type DisagreementFinder } from './disagreements.ts';
import { type LatentSpace, learnDirections, wordVectors } from './latent.ts';
import { type PostingsColumns, readPostings, scorePostings } from './postings.ts';
import { readUnits } from './read-units.ts';
import { createKnownTexts, type IndexBefore } from './reuse.ts';
import { createSpeller } from './spelling.ts';
import { TermTable } from './terms.ts';
import { type Unit, weighTexts } from './units.ts';

export interface SearchIndex {
  corpus: Corpus;
  /** Looks at a question before it is searched. */
  guard: Guard;
  lexicon: Lexicon;
  table: TermTable;
  /** Where words point to by the company that they keep. */
  latent: LatentSpace;
  /** Rank of the commonest words of both languages. */
  commonWords: ReadonlyMap<string, number>;
  units: Unit[];
  /** Unit of each passage. */
  unitOf: ReadonlyMap<PassageId, Unit>;
  /** Finds candidates among the units by their positions in `units`. */
  candidates: CandidateFinder;
  /** Finds the disagreements that a question may ask about. */
  disagreements: DisagreementFinder;
}

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

/** Builds the index; about 0.6 s for 1,200 passages with ten questions each. */
export function buildIndex(corpus: Corpus): SearchIndex {
  return toIndex(corpus, buildParts(corpus));
}

/** Builds all parts of an index. */
export function buildParts(corpus: Corpus): IndexParts {
  const { units, table, finish } = readTexts(corpus);
  const { latent, places } = learnDirections(wordVectors(units, table), table.size);
  weighTexts(units, table);
  units.forEach((unit, i) => {
    unit.latent = places.subarray(i * latent.rank, (i + 1) * latent.rank);
  });
  return { ...finish(), latent };
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

/** Joins the parts with what is quick to make. */
export function toIndex(corpus: Corpus, parts: IndexParts): SearchIndex {
  const { table, latent, vocabulary, aliases, units, postings } = parts;
  const commonWords = readCommonWords();
  const readNames = nameReaderOf(corpus);
  const unitOf = new Map<PassageId, Unit>();
  for (const unit of units) {
    if (unit.target.kind === 'passage') unitOf.set(unit.target.passage.id, unit);
  }
  return {
    corpus,
    guard: createGuard(corpus.safety),
    lexicon: {
      repair: createSpeller({
        words: vocabulary,
        commonWords,
        hasStem: (stem, language) => table.find(stem, language) !== undefined,
      }),
      readNames,
      readQuestion: questionReaderOf(corpus),
      expand: createExpander(aliases),
      personOf: createPersonFinder(corpus, readNames),
    },
    table,
    latent,
    commonWords,
    units,
    unitOf,
    candidates: createCandidateFinder(units.length, readPostings(postings), table),
    disagreements: createDisagreementFinder(corpus, table, readNames),
  };
}

function nameReaderOf({ info: { shortName, names, notNames } }: Corpus): NameReader {
  return createNameReader(fold(shortName), names, notNames);
}

/** Names that are said, or else what is said instead of a name. */
function questionReaderOf(corpus: Corpus): NameReader {
  const { shortName, saidInstead = [], notNames } = corpus.info;
  const word = fold(shortName);
  return readNamesOr(word, nameReaderOf(corpus), createNameReader(word, saidInstead, notNames));
}

/** An index of which only the corpus is at hand; `build` gives all else when it is first used. */
export function lazyIndex(corpus: Corpus, build: () => SearchIndex): SearchIndex {
  let built: SearchIndex | undefined;
  const full = () => {
    built ??= build();
    return built;
  };
  return {
    corpus,
    get guard() {
      return full().guard;
    },
    get lexicon() {
      return full().lexicon;
    },
    get table() {
      return full().table;
    },
    get latent() {
      return full().latent;
    },
    get commonWords() {
      return full().commonWords;
    },
    get units() {
      return full().units;
    },
    get unitOf() {
      return full().unitOf;
    },
    get candidates() {
      return full().candidates;
    },
    get disagreements() {
      return full().disagreements;
    },
  };
}

/** Counts the words of names and synonyms, which are spelt right too. */
function countAliases(corpus: Corpus): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term, aliases } of [...corpus.glossary, ...corpus.synonyms]) {
    for (const alias of [term, ...LANGUAGES.flatMap((language) => aliases[language])]) {
      for (const word of tokenise(alias)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
