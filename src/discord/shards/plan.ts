/** Who runs which shard: decided by each process for itself from the same facts, with nothing but arithmetic. */

/** Time that a shard stays free after its process is gone before another takes it, so that one that only lost its database may take it again; in milliseconds. */
export const AFTER_LOSS_MS = 5_000;
/** Time that is left to a process which starts for the shards that it was told to run, in milliseconds. */
export const AT_START_MS = 20_000;

/** What one process sees of all. */
export interface Scene {
  /** Number of shards of all processes together. */
  total: number;
  me: number;
  /** Every process that is there, this one included. */
  members: readonly number[];
  /** Which processes were told to run a shard. */
  homes: ReadonlyMap<number, readonly number[]>;
  /** Who runs a shard. */
  holders: ReadonlyMap<number, number>;
  /** Since when a shard has been free, in milliseconds, and whether anybody was seen running it before. */
  free: ReadonlyMap<number, { since: number; wasHeld: boolean }>;
  /** Milliseconds on the same clock. */
  now: number;
}

export interface Plan {
  take: number[];
  release: number[];
}

/**
 * What this process does next. Shards go to whoever was told to run them; all others to whoever has fewer than a fair
 * share, one at a time, so that processes that start together share them.
 */
export function planShards(scene: Scene): Plan {
  const { total, me, members, holders } = scene;
  const ids = Array.from({ length: total }, (_, id) => id);
  const mine = ids.filter((id) => holders.get(id) === me);
  const fairShare = Math.ceil(total / Math.max(1, members.length));

  const homeless = (id: number) => homeOf(scene, id) === undefined;
  const release = mine.filter((id) => !homeless(id) && homeOf(scene, id) !== me);
  const kept = mine.filter((id) => !release.includes(id));
  // The highest numbers first: shard 0 has the direct messages.
  const surplus = kept.filter(homeless).toReversed();
  release.push(...surplus.slice(0, Math.max(0, kept.length - fairShare)));

  const isFree = (id: number) => !holders.has(id);
  const take = ids.filter((id) => isFree(id) && homeOf(scene, id) === me);
  const next = ids.find((id) => isFree(id) && homeless(id) && isDue(scene, id));
  if (next !== undefined && release.length === 0 && kept.length + take.length < fairShare)
    take.push(next);
  return { take, release: release.sort((a, b) => a - b) };
}

/** The process that a shard belongs to; undefined when none that is there was told to run it. */
function homeOf({ homes, members }: Scene, id: number): number | undefined {
  const alive = (homes.get(id) ?? []).filter((member) => members.includes(member));
  return alive.length > 0 ? Math.min(...alive) : undefined;
}

function isDue({ free, homes, now }: Scene, id: number): boolean {
  const state = free.get(id);
  if (!state) return false;
  const someHaveHomes = homes.size > 0;
  const wait = state.wasHeld ? AFTER_LOSS_MS : someHaveHomes ? AT_START_MS : 0;
  return now - state.since >= wait;
}
