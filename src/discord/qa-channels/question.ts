/** A question in a channel: one or several messages of one person, and where they stand. */
import type { DMChannel, Guild, GuildTextBasedChannel } from 'discord.js';
import type { StandingRule } from '../../store/channels.ts';
import type { Via } from './judge.ts';

export type AnswerChannel = GuildTextBasedChannel | DMChannel;

/** One message of it. */
export interface Part {
  messageId: string;
  text: string;
}

export interface Question {
  via: Via;
  /** Null in direct messages. */
  guild: Guild | null;
  channel: AnswerChannel;
  rule: StandingRule;
  authorId: string;
  /** In the order in which they were written; the first is replied to. */
  parts: Part[];
  /** Of a forum post, by its first message. */
  title: string | null;
  /** The text of the post can't be read. */
  isTitleOnly: boolean;
  /** The message that it replies to. */
  repliesTo: string | null;
}

/** What was written, without the title. */
export function bodyOf({ parts }: Pick<Question, 'parts'>): string {
  return parts
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
}

/** The first message, which the answer replies to. */
export function firstOf({ parts }: Pick<Question, 'parts'>): string {
  return parts[0]?.messageId ?? '';
}
