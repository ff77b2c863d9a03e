/** Suggestions while a member types: written questions, sources, topics. Matches the beginnings of words. */
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Corpus } from '../corpus/corpus.ts';
import type { Disagreement, Source, Topic } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import { LIMITS } from '../render/limits.ts';
import { cleanText, fold } from '../text/clean.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { finish, type Steps } from '../text/steps.ts';
import { truncate } from '../text/truncate.ts';
import { indexWords, type TypedWords, type WordIndex } from './word-index.ts';

type Choice = APIApplicationCommandOptionChoice<string>;

/** Something that can be suggested. Lists of them stand best first. */
export interface Entry<T> {
  item: T;
  /** Its folded words, each after a space, so that " wor" finds the beginning of a word. */
  words: string;
}

/** A written question and what it asks for: an overview or a passage. */
export interface WrittenQuestion {
  text: string;
  target: string;
}

interface Suggestions {
  questions: Record<Language, { entries: Entry<WrittenQuestion>[]; visit: WordIndex }>;
  sources: Entry<Source>[];
  topics: Entry<Topic>[];
  disagreements: Entry<Disagreement>[];
}

/** Longest input that is looked at; what a member types into an option is short. */
const MAX_TYPED = 200;
/** Least part of the typed words that a suggestion must match, where not all of them do; 0 to 1. */
const LEAST_MATCHED = 0.6;
/** Words that point to something said before. */
const POINTS_BACK = / (?:it|its|that|this|they|them|there|eso|esto) /;
/** Fewest words of a question that says what it is about. */
const LEAST_WORDS = 5;
/** Places (among overviews) by which a question falls that makes little sense in a list, or is in rough spelling. */
const BARE = 0.5;
const ROUGH = 500;

/** Written questions of the corpus for what was typed so far; the broadest ones when nothing was. */
export function suggestQuestions(corpus: Corpus, typed: string, language: Language): Choice[] {
  const seen = new Set<string>();
  const choices: Choice[] = [];
  const { entries, visit } = suggestionsOf(corpus).questions[language];
  const take = (position: number) => {
    const { text, target } = (entries[position] as Entry<WrittenQuestion>).item;
    // One question for each thing that can be asked: variety helps more than wordings.
    if (!seen.has(target)) choices.push({ name: text, value: text });
    seen.add(target);
    return choices.length === LIMITS.choices ? 'stop' : 'go on';
  };
  const words = readTyped(typed);
  if (words) visit(words, take);
  else if (typed.trim() === '') for (let i = 0; i < entries.length && take(i) === 'go on'; i++);
  return choices;
}

/** Sources whose title, publisher, authors, kind, date or id begin with what was typed; the newest when nothing was. */
export function suggestSources(corpus: Corpus, typed: string): Choice[] {
  return findSources(corpus, typed)
    .slice(0, LIMITS.choices)
    .map((source) => {
      const day = source.published ?? source.asOf;
      const publisher = truncate(cleanText(source.publisher), 40);
      const end = ` · ${publisher}${day ? ` · ${day}` : ''}`;
      return {
        name: `${truncate(cleanText(source.title), LIMITS.choiceName - end.length)}${end}`,
        value: source.id,
      };
    });
}

/** The sources for what was typed, best first: an id exactly, else by words. */
export function findSources(corpus: Corpus, typed: string): Source[] {
  const id = typed.trim().toLowerCase();
  const exact = suggestionsOf(corpus).sources.find(({ item }) => item.id === id);
  return exact ? [exact.item] : findEntries(suggestionsOf(corpus).sources, typed);
}

/** Topics in the member's language; those with most passages when nothing was typed. */
export function suggestTopics(corpus: Corpus, typed: string, language: Language): Choice[] {
  return findTopics(corpus, typed)
    .slice(0, LIMITS.choices)
    .map(({ id, label }) => ({ name: truncate(label[language], LIMITS.choiceName), value: id }));
}

/** The topics for what was typed, best first: an id exactly, else by words. */
export function findTopics(corpus: Corpus, typed: string): Topic[] {
  const exact = corpus.topics.get(typed.trim() as Topic['id']);
  return exact ? [exact] : findEntries(suggestionsOf(corpus).topics, typed);
}

/** Questions on which sources differ, in the member's language; all of them when nothing was typed. */
export function suggestDisagreements(corpus: Corpus, typed: string, language: Language): Choice[] {
  return findDisagreements(corpus, typed)
    .slice(0, LIMITS.choices)
    .map(({ id, question }) => ({
      name: truncate(cleanText(question[language]), LIMITS.choiceName),
      value: id,
    }));
}

/** The disagreements for what was typed, best first. */
export function findDisagreements(corpus: Corpus, typed: string): Disagreement[] {
  return findEntries(suggestionsOf(corpus).disagreements, typed);
}

function disagreementsIn({ disagreements, topics }: Corpus): Entry<Disagreement>[] {
  return disagreements.map((disagreement) => {
    const { question, questions, topic } = disagreement;
    const inBoth = LANGUAGES.flatMap((language) => [
      question[language],
      topics.get(topic)?.label[language] ?? '',
      ...questions[language],
    ]);
    return { item: disagreement, words: wordsOf(inBoth.join(' ')) };
  });
}

