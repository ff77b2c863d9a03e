/** The bot's connection as the configuration wants it: one client for all shards, or one for each among several processes. */
import { REST } from 'discord.js';
import { type RESTGetAPIGatewayBotResult, Routes } from 'discord-api-types/v10';
import { homeShards, parseShards } from '../../ops/shard-setting.ts';
import type { Services } from '../../services.ts';
import { openLocks } from '../../store/locks.ts';
import { type DiscordConnection, restAddress, type ShardPart } from '../client.ts';
import { createFleet, type Fleet } from './fleet.ts';

export interface ShardsOptions {
  /** Makes a connection for some shards, or for all without a part. */
  connect(part?: ShardPart): DiscordConnection;
  onLead(): void;
  onFatal(error: Error): void;
}

/** With SQLite there is one process, which has all shards and does everything; with PostgreSQL there may be more. */
export function openShards(
  services: Pick<Services, 'config' | 'log' | 'store'>,
  { connect, onLead, onFatal }: ShardsOptions,
): Fleet {
  const { config, store } = services;
  const setting = parseShards(config.SHARDS);
  const count = config.SHARD_COUNT;
  if (store.dialect === 'postgres')
    return createFleet(services, {
      setting,
      count,
      openLocks: () => openLocks(config.DATABASE_URL),
      recommended: () => recommendedShards(config),
      openShard: connect,
      onLead,
      onFatal,
    });
  const ids = (all: number) => homeShards({ kind: 'part', index: 0, of: 1 }, all);
  const connection = count === 'auto' ? connect() : connect({ ids: ids(count), count });
  return { ...connection, isLeader: () => true };
}

async function recommendedShards(config: Services['config']): Promise<number> {
  const rest = new REST({ api: restAddress(config), version: '10' });
  rest.setToken(config.DISCORD_TOKEN ?? '');
  try {
    const { shards } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
    return shards;
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
