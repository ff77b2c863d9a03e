/** Words as numbers: every stem of either language, and every pair of neighbouring stems, has an id and a rarity. */
import { LANGUAGES, type Language } from '../text/language.ts';

/** Rarity of a term that no unit holds, in documents: the "half a document" of BM25's idf. */
const UNSEEN = 0.5;

/** Word ids stay below this, so that two of them fit into one exact integer. */
const MOST_WORDS = 2 ** 26;

/** A table as plain columns, to be kept between starts. */
export interface TermData {
  /** The stems of each language, with the ids beside them. */
  words: Record<Language, string[]>;
  wordIds: Record<Language, Uint32Array>;
  /** First word × 2²⁶ + second word of each pair, ascending, with the ids beside them. */
  pairs: Float64Array;
  pairIds: Uint32Array;
  /** Units that hold the term, by id. */
  frequencies: Uint32Array;
  units: number;
  /** Texts that hold the term, by id; and all texts. */
  texts: Uint32Array;
  allTexts: number;
}

/** Ids of words (by language) and of pairs of neighbours; grows while the index is built, then is only read. */
export class TermTable {
  readonly #words: Record<Language, Map<string, number>> = { en: new Map(), es: new Map() };
  /** By the first word, then by the second: small numbers are looked up faster than one that joins both. */
  readonly #pairs = new Map<number, Map<number, number>>();
  /** Pairs of a table that was kept; they are looked up where they lie. */
  #kept: Pick<TermData, 'pairs' | 'pairIds'> | undefined;
  /** Number of units that hold the term with this id. */
  #frequencies: number[] = [];
  /** Number of texts, of all units, that hold the term with this id. */
  #texts: ArrayLike<number> & { [id: number]: number } = [];
  #allTexts = 0;
  #idf = new Float32Array(0);
  #units = 0;

  /** Id of a stem, made if it is new. */
  add(stem: string, language: Language): number {
    return addTo(this.#words[language], stem, this.#frequencies);
  }

  /** Id of a pair of neighbouring words, made if it is new. */
  addPair(first: number, second: number): number {
    let pairs = this.#pairs.get(first);
    if (!pairs) {
      pairs = new Map();
      this.#pairs.set(first, pairs);
    }
    return addTo(pairs, second, this.#frequencies);
  }

  /** All ids are below it. */
  get size(): number {
    return this.#idf.length;
  }

  /** Id of a stem, undefined when no unit holds it. */
  find(stem: string, language: Language): number | undefined {
    return this.#words[language].get(stem);
  }

  findPair(first: number, second: number): number | undefined {
    return this.#kept
      ? findSorted(this.#kept, first * MOST_WORDS + second)
      : this.#pairs.get(first)?.get(second);
  }

  /** Counts a unit that holds these terms. */
  countUnit(terms: ReadonlySet<number>): void {
    this.#units += 1;
    for (const id of terms) this.#frequencies[id] = (this.#frequencies[id] ?? 0) + 1;
  }

  /** Counts a text that holds these terms, each once. */
  countText(terms: Iterable<number>): void {
    this.#allTexts += 1;
    for (const id of terms) this.#texts[id] = (this.#texts[id] ?? 0) + 1;
  }

  /** Share of all texts that hold a term, above 0 to 1; for a term that isn't there, that of half a text. */
  share(id: number | undefined): number {
    return ((id === undefined ? 0 : this.#texts[id]) || UNSEEN) / Math.max(1, this.#allTexts);
  }

  /** Computes the rarities once all units are counted: ln(1 + (N − n + ½) / (n + ½)), as in BM25. */
  freeze(): void {
    this.#idf = this.#raritiesOf(this.#frequencies);
  }

  /** Inverse document frequency over units; for a term that isn't there, that of half a unit. */
  idf(id: number | undefined): number {
    return (id === undefined ? undefined : this.#idf[id]) ?? this.#rarity(UNSEEN);
  }

  /** The frozen table as columns. */
  toData(): TermData {
    const { en, es } = this.#words;
    const pairs = [...this.#pairs].flatMap(([first, seconds]) =>
      [...seconds].map(([second, id]) => ({ key: first * MOST_WORDS + second, id })),
    );
    pairs.sort((a, b) => a.key - b.key);
    return {
      words: { en: [...en.keys()], es: [...es.keys()] },
      wordIds: { en: Uint32Array.from(en.values()), es: Uint32Array.from(es.values()) },
      pairs: Float64Array.from(pairs, ({ key }) => key),
      pairIds: Uint32Array.from(pairs, ({ id }) => id),
      frequencies: Uint32Array.from(this.#frequencies),
      units: this.#units,
      texts: Uint32Array.from(this.#frequencies, (_, id) => this.#texts[id] ?? 0),
      allTexts: this.#allTexts,
    };
  }

  /** A frozen table from its columns. */
  static fromData(data: TermData): TermTable {
    const { words, wordIds, pairs, pairIds, frequencies, units } = data;
    const table = new TermTable();
    for (const language of LANGUAGES) {
      words[language].forEach((word, i) => {
        table.#words[language].set(word, wordIds[language][i] as number);
      });
    }
    table.#kept = { pairs, pairIds };
    table.#units = units;
    table.#texts = data.texts;
    table.#allTexts = data.allTexts;
    table.#idf = table.#raritiesOf(frequencies);
    return table;
  }

  /** There are millions of pairs in a large corpus, and a loop is ten times as fast as `Float32Array.from`. */
  #raritiesOf(frequencies: ArrayLike<number>): Float32Array<ArrayBuffer> {
    const rarities = new Float32Array(frequencies.length);
    for (let id = 0; id < rarities.length; id++)
      rarities[id] = this.#rarity(frequencies[id] as number);
    return rarities;
  }

  #rarity(n: number): number {
    return Math.log(1 + (this.#units - n + 0.5) / (n + 0.5));
  }
}

function addTo<Key>(ids: Map<Key, number>, key: Key, frequencies: number[]): number {
  let id = ids.get(key);
  if (id === undefined) {
    id = frequencies.length;
    ids.set(key, id);
    frequencies.push(0);
  }
  return id;
}

/** Id of a key among sorted ones, by halving. */
function findSorted(
  { pairs, pairIds }: Pick<TermData, 'pairs' | 'pairIds'>,
  key: number,
): number | undefined {
  let from = 0;
  let to = pairs.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((pairs[middle] as number) < key) from = middle + 1;
    else to = middle;
  }
  return pairs[from] === key ? pairIds[from] : undefined;
}
