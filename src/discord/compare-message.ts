/** A disagreement side by side, with its buttons on Discord. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Disagreement } from '../corpus/schema.ts';
import { renderComparison } from '../render/comparison.ts';
import type { RenderedMessage } from '../render/message.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';
import { OPEN_SOURCE } from './source-message.ts';

/** Opens and turns a comparison; the handler is in commands/components/. */
export const COMPARE = 'compare';

/** A page of a comparison. */
export function comparisonMessage(
  { passages }: Corpus,
  disagreement: Disagreement,
  { language, page = 0 }: { language: Language; page?: number },
): RenderedMessage {
  return renderComparison(disagreement, passages, {
    language,
    page,
    turn: (to) => encodeCustomId(COMPARE, language, disagreement.id, String(to), 'turn'),
    openSource: (id) => encodeCustomId(OPEN_SOURCE, language, id),
  });
}
