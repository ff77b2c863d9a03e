/** Posts cards and pins them, looks what became of them, and takes them off; the records say what is so. */
import type { Guild, GuildTextBasedChannel, Message } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Source } from '../corpus/schema.ts';
import { UserError } from '../errors.ts';
import type { Services } from '../services.ts';
import { changePin, type Pin, type PinState, removePin, reservePin } from '../store/pins.ts';
import { newId } from '../store/store.ts';
import type { Actor } from '../store/users.ts';
import { dayOf } from '../text/dates.ts';
import type { Language } from '../text/language.ts';
import { findChannel } from './channels.ts';
import { channelPayload } from './payloads.ts';
import { contentOfCard, pinCard, sourceOf } from './pin-card.ts';
import { hasCode, isForbidden, isGone } from './rest-errors.ts';

/** Longest reason in characters. */
export const REASON_LENGTH = 200;
/** Most days until a review. */
export const MOST_REVIEW_DAYS = 365;

type Parts = Pick<Services, 'knowledge' | 'store' | 'log'>;

/** What came of a wish to pin; the last two leave a card that isn't pinned. */
export type PinOutcome = 'pinned' | 'already' | 'busy' | 'no-permission' | 'full';

export interface PinWish {
  source: Source;
  language: Language;
  reason: string;
  reviewDays: number | null;
}

/**
 * Posts the card of a source and pins it. Where there is a record already, what is missing is mended: the card is
 * posted again when it was deleted, pinned again when it was not.
 * @throws UserError when the bot may not post there
 */
export async function placePin(
  services: Parts,
  channel: GuildTextBasedChannel,
  { source, language, reason, reviewDays }: PinWish,
  actor: Actor,
): Promise<{ pin: Pin; outcome: PinOutcome }> {
  const { corpus } = services.knowledge.index;
  const { store } = services;
  const wish = {
    channelId: channel.id,
    sourceId: source.id,
    language,
    reason,
    reviewDays,
    ...contentOfCard(corpus, source, language),
  };
  const { pin, isNew } = await reservePin(store, channel.guildId, wish, actor);
  if (!isNew) return mendPin(services, channel, pin, source);
  try {
    return await postCard(services, channel, pin, source);
  } catch (error) {
    // The place is free again for whoever tries next.
    await removePin(store, channel.guildId, pin.id, actor);
    throw error;
  }
}

async function mendPin(
  services: Parts,
  channel: GuildTextBasedChannel,
  pin: Pin,
  source: Source,
): Promise<{ pin: Pin; outcome: PinOutcome }> {
  if (pin.state === 'placing') return { pin, outcome: 'busy' };
  const { state, message } = await lookAtPin(channel.guild, pin);
  if (state === 'pinned') return { pin, outcome: 'already' };
  if (message) return pinMessage(services, pin, message);
  return postCard(services, channel, pin, source);
}

async function postCard(
  services: Parts,
  channel: GuildTextBasedChannel,
  pin: Pin,
  source: Source,
): Promise<{ pin: Pin; outcome: PinOutcome }> {
  const { corpus } = services.knowledge.index;
  const today = dayOf(services.store.now());
  const card = pinCard(corpus, source, pin.language, 'pinned', today);
  let message: Message;
  try {
    // Should the call be repeated because its answer was lost, Discord takes the second for the first.
    message = await channel.send({ ...channelPayload(card), nonce: newId(), enforceNonce: true });
  } catch (error) {
    if (isGone(error) || isForbidden(error))
      throw new UserError('cannotPost', {
        channel: channel.id,
        permissions: 'View Channel, Send Messages',
      });
    throw error;
  }
  const posted = await changePin(services.store, pin.guildId, pin.id, {
    messageId: message.id,
    state: 'posted',
    ...contentOfCard(corpus, source, pin.language),
  });
  return pinMessage(services, posted ?? pin, message);
}

async function pinMessage(
  { store }: Parts,
  pin: Pin,
  message: Message,
): Promise<{ pin: Pin; outcome: PinOutcome }> {
  let outcome: PinOutcome = 'pinned';
  try {
    await message.pin();
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.MaximumNumberOfPinsReachedForTheChannel))
      outcome = 'full';
    else if (isForbidden(error)) outcome = 'no-permission';
    else throw error;
  }
  const state = outcome === 'pinned' ? 'pinned' : 'posted';
  return { pin: (await changePin(store, pin.guildId, pin.id, { state })) ?? pin, outcome };
}

/** What became of a card, and its message where it is still there. */
export async function lookAtPin(
  guild: Guild,
  pin: Pin,
): Promise<{ state: PinState; message?: Message }> {
  const channel = await findChannel(guild, pin.channelId);
  if (!channel) return { state: 'unreachable' };
  if (pin.messageId === null) return { state: 'deleted' };
  try {
    const message = await channel.messages.fetch({
      message: pin.messageId,
      force: true,
      cache: false,
    });
    if (message.pinned) return { state: 'pinned', message };
    return { state: pin.state === 'posted' ? 'posted' : 'unpinned', message };
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) return { state: 'deleted' };
    if (isGone(error) || isForbidden(error)) return { state: 'unreachable' };
    throw error;
  }
}

/** Looks at some pins and keeps what changed; the records as they are then. */
export function lookAtPins({ store }: Parts, guild: Guild, pins: readonly Pin[]): Promise<Pin[]> {
  return Promise.all(
    pins.map(async (pin) => {
      const { state } = await lookAtPin(guild, pin);
      if (state === pin.state) return pin;
      return (await changePin(store, pin.guildId, pin.id, { state })) ?? pin;
    }),
  );
}

/** What came of taking a pin off. */
export type UnpinOutcome = 'removed' | 'removedRecord' | 'removedStillPinned';

/**
 * Removes a pin's record and unpins the card, in whatever state it is; the card stays and says that it is no longer
 * kept up to date.
 * @throws UserError when somebody was faster
 */
export async function takePinOff(
  services: Parts,
  guild: Guild,
  pin: Pin,
  actor: Actor,
): Promise<UnpinOutcome> {
  const { store, knowledge, log } = services;
  if (!(await removePin(store, guild.id, pin.id, actor))) throw new UserError('gone');
  const { state, message } = await lookAtPin(guild, pin);
  if (!message) return 'removedRecord';
  const { corpus } = knowledge.index;
  const source = sourceOf(corpus, pin.sourceId);
  if (source) {
    const card = pinCard(corpus, source, pin.language, 'unpinned', dayOf(store.now()));
    await message
      .edit(channelPayload(card))
      .catch((err) => log.warn({ event: 'card-edit-failed', err }));
  }
  if (state !== 'pinned') return 'removedRecord';
  try {
    await message.unpin();
    return 'removed';
  } catch (error) {
    if (isForbidden(error)) return 'removedStillPinned';
    if (isGone(error)) return 'removedRecord';
    throw error;
  }
}
