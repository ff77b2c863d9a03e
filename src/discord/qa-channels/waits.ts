/** How much one person and one channel get answered in a while. In memory only. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { secondsToWait, waitOf } from '../cooldown.ts';

/** Questions of a person in a server (or in direct messages) within a minute. */
const OF_PERSON = { points: 6, duration: 60 };
/** Questions in a channel within a minute; forum posts are channels of their own. */
const IN_CHANNEL = { points: 30, duration: 60 };

export interface Asker {
  /** The server, or "dm". */
  guildId: string;
  userId: string;
  channelId: string;
  /** Of a forum: Discord's own slow mode holds for posts, and each is a channel of its own. */
  isPost: boolean;
  /** The wait that the server has set. */
  cooldownSeconds: number;
}

export interface Waits {
  /** Seconds until this one is answered again; 0 when it is their turn. */
  secondsFor(asker: Asker): Promise<number>;
  /** True the first time that somebody has to wait: they are told once. */
  isFirstRefusal(asker: Asker): Promise<boolean>;
}

export function createWaits(): Waits {
  const ofPerson = new RateLimiterMemory(OF_PERSON);
  const inChannel = new RateLimiterMemory(IN_CHANNEL);
  const told = new RateLimiterMemory({ points: 1, duration: OF_PERSON.duration });
  return {
    async secondsFor({ guildId, userId, channelId, isPost, cooldownSeconds }) {
      const set = await secondsToWait(guildId, userId, cooldownSeconds);
      if (set > 0 || isPost) return set;
      const own = await waitOf(ofPerson, `${guildId}:${userId}`);
      return own > 0 ? own : waitOf(inChannel, channelId);
    },
    isFirstRefusal: async ({ guildId, userId }) =>
      (await waitOf(told, `${guildId}:${userId}`)) === 0,
  };
}