/**
 * Entries that have all typed words, or most of them where none has all; those with most come first, among them
 * those that have the words in a row, and then the order of `entries`. All of them when nothing was typed.
 */
export function findEntries<T>(entries: readonly Entry<T>[], typed: string): T[] {
  const typedWords = readTyped(typed);
  if (!typedWords) return typed.trim() === '' ? entries.map(({ item }) => item) : [];
  const { wanted, starts, least } = typedWords;
  // Two places for each number of matched words; filled in order, so that nothing has to be sorted.
  const places: T[][] = Array.from({ length: 2 * starts.length + 2 }, () => []);
  for (const { item, words } of entries) {
    const matched = starts.filter((start) => words.includes(start)).length;
    if (matched >= least) places[2 * matched + (words.includes(wanted) ? 1 : 0)]?.push(item);
  }
  return places.reverse().flat();
}

/** What was typed as words; undefined when there is none in it. */
function readTyped(typed: string): TypedWords | undefined {
  const wanted = wordsOf(typed.slice(0, MAX_TYPED)).trimEnd();
  if (wanted === '') return undefined;
  const starts = [...new Set(wanted.split(/(?= )/))];
  return { wanted, starts, least: Math.max(1, Math.ceil(starts.length * LEAST_MATCHED)) };
}

/** Folded words of a text, each after a space, with a space at the end. */
export function wordsOf(text: string): string {
  const words = fold(cleanText(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

const prepared = new WeakMap<Corpus, Suggestions>();

/** Builds the suggestions of a corpus; done at start so that the first member doesn't wait. */
export function suggestionsOf(corpus: Corpus): Suggestions {
  return prepared.get(corpus) ?? finish(suggestionsInSteps(corpus));
}

/** Prepares them in steps, for a process that answers meanwhile. */
export function* suggestionsInSteps(corpus: Corpus): Steps<Suggestions> {
  const en = yield* questionsIn(corpus, 'en');
  const es = yield* questionsIn(corpus, 'es');
  const suggestions = {
    questions: { en, es },
    sources: sourcesOf(corpus),
    topics: topicsOf(corpus),
    disagreements: disagreementsIn(corpus),
  };
  prepared.set(corpus, suggestions);
  return suggestions;
}

function* questionsIn(
  corpus: Corpus,
  language: Language,
): Steps<Suggestions['questions'][Language]> {
  const entries: (Entry<WrittenQuestion> & { rank: number })[] = [];
  const add = (questions: readonly string[], target: string, place: number) => {
    for (const question of questions) {
      const text = cleanText(question);
      if (text.length === 0 || text.length > LIMITS.choiceValue) continue;
      const words = wordsOf(text);
      const isRough = !/^[\p{Lu}¿¡\d]/u.test(text);
      const rank = place + (isRough ? ROUGH : 0) + (isBare(words) ? BARE : 0);
      entries.push({ item: { text, target }, words, rank });
    }
  };
  const { overviews, passages } = corpus;
  for (const [place, { id, questions }] of overviews.entries()) add(questions[language], id, place);
  for (const { id, questions } of passages.values()) {
    add(questions[language], id, overviews.length);
    yield;
  }
  entries.sort((a, b) => a.rank - b.rank);
  return { entries, visit: yield* indexWords(entries) };
}

/** True for a question that says by itself what it is about. */
export function standsAlone(question: string): boolean {
  return !isBare(wordsOf(question));
}

/** True for a question that needs what was said before: "Is it legal?", "How many people?". */
function isBare(words: string): boolean {
  return POINTS_BACK.test(words) || words.split(' ').length < LEAST_WORDS + 2;
}

function sourcesOf(corpus: Corpus): Entry<Source>[] {
  return newestFirst([...corpus.sources.values()]).map((source) => {
    const day = source.published ?? source.asOf;
    const inBoth = LANGUAGES.flatMap((language) => [
      catalogs[language].kinds[source.kind],
      day ? formatDate(day, language) : '',
    ]);
    const text = [source.title, source.publisher, ...source.authors, source.id, day, ...inBoth];
    return { item: source, words: wordsOf(text.join(' ')) };
  });
}

/** Newest first by the day of publication or the day that the source speaks for; undated ones last. */
export function newestFirst(sources: readonly Source[]): Source[] {
  const day = ({ published, asOf }: Source) => published ?? asOf ?? '';
  return [...sources].sort((a, b) => day(b).localeCompare(day(a)) || a.id.localeCompare(b.id));
}

function topicsOf(corpus: Corpus): Entry<Topic>[] {
  const counts = new Map<string, number>();
  for (const { topics } of corpus.passages.values())
    for (const id of topics) counts.set(id, (counts.get(id) ?? 0) + 1);
  const count = ({ id }: Topic) => counts.get(id) ?? 0;
  return [...corpus.topics.values()]
    .filter((topic) => count(topic) > 0)
    .sort((a, b) => count(b) - count(a))
    .map((topic) => {
      const labels = LANGUAGES.flatMap((language) => [
        topic.label[language],
        ...(topic.also?.[language] ?? []),
      ]);
      return { item: topic, words: wordsOf([...labels, topic.id].join(' ')) };
    });
}
