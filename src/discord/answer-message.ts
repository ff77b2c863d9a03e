/** An answer with the buttons that belong to it on Discord. */
import type { Answer } from '../answer/answer.ts';
import { receiptOf } from '../answer/receipt.ts';
import { questionKey } from '../answer/suggestions.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { SourceId } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { renderAnswer } from '../render/answer.ts';
import type { RenderedMessage } from '../render/message.ts';
import { CITE, codeOf } from './cite-message.ts';
import { COMPARE } from './compare-message.ts';
import { encodeCustomId } from './custom-id.ts';
import { OPEN_SOURCE } from './source-message.ts';

/** Actions of the buttons; their handlers are in commands/components/. */
export const SHARE = 'share';
export const TURN_ANSWER = 'more';
export const STORY = 'story';
export const SUGGESTED = 'asked';

export interface AnswerMessageOptions {
  /** Only the asker sees it, so that there is something to share. */
  isPrivate: boolean;
  page?: number;
  /** A copy that a member shared; says so. */
  isShared?: boolean;
}

/** Renders an answer with its buttons; their ids carry all that is needed, so they work after a restart. */
export function answerMessage(
  corpus: Corpus,
  answer: Answer,
  { isPrivate, page = 0, isShared = false }: AnswerMessageOptions,
): RenderedMessage {
  const { language } = answer;
  const openSource = (id: SourceId) => encodeCustomId(OPEN_SOURCE, language, id);
  if (answer.kind === 'declined') {
    const suggest = (question: string) => encodeCustomId(SUGGESTED, questionKey(question));
    return renderAnswer(answer, { corpus, actions: { openSource, suggest } });
  }
  const receipt = receiptOf(corpus, answer);
  const story = answer.kind === 'passages' ? answer.overview : undefined;
  return renderAnswer(answer, {
    page,
    receipt,
    actions: {
      openSource,
      turn: (to) => encodeCustomId(TURN_ANSWER, language, receipt, String(to)),
      story: story && encodeCustomId(STORY, language, story.id),
      cite: encodeCustomId(CITE, language, receipt, codeOf('apa'), '0'),
      compare: (id) => encodeCustomId(COMPARE, language, id, '0'),
      ...(isPrivate && {
        share: (shown: number) => encodeCustomId(SHARE, language, receipt, String(shown)),
      }),
    },
    ...(isShared && { note: catalogs[language].answer.shared }),
  });
}
