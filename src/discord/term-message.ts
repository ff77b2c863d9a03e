/** An entry of the glossary, and the choice where several fit, with their menus on Discord. */
import type { Corpus } from '../corpus/corpus.ts';
import type { GlossaryEntry } from '../corpus/schema.ts';
import type { RenderedMessage } from '../render/message.ts';
import { renderTerm, renderTermChoice } from '../render/term.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';
import { OPEN_FROM_LIST } from './source-message.ts';

/** Action of the menu; its handler is in commands/components/. */
export const OPEN_TERM = 'term';

/** An entry with its sources. */
export function termMessage(
  corpus: Corpus,
  entry: GlossaryEntry,
  language: Language,
): RenderedMessage {
  return renderTerm(corpus, entry, {
    language,
    openSource: encodeCustomId(OPEN_FROM_LIST, language),
  });
}

/** A menu of the entries that fit, best first. */
export function termsMessage(
  entries: readonly GlossaryEntry[],
  language: Language,
): RenderedMessage {
  return renderTermChoice(entries, { language, openTerm: encodeCustomId(OPEN_TERM, language) });
}
