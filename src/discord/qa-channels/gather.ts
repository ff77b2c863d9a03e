/** Waits for a moment of quiet, so that several quick messages of one person are one question. */
import { firstOf, type Question } from './question.ts';

export interface Pace {
  /** Quiet after which a question is answered, in milliseconds. */
  quietMs: number;
  /** Longest wait of all, in milliseconds. */
  longestMs: number;
}

/** People who write in bits pause for about a second; nobody who asks waits for more than four. */
export const PACE: Pace = { quietMs: 1_200, longestMs: 3_500 };

/** Most messages that are joined. */
const MOST_PARTS = 10;

interface Waiting {
  question: Question;
  since: number;
  timer: NodeJS.Timeout;
}

export interface Gathering {
  /** Adds a message to what its author asks in this channel. */
  add(question: Question): void;
  /** True while something of this person waits in this channel. */
  isWaiting(channelId: string, authorId: string): boolean;
  /** Changes a message that waits; true when it did. */
  change(channelId: string, messageId: string, text: string): boolean;
  /** Takes a message out; true when it waited. */
  remove(channelId: string, messageId: string): boolean;
  /** Drops what waits for an answer and fits: somebody else has answered it. */
  drop(fits: (question: Question) => boolean): void;
  /** Gives out all that waits, at once. */
  flush(): void;
}

/** @param onReady gets each question once */
export function createGathering({ quietMs, longestMs }: Pace, onReady: (q: Question) => void) {
  const waiting = new Map<string, Waiting>();
  const keyOf = (channelId: string, authorId: string) => `${channelId}:${authorId}`;

  function give(key: string): void {
    const entry = waiting.get(key);
    waiting.delete(key);
    if (!entry) return;
    clearTimeout(entry.timer);
    onReady(entry.question);
  }

  function find(channelId: string, messageId: string) {
    for (const [key, entry] of waiting) {
      const { question } = entry;
      const part = question.parts.find((one) => one.messageId === messageId);
      if (question.channel.id === channelId && part) return { key, entry, part };
    }
    return undefined;
  }

  const gathering: Gathering = {
    add(question) {
      const key = keyOf(question.channel.id, question.authorId);
      const known = waiting.get(key);
      const isFull = (known?.question.parts.length ?? 0) >= MOST_PARTS;
      if (known && (isFull || firstOf(question) === firstOf(known.question))) return;
      if (known) clearTimeout(known.timer);
      const since = known?.since ?? performance.now();
      const joined = known
        ? { ...known.question, parts: [...known.question.parts, ...question.parts] }
        : question;
      const left = Math.max(0, Math.min(quietMs, since + longestMs - performance.now()));
      waiting.set(key, { question: joined, since, timer: setTimeout(() => give(key), left) });
    },
    isWaiting: (channelId, authorId) => waiting.has(keyOf(channelId, authorId)),
    change(channelId, messageId, text) {
      const found = find(channelId, messageId);
      if (found) found.part.text = text;
      return found !== undefined;
    },
    remove(channelId, messageId) {
      const found = find(channelId, messageId);
      if (!found) return false;
      const { question, timer } = found.entry;
      question.parts = question.parts.filter((part) => part !== found.part);
      if (question.parts.length === 0) {
        clearTimeout(timer);
        waiting.delete(found.key);
      }
      return true;
    },
    drop(fits) {
      for (const [key, { question, timer }] of [...waiting]) {
        if (!fits(question)) continue;
        clearTimeout(timer);
        waiting.delete(key);
      }
    },
    flush() {
      for (const key of [...waiting.keys()]) give(key);
    },
  };
  return gathering;
}
