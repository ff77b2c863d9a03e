/**
 * Searches a plain collection of passages with the bot's own analysis and BM25+, but without anything that people wrote
 * for its corpus: no questions, no glossary, no trained weights. Shows what the engine is worth on foreign text.
 */
import MiniSearch from 'minisearch';
import { cleanText } from '../text/clean.ts';
import { detectLanguage, type Language } from '../text/language.ts';
import { letterRuns } from '../text/ngrams.ts';
import { stem } from '../text/stems.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import { readCommonWords } from './common-words.ts';
import { createSpeller, type Speller } from './spelling.ts';

/** One passage of a collection, in one language. */
export interface CollectionPassage {
  id: string;
  /** Empty when it has none. */
  title: string;
  text: string;
}

/** A passage that was found. Scores are above 0 and comparable within one query only. */
export interface CollectionHit {
  id: string;
  score: number;
}

/** Finds up to `count` passages for a question, best first; ties keep the collection's order. Total. */
export type CollectionSearch = (question: string, count: number) => CollectionHit[];

// Every constant below was set once, on all the public collections together (docs/EVALUATION.md). None depends on which
// collection is searched.

/** Saturation, length normalisation and floor of BM25+; the flat part of a wide optimum. */
const BM25 = { k: 1.2, b: 0.7, d: 0.35 };

/** Where a word of the question can be found, and what it is worth there against `text`. */
const WEIGHTS = {
  /** Stems of title and text together. */
  text: 1,
  /** Stems of the title once more: it says what the passage is about. Useful from 0.3 to 0.6. */
  title: 0.45,
  /** Pairs of neighbouring stems, function words left out. Useful from 0.1 to 0.3. */
  pairs: 0.2,
  /** Runs of letters of title and text, shared among the runs of a word; tells forms that stems don't join. */
  letters: 0.2,
} as const;
type Field = keyof typeof WEIGHTS;
const FIELDS = Object.keys(WEIGHTS) as Field[];

/** Weight of the runs of letters when question and passages are in two languages: cognates are most of what they share. */
const LETTERS_ACROSS_LANGUAGES = 1.5;
/** Letters in a run. */
const RUN_LENGTH = 5;
/** Joins the stems of a pair; no stem holds it. */
const JOINT = '_';

/** Scores of a term by position of the passage in the collection. */
interface Postings {
  passages: Int32Array;
  scores: Float32Array;
}

/** Builds the index of a collection in memory; about 6 s for 11,000 abstracts. */
export function createCollectionSearch(passages: readonly CollectionPassage[]): CollectionSearch {
  const language = languageOf(passages);
  const texts = passages.map(({ title, text }) => ({
    title: tokenise(cleanText(title)),
    text: tokenise(cleanText(text)),
  }));
  const words = countWords(texts);
  const stems = new Set([...words.keys()].map((word) => stem(word, language)));
  const repair = createSpeller({
    words,
    commonWords: readCommonWords(),
    hasStem: (one, of) => of === language && stems.has(one),
  });
  const lookUp = indexTexts(texts, language);

  const best = new Float32Array(passages.length);
  return (question, count) => {
    const text = cleanText(question);
    const isForeign = detectLanguage(text, language) !== language;
    const words = readWords(tokenise(text), language, isForeign ? undefined : repair);
    const scores = new Map<number, number>();
    /** Adds what a word is worth in a field: by the best of its spellings, not by their sum. */
    const add = (field: Field, terms: ReadonlyMap<string, number>, weight: number) => {
      const here: number[] = [];
      for (const [term, share] of terms) {
        const { passages, scores } = lookUp(field, term);
        for (let i = 0; i < passages.length; i++) {
          const passage = passages[i] as number;
          const score = share * (scores[i] as number);
          if (best[passage] === 0) here.push(passage);
          if (score > (best[passage] as number)) best[passage] = score;
        }
      }
      for (const passage of here) {
        scores.set(passage, (scores.get(passage) ?? 0) + weight * (best[passage] as number));
        best[passage] = 0;
      }
    };

    for (const [word, { stems, times }] of words.content) {
      add('text', stems, WEIGHTS.text * times);
      add('title', stems, WEIGHTS.title * times);
      const runs = new Set(letterRuns(word, RUN_LENGTH));
      const letters = isForeign ? LETTERS_ACROSS_LANGUAGES : WEIGHTS.letters;
      // The runs of a word overlap, so they say less than as many words would, and more than one.
      for (const run of runs)
        add('letters', new Map([[run, 1]]), (letters * times) / Math.sqrt(runs.size));
    }
    for (const pair of new Set(pairsOf(words.stems))) {
      add('pairs', new Map([[pair, 1]]), WEIGHTS.pairs);
    }
    return [...scores]
      .sort(([a, first], [b, second]) => second - first || a - b)
      .slice(0, count)
      .map(([passage, score]) => ({ id: passages[passage]?.id as string, score }));
  };
}

