// The stand-in's time and its snowflakes. Time can be moved forward, so that expiry is tested without waiting.

/** First millisecond of 2015: snowflakes count from here. */
const DISCORD_EPOCH = 1_420_070_400_000;

export type Clock = {
  /** Milliseconds since 1970: the machine's clock plus everything that was advanced. */
  now(): number;
  /** Moves Discord's time forward by so many milliseconds; the bot's own clock stays. */
  advance(ms: number): void;
};

/** Makes a clock that runs with the machine's. */
export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance(ms) {
      ahead += ms;
    },
  };
}

export type Ids = {
  /** A new snowflake that carries the present time; each is greater than the one before. */
  next(): string;
  /** A new guild id. Neighbours differ by one millisecond, so they fall into neighbouring shards. */
  nextGuild(): string;
};

/** Makes the source of ids for one stand-in. */
export function createIds(clock: Clock): Ids {
  let last = 0n;
  let guilds = 0;
  return {
    next() {
      const fresh = BigInt(clock.now() - DISCORD_EPOCH) << 22n;
      last = fresh > last ? fresh : last + 1n;
      return last.toString();
    },
    nextGuild() {
      const created = Date.UTC(2024, 0, 1) - DISCORD_EPOCH + guilds++;
      return (BigInt(created) << 22n).toString();
    },
  };
}

/** The shard that carries a guild; direct messages (null) belong to shard 0. */
export function shardOfGuild(guildId: string | null, shardCount: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
