/** Corrects the answers that stand in channels when the corpus corrects what they show: one by one, slowly. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Guild } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Services } from '../services.ts';
import {
  dropShared,
  listShared,
  markCompared,
  markCorrected,
  type SharedAnswer,
} from '../store/shared-answers.ts';
import { dayOf } from '../text/dates.ts';
import { findChannel } from './channels.ts';
import { channelPayload } from './payloads.ts';
import { hasCode, isForbidden, isGone } from './rest-errors.ts';
import { changesOf, correctedAnswer } from './shared-answers.ts';

/**
 * Wait between two edits in milliseconds. Discord lets a bot edit five messages of a channel in five seconds; nobody
 * waits for this, so it leaves room for what somebody does.
 */
const BETWEEN_EDITS_MS = 1_100;
/** Its thread is closed; it was edited too often for its age. */
const REFUSED_NOW = [
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
];

type Parts = Pick<Services, 'knowledge' | 'store' | 'log' | 'config' | 'clock'>;

/**
 * What came of an answer: edited · its message was deleted, so it is forgotten · the channel is gone, closed to the bot,
 * or takes no edit now, so it is tried again until the answer is too old
 */
type Outcome = 'corrected' | 'deleted' | 'unreachable' | 'failed';

/** Compares the answers of the last days with the corpus and edits those that show something that was corrected. */
export async function correctShared(
  client: Client<true>,
  services: Parts,
  signal: AbortSignal,
): Promise<void> {
  const { store, knowledge, log } = services;
  let isFirst = true;
  for (const guild of client.guilds.cache.values()) {
    const { corpus } = knowledge.index;
    const changed: SharedAnswer[] = [];
    const same: string[] = [];
    for (const shared of await listShared(store, guild.id, corpus.hash)) {
      const { corrected, removed } = changesOf(corpus, shared);
      if (corrected + removed > 0) changed.push(shared);
      else same.push(shared.messageId);
    }
    await markCompared(store, guild.id, same, corpus.hash);
    /** A channel that can't be written to is asked once only. */
    const closed = new Set<string>();
    for (const shared of changed) {
      if (closed.has(shared.channelId)) continue;
      if (!isFirst) await sleep(BETWEEN_EDITS_MS, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      isFirst = false;
      const outcome = await correctOne(guild, services, shared);
      if (outcome === 'unreachable') closed.add(shared.channelId);
      log.info({ event: 'shared-answer', outcome });
    }
  }
}

async function correctOne(guild: Guild, services: Parts, shared: SharedAnswer): Promise<Outcome> {
  const { store, log } = services;
  try {
    const channel = await findChannel(guild, shared.channelId);
    if (!channel) return 'unreachable';
    const day = dayOf(store.now());
    const { message, shown } = await correctedAnswer(services, shared, day);
    await channel.messages.edit(shared.messageId, channelPayload(message));
    if (shown) await markCorrected(store, shared, shown, day);
    else await dropShared(store, shared);
    return 'corrected';
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) {
      await dropShared(store, shared);
      return 'deleted';
    }
    if (isGone(error) || isForbidden(error)) return 'unreachable';
    if (hasCode(error, ...REFUSED_NOW)) return 'unreachable';
    log.warn({ event: 'shared-answer-failed', err: error });
    return 'failed';
  }
}
