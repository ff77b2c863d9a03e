/** The one place that sends: no mentions, plain text where components are refused, one retry of a lost call. */
import {
  DiscordAPIError,
  type InteractionReplyOptions,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import {
  type APIModalInteractionResponseCallbackData,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { RenderedMessage } from '../render/message.ts';
import type { Press } from './command.ts';
import { uploadsOf } from './payloads.ts';
import { again, hasCode } from './rest-errors.ts';

export interface ReplyOptions {
  private: boolean;
  log: Logger;
}

/** Says that the answer takes a moment; for what waits for Discord. */
export async function defer(interaction: RepliableInteraction): Promise<void> {
  await deliver(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
}

/**
 * Sends the first answer to an interaction in one call, or the one that was deferred.
 * @returns the id of the message where everyone in the channel sees it
 */
export async function reply(
  interaction: RepliableInteraction,
  message: RenderedMessage,
  { private: isPrivate, log }: ReplyOptions,
): Promise<string | undefined> {
  if (interaction.deferred) {
    const { components } = message;
    const flags = MessageFlags.IsComponentsV2;
    await deliver(() =>
      interaction.editReply({
        flags,
        components,
        files: uploadsOf(message),
        allowedMentions: { parse: [] },
      }),
    );
    return undefined;
  }
  const ephemeral = isPrivate ? MessageFlags.Ephemeral : 0;
  const payload: InteractionReplyOptions = {
    flags: MessageFlags.IsComponentsV2 | ephemeral,
    components: message.components,
    files: uploadsOf(message),
    allowedMentions: { parse: [] },
  };
  let messageId: string | undefined;
  await deliver(async () => {
    if (isPrivate) return interaction.reply(payload);
    const { resource } = await interaction.reply({ ...payload, withResponse: true });
    messageId = resource?.message?.id;
  }).catch((error: unknown) =>
    replyPlain(error, interaction, message, { private: isPrivate, log }),
  );
  return messageId;
}

/**
 * Shows another page: in place of a private message, and privately to the one who pressed below a public one, so
 * that nobody turns the page under others' eyes.
 */
export async function turnPage(
  interaction: Press,
  message: RenderedMessage,
  { log }: Pick<ReplyOptions, 'log'>,
): Promise<void> {
  if (interaction.message.flags.has(MessageFlags.Ephemeral))
    await turnInto(interaction, message, { log });
  else await reply(interaction, message, { private: true, log });
}

/** Shows something else in place of the message that was pressed on, for everyone who sees it. */
export async function turnInto(
  interaction: Press | ModalMessageModalSubmitInteraction,
  message: RenderedMessage,
  { log }: Pick<ReplyOptions, 'log'>,
): Promise<void> {
  const payload = {
    flags: MessageFlags.IsComponentsV2,
    components: message.components,
    files: uploadsOf(message),
    // None of the files of the message before is kept.
    attachments: [],
    allowedMentions: { parse: [] },
  } as const;
  await deliver(() => interaction.update(payload)).catch((error: unknown) =>
    // A message with components can't become plain text, so the text comes as a message of its own.
    replyPlain(error, interaction, message, { private: true, log }),
  );
}

/** Sends the plain text when Discord refused the components; any other fault is thrown on. */
async function replyPlain(
  error: unknown,
  interaction: RepliableInteraction,
  { plainText }: RenderedMessage,
  { private: isPrivate, log }: ReplyOptions,
): Promise<void> {
  if (!(error instanceof DiscordAPIError) || error.status !== 400) throw error;
  log.error({ event: 'components-refused', code: error.code, err: error });
  await deliver(() =>
    interaction.reply({
      content: plainText,
      allowedMentions: { parse: [] },
      ...(isPrivate && { flags: MessageFlags.Ephemeral }),
    }),
  );
}

/** Opens a form; it has to be the first answer. */
export async function openForm(
  interaction: Exclude<RepliableInteraction, ModalSubmitInteraction>,
  form: APIModalInteractionResponseCallbackData,
): Promise<void> {
  await deliver(() => interaction.showModal(form));
}

/** A private text with files. */
export async function replyFiles(
  interaction: RepliableInteraction,
  content: string,
  files: readonly { name: string; data: string }[],
): Promise<void> {
  await deliver(() =>
    interaction.reply({
      content,
      files: files.map(({ name, data }) => ({ name, attachment: Buffer.from(data, 'utf8') })),
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    }),
  );
}

/** A short private text, for errors and refusals. */
export async function replyText(interaction: RepliableInteraction, content: string): Promise<void> {
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
    await again(call);
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
  }
}
