/** The question that a message of the bot was posted for, read again from the channel: nothing of it is kept. */
import type { BaseInteraction, Message } from 'discord.js';
import { UserError } from '../../errors.ts';
import { cleanText } from '../../text/clean.ts';
import { withoutMentions } from '../../text/markup.ts';
import type { Press } from '../command.ts';
import { isGone } from '../rest-errors.ts';

export interface AskedMessage {
  authorId: string;
  /** Title and text, as far as the bot may read them. */
  words: string;
  /** Title of the post that it opens. */
  title: string | null;
}

/** @throws UserError when the question isn't there any more */
export async function readAsked({ channel, message }: Press): Promise<AskedMessage> {
  const id = message.reference?.messageId;
  if (!channel || id === undefined) throw new UserError('gone');
  const asked: Message | undefined = await channel.messages.fetch(id).catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  if (!asked) throw new UserError('gone');
  const isPost = channel.isThread() && channel.id === asked.id;
  const title = isPost ? cleanText(channel.name) : null;
  const words = cleanText(`${title ?? ''} ${withoutMentions(asked.content)}`);
  return { authorId: asked.author.id, words, title };
}

/** @throws UserError for anybody but the one who asked */
export function checkPoster({ user }: Pick<BaseInteraction, 'user'>, { authorId }: AskedMessage) {
  if (user.id !== authorId) throw new UserError('onlyPoster');
}
