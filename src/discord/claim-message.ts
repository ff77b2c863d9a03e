/** A checked claim with its buttons on Discord, or why it isn't checked. */

import type { DeclinedAnswer } from '../answer/answer.ts';
import type { CheckedClaim } from '../answer/check-claim.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { renderClaim } from '../render/claim.ts';
import type { RenderedMessage } from '../render/message.ts';
import { answerMessage } from './answer-message.ts';
import { COMPARE } from './compare-message.ts';
import { encodeCustomId } from './custom-id.ts';
import { OPEN_SOURCE } from './source-message.ts';

/** The message for a claim; for the one who asked alone, as it repeats what they gave. */
export function claimMessage(
  corpus: Corpus,
  checked: CheckedClaim | DeclinedAnswer,
): RenderedMessage {
  if (checked.kind === 'declined') return answerMessage(corpus, checked, { isPrivate: true });
  const { language } = checked;
  return renderClaim(checked, {
    openSource: (id) => encodeCustomId(OPEN_SOURCE, language, id),
    compare: (id) => encodeCustomId(COMPARE, language, id, '0'),
  });
}
