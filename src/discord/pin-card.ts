/** The card of a source as it is posted for a whole server, with what has become of it. */
import type { Corpus } from '../corpus/corpus.ts';
import { fingerprintOf } from '../corpus/fingerprint.ts';
import type { Source, SourceId } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import type { RenderedMessage } from '../render/message.ts';
import type { Language } from '../text/language.ts';
import { cardMessage } from './source-message.ts';

/** What a card says of itself below the source. */
export type CardNote = 'pinned' | 'updated' | 'unpinned';

/**
 * @param today YYYY-MM-DD, for what changed
 */
export function pinCard(
  corpus: Corpus,
  source: Source,
  language: Language,
  note: CardNote,
  today: string,
): RenderedMessage {
  const { pins } = catalogs[language].moderation;
  const notes = [pins.cardNote(corpus.info.version)];
  if (note === 'updated') notes.push(pins.updatedNote(today));
  if (note === 'unpinned') notes[0] = pins.unpinnedNote(today);
  return cardMessage(corpus, source, { language, notes });
}

/** The fields of a card's record that name its content. */
export function contentOfCard(corpus: Corpus, source: Source, language: Language) {
  return {
    contentHash: fingerprintOf(corpus, source, language),
    corpusVersion: corpus.info.version,
  };
}

/** The source of a pin in today's corpus. */
export function sourceOf(corpus: Corpus, sourceId: string): Source | undefined {
  return corpus.sources.get(sourceId as SourceId);
}
