/** Names what the corpus says of a source, so that a card that was posted long ago can be told from today's. */
import { createHash } from 'node:crypto';
import type { Language } from '../text/language.ts';
import type { Corpus } from './corpus.ts';
import type { Source } from './schema.ts';

/** Sixteen hex digits over everything that a card of the source shows in a language. */
export function fingerprintOf(
  { passages }: Pick<Corpus, 'passages'>,
  source: Source,
  language: Language,
): string {
  const { passages: _, summary, ...facts } = source;
  const said = [...passages.values()]
    .filter((passage) => passage.source === source)
    .map(({ text, attributedTo, asOf, locator }) => [text[language], attributedTo, asOf, locator]);
  const content = JSON.stringify([facts, summary[language], said]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