interface Words {
  title: string[];
  text: string[];
}

/** The language of most passages. */
function languageOf(passages: readonly CollectionPassage[]): Language {
  const spanish = passages.filter(
    ({ title, text }) => detectLanguage(`${title} ${text}`, 'en') === 'es',
  );
  return spanish.length > passages.length / 2 ? 'es' : 'en';
}

function countWords(texts: readonly Words[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, text } of texts) {
    for (const words of [title, text]) {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Indexes every field and returns a look-up of single terms, which keeps what it found. */
function indexTexts(texts: readonly Words[], language: Language) {
  const index = new MiniSearch<{ id: number } & Record<Field, string>>({
    fields: FIELDS,
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    searchOptions: { bm25: BM25 },
  });
  texts.forEach((words, id) => {
    const title = words.title.filter(isContent);
    const text = words.text.filter(isContent);
    const titleStems = title.map((word) => stem(word, language));
    const textStems = text.map((word) => stem(word, language));
    index.add({
      id,
      text: [...titleStems, ...textStems].join(' '),
      title: titleStems.join(' '),
      pairs: [...pairsOf(titleStems), ...pairsOf(textStems)].join(' '),
      letters: [...title, ...text].flatMap((word) => letterRuns(word, RUN_LENGTH)).join(' '),
    });
  });

  const kept = new Map<string, Postings>();
  return (field: Field, term: string): Postings => {
    const key = `${field}:${term}`;
    let postings = kept.get(key);
    if (!postings) {
      const found = index.search(term, { fields: [field] });
      postings = {
        passages: Int32Array.from(found, ({ id }) => id as number),
        scores: Float32Array.from(found, ({ score }) => score),
      };
      kept.set(key, postings);
    }
    return postings;
  };
}

/**
 * The content words of a question: each with the stems that it may stand for and how often it was said, and all stems
 * in order.
 * @param repair left out where the question is in another language: its words only look misspelt
 */
function readWords(typed: readonly string[], language: Language, repair: Speller | undefined) {
  const content = new Map<string, { stems: Map<string, number>; times: number }>();
  const inOrder: string[] = [];
  for (const word of typed) {
    const spellings = repair?.(word) ?? [{ word, weight: 1 }];
    if (!isContent(word) || !isContent(spellings[0]?.word ?? word)) continue;
    const known = content.get(word);
    const stems = known?.stems ?? new Map<string, number>();
    if (known) known.times += 1;
    else {
      content.set(word, { stems, times: 1 });
      for (const { word: meant, weight } of spellings) {
        const one = stem(meant, language);
        if (weight > (stems.get(one) ?? 0)) stems.set(one, weight);
      }
    }
    // The likeliest spelling comes first.
    inOrder.push(stems.keys().next().value as string);
  }
  return { content, stems: inOrder };
}

function isContent(word: string): boolean {
  return !STOP_WORDS.has(word);
}

function pairsOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((second, i) => `${stems[i]}${JOINT}${second}`);
}
