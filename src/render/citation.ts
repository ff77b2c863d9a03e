/** A passage with who says so, and a source as it stands in a list of sources. */
import type { ShownPassage } from '../answer/answer.ts';
import { type Passage, passageDate } from '../corpus/corpus.ts';
import type { Source } from '../corpus/schema.ts';
import type { Catalog } from '../messages/catalog.ts';
import { formatDate } from '../messages/format.ts';
import type { Language } from '../text/language.ts';
import { CAPS } from './limits.ts';
import { link, plain } from './markdown.ts';

/**
 * The passage in full size, its attribution small below it.
 * @param citation number of its source, if it has one
 * @param withPosition says what kind of source it is and what it argues, too
 */
export function passageText(
  { passage, citation }: Pick<ShownPassage, 'passage'> & { citation?: number },
  language: Language,
  texts: Catalog,
  withPosition = false,
): string {
  const { statement, attribution } = passageParts(passage, language, texts);
  const number = citation === undefined ? '' : ` [${citation}]`;
  const { kind, position } = passage.source;
  const label = [texts.kinds[kind], texts.positions[position]].filter((words) => words !== '');
  return `${statement}${number}\n-# ${attribution}${withPosition ? ` · ${label.join(', ')}` : ''}`;
}

const passageParts = remembered((passage: Passage, language, texts) => {
  const { attributedTo, locator } = passage;
  const attribution = texts.answer.attribution(attributedTo, passageDate(passage), locator);
  return {
    statement: plain(passage.text[language], CAPS.passage),
    attribution: plain(attribution, CAPS.attribution),
  };
});

/** Two small lines: number and linked title; publisher, date, kind, position for those that argue one. */
export function sourceText(
  number: number,
  source: Source,
  language: Language,
  texts: Catalog,
): string {
  const { title, facts } = sourceParts(source, language, texts);
  return `-# ${number}. ${title}\n-# ${facts}`;
}

/**
 * The title as a link that shows the host, or in quotation marks where the source has no address; and the facts:
 * publisher, date, kind, position for those that argue one, and the reproduction that was read.
 */
export const sourceParts = remembered((source: Source, language, texts) => {
  const day = source.published ?? source.asOf;
  const facts = [
    plain(source.publisher, CAPS.publisher),
    day ? formatDate(day, language) : texts.answer.noDate,
    texts.kinds[source.kind],
    texts.positions[source.position],
    source.via ? plain(texts.answer.reproduction(source.via), CAPS.via) : '',
  ];
  return {
    title: source.url ? link(source.title, source.url) : `"${plain(source.title, CAPS.title)}"`,
    facts: facts.filter((fact) => fact !== '').join(' · '),
  };
});

/**
 * Keeps what was made of a passage or a source in each language, for as long as the corpus is in memory. Cleaning
 * and escaping takes most of the time that an answer takes, and gives the same each time.
 */
function remembered<K extends object, V>(
  make: (key: K, language: Language, texts: Catalog) => V,
): (key: K, language: Language, texts: Catalog) => V {
  const made = { en: new WeakMap<K, V>(), es: new WeakMap<K, V>() };
  return (key, language, texts) => {
    let value = made[language].get(key);
    if (value === undefined) {
      value = make(key, language, texts);
      made[language].set(key, value);
    }
    return value;
  };
}
