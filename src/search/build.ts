/** Builds the search index of a corpus in memory. */
import type { Corpus } from '../corpus/corpus.ts';
import type { PassageId } from '../corpus/schema.ts';
import type { Lexicon } from '../question/analyse.ts';
import { createExpander, createPersonFinder } from '../question/expand.ts';
import { createGuard, type Guard } from '../question/guard.ts';
import { fold } from '../text/clean.ts';
import { createNameReader, type NameReader, readNamesOr } from '../text/names.ts';
import { type CandidateFinder, createCandidateFinder } from './candidates.ts';
import { readCommonWords } from './common-words.ts';
import { createDisagreementFinder, type DisagreementFinder } from './disagreements.ts';
import type { LatentSpace } from './latent.ts';
import { unpackIndex } from './pack.ts';
import { buildPacked, type IndexParts, nameReaderOf } from './parts.ts';
import { readPostings } from './postings.ts';
import { createSpeller } from './spelling.ts';
import type { TermTable } from './terms.ts';
import type { Unit } from './units.ts';

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

/** Builds the index; about 0.6 s for 1,200 passages with ten questions each. */
export function buildIndex(corpus: Corpus): SearchIndex {
  return toIndex(corpus, unpackIndex(corpus, buildPacked(corpus)));
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
