// Answers to interactions: the callback, the original reply and follow-ups.

import { badField, Refusal, refuseWhen } from './errors.ts';
import type { Interaction, Interactions } from './interactions.ts';
import { FLAG, type Upload } from './message-shapes.ts';
import type { Messages, StoredMessage } from './messages.ts';
import type { ApiAnswer, ApiRequest, Route } from './rest.ts';
import { anything, check, type Fields, fields, isFields, oneOf } from './shape.ts';
import { validateChoices, validateMessage, validateModal } from './validate.ts';
import type { World } from './world.ts';

/** Follow-ups that an app gets which is installed by the user only. */
const USER_INSTALL_FOLLOW_UPS = 5;

const callbackShape = fields({ type: oneOf(4, 5, 6, 7, 8, 9), data: anything }, ['type']);

/** The routes below /interactions and /webhooks. */
export function interactionRoutes(parts: {
  world: World;
  messages: Messages;
  interactions: Interactions;
}): Route[] {
  const { world, messages, interactions } = parts;

  /** Runs the handler and notes a refusal with the interaction, where tests look first. */
  function noting(
    handler: (interaction: Interaction, request: ApiRequest) => ApiAnswer,
    find: (request: ApiRequest) => Interaction,
  ): (request: ApiRequest) => ApiAnswer {
    return (request) => {
      const interaction = find(request);
      try {
        return handler(interaction, request);
      } catch (error) {
        if (error instanceof Refusal)
          interaction.refused.push({ status: error.status, body: error.body() });
        throw error;
      }
    };
  }

  function openInteraction({ params }: ApiRequest): Interaction {
    const interaction = interactions.find(params['token'] ?? '');
    if (interaction === undefined || interaction.id !== params['id'])
      throw new Refusal('unknownInteraction');
    return interaction;
  }

  function answeredInteraction({ params }: ApiRequest): Interaction {
    const interaction = interactions.find(params['token'] ?? '');
    if (interaction === undefined || params['app'] !== world.bot.id)
      throw new Refusal('unknownWebhook');
    return interaction;
  }

  function callback(interaction: Interaction, request: ApiRequest): ApiAnswer {
    if (interaction.answer !== null) throw new Refusal('alreadyAcknowledged');
    if (interactions.isLate(interaction)) throw new Refusal('unknownInteraction');
    refuseWhen(check(callbackShape, request.body));
    const { type, data } = request.body as { type: number; data?: unknown };
    refuseImpossible(interaction, type);
    const given = isFields(data) ? data : null;
    answerWith(interaction, type, data, request.uploads);
    interactions.accept(interaction, type, given);
    if (request.query.get('with_response') !== 'true') return { status: 204 };
    return { status: 200, body: callbackResponse(interaction, type) };
  }

  function answerWith(
    interaction: Interaction,
    type: number,
    data: unknown,
    uploads: readonly Upload[],
  ): void {
    const body = isFields(data) ? data : {};
    switch (type) {
      case 4:
        refuseIn(() => validateMessage(data, { kind: 'interaction', uploads }));
        interaction.original = createReply(interaction, body, uploads);
        return;
      case 5: {
        refuseIn(() => validateMessage(body, { kind: 'defer', uploads }));
        const flags = Number(body['flags'] ?? 0) | FLAG.loading;
        interaction.original = createReply(interaction, { flags }, []);
        return;
      }
      case 6:
        interaction.original = interaction.source;
        return;
      case 7: {
        const source = interaction.source as StoredMessage;
        refuseIn(() => validateMessage(body, { kind: 'interaction', uploads, before: source }));
        interaction.original = messages.edit(source, body, uploads);
        return;
      }
      case 8:
        validateChoices(data, interaction.focused?.type ?? 3);
        return;
      default:
        validateModal(data);
    }
  }

  function createReply(
    interaction: Interaction,
    body: Fields,
    uploads: readonly Upload[],
  ): StoredMessage {
    const asked = Number(body['flags'] ?? 0);
    const flags = interaction.forcedEphemeral ? asked | FLAG.ephemeral : asked;
    return messages.create({
      channel: interaction.channel,
      author: world.bot,
      body: { ...body, flags },
      uploads,
      interaction: interaction.metadata,
      ephemeralFor: (flags & FLAG.ephemeral) === 0 ? null : interaction.user.id,
    });
  }

  function callbackResponse(interaction: Interaction, type: number): Fields {
    const { original } = interaction;
    const message = type === 6 ? null : original;
    return {
      interaction: {
        id: interaction.id,
        type: interaction.type,
        ...(message === null
          ? {}
          : {
              response_message_id: message.id,
              response_message_loading: (message.flags & FLAG.loading) !== 0,
              response_message_ephemeral: (message.flags & FLAG.ephemeral) !== 0,
            }),
        channel_id: interaction.channel.id,
        ...(interaction.channel.guildId === null ? {} : { guild_id: interaction.channel.guildId }),
      },
      ...(message === null
        ? {}
        : { resource: { type, message: messages.wire(message, { content: true }) } }),
    };
  }

  /** Follow-ups and edits need an accepted first answer and a live token. */
  function refuseUnanswered(interaction: Interaction): void {
    if (interactions.isExpired(interaction)) throw new Refusal('tokenExpired');
    if (interaction.answer === null) throw new Refusal('unknownWebhook');
  }

  function target(interaction: Interaction, id: string | undefined): StoredMessage {
    refuseUnanswered(interaction);
    const { original, followUps } = interaction;
    const found =
      id === '@original'
        ? original
        : [original, ...followUps].find((message) => message?.id === id);
    if (found === undefined || found === null || found.deleted) throw new Refusal('unknownMessage');
    return found;
  }

  function edit(
    interaction: Interaction,
    message: StoredMessage,
    body: unknown,
    uploads: readonly Upload[],
  ): ApiAnswer {
    // Of a waiting reply only the ephemeral flag is settled; its emptiness is no former content.
    validateMessage(body, { kind: 'interaction', uploads, before: message });
    messages.edit(message, isFields(body) ? body : {}, uploads);
    if (message === interaction.original) interaction.edits += 1;
    return { status: 200, body: messages.wire(message, { content: true }) };
  }

  function followUp(interaction: Interaction, { body, uploads }: ApiRequest): ApiAnswer {
    refuseUnanswered(interaction);
    const waiting = interaction.original;
    // The first follow-up after a deferred reply takes its place.
    if (waiting !== null && (waiting.flags & FLAG.loading) !== 0) {
      const { flags, ...rest } = isFields(body) ? body : {};
      const kept = typeof flags === 'number' ? { flags: flags & ~FLAG.ephemeral } : {};
      return edit(interaction, waiting, { ...rest, ...kept }, uploads);
    }
    if (
      interaction.owners['0'] === undefined &&
      interaction.followUps.length >= USER_INSTALL_FOLLOW_UPS
    ) {
      throw new Refusal('followUpLimit');
    }
    validateMessage(body, { kind: 'interaction', uploads });
    const message = createReply(interaction, isFields(body) ? body : {}, uploads);
    interaction.followUps.push(message);
    return { status: 200, body: messages.wire(message, { content: true }) };
  }

  const one = 'webhooks/:app/:token/messages/:message';
  return [
    {
      method: 'POST',
      path: 'interactions/:id/:token/callback',
      auth: false,
      run: noting(callback, openInteraction),
    },
    {
      method: 'POST',
      path: 'webhooks/:app/:token',
      auth: false,
      run: noting(followUp, answeredInteraction),
    },
    {
      method: 'GET',
      path: one,
      auth: false,
      run: noting((interaction, { params }) => {
        const message = target(interaction, params['message']);
        return { status: 200, body: messages.wire(message, { content: true }) };
      }, answeredInteraction),
    },
    {
      method: 'PATCH',
      path: one,
      auth: false,
      run: noting((interaction, { params, body, uploads }) => {
        return edit(interaction, target(interaction, params['message']), body, uploads);
      }, answeredInteraction),
    },
    {
      method: 'DELETE',
      path: one,
      auth: false,
      run: noting((interaction, { params }) => {
        messages.remove(target(interaction, params['message']));
        return { status: 204 };
      }, answeredInteraction),
    },
  ];
}

/** Moves the places of faults below `data`, where a callback carries its message. */
function refuseIn(validate: () => void): void {
  try {
    validate();
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
    throw new Refusal(
      'badBody',
      error.problems.map((problem) => ({ ...problem, path: ['data', ...problem.path] })),
    );
  }
}

function refuseImpossible(interaction: Interaction, type: number): void {
  const isAutocomplete = interaction.type === 4;
  const isPossible =
    type === 8
      ? isAutocomplete
      : type === 9
        ? interaction.type === 2 || interaction.type === 3
        : type === 6 || type === 7
          ? interaction.source !== null
          : !isAutocomplete;
  if (isPossible) return;
  const message = `Callback type ${type} does not answer an interaction of type ${interaction.type}.`;
  throw badField(['type'], 'INTERACTION_CALLBACK_TYPE_INVALID', message);
}
