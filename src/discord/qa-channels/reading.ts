/** Looks a question of a channel up, and says what is posted for it: an answer, a short no, or nothing. */
import type { BaseChannel } from 'discord.js';
import type { Answer, DeclinedAnswer, DeclineReason } from '../../answer/answer.ts';
import { decline } from '../../answer/decide.ts';
import { receiptOf } from '../../answer/receipt.ts';
import { questionKey } from '../../answer/suggestions.ts';
import { type AskOptions, ask, askFurther, type FurtherAnswer } from '../../ask.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { catalogs } from '../../messages/catalog.ts';
import { declinedLines } from '../../render/declined.ts';
import { type Button, text, toMessage } from '../../render/layout.ts';
import { CAPS } from '../../render/limits.ts';
import { plain } from '../../render/markdown.ts';
import type { RenderedMessage } from '../../render/message.ts';
import type { Services } from '../../services.ts';
import { cleanText } from '../../text/clean.ts';
import { isInterrogative, isTelling } from '../../text/interrogative.ts';
import { answerMessage, SUGGESTED } from '../answer-message.ts';
import { encodeCustomId } from '../custom-id.ts';
import { solvedTagOf } from './channel-check.ts';
import { bodyOf, type Question } from './question.ts';
import { earlierOf, type Subjects } from './subjects.ts';

/** Actions of the buttons below what is posted; their handlers are in commands/components/. */
export const LOOK_UP = 'lookup';
export const NEAR = 'near';
export const SOLVED = 'solved';

/** Declines with a card that was written for them: everybody gets it, whatever the mode. */
const CARDS: ReadonlySet<DeclineReason> = new Set(['unsafe', 'personal-data', 'advice']);
/** Declines of what could be a question about the subject. */
const NEARBY: ReadonlySet<DeclineReason> = new Set(['not-covered', 'only-old-sources']);

/** Looks it up. What was asked a moment ago counts where the question rests on it. */
export function readQuestion(
  { knowledge }: Pick<Services, 'knowledge'>,
  subjects: Subjects,
  question: Question,
  options: AskOptions,
): FurtherAnswer {
  const { index } = knowledge;
  const body = bodyOf(question);
  const { title } = question;
  if (title === null) return askFurther(index, body, earlierOf(subjects, question), options);
  const whole = cleanText(`${title} ${body}`);
  const isGuarded = index.guard(whole).kind !== 'pass';
  // What asks comes first; of two that do, the title says it shortest.
  const parts = [title, body].filter((part) => isInterrogative(part) || isTelling(part));
  parts.sort((a, b) => Number(isInterrogative(b)) - Number(isInterrogative(a)));
  const wordings = isGuarded ? [whole] : [...parts, ...(isTelling(whole) ? [whole] : [])];
  for (const asked of new Set(wordings)) {
    const answer = ask(index, asked, options);
    if (answer.kind !== 'declined' || isGuarded) return { answer, asked, isUnclear: false };
  }
  const declined = ask(index, whole, options);
  if (declined.kind === 'declined') return { answer: declined, asked: whole, isUnclear: false };
  // "Help please" may come near to something, but it doesn't ask for it.
  const answer = decline(index.corpus, declined, 'unclear');
  return { answer, asked: whole, isUnclear: false };
}

/** True for a decline that the corpus has a card for. */
export function isCard(answer: Answer): boolean {
  return answer.kind === 'declined' && CARDS.has(answer.reason);
}

/** True for a decline that a moderator could mend by choosing passages. */
export function isNear(answer: Answer): boolean {
  return answer.kind === 'declined' && NEARBY.has(answer.reason) && answer.related.length > 0;
}

