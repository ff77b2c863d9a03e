/**
 * Whether the bot should look something up for a message, or why it should stay silent. Pure: everything that decides
 * stands in the facts.
 */
import type { ChannelMode } from '../../store/channels.ts';
import { isInterrogative, letterCount, wordCount } from '../../text/interrogative.ts';

/** Nothing older is answered, in milliseconds: whoever asked has gone on. */
export const OLDEST_MS = 3_600_000;
/** Fewest letters that say something to a bot that was addressed: "MPP?" */
const FEWEST_LETTERS = 3;
/** Fewest words of a question that nobody addressed to the bot. */
const FEWEST_WORDS = 3;

/** What is known of a message. */
export interface Facts {
  place: 'dm' | 'channel' | 'thread' | 'post';
  mode: ChannelMode;
  /** First message of a forum post. */
  isStarter: boolean;
  /** From a bot, a webhook or Discord itself. */
  isMachine: boolean;
  /** What was written, cleaned and without mentions; empty where Discord doesn't let the bot read it. */
  text: string;
  /** Of the post that it opens; else empty. */
  title: string;
  /** Mentions the bot or replies to it. */
  isAddressed: boolean;
  /** Mentions or replies to somebody else. */
  isToOthers: boolean;
  /** The thread is locked, archived or solved. */
  isClosed: boolean;
  /** A moderator has answered it. */
  isAnswered: boolean;
  /** Others are talking with each other in the channel. */
  isConversation: boolean;
  /** Reads like a call for help; of a post, anything that there is a card for. */
  isUrgent: boolean;
  /** Belongs to a question of the same person that waits to be answered. */
  isContinuation: boolean;
  /** The bot may read what isn't addressed to it. */
  readsContent: boolean;
  ageMs: number;
}

/** By what a message came to be a question to the bot. */
export type Via = 'dm' | 'mention' | 'post' | 'question';

export type Silence =
  | 'machine'
  | 'off'
  | 'old'
  | 'closed'
  | 'answered'
  | 'short'
  | 'to-others'
  | 'no-question'
  | 'conversation'
  | 'not-addressed';

export type Verdict = { kind: 'ask'; via: Via } | { kind: 'silent'; why: Silence };

const silent = (why: Silence): Verdict => ({ kind: 'silent', why });
const askVia = (via: Via): Verdict => ({ kind: 'ask', via });

/** Decides. The order is the order of importance. */
export function judge(facts: Facts): Verdict {
  const { place, mode, text } = facts;
  if (facts.isMachine) return silent('machine');
  if (place === 'dm') return isTooShort(text) ? silent('short') : askVia('dm');
  if (mode === 'off') return silent('off');
  if (facts.ageMs > OLDEST_MS) return silent('old');
  if (facts.isClosed) return silent('closed');
  if (facts.isAnswered) return silent('answered');
  if (facts.isStarter && (mode === 'forum' || mode === 'review')) {
    // Where only the title can be read, the text may ask.
    const asks = !facts.readsContent || isInterrogative(facts.title) || isInterrogative(text);
    return asks || facts.isUrgent ? askVia('post') : silent('no-question');
  }
  if (facts.isAddressed) return isTooShort(text) ? silent('short') : askVia('mention');
  const isListening = listensToAll(facts);
  // Whoever calls for help is answered in any case.
  if (isListening && facts.isUrgent) return askVia('question');
  if (facts.isToOthers) return silent('to-others');
  if (facts.isContinuation && text !== '') return askVia('question');
  if (!isListening) return silent('not-addressed');
  if (wordCount(text) < FEWEST_WORDS) return silent('short');
  if (!isInterrogative(text)) return silent('no-question');
  return facts.isConversation ? silent('conversation') : askVia('question');
}

/** True where the bot looks at messages that nobody addressed to it. Posts are answered once, by their first message. */
function listensToAll({ mode, place, readsContent }: Facts): boolean {
  return readsContent && (mode === 'every' || (mode === 'review' && place !== 'post'));
}

function isTooShort(text: string): boolean {
  return letterCount(text) < FEWEST_LETTERS;
}
