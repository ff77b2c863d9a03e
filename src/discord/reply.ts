/** The one place that sends: no mentions, one retry of what the HTTP client doesn't retry itself. */
import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import type { RenderedMessage } from '../render/message.ts';

/** JSON error codes of Discord that mean: the answer has already arrived. */
const ALREADY_ACKNOWLEDGED = 40060;
/** An orderly close of the connection, which discord.js doesn't retry. */
const CONNECTION_CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** Interactions that can be answered with a message. */
export type Answerable =
  | RepliableInteraction
  | ChatInputCommandInteraction
  | MessageComponentInteraction;

export interface ReplyOptions {
  private: boolean;
}

/** Sends the first answer to an interaction, in one call. */
export async function reply(
  interaction: Answerable,
  message: RenderedMessage,
  options: ReplyOptions,
): Promise<void> {
  const flags = MessageFlags.IsComponentsV2 | (options.private ? MessageFlags.Ephemeral : 0);
  const payload: InteractionReplyOptions = {
    flags,
    components: message.components,
    allowedMentions: { parse: [] },
  };
  await deliver(() => interaction.reply(payload));
}

/** A short private text, for errors and refusals. */
export async function replyText(interaction: Answerable, content: string): Promise<void> {
  const payload = {
    content,
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  } as const;
  await deliver(() =>
    interaction.replied || interaction.deferred
      ? interaction.followUp(payload)
      : interaction.reply(payload),
  );
}

/** Runs a call to Discord; retries once when the connection was closed, and takes "already acknowledged" as done. */
export async function deliver(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (isAcknowledged(error)) return;
    if (!isClosedConnection(error)) throw error;
    try {
      await call();
    } catch (second) {
      if (!isAcknowledged(second)) throw second;
    }
  }
}

function isAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

function isClosedConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONNECTION_CLOSED.has(String(error.code));
}
