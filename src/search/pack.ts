/** An index as plain columns and back, so that it can be kept between starts or handed from one thread to another. */
import type { Corpus } from '../corpus/corpus.ts';
import type { AliasTable } from '../question/expand.ts';
import type { Learned } from './latent.ts';
import type { IndexParts } from './parts.ts';
import type { PostingsColumns } from './postings.ts';
import { rememberRecent } from './recent.ts';
import { type TermData, TermTable } from './terms.ts';
import { type Unit, type UnitText, unitTargets, weighText } from './units.ts';

/** Lists of numbers one after the other; list i goes from `starts[i]` to `starts[i + 1]`. */
interface Lists {
  starts: Uint32Array;
  values: Int32Array;
}

/** Units whose texts are kept when they have been read: all of a small corpus, about 6 kB each. */
const KEPT = 4_000;

/** All that an index says beside its corpus: columns of numbers and words. */
export type PackedIndex = PackedParts & Learned;

/** All of it but the directions. */
export interface PackedParts {
  terms: TermData;
  words: string[];
  wordCounts: Uint32Array;
  /** How often the texts of the units alone use each of the first words; the others stand in names and synonyms only. */
  textCounts: Uint32Array;
  aliases: AliasTable;
  units: {
    /** Positions of each unit's texts. */
    firstText: Uint32Array;
    context: Lists;
    /** Words with digits, separated by spaces. */
    numbers: string[];
    states: Unit['states'][];
  };
  texts: {
    isOwn: Uint8Array;
    terms: Lists;
    /** Words first, then pairs, which begin after `distinctWords`. */
    wording: Lists;
    distinctWords: Uint32Array;
    /** One a line, and where each line begins. */
    spelt: string;
    speltStarts: Uint32Array;
  };
  postings: PostingsColumns;
}

/** Puts the lists of all units and texts one after the other. */
export function packParts({
  table,
  vocabulary,
  textCounts,
  aliases,
  units,
  postings,
}: Omit<IndexParts, 'latent'>): PackedParts {
  const terms = table.toData();
  const texts = units.flatMap((unit) => unit.texts);
  return {
    terms,
    words: [...vocabulary.keys()],
    wordCounts: Uint32Array.from(vocabulary.values()),
    textCounts,
    aliases,
    units: {
      firstText: startsOf(units.map((unit) => unit.texts.length)),
      context: packLists(units.map(({ context }) => context)),
      numbers: units.map(({ numbers }) => [...numbers].join(' ')),
      states: units.map(({ states }) => states),
    },
    texts: {
      isOwn: Uint8Array.from(texts, ({ kind }) => (kind === 'own' ? 1 : 0)),
      terms: packLists(texts.map((text) => text.terms)),
      wording: packLists(texts.map(({ wording }) => wording)),
      distinctWords: Uint32Array.from(texts, ({ wording, pairs }) => wording.length - pairs.length),
      spelt: texts.map(({ spelt }) => `${spelt}\n`).join(''),
      speltStarts: startsOf(texts.map(({ spelt }) => spelt.length + 1)),
    },
    postings,
  };
}

const columns = new WeakMap<Corpus, PackedIndex>();

/** The columns that a corpus's index was read from; undefined when there is none yet. */
export function columnsOf(corpus: Corpus): PackedIndex | undefined {
  return columns.get(corpus);
}

/** The parts of an index again; `corpus` is the one that it was built from. Texts are read when they are wanted. */
export function unpackIndex(corpus: Corpus, packed: PackedIndex): IndexParts {
  const { terms, latent, words, wordCounts, textCounts, aliases } = packed;
  columns.set(corpus, packed);
  const table = TermTable.fromData(terms);
  return {
    table,
    latent,
    vocabulary: new Map(words.map((word, i) => [word, wordCounts[i] as number])),
    textCounts,
    aliases,
    units: unpackUnits(corpus, packed, table),
    postings: packed.postings,
  };
}

function unpackUnits(
  corpus: Corpus,
  { units, texts, latent, places }: PackedIndex,
  table: TermTable,
): Unit[] {
  const textAt = (i: number): UnitText => {
    const wording = listAt(texts.wording, i);
    const text = {
      kind: texts.isOwn[i] === 1 ? ('own' as const) : ('question' as const),
      terms: listAt(texts.terms, i),
      weight: 0,
      wording,
      pairs: wording.subarray(texts.distinctWords[i]),
      wordingLength: 0,
      spelt: speltAt(texts, i),
    };
    weighText(text, table);
    return text;
  };
  const textsIn = rememberRecent(KEPT, ({ first, end }: { first: number; end: number }) =>
    Array.from({ length: end - first }, (_, n) => textAt(first + n)),
  );
  return unitTargets(corpus).map((target, i): Unit => {
    const range = { first: units.firstText[i] as number, end: units.firstText[i + 1] as number };
    let numbers: ReadonlySet<string> | undefined;
    return {
      target,
      get texts() {
        return textsIn(range);
      },
      context: listAt(units.context, i),
      get numbers() {
        numbers ??= numbersAt(units, i);
        return numbers;
      },
      states: units.states[i] as Unit['states'],
      latent: places.subarray(i * latent.rank, (i + 1) * latent.rank),
    };
  });
}

function packLists(lists: readonly ArrayLike<number>[]): Lists {
  const starts = startsOf(lists.map(({ length }) => length));
  const values = new Int32Array(starts.at(-1) ?? 0);
  lists.forEach((list, i) => {
    values.set(list, starts[i]);
  });
  return { starts, values };
}

/** Where each list begins, and where the last one ends. */
export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = (starts[i] as number) + length;
  });
  return starts;
}

function rangeAt({ starts }: Pick<Lists, 'starts'>, i: number): [number, number] {
  return [starts[i] ?? 0, starts[i + 1] ?? 0];
}

export function listAt(lists: Lists, i: number): Int32Array {
  return lists.values.subarray(...rangeAt(lists, i));
}

/** The words of a text, joined by spaces. */
export function speltAt({ spelt, speltStarts }: PackedParts['texts'], i: number): string {
  return spelt.slice(speltStarts[i], (speltStarts[i + 1] as number) - 1);
}

/** Words with digits in a unit. */
export function numbersAt({ numbers }: PackedParts['units'], i: number): ReadonlySet<string> {
  return new Set(numbers[i]?.split(' ').filter(Boolean));
}
