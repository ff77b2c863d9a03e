/** A page of the pins of a server, each looked at on Discord at this moment. */
import type { Guild } from 'discord.js';
import type { RenderedMessage } from '../render/message.ts';
import { pageOf } from '../render/record-list.ts';
import type { Services } from '../services.ts';
import { listPins } from '../store/pins.ts';
import { dayOf } from '../text/dates.ts';
import type { Language } from '../text/language.ts';
import { PINS_PAGE, pinListMessage } from './pin-message.ts';
import { lookAtPins } from './pins.ts';

/** Makes the message of a page. */
export async function showPins(
  services: Pick<Services, 'knowledge' | 'store' | 'log'>,
  guild: Guild,
  language: Language,
  page: number,
): Promise<RenderedMessage> {
  const all = await listPins(services.store, guild.id);
  const part = pageOf(all, page, PINS_PAGE);
  const shown = await lookAtPins(services, guild, part.shown);
  const today = dayOf(services.store.now());
  const { corpus } = services.knowledge.index;
  return pinListMessage(corpus, { ...part, shown, total: all.length }, language, today);
}
