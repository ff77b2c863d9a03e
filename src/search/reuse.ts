/**
 * What a new index takes over from the one before it: the terms of the texts that haven't changed. Reading texts is half
 * of building an index, and most changes of a corpus are few.
 */
import type { Corpus } from '../corpus/corpus.ts';
import type { AliasTable } from '../question/expand.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { columnsOf, listAt, numbersAt, type PackedIndex, speltAt, startsOf } from './pack.ts';
import { firstOf, secondOf } from './pair-ids.ts';
import type { TermTable } from './terms.ts';
import {
  type Beside,
  type Facts,
  textsBeside,
  textsOfUnits,
  type UnitText,
  unitTargets,
} from './units.ts';

/** More texts take too long to be handed over, about a millisecond a thousand in which nobody is answered. */
const MOST_TEXTS = 50_000;

/** An index and the texts that it was built from, as plain data for another thread. */
export interface IndexBefore {
  /** All that decides how names are read. */
  names: string;
  /** The texts of all units, one after the other, and where each begins. */
  texts: string;
  starts: Uint32Array;
  languages: Uint8Array;
  /** Of each unit the texts beside its own, as one. */
  beside: string[];
  /** All that names and synonyms are read from. */
  aliases: string;
  index: Pick<
    PackedIndex,
    'terms' | 'units' | 'texts' | 'words' | 'wordCounts' | 'textCounts' | 'aliases'
  >;
}

/** The index of a corpus for the build of the next one; undefined when there is none yet, or it is too large. */
export function indexToReuse(corpus: Corpus): IndexBefore | undefined {
  const columns = columnsOf(corpus);
  if (!columns || columns.texts.isOwn.length > MOST_TEXTS) return undefined;
  const { terms, units, texts: packedTexts, words, wordCounts, textCounts, aliases } = columns;
  const texts = textsOfUnits(corpus);
  return {
    names: namesOf(corpus),
    texts: texts.map(({ text }) => text).join(''),
    starts: startsOf(texts.map(({ text }) => text.length)),
    languages: Uint8Array.from(texts, ({ language }) => LANGUAGES.indexOf(language)),
    beside: unitTargets(corpus).map((target) => JSON.stringify(textsBeside(target, corpus))),
    aliases: aliasTextsOf(corpus),
    index: { terms, units, texts: packedTexts, words, wordCounts, textCounts, aliases },
  };
}

/** What of a text can be taken over; its weights depend on all others. */
export type TakenText = Pick<UnitText, 'terms' | 'wording' | 'pairs' | 'spelt'>;

export interface KnownTexts {
  /** What was read from the same text, its terms added to the new table; undefined when it is new. */
  take(text: string, language: Language): TakenText | undefined;
  /** What was read from the same texts beside a unit's own; undefined when they are new. */
  takeFacts(beside: Beside): Facts | undefined;
  /** The table of names and synonyms, and how often they use words; undefined when one of them changed. */
  takeAliases(): { aliases: AliasTable; counts: [word: string, count: number][] } | undefined;
  /** Folded word → how often the texts before used it. */
  wordCounts(): Map<string, number>;
  /** Texts that were taken less often than they stood before, or more, and by how much; to correct the counts. */
  leftOver(): { text: string; times: number }[];
}

/**
 * The texts of the index before, for a build into `table`.
 * @returns undefined when names are read in another way now, so that nothing can be taken over
 */
export function createKnownTexts(
  before: IndexBefore,
  corpus: Corpus,
  table: TermTable,
): KnownTexts | undefined {
  if (before.names !== namesOf(corpus)) return undefined;
  const { terms, units, texts, words, wordCounts, textCounts, aliases } = before.index;
  /** Position of each text, the first one where there are several. */
  const known: Record<Language, Map<string, number>> = { en: new Map(), es: new Map() };
  /** By this position: how often the text stood there and wasn't taken yet. */
  const left = new Int32Array(before.languages.length);
  before.languages.forEach((language, at) => {
    const text = before.texts.slice(before.starts[at], before.starts[at + 1]);
    const byText = known[LANGUAGES[language] as Language];
    const first = byText.get(text) ?? at;
    if (first === at) byText.set(text, at);
    left[first] = (left[first] as number) + 1;
  });
  const unitOf = new Map(before.beside.map((text, unit) => [text, unit]));
  const renumber = createRenumbering(terms, table);
  const takeList = (lists: PackedIndex['texts']['terms'], at: number) =>
    renumber(listAt(lists, at).slice());
  return {
    take(text, language) {
      const at = known[language].get(text);
      if (at === undefined) return undefined;
      left[at] = (left[at] as number) - 1;
      // First of all the wording: it has every term in the order in which reading would add it.
      const wording = takeList(texts.wording, at);
      return {
        wording,
        terms: takeList(texts.terms, at),
        pairs: wording.subarray(texts.distinctWords[at]),
        spelt: speltAt(texts, at),
      };
    },
    takeFacts(beside) {
      const unit = unitOf.get(JSON.stringify(beside));
      if (unit === undefined) return undefined;
      return {
        context: takeList(units.context, unit),
        numbers: numbersAt(units, unit),
        states: units.states[unit] as Facts['states'],
      };
    },
    takeAliases() {
      if (before.aliases !== aliasTextsOf(corpus)) return undefined;
      const counts = Array.from(wordCounts, (count, i) => count - (textCounts[i] ?? 0));
      const used = words.map((word, i): [string, number] => [word, counts[i] as number]);
      return { aliases, counts: used.filter(([, count]) => count > 0) };
    },
    wordCounts: () =>
      new Map(Array.from(textCounts, (count, i) => [words[i] as string, count] as const)),
    leftOver: () =>
      LANGUAGES.flatMap((language) =>
        [...known[language]]
          .filter(([, at]) => left[at] !== 0)
          .map(([text, at]) => ({ text, times: left[at] as number })),
      ),
  };
}

/** Changes the ids of one table, in place, to those of another one, which gets the terms that it lacks. */
function createRenumbering(
  { words, wordIds, pairs, pairIds, frequencies }: PackedIndex['terms'],
  table: TermTable,
): (ids: Int32Array<ArrayBuffer>) => Int32Array<ArrayBuffer> {
  const stems: string[] = [];
  const languageOf: Language[] = [];
  for (const language of LANGUAGES) {
    words[language].forEach((stem, i) => {
      const id = wordIds[language][i] as number;
      stems[id] = stem;
      languageOf[id] = language;
    });
  }
  const keys = new Float64Array(frequencies.length);
  pairIds.forEach((id, i) => {
    keys[id] = pairs[i] as number;
  });
  const renumbered = new Int32Array(frequencies.length).fill(-1);
  const idOf = (id: number): number => {
    const known = renumbered[id] as number;
    if (known !== -1) return known;
    let found: number;
    const stem = stems[id];
    if (stem !== undefined) found = table.add(stem, languageOf[id] as Language);
    else {
      const key = keys[id] as number;
      found = table.addPair(idOf(firstOf(key)), idOf(secondOf(key)));
    }
    renumbered[id] = found;
    return found;
  };
  return (ids) => {
    for (let i = 0; i < ids.length; i++) {
      const known = renumbered[ids[i] as number] as number;
      ids[i] = known === -1 ? idOf(ids[i] as number) : known;
    }
    return ids;
  };
}

function aliasTextsOf({ glossary, synonyms }: Corpus): string {
  return JSON.stringify([glossary, synonyms]);
}

function namesOf({ info: { shortName, names, notNames } }: Corpus): string {
  return JSON.stringify([shortName, names, notNames]);
}
