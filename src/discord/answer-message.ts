/** An answer with the buttons that belong to it on Discord. */
import type { Answer } from '../answer/answer.ts';
import { receiptOf } from '../answer/receipt.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import { renderAnswer } from '../render/answer.ts';
import type { RenderedMessage } from '../render/message.ts';
import { encodeCustomId } from './custom-id.ts';

export const SHARE = 'share';

/** Renders an answer with its buttons; the ids carry all that is needed, so they work after a restart. */
export function answerMessage(
  corpus: Corpus,
  answer: Answer,
  { isPrivate }: { isPrivate: boolean },
): RenderedMessage {
  if (answer.kind === 'declined') return renderAnswer(answer, { buttons: [] });
  const texts = catalogs[answer.language];
  const receipt = receiptOf(corpus, answer);
  const buttons = isPrivate
    ? [{ label: texts.buttons.share, customId: encodeCustomId(SHARE, answer.language, receipt) }]
    : [];
  return renderAnswer(answer, { buttons });
}
