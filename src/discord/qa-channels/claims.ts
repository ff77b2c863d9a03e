/**
 * Who answers what: of several processes, reconnects and restarts one gets each message. In the database, and in memory
 * for direct messages and for a database in trouble.
 */
import { claimMessage, type Handled, settleMessage } from '../../store/handled.ts';
import type { Store } from '../../store/store.ts';
import type { Part, Question } from './question.ts';
import { createShortMemory } from './short-memory.ts';

/** How long this process remembers what it has taken, in milliseconds: nothing older is answered. */
const CLAIM_MS = 3_600_000;

export interface Claims {
  /** The question with those of its messages that nobody has taken; undefined when there are none. */
  take(question: Question): Promise<Question | undefined>;
  /** Notes what became of a question. */
  settle(question: Question, posted: Pick<Handled, 'replyId' | 'outcome'>): Promise<void>;
}

/** @param onTrouble told of a database that doesn't answer; questions are answered all the same */
export function createClaims(store: Store, onTrouble: (error: unknown) => void): Claims {
  const taken = createShortMemory<true>(CLAIM_MS);

  async function takeOne({ guild, channel }: Question, { messageId }: Part): Promise<boolean> {
    if (taken.get(messageId)) return false;
    taken.set(messageId, true);
    if (!guild) return true;
    try {
      return await claimMessage(store, guild.id, { messageId, channelId: channel.id });
    } catch (error) {
      onTrouble(error);
      return true;
    }
  }

  return {
    async take(question) {
      const parts: Part[] = [];
      for (const part of question.parts) if (await takeOne(question, part)) parts.push(part);
      return parts.length > 0 ? { ...question, parts } : undefined;
    },
    async settle({ guild, parts }, { replyId, outcome }) {
      if (!guild) return;
      for (const [i, { messageId }] of parts.entries()) {
        // The first one is replied to.
        const noted = { messageId, replyId: i === 0 ? replyId : null, outcome };
        await settleMessage(store, guild.id, noted).catch(onTrouble);
      }
    },
  };
}
