/** What is kept of a server after the bot has left it: deleted after thirty days, announced in the log. */
import { type Client, ShardClientUtil } from 'discord.js';
import type { Services } from '../services.ts';
import { LEFT_DAYS } from '../store/retention.ts';
import { markGuild, presentGuilds } from '../store/settings.ts';
import { daysFrom } from '../store/store.ts';
import { dayOf } from '../text/dates.ts';

type Parts = Pick<Services, 'store' | 'log'>;

/** Notes that the bot was removed from a server, or that it is back, which cancels the deletion. */
export async function noteLeaving(
  { store, log }: Parts,
  guildId: string,
  isThere: boolean,
): Promise<void> {
  const isChanged = await markGuild(store, guildId, isThere);
  if (!isChanged) return;
  if (isThere) log.info({ event: 'guild-data-kept', guildId });
  else {
    const deletedOn = dayOf(daysFrom(store.now(), LEFT_DAYS));
    log.info({ event: 'guild-data-deletion', guildId, deletedOn });
  }
}

/** The same for servers that removed the bot, or took it back, while it was off. */
export async function noteMissedLeavings(client: Client<true>, parts: Parts): Promise<void> {
  const shards = client.ws.shards;
  const count = client.options.shardCount ?? shards.size;
  const known = await presentGuilds(parts.store);
  for (const guildId of known) {
    // Servers of other processes aren't ours to judge. One that has an outage is still in the list.
    const isOurs = shards.has(ShardClientUtil.shardIdForGuildId(guildId, count));
    if (isOurs && !client.guilds.cache.has(guildId)) await noteLeaving(parts, guildId, false);
  }
  for (const guildId of client.guilds.cache.keys()) await noteLeaving(parts, guildId, true);
}
