/** The one place that posts by itself: no mentions, once even when the call is repeated, plain text where components are refused. */
import { DiscordAPIError, type Message, type MessageCreateOptions, MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import type { RenderedMessage } from '../../render/message.ts';
import { channelPayload, uploadsOf } from '../payloads.ts';
import { again, isClosedToUs, isForbidden, isGone } from '../rest-errors.ts';
import type { AnswerChannel } from './question.ts';

export interface PostOptions {
  /** The message that it is about: it names the post, so that repeating the call doesn't post it twice. */
  about: string;
  /** Replies to that message. */
  isReply: boolean;
  /** Another one was posted about it before, and is gone. */
  isAgain?: boolean;
  log: Logger;
}

/** Posts a message; resolves to its id. */
export async function post(
  channel: AnswerChannel,
  message: RenderedMessage,
  { about, isReply, isAgain = false, log }: PostOptions,
): Promise<string> {
  const common = {
    allowedMentions: { parse: [], repliedUser: false },
    nonce: isAgain ? `${about}b` : about,
    enforceNonce: true,
    ...(isReply && { reply: { messageReference: about, failIfNotExists: false } }),
  } satisfies MessageCreateOptions;
  const { components, plainText } = message;
  const files = uploadsOf(message);
  const send = (options: MessageCreateOptions): Promise<Message> => {
    const sending: Promise<Message> = channel.send(options);
    return sending;
  };
  const flags = MessageFlags.IsComponentsV2;
  const sent = await again(() => send({ ...common, flags, components, files })).catch(
    (error: unknown) => {
      if (!(error instanceof DiscordAPIError) || error.status !== 400 || isClosedToUs(error))
        throw error;
      log.error({ event: 'components-refused', code: error.code, err: error });
      return again(() => send({ ...common, content: plainText }));
    },
  );
  return sent.id;
}

/** Puts something else in the place of what was posted; false when that isn't there any more. */
export async function replace(
  channel: AnswerChannel,
  messageId: string,
  message: Pick<RenderedMessage, 'components'>,
): Promise<boolean> {
  try {
    await again(() => channel.messages.edit(messageId, channelPayload(message)));
    return true;
  } catch (error) {
    if (isGone(error) || isClosedToUs(error)) return false;
    throw error;
  }
}

/** Takes away what was posted, if it is still there. */
export async function takeAway(channel: AnswerChannel, messageId: string): Promise<void> {
  try {
    await again(() => channel.messages.delete(messageId));
  } catch (error) {
    if (!isGone(error) && !isForbidden(error) && !isClosedToUs(error)) throw error;
  }
}
