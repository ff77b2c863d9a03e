/**
 * A larger corpus made from the shipped one, to see how things grow. Every copy says the same kinds of things about other
 * people, places, days and amounts, and says half of its rarer words with others, so that the vocabulary grows as that
 * of real text does: by about the square root (Heaps' law), not by nothing and not in step.
 */
import type { Corpus, Passage } from '../../src/corpus/corpus.ts';
import type { LocalizedList, PassageId, Source, SourceId } from '../../src/corpus/schema.ts';
import { fold } from '../../src/text/clean.ts';
import { STOP_WORDS } from '../../src/text/words.ts';
import { createRandom, type Random } from './random.ts';

/** Share of the passages from which on a word belongs to the subject and stays. */
const COMMON = 0.01;
/** Share of the rarer words that a copy says with others. */
const REPLACED = 0.5;
/** Share of a word's uses with a capital from which on it is a name. */
const NAME = 0.8;
/** Ranks of the new words that there are; the one of rank r is drawn with a chance of about 1/r (Zipf's law). */
const NEW_WORDS = { from: 100, to: 1_000_000 };
const WORD = /[\p{L}\p{M}]+|\d[\d,]*(?:\.\d+)?/gu;
const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
};
const MONTH_OF = new Map(
  Object.values(MONTHS).flatMap((months) =>
    months.map((month, i) => [fold(month), { months, i }] as const),
  ),
);

/**
 * A corpus of `count` passages: the shipped ones first, then copies. The same for the same seed. Overviews, glossary
 * and disagreements stay as they are.
 */
export function makeCorpus(shipped: Corpus, count: number, seed = 1): Corpus {
  const kinds = readKinds(shipped);
  const sources = new Map<SourceId, Source>();
  const passages = new Map<PassageId, Passage>();
  for (let copy = 0; passages.size < count; copy++) {
    const rewrite = copy === 0 ? (text: string) => text : rewriter(kinds, seed + copy);
    for (const source of shipped.sources.values()) {
      if (passages.size >= count) break;
      const made = copy === 0 ? source : copyOf(source, copy, rewrite);
      sources.set(made.id, made);
      for (const passage of made.passages) {
        if (passages.size >= count) break;
        const id = `${made.id}#${passage.id}` as PassageId;
        passages.set(id, { ...passage, id, source: made });
      }
    }
  }
  return { ...shipped, sources, passages, hash: `made-${seed}-${count}` };
}

type Rewrite = (text: string) => string;

function copyOf(source: Source, copy: number, rewrite: Rewrite): Source {
  const inBoth = ({ en, es }: LocalizedList): LocalizedList => ({
    en: en.map(rewrite),
    es: es.map(rewrite),
  });
  return {
    ...source,
    id: `${source.id}-${copy}` as SourceId,
    title: rewrite(source.title),
    publisher: rewrite(source.publisher),
    passages: source.passages.map((passage) => ({
      ...passage,
      text: { en: rewrite(passage.text.en), es: rewrite(passage.text.es) },
      attributedTo: rewrite(passage.attributedTo),
      questions: inBoth(passage.questions),
    })),
  };
}

/** Which words are names, and which are too rare to belong to the subject. */
interface Kinds {
  names: ReadonlySet<string>;
  rare: ReadonlySet<string>;
}

function readKinds({ passages }: Corpus): Kinds {
  const uses = new Map<string, { all: number; capital: number; passages: number }>();
  for (const { text, questions } of passages.values()) {
    const here = new Set<string>();
    const own = [text.en, text.es];
    for (const [i, sentence] of [...own, ...questions.en, ...questions.es].entries()) {
      for (const { 0: word, index } of sentence.matchAll(WORD)) {
        const key = fold(word);
        const use = uses.get(key) ?? { all: 0, capital: 0, passages: 0 };
        uses.set(key, use);
        here.add(key);
        // Questions are often written without capitals, and the first word has one always.
        if (i >= own.length || index === 0) continue;
        use.all += 1;
        if (/^\p{Lu}/u.test(word)) use.capital += 1;
      }
    }
    for (const key of here) (uses.get(key) as { passages: number }).passages += 1;
  }
  const words = [...uses].filter(([word]) => !STOP_WORDS.has(word) && !MONTH_OF.has(word));
  return {
    names: new Set(
      words.flatMap(([word, { all, capital }]) => (all > 0 && capital >= NAME * all ? [word] : [])),
    ),
    rare: new Set(
      words.flatMap(([word, use]) => (use.passages < COMMON * passages.size ? [word] : [])),
    ),
  };
}

function rewriter({ names, rare }: Kinds, seed: number): Rewrite {
  const random = createRandom(seed);
  const chosen = new Map<string, string>();
  const instead = (word: string): string => {
    if (/^\d/.test(word)) return otherNumber(word, random);
    const month = MONTH_OF.get(fold(word));
    if (month) return month.months[(month.i + random.below(12)) % 12] as string;
    if (names.has(fold(word))) return newWord(random);
    return rare.has(fold(word)) && random.share() < REPLACED ? newWord(random) : fold(word);
  };
  return (text) =>
    text.replace(WORD, (word) => {
      const key = fold(word);
      let other = chosen.get(key);
      if (other === undefined) {
        other = instead(word);
        chosen.set(key, other);
      }
      if (other === key) return word;
      return /^\p{Lu}/u.test(word) ? other[0]?.toUpperCase() + other.slice(1) : other;
    });
}

/** Another number of as many digits; another year for a year. */
function otherNumber(number: string, random: Random): string {
  if (/^(?:19|20)\d\d$/.test(number)) return String(1950 + random.below(100));
  return number.replace(/\d/g, (digit, at: number) =>
    digit === '0' && at > 0 ? '0' : String(1 + random.below(9)),
  );
}

const SYLLABLES = [...'bdfgklmnprstvz'].flatMap((first) =>
  [...'aeiou'].map((vowel) => first + vowel),
);

function newWord(random: Random): string {
  const { from, to } = NEW_WORDS;
  let rank = Math.floor(from * (to / from) ** random.share());
  let word = '';
  do {
    word += SYLLABLES[rank % SYLLABLES.length];
    rank = Math.floor(rank / SYLLABLES.length);
  } while (rank > 0 || word.length < 4);
  return word;
}
