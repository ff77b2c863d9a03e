// The interactions that are under way: their tokens, deadlines and answers, and the view of them that tests get.

import type { Clock, Ids } from './clock.ts';
import type { CommandOption, StoredCommand } from './command-shapes.ts';
import type { Channel, User } from './entities.ts';
import { FLAG } from './message-shapes.ts';
import type { StoredMessage } from './messages.ts';
import type { Fields } from './shape.ts';
import type { Signal } from './signal.ts';
import type { Wire } from './wire.ts';

/** Discord waits so long for the first answer. */
const FIRST_ANSWER_MS = 3_000;
/** An interaction's token lives so long. */
const TOKEN_MS = 15 * 60_000;
/** How much longer than Discord the stand-in waits, so that a late answer shows up as refused and not as missing. */
const GRACE_MS = 500;

export type Answer = { type: number; data: Fields | null; millis: number };
export type Refused = { status: number; body: unknown };

export type Interaction = {
  id: string;
  token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  type: number;
  createdAt: number;
  startedAt: number;
  user: User;
  channel: Channel;
  /** Integration owners as sent: "0" the guild, "1" the user. */
  owners: Record<string, string>;
  /** The reply becomes ephemeral whatever the bot says: the member may not use external apps openly. */
  forcedEphemeral: boolean;
  command: StoredCommand | null;
  focused: CommandOption | null;
  /** The message that carries the pressed component, also for a modal that such a press opened. */
  source: StoredMessage | null;
  metadata: Wire;
  answer: Answer | null;
  /** The reply; for updates of a message, that message. */
  original: StoredMessage | null;
  /** How often the original was edited after the first answer. */
  edits: number;
  followUps: StoredMessage[];
  refused: Refused[];
};

/** What became of something that a person did. Its parts change as the bot goes on answering. */
export type Outcome = {
  interaction: Interaction;
  /** Discord's callback type: 4 reply, 5 deferred reply, 6 deferred update, 7 update, 9 modal. */
  type: number;
  /** The data of the first answer as the bot sent it; empty for a defer. */
  response: Fields;
  /** Only the person who acted sees it. */
  ephemeral: boolean;
  deferred: boolean;
  /** From sending the interaction to the first answer that Discord accepted. */
  millis: number;
  /** The reply, or the message that was updated, as it stands now; null after a modal. */
  readonly message: StoredMessage | null;
  /** The modal that was opened. */
  readonly modal: Fields | null;
  readonly followUps: readonly StoredMessage[];
  /** Answers of the bot that the stand-in refused. */
  readonly refused: readonly Refused[];
  /** The message in its final state: waits for the edit after a defer, returns at once otherwise. */
  final(timeoutMs?: number): Promise<StoredMessage>;
  /** Waits for the n-th follow-up, counted from 0. */
  followUp(index?: number, timeoutMs?: number): Promise<StoredMessage>;
};

export type Interactions = ReturnType<typeof createInteractions>;

/** Makes the register of interactions. */
export function createInteractions(clock: Clock, ids: Ids, signal: Signal) {
  const byToken = new Map<string, Interaction>();

  return {
    /** Opens an interaction with a fresh id and token. */
    open(
      parts: Pick<
        Interaction,
        | 'type'
        | 'user'
        | 'channel'
        | 'owners'
        | 'forcedEphemeral'
        | 'command'
        | 'focused'
        | 'source'
      > & { metadata: (id: string) => Wire },
    ): Interaction {
      const id = ids.next();
      const interaction: Interaction = {
        ...parts,
        metadata: parts.metadata(id),
        id,
        token: `aW50ZXJhY3Rpb246${id}.${crypto.randomUUID().replaceAll('-', '')}`,
        createdAt: clock.now(),
        startedAt: performance.now(),
        answer: null,
        original: null,
        edits: 0,
        followUps: [],
        refused: [],
      };
      byToken.set(interaction.token, interaction);
      return interaction;
    },

    /** The interaction with this token. */
    find(token: string): Interaction | undefined {
      return byToken.get(token);
    },

    /** True when no first answer came in time. */
    isLate(interaction: Interaction): boolean {
      return clock.now() - interaction.createdAt > FIRST_ANSWER_MS;
    },

    /** True when the token has run out. */
    isExpired(interaction: Interaction): boolean {
      return clock.now() - interaction.createdAt > TOKEN_MS;
    },

    /** Records the first answer. */
    accept(interaction: Interaction, type: number, data: Fields | null): void {
      interaction.answer = { type, data, millis: performance.now() - interaction.startedAt };
    },

    /**
     * Waits for the first answer and returns the view of it; rejects when none came within Discord's three seconds, with
     * the interaction as the error's cause.
     */
    async outcome(
      interaction: Interaction,
      what: string,
      timeoutMs = FIRST_ANSWER_MS + GRACE_MS,
    ): Promise<Outcome> {
      const answer = await signal
        .until(
          () => interaction.answer,
          () => `an answer to ${what}${describeRefused(interaction.refused)}`,
          timeoutMs,
        )
        .catch((error: Error) => {
          throw new Error(error.message, { cause: interaction });
        });
      return viewOf(interaction, answer, signal);
    },
  };
}

function describeRefused(refused: readonly Refused[]): string {
  return refused.length === 0 ? '' : `; Discord refused ${JSON.stringify(refused, null, 1)}`;
}

function viewOf(interaction: Interaction, answer: Answer, signal: Signal): Outcome {
  const deferred = answer.type === 5 || answer.type === 6;
  return {
    interaction,
    type: answer.type,
    response: answer.data ?? {},
    ephemeral: interaction.original !== null && (interaction.original.flags & FLAG.ephemeral) !== 0,
    deferred,
    millis: answer.millis,
    get message() {
      return interaction.original;
    },
    get modal() {
      return answer.type === 9 ? answer.data : null;
    },
    get followUps() {
      return interaction.followUps;
    },
    get refused() {
      return interaction.refused;
    },
    final(timeoutMs = 5_000) {
      return signal.until(
        () => (deferred && interaction.edits === 0 ? null : interaction.original),
        () => `the edit after the defer${describeRefused(interaction.refused)}`,
        timeoutMs,
      );
    },
    followUp(index = 0, timeoutMs = 5_000) {
      return signal.until(
        () => interaction.followUps[index],
        () => `follow-up ${index}${describeRefused(interaction.refused)}`,
        timeoutMs,
      );
    },
  };
}
