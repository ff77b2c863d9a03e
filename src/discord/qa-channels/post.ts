/** The one place that posts by itself: no mentions, once even when the call is repeated, plain text where components are refused. */
import { DiscordAPIError, type Message, type MessageCreateOptions, MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import type { RenderedMessage } from '../../render/message.ts';
import { isForbidden, isGone } from '../channels.ts';
import type { AnswerChannel } from './question.ts';

/** JSON error codes of Discord that mean: there is no way to write here now. */
const CLOSED = new Set([50001, 50013, 160002, 160005, 50083, 50007, 10003]);
/** An orderly close of the connection, which discord.js doesn't retry. */
const CONNECTION_CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** True when Discord doesn't let the bot write there; trying again soon would be refused as well. */
export function isClosedToUs(error: unknown): boolean {
  return error instanceof DiscordAPIError && CLOSED.has(Number(error.code));
}

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
  const { components, plainText, files = [] } = message;
  const uploads = files.map(({ name, data, alt }) => ({
    attachment: Buffer.from(data),
    name,
    description: alt,
  }));
  const send = (options: MessageCreateOptions): Promise<Message> => {
    const sending: Promise<Message> = channel.send(options);
    return sending;
  };
  const flags = MessageFlags.IsComponentsV2;
  const sent = await again(() => send({ ...common, flags, components, files: uploads })).catch(
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
  { components }: Pick<RenderedMessage, 'components'>,
): Promise<boolean> {
  try {
    await again(() =>
      channel.messages.edit(messageId, {
        flags: MessageFlags.IsComponentsV2,
        components,
        allowedMentions: { parse: [] },
      }),
    );
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

/** Repeats a call once when the connection was closed under it. */
async function again<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!CONNECTION_CLOSED.has(code)) throw error;
    return call();
  }
}
