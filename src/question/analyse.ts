/** Reads a question: its language, its content words with what they may stand for, and what it asks for. */
import { cleanText, fold } from '../text/clean.ts';
import { detectLanguage, LANGUAGES, type Language } from '../text/language.ts';
import { withoutAddresses, withoutMentions } from '../text/markup.ts';
import type { NameReader } from '../text/names.ts';
import { stem } from '../text/stems.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import { withoutAsides } from './asides.ts';
import { readAsked } from './asked.ts';
import type { PersonOf } from './contrast.ts';
import type { Expander } from './expand.ts';
import { readAttributes, readFocus, readNamePositions } from './focus.ts';
import { readForm } from './form.ts';
import type { Alternative, Query, QueryTerm } from './query.ts';

/** Longest question in characters that is searched; Discord's option allows the same. */
export const MAX_QUESTION_LENGTH = 500;
/** How far an added word counts against the typed one, 0 to 1. Set on the development questions. */
const EXPANSION_WEIGHT = 0.5;

/** What the analysis needs to know of the corpus's words. */
export interface Lexicon {
  /** What a misspelt word may have been meant to be, best first; never empty. */
  repair(word: string): readonly { word: string; weight: number }[];
  /** Reads the names of the policy as one word. */
  readNames: NameReader;
  /** The same, and what a question without a name says instead: "the program". */
  readQuestion: NameReader;
  expand: Expander;
  personOf: PersonOf;
}

export interface AnalyseOptions {
  /** Language of the reply when the asker chose one; otherwise it is read from the words. */
  language?: Language | undefined;
  /** Language when the words don't tell. */
  fallback?: Language | undefined;
}

/** Reads a question as typed. Total: any text gives a query, possibly without terms. */
export function analyseQuestion(
  question: string,
  lexicon: Lexicon,
  { language, fallback = 'en' }: AnalyseOptions = {},
): Query {
  const plain = withoutAddresses(withoutMentions(cleanText(question)));
  const text = cleanText(plain).slice(0, MAX_QUESTION_LENGTH);
  const typed = tokenise(withoutAsides(text));
  const repaired = typed.map((word) => lexicon.repair(word)[0]?.word ?? word);
  const readings = lexicon.readQuestion(repaired);
  const words = readings.map(({ word }) => word);
  const terms = new Map<string, QueryTerm>();
  for (const { word, from, to } of readings) {
    const isName = word !== repaired[from] || to - from > 1;
    const original = isName ? word : (typed[from] as string);
    if (STOP_WORDS.has(word) || STOP_WORDS.has(original) || terms.has(original)) continue;
    terms.set(
      original,
      readTerm(original, isName ? [{ word, weight: 1 }] : lexicon.repair(original)),
    );
  }
  addExpansions([...terms.values()], text, lexicon);
  const content = [...terms.values()].map(({ repaired }) => repaired);
  const writtenIn = detectLanguage(withoutNames(text, lexicon.readNames), fallback);
  return {
    text,
    language: language ?? writtenIn,
    writtenIn,
    terms: [...terms.values()],
    words,
    numbers: words.filter((word) => /\d/.test(word)),
    asked: readAsked(words),
    form: readForm(words),
    focus: readFocus(words, content),
    names: readNamePositions(
      text,
      [...terms.values()].map(({ word }) => word),
    ),
    attributes: readAttributes(content),
  };
}

/** The text without the policy's names of several words: "quédate en méxico" is said in English too. */
function withoutNames(text: string, readNames: NameReader): string {
  const words = text.match(/[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
  const others = readNames(words.map(fold)).filter(({ from, to }) => to - from === 1);
  return others.length === 0 ? text : others.map(({ from }) => words[from]).join(' ');
}

function readTerm(word: string, repairs: ReturnType<Lexicon['repair']>): QueryTerm {
  const alternatives: Alternative[] = [];
  for (const repair of repairs) {
    for (const language of LANGUAGES) {
      alternatives.push({
        stem: stem(repair.word, language),
        language,
        weight: repair.weight,
        origin: repair.word === word ? 'typed' : 'repaired',
      });
    }
  }
  return { word, repaired: repairs[0]?.word ?? word, alternatives };
}

function addExpansions(terms: readonly QueryTerm[], text: string, lexicon: Lexicon): void {
  const words = terms.map(({ repaired }) => repaired);
  for (const { from, to, share, origin, ...term } of lexicon.expand(words, text)) {
    const weight = EXPANSION_WEIGHT * share;
    for (const { alternatives } of terms.slice(from, to)) {
      const known = alternatives.find(
        (other) => other.stem === term.stem && other.language === term.language,
      );
      if (!known) alternatives.push({ ...term, weight, origin });
      else if (known.weight < weight) known.weight = weight;
    }
  }
}
