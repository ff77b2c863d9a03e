/** An entry of the glossary: what a term means, who a person or an organisation is. */
import { citeSources } from '../answer/cited-sources.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { GlossaryEntry } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import type { Language } from '../text/language.ts';
import { text, toMessage } from './layout.ts';
import { CAPS, LIMITS } from './limits.ts';
import { plain } from './markdown.ts';
import type { RenderedMessage } from './message.ts';
import { sourceMenu } from './source-list.ts';
import { sourceBlocks } from './timeline.ts';

/** The definition with its sources; `openSource` is the custom id of the menu that opens one. */
export function renderTerm(
  corpus: Corpus,
  entry: GlossaryEntry,
  { language, openSource }: { language: Language; openSource?: string },
): RenderedMessage {
  const texts = catalogs[language];
  const cited = citeSources(corpus, entry.sources);
  const small = termFacts(entry, language).map((fact) => plain(fact, CAPS.heading));
  const head = [
    `### ${plain(entry.term, CAPS.title)}`,
    `-# ${small.join(' · ')}`,
    `${plain(entry.definition[language], CAPS.definition)}${cited.sources
      .map(({ number }) => ` [${number}]`)
      .join('')}`,
  ];
  return toMessage([
    text(head.join('\n')),
    { kind: 'line' },
    ...sourceBlocks(cited, language, texts),
    ...(openSource === undefined
      ? []
      : [
          sourceMenu(
            cited.sources.map(({ source }) => source),
            openSource,
            language,
          ),
        ]),
  ]);
}

/** A menu of entries where several fit; as many as a menu holds. */
export function renderTermChoice(
  entries: readonly GlossaryEntry[],
  { language, openTerm }: { language: Language; openTerm: string },
): RenderedMessage {
  const { define } = catalogs[language];
  const options = entries.slice(0, LIMITS.selectOptions).map((entry) => ({
    label: termName(entry, language),
    value: entry.id,
    description: entry.definition[language],
  }));
  return toMessage([
    text(define.several(entries.length)),
    { kind: 'menu', menu: { customId: openTerm, placeholder: define.choose, options } },
  ]);
}

/** What kind of entry it is, and the name in the reader's language where it has one; not escaped. */
export function termFacts(entry: GlossaryEntry, language: Language): string[] {
  const { define } = catalogs[language];
  const name = otherName(entry, language);
  return [define.types[entry.type], ...(name ? [define.also(name)] : [])];
}

/** The term, with the name in the reader's language where it has one; not escaped. */
export function termName(entry: GlossaryEntry, language: Language): string {
  const name = otherName(entry, language);
  return name ? `${entry.term} · ${name}` : entry.term;
}

/** Terms stand in English; the first of the Spanish names is what a Spanish reader knows. Names of people stay. */
function otherName({ term, type, aliases }: GlossaryEntry, language: Language): string | undefined {
  const [name] = aliases[language];
  return language === 'en' || type === 'person' || name === term ? undefined : name;
}
