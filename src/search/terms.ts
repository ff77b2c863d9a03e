/** Words as numbers: every stem of either language, and every pair of neighbouring stems, has an id and a rarity. */
import { LANGUAGES, type Language } from '../text/language.ts';
import { PairIds, pairKey } from './pair-ids.ts';

/** Rarity of a term that no unit holds, in documents: the "half a document" of BM25's idf. */
const UNSEEN = 0.5;

/** A table as plain columns, to be kept between starts. */
export interface TermData {
  /** The stems of each language, with the ids beside them. */
  words: Record<Language, string[]>;
  wordIds: Record<Language, Uint32Array>;
  /** Each pair as one number (`pairKey`), ascending, with the ids beside them. */
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
  readonly #pairs = new PairIds();
  /** Pairs of a table that was kept; they are looked up where they lie. */
  #kept: Pick<TermData, 'pairs' | 'pairIds'> | undefined;
  /** Number of units that hold the term with this id. */
  #frequencies: Uint32Array = new Uint32Array(0);
  /** Number of texts, of all units, that hold the term with this id. */
  #texts: Uint32Array = new Uint32Array(0);
  #allTexts = 0;
  #idf = new Float32Array(0);
  #units = 0;
  #nextId = 0;

  /** Id of a stem, made if it is new. */
  add(stem: string, language: Language): number {
    const words = this.#words[language];
    let id = words.get(stem);
    if (id === undefined) {
      id = this.#nextId++;
      words.set(stem, id);
    }
    return id;
  }

  /** Id of a pair of neighbouring words, made if it is new. */
  addPair(first: number, second: number): number {
    const id = this.#pairs.add(first, second, this.#nextId);
    if (id === this.#nextId) this.#nextId += 1;
    return id;
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
      ? findSorted(this.#kept, pairKey(first, second))
      : this.#pairs.get(first, second);
  }

  /**
   * Counts the units, once all terms are there, and computes the rarities.
   * @param units of each unit the terms of its texts, each once a text
   */
  countUnits(units: readonly (readonly ArrayLike<number>[])[]): void {
    this.#frequencies = new Uint32Array(this.#nextId);
    this.#texts = new Uint32Array(this.#nextId);
    this.#units = units.length;
    const lastUnit = new Int32Array(this.#nextId).fill(-1);
    units.forEach((texts, unit) => {
      this.#allTexts += texts.length;
      for (const terms of texts) {
        for (let i = 0; i < terms.length; i++) {
          const id = terms[i] as number;
          this.#texts[id] = (this.#texts[id] as number) + 1;
          if (lastUnit[id] === unit) continue;
          lastUnit[id] = unit;
          this.#frequencies[id] = (this.#frequencies[id] as number) + 1;
        }
      }
    });
    this.#idf = this.#raritiesOf(this.#frequencies);
  }

  /** Share of all texts that hold a term, above 0 to 1; for a term that isn't there, that of half a text. */
  share(id: number | undefined): number {
    return ((id === undefined ? 0 : this.#texts[id]) || UNSEEN) / Math.max(1, this.#allTexts);
  }

  /** Inverse document frequency over units; for a term that isn't there, that of half a unit. */
  idf(id: number | undefined): number {
    return (id === undefined ? undefined : this.#idf[id]) ?? this.#rarity(UNSEEN);
  }

  /** The frozen table as columns. */
  toData(): TermData {
    const { en, es } = this.#words;
    return {
      words: { en: [...en.keys()], es: [...es.keys()] },
      wordIds: { en: Uint32Array.from(en.values()), es: Uint32Array.from(es.values()) },
      ...this.#pairs.toColumns(),
      frequencies: this.#frequencies,
      units: this.#units,
      texts: this.#texts,
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

  /** ln(1 + (N − n + ½) / (n + ½)), as in BM25. There are millions of pairs in a large corpus: a loop is ten times as fast as `Float32Array.from`. */
  #raritiesOf(frequencies: Uint32Array): Float32Array<ArrayBuffer> {
    const rarities = new Float32Array(frequencies.length);
    for (let id = 0; id < rarities.length; id++)
      rarities[id] = this.#rarity(frequencies[id] as number);
    return rarities;
  }

  #rarity(n: number): number {
    return Math.log(1 + (this.#units - n + 0.5) / (n + 0.5));
  }
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
