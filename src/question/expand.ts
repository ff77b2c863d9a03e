/** Other words for what was typed: synonym groups and the names of people, organisations and cases. */
import type { Corpus } from '../corpus/corpus.ts';
import { fold } from '../text/clean.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import type { NameReader } from '../text/names.ts';
import { stem } from '../text/stems.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import type { PersonOf } from './contrast.ts';

/** A word that may stand for a part of the question. */
export interface Expansion {
  /** Stem, in its language. */
  stem: string;
  language: Language;
  /** Positions of the content words that it stands for: from (inclusive) to (exclusive). */
  from: number;
  to: number;
  /** Share of the alias that this word makes up, 0 to 1: "back" says little of "sent back". */
  share: number;
  origin: 'synonym' | 'name';
}

/** Finds the expansions of a list of content words. */
export type Expander = (words: readonly string[], original: string) => Expansion[];

/** Entries whose names are proper names. */
const PROPER = new Set(['person', 'organisation', 'case']);
/** Longest alias in content words. */
const LONGEST_ALIAS = 4;

export interface Group {
  origin: Expansion['origin'];
  /** Stem → largest share of an alias that it makes up, by language. */
  stems: Map<string, { language: Language; stem: string; share: number }>;
}

/** An alias that was found, and how it has to be written, as whole words, to count; undefined: in any way. */
export interface Alias {
  group: Group;
  spelling: string | undefined;
}

/** Language and stems of an alias, or a proper name of one word → what it stands for. */
export type AliasTable = ReadonlyMap<string, readonly Alias[]>;

/** Reads the aliases of the corpus's glossary and synonym groups. */
export function readAliases(
  corpus: Pick<Corpus, 'glossary' | 'synonyms'>,
  readNames: NameReader,
): AliasTable {
  const aliasesByKey = new Map<string, Alias[]>();
  for (const entry of [...corpus.synonyms, ...corpus.glossary]) {
    const group: Group = {
      origin: entry.type === 'synonym' ? 'synonym' : 'name',
      stems: new Map(),
    };
    for (const language of LANGUAGES) {
      // The term itself is English; names are the same in Spanish.
      for (const alias of new Set([...namesOf(entry), ...entry.aliases[language]])) {
        const words = contentWords(alias, readNames);
        if (words.length === 0 || words.length > LONGEST_ALIAS) continue;
        const stems = words.map((word) => stem(word, language));
        const key =
          PROPER.has(entry.type) && words.length === 1
            ? properKey(words[0] as string)
            : aliasKey(stems, language);
        const spelling = entry.exactCase?.find((exact) => fold(exact) === fold(alias));
        const known = aliasesByKey.get(key);
        if (!known) aliasesByKey.set(key, [{ group, spelling }]);
        else if (!known.some((other) => other.group === group)) known.push({ group, spelling });
        for (const one of stems) {
          const term = `${language}:${one}`;
          const share = Math.max(group.stems.get(term)?.share ?? 0, 1 / stems.length);
          group.stems.set(term, { language, stem: one, share });
        }
      }
    }
  }
  return aliasesByKey;
}

/** The term, and of a person the last name, by which people go too. */
function namesOf({
  type,
  term,
}: Pick<Corpus['synonyms'][number] | Corpus['glossary'][number], 'type' | 'term'>): string[] {
  const last = type === 'person' ? term.split(' ').at(-1) : undefined;
  return last === undefined ? [term] : [term, last];
}

/** An expander over a table of aliases. */
export function createExpander(aliasesByKey: AliasTable): Expander {
  return (words, original) => {
    const found: Expansion[] = [];
    const add = (key: string, from: number, to: number) => {
      for (const { group, spelling } of aliasesByKey.get(key) ?? []) {
        if (spelling !== undefined && !holdsWhole(original, spelling)) continue;
        for (const term of group.stems.values())
          found.push({ ...term, from, to, origin: group.origin });
      }
    };
    for (const language of LANGUAGES) {
      const stems = words.map((word) => stem(word, language));
      for (let from = 0; from < stems.length; from++) {
        const longest = Math.min(LONGEST_ALIAS, stems.length - from);
        for (let length = 1; length <= longest; length++) {
          add(aliasKey(stems.slice(from, from + length), language), from, from + length);
        }
      }
    }
    words.forEach((word, i) => {
      add(properKey(word), i, i + 1);
    });
    return found;
  };
}

/** "ICE" stands in "by ICE?", not in "POLICE". */
function holdsWhole(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isPart = LETTER.test(text[at - 1] ?? '') || LETTER.test(text[at + words.length] ?? '');
    if (!isPart) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

/** The words of a text that say something, in order. */
export function contentWords(text: string, readNames: NameReader): string[] {
  return readNames(tokenise(text))
    .map(({ word }) => word)
    .filter((word) => !STOP_WORDS.has(word));
}

/** A proper name of one word stands for itself: "come" has the Spanish stem of "COMAR". "Texans" is "Texan". */
function properKey(word: string): string {
  return `=${word.replace(/s$/, '')}`;
}

/** In any order: "the Amarillo judge" is "the judge in Amarillo". */
function aliasKey(stems: readonly string[], language: Language): string {
  return `${language}:${stems.toSorted().join(' ')}`;
}

/** Builds a look-up from single words to the person of the glossary that they name. */
export function createPersonFinder(
  { glossary }: Pick<Corpus, 'glossary'>,
  readNames: NameReader,
): PersonOf {
  const people = new Map<string, string>();
  for (const { id, type, term, aliases } of glossary) {
    if (type !== 'person') continue;
    for (const alias of [term, ...aliases.en, ...aliases.es]) {
      const [word, ...others] = contentWords(alias, readNames);
      if (word !== undefined && others.length === 0) people.set(word, id);
    }
    // People go by their last name too.
    const last = contentWords(term, readNames).at(-1);
    if (last !== undefined && !people.has(last)) people.set(last, id);
  }
  return (word) => people.get(word);
}
