/** Notes the answers that a whole channel sees, and shows them again with what the corpus says by now. */
import type { BaseInteraction } from 'discord.js';
import type { Answer, OverviewAnswer, PassagesAnswer } from '../answer/answer.ts';
import { receiptOf, replayReceipt, withoutGone } from '../answer/receipt.ts';
import type { Corpus, Passage } from '../corpus/corpus.ts';
import { shownHash } from '../corpus/history.ts';
import type { PassageId } from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import { passagesOnPage } from '../render/answer.ts';
import { type Button, text, toMessage } from '../render/layout.ts';
import { plain } from '../render/markdown.ts';
import type { RenderedMessage } from '../render/message.ts';
import { currentMoment, type Services } from '../services.ts';
import { findAnswer } from '../store/answers.ts';
import { addShared, dropShared, type SharedAnswer } from '../store/shared-answers.ts';
import type { Language } from '../text/language.ts';
import { answerMessage } from './answer-message.ts';

/** Where an answer stands. */
export type SharedPlace = Pick<SharedAnswer, 'guildId' | 'channelId' | 'messageId'>;

/** The place of a reply in a server; undefined outside of servers, where nobody else sees it, and for a private one. */
export function placeOf(
  { guildId, channelId, guild }: Pick<BaseInteraction, 'guildId' | 'channelId' | 'guild'>,
  messageId: string | undefined,
): SharedPlace | undefined {
  if (!guild || guildId === null || channelId === null || messageId === undefined) return undefined;
  return { guildId, channelId, messageId };
}

export interface SharedForm {
  /** Page that is shown, from 0. */
  page?: number;
  /** The copy that *Share* posts. */
  isCopy?: boolean;
  /** Buttons in a row of their own, as given to `answerMessage`. */
  extra?: readonly Button[];
}

/**
 * Notes an answer that everyone in a channel sees, so that it is corrected when the corpus is. Call it after the message
 * was posted, also with the refusal that took the place of an answer: there is nothing to correct any more. Never
 * throws: nobody is told when it can't be noted.
 */
export async function noteShared(
  { knowledge, store, log }: Pick<Services, 'knowledge' | 'store' | 'log'>,
  place: SharedPlace,
  answer: Answer,
  { page = 0, isCopy = false, extra = [] }: SharedForm = {},
): Promise<void> {
  const noting = answer.kind === 'declined' ? dropShared(store, place) : addShared(store, noted());
  await noting.catch((err) => log.error({ event: 'share-not-noted', err }));

  function noted(): SharedAnswer {
    const { corpus } = knowledge.index;
    const { language } = answer;
    const receipt = receiptOf(corpus, answer as PassagesAnswer | OverviewAnswer);
    const answerId = answer.kind === 'passages' ? (answer.community?.id ?? null) : null;
    const passages = hashesOf(passagesOnPage(answer, { page, receipt }), language);
    const shown = { receipt, language, page, isCopy, answerId, buttons: extra, passages };
    return { ...place, ...shown, corpusHash: corpus.hash };
  }
}

function hashesOf(passages: readonly Passage[], language: Language): Record<string, string> {
  return Object.fromEntries(passages.map((passage) => [passage.id, shownHash(passage, language)]));
}

/** How many of the passages that an answer shows say something else by now, or are gone. */
export function changesOf({ passages }: Corpus, shared: SharedAnswer) {
  const changes = { corrected: 0, removed: 0 };
  for (const [id, hash] of Object.entries(shared.passages)) {
    const passage = passages.get(id as PassageId);
    if (!passage) changes.removed += 1;
    else if (shownHash(passage, shared.language) !== hash) changes.corrected += 1;
  }
  return changes;
}

export interface CorrectedAnswer {
  message: RenderedMessage;
  /** What it shows; undefined when nothing is left, so that it can be forgotten. */
  shown: Pick<SharedAnswer, 'receipt' | 'passages' | 'corpusHash'> | undefined;
}

/**
 * A shared answer as it has to stand there now, marked as corrected.
 * @param day today, YYYY-MM-DD
 */
export async function correctedAnswer(
  services: Pick<Services, 'knowledge' | 'store' | 'clock' | 'config'>,
  shared: SharedAnswer,
  day: string,
): Promise<CorrectedAnswer> {
  const { corpus } = services.knowledge.index;
  const { language, page, isCopy, buttons } = shared;
  const texts = catalogs[language].shared;
  const answer = await replayShared(services, shared);
  if (!answer) {
    const message = toMessage([text(plain(texts.withdrawn(day)))]);
    return { message, shown: undefined };
  }
  const { corrected, removed } = changesOf(corpus, shared);
  const marks = [
    ...(corrected > 0 ? [texts.corrected(day, corrected)] : []),
    ...(removed > 0 ? [texts.removed(day, removed)] : []),
  ];
  const receipt = receiptOf(corpus, answer);
  const message = answerMessage(corpus, answer, {
    isPrivate: false,
    isShared: isCopy,
    canRate: true,
    page,
    extra: buttons,
    before: marks.map((mark) => `**${plain(mark)}**`),
  });
  const passages = hashesOf(passagesOnPage(answer, { page, receipt }), language);
  return { message, shown: { receipt, passages, corpusHash: corpus.hash } };
}

/** The answer from today's corpus, without what is gone; with the moderators' words where they still stand. */
async function replayShared(
  services: Pick<Services, 'knowledge' | 'store' | 'clock' | 'config'>,
  { guildId, receipt, language, answerId }: SharedAnswer,
): Promise<PassagesAnswer | OverviewAnswer | undefined> {
  const { corpus } = services.knowledge.index;
  const left = withoutGone(corpus, receipt);
  const answer =
    left === undefined ? undefined : replayReceipt(corpus, left, language, currentMoment(services));
  if (answer?.kind !== 'passages' || answerId === null) return answer;
  const community = await findAnswer(services.store, guildId, answerId);
  return community ? { ...answer, community } : answer;
}