/** What is posted; undefined for silence. */
export function messageFor(
  { knowledge }: Pick<Services, 'knowledge'>,
  question: Question,
  { answer, isUnclear }: FurtherAnswer,
  note: string | undefined,
): RenderedMessage | undefined {
  const { corpus } = knowledge.index;
  const canRate = question.guild !== null;
  if (question.isTitleOnly && !isCard(answer) && !isInterrogative(question.title ?? ''))
    return titleNotice(question, answer);
  if (answer.kind !== 'declined') {
    const extra = extraButtons({ knowledge }, question, answer);
    return answerMessage(corpus, answer, { isPrivate: false, canRate, note, extra });
  }
  if (isCard(answer) || (question.via === 'dm' && !isUnclear))
    return answerMessage(corpus, answer, { isPrivate: false, note });
  switch (question.via) {
    case 'question':
      // Nobody has asked the bot: it speaks when it has something to say.
      return undefined;
    case 'post':
      return postNotice(question, answer);
    default:
      return isUnclear ? askBack(answer) : shortNo(answer, knowledge.index.corpus);
  }
}

/** Buttons in a row of their own below an answer to a question. */
export function extraButtons(
  { knowledge }: Pick<Services, 'knowledge'>,
  { via, channel }: Pick<Question, 'via' | 'channel'>,
  answer: Answer,
): Button[] {
  return via === 'post' ? solvedButtons(knowledge.index.corpus, channel, answer) : [];
}

/** "This answered it", in posts of forums that have a tag for that. */
export function solvedButtons(corpus: Corpus, channel: BaseChannel, answer: Answer): Button[] {
  if (answer.kind === 'declined' || !solvedTagOf(channel)) return [];
  const { language } = answer;
  const written = answer.kind === 'passages' && answer.community ? [answer.community.id] : [];
  const customId = encodeCustomId(SOLVED, language, receiptOf(corpus, answer), ...written);
  return [{ label: catalogs[language].channels.buttons.solved, customId }];
}

/** Below a post, once: that nothing was found. */
function postNotice(question: Question, answer: DeclinedAnswer): RenderedMessage | undefined {
  const { isTitleOnly, rule } = question;
  if (!rule.notices) return undefined;
  const { channels: texts } = catalogs[answer.language];
  return notice(texts.nothingFound, [isTitleOnly ? lookUpButton(answer) : nearButton(answer)]);
}

/**
 * Below a post of which only a title can be read that asks nothing: a button to ask, where it says too little ("Help
 * please") or names something that the collection has. "Photos of the weekend" gets none.
 */
function titleNotice({ title, rule }: Question, answer: Answer): RenderedMessage | undefined {
  const isElsewhere = answer.kind === 'declined' && isTelling(title ?? '');
  if (!rule.notices || isElsewhere) return undefined;
  return notice(catalogs[answer.language].channels.titleUnclear, [lookUpButton(answer)]);
}

/** Why there is no answer in two lines, and a button for the rest: a channel isn't the place for all of it. */
function shortNo(answer: DeclinedAnswer, corpus: Corpus): RenderedMessage {
  const [title = '', why = ''] = declinedLines(answer, catalogs[answer.language], corpus);
  const lines = `**${plain(title, CAPS.card)}**\n${plain(why, CAPS.card)}`;
  const hasMore = answer.related.length + answer.suggestions.length > 0;
  return notice(lines, hasMore ? [nearButton(answer)] : []);
}

/** A question back, with questions that the corpus answers to press. */
function askBack({ language, suggestions }: DeclinedAnswer): RenderedMessage {
  const { channels: texts } = catalogs[language];
  const buttons = suggestions.map((label) => ({
    label,
    customId: encodeCustomId(SUGGESTED, questionKey(label)),
  }));
  return notice(`**${texts.whichOne}**`, buttons);
}

function lookUpButton({ language }: Answer): Button {
  return { label: catalogs[language].channels.buttons.lookUp, customId: encodeCustomId(LOOK_UP) };
}

function nearButton({ language }: DeclinedAnswer): Button {
  return { label: catalogs[language].channels.buttons.details, customId: encodeCustomId(NEAR) };
}

function notice(words: string, buttons: readonly Button[]): RenderedMessage {
  return toMessage([
    text(words),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ]);
}
