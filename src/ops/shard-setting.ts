/** What SHARDS and SHARD_COUNT say: which shards of how many a process runs. */

/** Shards as one process is told of them. */
export type ShardSetting =
  /** All of them, or with other processes a fair share. */
  | { kind: 'auto' }
  /** These, and those of processes that are gone. */
  | { kind: 'list'; ids: readonly number[] }
  /** Every `of`-th, beginning with `index`: for processes that are numbered from 0. */
  | { kind: 'part'; index: number; of: number };

/** `auto`, ids and ranges (`0,2,5-7`), or `INDEX/PROCESSES` (`0/2`). */
export const SHARDS_FORM =
  /^(?:auto|\d{1,5}\/\d{1,5}|\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*)$/;

/** Reads SHARDS, which must have the form of `SHARDS_FORM`. */
export function parseShards(text: string): ShardSetting {
  if (text === 'auto') return { kind: 'auto' };
  const [index, of] = text.split('/').map(Number);
  if (index !== undefined && of !== undefined) return { kind: 'part', index, of };
  const ids = text.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  });
  return { kind: 'list', ids: [...new Set(ids)].sort((a, b) => a - b) };
}

/** The shards that a process is told to run; none where it takes a share of whatever is free. */
export function homeShards(setting: ShardSetting, total: number): number[] {
  if (setting.kind === 'auto') return [];
  if (setting.kind === 'list') return setting.ids.filter((id) => id < total);
  return Array.from({ length: total }, (_, id) => id).filter(
    (id) => id % setting.of === setting.index,
  );
}

/** What is wrong with the two together, and with the database that several processes need; each in words. */
export function shardFaults(
  setting: ShardSetting,
  count: number | 'auto',
  { isSqlite }: { isSqlite: boolean },
): string[] {
  if (setting.kind === 'auto') return [];
  if (setting.kind === 'part' && setting.index >= setting.of)
    return [
      `SHARDS ${setting.index}/${setting.of} is no part: processes are counted from 0, so the last of ${setting.of} is ${setting.of - 1}/${setting.of}`,
    ];
  if (setting.kind === 'list') {
    if (setting.ids.length === 0) return ['SHARDS has a range that ends before it begins'];
    if (count === 'auto')
      return ['SHARDS names shards, so SHARD_COUNT must say how many there are in all'];
    const beyond = setting.ids.filter((id) => id >= count);
    if (beyond.length > 0)
      return [
        `SHARDS names shard ${beyond.join(', ')}, but SHARD_COUNT=${count} has 0 to ${count - 1} only`,
      ];
  }
  const isWhole =
    setting.kind === 'part' ? setting.of === 1 : count !== 'auto' && setting.ids.length === count;
  if (isSqlite && !isWhole)
    return [
      'SHARDS leaves shards to other processes, and several processes need PostgreSQL: set DATABASE_URL to postgres://…, or SHARDS to auto for one process that runs all',
    ];
  return [];
}
