/** Suggestions for the glossary and the timeline. Matches the beginnings of words. */
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Corpus } from '../corpus/corpus.ts';
import type { GlossaryEntry, Topic } from '../corpus/schema.ts';
import { LIMITS } from '../render/limits.ts';
import { termName } from '../render/term.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { truncate } from '../text/truncate.ts';
import { type Entry, findEntries, findTopics, wordsOf } from './suggest.ts';

type Choice = APIApplicationCommandOptionChoice<string>;

/** An entry of the glossary with all its names, folded. */
interface Named extends Entry<GlossaryEntry> {
  /** The term itself. */
  term: string;
  names: ReadonlySet<string>;
}

/** Entries whose name, in either language, begins with what was typed; all in their order when nothing was. */
export function suggestTerms(corpus: Corpus, typed: string, language: Language): Choice[] {
  const exact = exactTerms(corpus, typed);
  const begun = findEntries(termsOf(corpus), typed).filter((entry) => !exact.includes(entry));
  return [...exact, ...begun].slice(0, LIMITS.choices).map((entry) => ({
    name: truncate(termName(entry, language), LIMITS.choiceName),
    value: entry.id,
  }));
}

/** The entries for what was typed: the one that has exactly this name, else those that begin with its words. */
export function findTerms(corpus: Corpus, typed: string): GlossaryEntry[] {
  if (wordsOf(typed) === '') return [];
  const exact = exactTerms(corpus, typed);
  return exact.length > 0 ? exact : findEntries(termsOf(corpus), typed);
}

/** Entries of exactly this id or name: the ones that bear it themselves, else those that are also called so. */
function exactTerms(corpus: Corpus, typed: string): GlossaryEntry[] {
  const id = typed.trim().toLowerCase();
  const words = wordsOf(typed);
  const entries = termsOf(corpus);
  const itself = entries.filter(({ item, term }) => item.id === id || term === words);
  const found = itself.length > 0 ? itself : entries.filter(({ names }) => names.has(words));
  return found.map(({ item }) => item);
}

/** Topics that some event is on, in the member's language. */
export function suggestEventTopics(corpus: Corpus, typed: string, language: Language): Choice[] {
  return findEventTopics(corpus, typed)
    .slice(0, LIMITS.choices)
    .map(({ id, label }) => ({ name: truncate(label[language], LIMITS.choiceName), value: id }));
}

/** The topics for what was typed, best first; those that some event is on, before a topic without any. */
export function findEventTopics(corpus: Corpus, typed: string): Topic[] {
  const onTimeline = new Set(corpus.timeline.flatMap(({ topics }) => topics));
  const found = findTopics(corpus, typed);
  const exact = found.length === 1;
  return exact ? found : found.filter(({ id }) => onTimeline.has(id));
}

const prepared = new WeakMap<Corpus, Named[]>();

function termsOf(corpus: Corpus): Named[] {
  let named = prepared.get(corpus);
  if (!named) {
    named = corpus.glossary.map((item) => {
      const names = [item.term, ...LANGUAGES.flatMap((language) => item.aliases[language])];
      return {
        item,
        term: wordsOf(item.term),
        names: new Set(names.map(wordsOf)),
        // A line break, so that no words match across two names.
        words: names.map(wordsOf).join('\n'),
      };
    });
    prepared.set(corpus, named);
  }
  return named;
}
