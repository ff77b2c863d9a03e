/** The form of "Pin a source here", sent. */

import { CARD_CHANNELS, checkCanPost, findChannel } from '../../src/discord/channels.ts';
import type { FormHandler } from '../../src/discord/command.ts';
import { actorOf, languageOfGuild } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { checkModerates } from '../../src/discord/permissions.ts';
import { sourceOf } from '../../src/discord/pin-card.ts';
import { PIN_FIELDS, PIN_FORM } from '../../src/discord/pin-form.ts';
import { pinMessage } from '../../src/discord/pin-message.ts';
import { MOST_REVIEW_DAYS, placePin, REASON_LENGTH } from '../../src/discord/pins.ts';
import { defer, reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { readSettings } from '../../src/store/settings.ts';
import { dayOf } from '../../src/text/dates.ts';

export const pinHereForm: FormHandler = {
  action: PIN_FORM,
  audience: 'moderators',
  async run(interaction, _args, services) {
    const { knowledge, config, log, store } = services;
    const { corpus } = knowledge.index;
    if (!interaction.inCachedGuild()) throw new UserError('onlyInServers');
    const { fields, guild, member } = interaction;
    const source = sourceOf(corpus, fields.getStringSelectValues(PIN_FIELDS.source)[0] ?? '');
    if (!source) throw new UserError('unknownSource');
    const reviewDays = readDays(fields.getTextInputValue(PIN_FIELDS.days));
    const reason = fields.getTextInputValue(PIN_FIELDS.reason).slice(0, REASON_LENGTH);
    await defer(interaction);
    const channel = await findChannel(guild, interaction.channelId ?? '');
    if (!channel || !CARD_CHANNELS.some((type) => type === channel.type))
      throw new UserError('noTextChannel');
    checkModerates(member, channel);
    checkCanPost(channel);
    const settings = await readSettings(store, guild.id);
    const wish = { source, language: languageOfGuild(guild, settings, config), reason, reviewDays };
    const { pin, outcome } = await placePin(services, channel, wish, actorOf(interaction));
    const language = languageOf(interaction, config);
    const words = catalogs[language].moderation.pins.outcome[outcome];
    const message = pinMessage(corpus, pin, language, dayOf(store.now()), words);
    await reply(interaction, message, { private: true, log });
  },
};

function readDays(typed: string): number | null {
  if (typed.trim() === '') return null;
  const days = Number(typed);
  if (!Number.isInteger(days) || days < 1 || days > MOST_REVIEW_DAYS)
    throw new UserError('reviewDays');
  return days;
}
