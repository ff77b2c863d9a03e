/** An answer with the buttons that belong to it on Discord. */
import type { Answer } from '../answer/answer.ts';
import { receiptOf } from '../answer/receipt.ts';
import { questionKey } from '../answer/suggestions.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { SourceId } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { renderAnswer } from '../render/answer.ts';
import type { Button } from '../render/layout.ts';
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
export const VOTE = 'vote';

export interface AnswerMessageOptions {
  /** Only the asker sees it, so that there is something to share. */
  isPrivate: boolean;
  page?: number;
  /** A copy that a member shared; says so. */
  isShared?: boolean;
  /** Members may say whether it helped: in servers only, where somebody looks at it. */
  canRate?: boolean;
  /** A small line below the answer, for example what the server keeps. */
  note?: string | undefined;
  /** Buttons in a row of their own. */
  extra?: readonly Button[];
  /** Paragraphs above the answer, as safe markdown. */
  before?: readonly string[];
}

/** Renders an answer with its buttons; their ids carry all that is needed, so they work after a restart. */
export function answerMessage(
  corpus: Corpus,
  answer: Answer,
  {
    isPrivate,
    page = 0,
    isShared = false,
    canRate = false,
    note,
    extra = [],
    before = [],
  }: AnswerMessageOptions,
): RenderedMessage {
  const { language } = answer;
  const openSource = (id: SourceId) => encodeCustomId(OPEN_SOURCE, language, id);
  if (answer.kind === 'declined') {
    const suggest = (question: string) => encodeCustomId(SUGGESTED, questionKey(question));
    return renderAnswer(answer, {
      corpus,
      actions: { openSource, suggest },
      ...(note && { note }),
    });
  }
  const receipt = receiptOf(corpus, answer);
  // What a community wrote is read anew from its records, whoever presses a button.
  const written = answer.kind === 'passages' && answer.community ? [answer.community.id] : [];
  const story = answer.kind === 'passages' ? answer.overview : undefined;
  return renderAnswer(answer, {
    page,
    receipt,
    before,
    actions: {
      openSource,
      turn: (to) => encodeCustomId(TURN_ANSWER, language, receipt, String(to), ...written),
      story: story && encodeCustomId(STORY, language, story.id),
      cite: encodeCustomId(CITE, language, receipt, codeOf('apa'), '0'),
      vote: canRate
        ? (isHelpful) =>
            encodeCustomId(VOTE, language, isHelpful ? 'up' : 'down', receipt, ...written)
        : undefined,
      compare: (id) => encodeCustomId(COMPARE, language, id, '0'),
      manage: extra,
      ...(isPrivate && {
        share: (shown: number) =>
          encodeCustomId(SHARE, language, receipt, String(shown), ...written),
      }),
    },
    ...(isShared && { note: catalogs[language].answer.shared }),
  });
}
