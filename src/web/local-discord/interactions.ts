/** The interactions that are under way: what somebody did, and what the bot answered. */
import { randomUUID } from 'node:crypto';
import {
  InteractionResponseType as Answer,
  type APIModalInteractionResponseCallbackData,
  type InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { LocalMessage, Messages, Upload } from './messages.ts';
import { RestError } from './rest.ts';
import type { Channel, Person } from './world.ts';

/** Discord waits so long for the first answer, and a token lives so long, in milliseconds. */
const FIRST_ANSWER_MS = 3_000;
const TOKEN_MS = 15 * 60_000;

type Json = Record<string, unknown>;

/** What the bot answered first: the page shows it, or opens the form. */
export type Outcome =
  | { kind: 'message' | 'update' }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }
  | { kind: 'form'; interaction: Interaction; form: APIModalInteractionResponseCallbackData }
  | { kind: 'none' };

export interface Interaction {
  id: string;
  token: string;
  type: InteractionType;
  person: Person;
  bot: Person;
  channel: Channel;
  locale: string;
  metadata: Json;
  /** Words for the line above the answer: "/mpp ask". */
  command: string | undefined;
  asked: string | undefined;
  /** The message that carries what was pressed, also for a form that a press opened. */
  source: LocalMessage | undefined;
  original: LocalMessage | undefined;
  followUps: LocalMessage[];
  isAnswered: boolean;
  /** The form that it was answered with. */
  form?: APIModalInteractionResponseCallbackData;
  settle(outcome: Outcome): void;
}

export type Interactions = ReturnType<typeof createInteractions>;

/** The register; interactions that are over are forgotten. */
export function createInteractions(messages: Messages) {
  const byToken = new Map<string, Interaction>();

  function reply(interaction: Interaction, body: Json, files: readonly Upload[]): LocalMessage {
    const isPrivate = (Number(body['flags'] ?? 0) & MessageFlags.Ephemeral) !== 0;
    return messages.create({
      channel: interaction.channel,
      author: interaction.bot,
      body,
      files,
      onlyFor: isPrivate ? interaction.person : undefined,
      interaction: {
        metadata: interaction.metadata,
        person: interaction.person,
        command: interaction.command,
      },
      asked: interaction.asked,
      // An answer to a press stands below the message that was pressed on.
      replyTo: interaction.command ? undefined : interaction.source,
    });
  }

  function answered(token: string): Interaction {
    const interaction = byToken.get(token);
    if (!interaction?.isAnswered) throw new RestError(404, 10015, 'Unknown Webhook');
    return interaction;
  }

  return {
    /** Registers an interaction; `outcome` resolves with the first answer, or with "none" when it is late. */
    open(
      parts: Pick<
        Interaction,
        'type' | 'person' | 'channel' | 'locale' | 'command' | 'asked' | 'source' | 'bot' | 'id'
      > & { metadata: Json },
    ): { interaction: Interaction; outcome: Promise<Outcome> } {
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const late = setTimeout(() => settle({ kind: 'none' }), FIRST_ANSWER_MS);
      const settle = (outcome: Outcome) => {
        clearTimeout(late);
        resolve(outcome);
      };
      const interaction: Interaction = {
        ...parts,
        token: randomUUID(),
        original: undefined,
        followUps: [],
        isAnswered: false,
        settle,
      };
      byToken.set(interaction.token, interaction);
      setTimeout(() => byToken.delete(interaction.token), TOKEN_MS).unref();
      return { interaction, outcome: promise };
    },

    /** The form that was opened under this id and isn't sent yet. */
    formOf: (id: string) => [...byToken.values()].find((known) => known.id === id && known.form),

    /** The first answer to an interaction. */
    answer(token: string, type: Answer, data: Json, files: readonly Upload[]): Json {
      const interaction = byToken.get(token);
      if (!interaction) throw new RestError(404, 10062, 'Unknown interaction');
      if (interaction.isAnswered)
        throw new RestError(400, 40060, 'Interaction has already been acknowledged.');
      interaction.isAnswered = true;
      const { source } = interaction;
      switch (type) {
        case Answer.ChannelMessageWithSource:
          interaction.original = reply(interaction, data, files);
          interaction.settle({ kind: 'message' });
          break;
        case Answer.DeferredChannelMessageWithSource: {
          const flags = Number(data['flags'] ?? 0) | MessageFlags.Loading;
          interaction.original = reply(interaction, { ...data, flags }, []);
          interaction.settle({ kind: 'message' });
          break;
        }
        case Answer.DeferredMessageUpdate:
          interaction.original = source;
          interaction.settle({ kind: 'update' });
          break;
        case Answer.UpdateMessage:
          if (!source) throw new RestError(400, 50035, 'Invalid Form Body');
          interaction.original = source;
          messages.edit(source, data, files);
          interaction.settle({ kind: 'update' });
          break;
        case Answer.ApplicationCommandAutocompleteResult:
          interaction.settle({ kind: 'choices', choices: (data['choices'] ?? []) as never });
          break;
        case Answer.Modal: {
          const form = data as unknown as APIModalInteractionResponseCallbackData;
          interaction.form = form;
          interaction.settle({ kind: 'form', interaction, form });
          break;
        }
        default:
          throw new RestError(400, 50035, `Invalid Form Body: callback type ${type}`);
      }
      const { original } = interaction;
      return {
        interaction: {
          id: interaction.id,
          type: interaction.type,
          channel_id: interaction.channel.id,
        },
        ...(original && { resource: { type, message: messages.json(original) } }),
      };
    },

    /** A further message of the bot's; after a defer it takes the place of the waiting one. */
    followUp(token: string, body: Json, files: readonly Upload[]): LocalMessage {
      const interaction = answered(token);
      const { original } = interaction;
      if (original && (original.flags & MessageFlags.Loading) !== 0) {
        messages.edit(original, body, files);
        return original;
      }
      const message = reply(interaction, body, files);
      interaction.followUps.push(message);
      return message;
    },

    /** One of the bot's answers by its id, "@original" for the first. */
    messageOf(token: string, id: string): LocalMessage {
      const { original, followUps } = answered(token);
      const message =
        id === '@original' ? original : [original, ...followUps].find((known) => known?.id === id);
      if (!message || message.isDeleted) throw new RestError(404, 10008, 'Unknown Message');
      return message;
    },
  };
}
