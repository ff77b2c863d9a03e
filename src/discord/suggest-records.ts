/** Suggestions of what a server has itself, and of passages, while a moderator types. */
import type { Corpus } from '../corpus/corpus.ts';
import { LIMITS } from '../render/limits.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import { truncate } from '../text/truncate.ts';
import type { Choices } from './command.ts';
import { type Entry, findEntries, wordsOf } from './suggest.ts';

/** Something that can be chosen by its id. */
export interface Choosable {
  id: string;
  text: string;
  /** Shown after the text, never cut off. */
  end?: string;
}

/** Those whose words begin with what was typed; all in their order when nothing was. */
export function suggestRecords(records: readonly Choosable[], typed: string): Choices {
  const entries: Entry<Choosable>[] = records.map((item) => ({
    item,
    words: wordsOf(`${item.text} ${item.end ?? ''}`),
  }));
  return findEntries(entries, typed)
    .slice(0, LIMITS.choices)
    .map(({ id, text, end = '' }) => {
      const tail = truncate(cleanText(end), 40);
      const room = LIMITS.choiceName - tail.length - 1;
      return { name: `${truncate(cleanText(text), room)} ${tail}`.trim(), value: id };
    });
}

const prepared = new WeakMap<Corpus, Record<Language, Entry<Choosable>[]>>();

/** Passages whose words begin with what was typed. */
export function suggestPassages(corpus: Corpus, typed: string, language: Language): Choices {
  let entries = prepared.get(corpus);
  if (!entries) {
    entries = { en: passagesIn(corpus, 'en'), es: passagesIn(corpus, 'es') };
    prepared.set(corpus, entries);
  }
  return findEntries(entries[language], typed)
    .slice(0, LIMITS.choices)
    .map(({ id, text }) => ({ name: truncate(text, LIMITS.choiceName), value: id }));
}

function passagesIn(corpus: Corpus, language: Language): Entry<Choosable>[] {
  return [...corpus.passages.values()].map(({ id, text, source }) => ({
    item: { id, text: cleanText(text[language]) },
    words: wordsOf([text[language], source.publisher, source.title, id].join(' ')),
  }));
}
