/** What is done for pins without anybody asking: cards follow the corpus, moderators are reminded of reviews. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Services } from '../services.ts';
import { changePin, claimReminders, listPins, type Pin } from '../store/pins.ts';
import { readSettings } from '../store/settings.ts';
import { dayOf } from '../text/dates.ts';
import { findChannel } from './channels.ts';
import { languageOfGuild } from './guild.ts';
import { channelPayload } from './payloads.ts';
import { contentOfCard, pinCard, sourceOf } from './pin-card.ts';
import { reminderMessage } from './pin-message.ts';
import { hasCode, isForbidden, isGone } from './rest-errors.ts';

/** Wait between two edits of cards in milliseconds: Discord limits how often old messages are edited. */
const BETWEEN_EDITS_MS = 1_000;

type Parts = Pick<Services, 'knowledge' | 'store' | 'log' | 'config'>;

/** Edits every card whose source says something else by now, one after the other. */
export async function refreshPins(
  client: Client<true>,
  services: Parts,
  signal: AbortSignal,
): Promise<void> {
  for (const guildId of client.guilds.cache.keys()) {
    for (const pin of await listPins(services.store, guildId)) {
      if (signal.aborted) return;
      if (pin.messageId === null || !(await refreshPin(client, services, pin))) continue;
      await sleep(BETWEEN_EDITS_MS, undefined, { signal }).catch(() => {});
    }
  }
}

/** True when a call to Discord was made. */
async function refreshPin(client: Client<true>, services: Parts, pin: Pin): Promise<boolean> {
  const { knowledge, store, log } = services;
  const { corpus } = knowledge.index;
  const source = sourceOf(corpus, pin.sourceId);
  // A source that is gone: the card stays as it is, `pins` says so.
  if (!source || pin.messageId === null) return false;
  const content = contentOfCard(corpus, source, pin.language);
  if (content.contentHash === pin.contentHash) return false;
  const guild = client.guilds.cache.get(pin.guildId);
  const channel = guild && (await findChannel(guild, pin.channelId));
  try {
    if (!channel) {
      await changePin(store, pin.guildId, pin.id, { state: 'unreachable' });
      return true;
    }
    const card = pinCard(corpus, source, pin.language, 'updated', dayOf(store.now()));
    await channel.messages.edit(pin.messageId, channelPayload(card));
    await changePin(store, pin.guildId, pin.id, content);
    log.info({ event: 'card-updated', source: source.id });
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownMessage))
      await changePin(store, pin.guildId, pin.id, { state: 'deleted' });
    else if (isGone(error) || isForbidden(error))
      await changePin(store, pin.guildId, pin.id, { state: 'unreachable' });
    else log.warn({ event: 'card-edit-failed', err: error });
  }
  return true;
}

/** Posts the reminders that are due, each once; one that can't be posted is tried again the next time. */
export async function sendReminders(client: Client<true>, services: Parts): Promise<void> {
  const { store, knowledge, log, config } = services;
  const due = await claimReminders(store, (guildId) => client.guilds.cache.has(guildId));
  for (const { pin, channelId } of due) {
    const guild = client.guilds.cache.get(pin.guildId);
    try {
      const channel = guild && (await findChannel(guild, channelId));
      if (!guild || !channel) throw new Error('the moderators’ channel is gone or closed');
      const language = languageOfGuild(guild, await readSettings(store, guild.id), config);
      const message = reminderMessage(knowledge.index.corpus, pin, language);
      await channel.send(channelPayload(message));
      log.info({ event: 'reminded' });
    } catch (err) {
      await changePin(store, pin.guildId, pin.id, { remindedOn: null });
      log.warn({ event: 'reminder-failed', err });
    }
  }
}
