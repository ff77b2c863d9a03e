/** What moderators press on the list of pins, on one pin and on a reminder. */
import { findChannel } from '../../src/discord/channels.ts';
import type { ComponentHandler, Press } from '../../src/discord/command.ts';
import { actorOf, readTurn } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { checkModerates } from '../../src/discord/permissions.ts';
import {
  OPEN_PIN,
  pinMessage,
  REVIEW_DAYS,
  REVIEW_PIN,
  TURN_PINS,
  UNPIN,
} from '../../src/discord/pin-message.ts';
import { showPins } from '../../src/discord/pin-pages.ts';
import { lookAtPins, takePinOff } from '../../src/discord/pins.ts';
import { defer, reply, replyText, turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import type { Services } from '../../src/services.ts';
import { changePin, findPin, type Pin } from '../../src/store/pins.ts';
import { daysFrom } from '../../src/store/store.ts';
import { dayOf } from '../../src/text/dates.ts';

export const turnPinsButton: ComponentHandler = {
  action: TURN_PINS,
  audience: 'moderators',
  async run(interaction, [code, number], services) {
    const { guild, language, page } = readTurn(interaction, code, number);
    const message = await showPins(services, guild, language, page);
    await turnPage(interaction, message, services);
  },
};

/** The menu below the list. */
export const openPinMenu: ComponentHandler = {
  action: OPEN_PIN,
  audience: 'moderators',
  async run(interaction, _args, services) {
    const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    const pin = await pinOf(interaction, id, services);
    await defer(interaction);
    const [now = pin] = interaction.inCachedGuild()
      ? await lookAtPins(services, interaction.guild, [pin])
      : [];
    await showPin(interaction, now, services);
  },
};

/** "Reviewed": the next review is so many days from today. */
export const reviewPinButton: ComponentHandler = {
  action: REVIEW_PIN,
  audience: 'moderators',
  async run(interaction, [, id], services) {
    const pin = await pinOf(interaction, id, services);
    if (!interaction.inCachedGuild()) throw new UserError('gone');
    const { store } = services;
    const reviewDays = pin.reviewDays ?? REVIEW_DAYS;
    const reviewOn = dayOf(daysFrom(store.now(), reviewDays));
    const change = { reviewDays, reviewOn, remindedOn: null };
    const changed = await changePin(store, pin.guildId, pin.id, change, actorOf(interaction));
    if (!changed) throw new UserError('gone');
    const { pins } = catalogs[languageOf(interaction, services.config)].moderation;
    await replyText(interaction, pins.reviewed(reviewOn));
  },
};

export const unpinButton: ComponentHandler = {
  action: UNPIN,
  audience: 'moderators',
  async run(interaction, [, id], services) {
    const pin = await pinOf(interaction, id, services);
    if (!interaction.inCachedGuild()) throw new UserError('gone');
    await defer(interaction);
    const outcome = await takePinOff(services, interaction.guild, pin, actorOf(interaction));
    const { pins } = catalogs[languageOf(interaction, services.config)].moderation;
    await replyText(interaction, pins[outcome]);
  },
};

/** The pin of this server; whoever presses must moderate its channel, if that is still there. */
async function pinOf(
  interaction: Press,
  id: string | undefined,
  { store }: Services,
): Promise<Pin> {
  if (!interaction.inCachedGuild() || id === undefined) throw new UserError('gone');
  const pin = await findPin(store, interaction.guildId, id);
  if (!pin) throw new UserError('gone');
  const channel = await findChannel(interaction.guild, pin.channelId);
  if (channel) checkModerates(interaction.member, channel);
  return pin;
}

async function showPin(interaction: Press, pin: Pin, services: Services): Promise<void> {
  const language = languageOf(interaction, services.config);
  const today = dayOf(services.store.now());
  const message = pinMessage(services.knowledge.index.corpus, pin, language, today);
  await reply(interaction, message, { private: true, log: services.log });
}
