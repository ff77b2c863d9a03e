/** Many people at once, and what the bot's process holds meanwhile. */
import type { createAccounts } from './account.ts';
import type { SoakBot } from './bot.ts';
import type { People } from './people.ts';

/** People who act at the same time, each waiting for their answer. */
export const AT_ONCE = 16;
const SAMPLE_MS = 250;

export interface Load {
  /** Lets people act until so many interactions were sent and `until` has resolved, or the bot has ended. */
  run(howMany: number, until: Promise<unknown>): Promise<void>;
  /** Megabytes of the first bot, sample by sample, while it ran. */
  memory(): number[];
  /** Another process took the bot's place. */
  follow(bot: SoakBot): void;
}

export function createLoad(
  accounts: ReturnType<typeof createAccounts>,
  people: People,
  first: SoakBot,
): Load {
  let bot = first;
  const samples: number[] = [];
  return {
    memory: () => [...samples],
    follow(other) {
      bot = other;
    },
    async run(howMany, until) {
      let isOver = false;
      void until.finally(() => {
        isOver = true;
      });
      const sampling = setInterval(() => {
        if (bot === first && bot.isUp()) samples.push(bot.memory());
        accounts.drain();
      }, SAMPLE_MS);
      const act = async () => {
        while (bot.isUp() && !(isOver && people.tally.sent >= howMany)) await people.act();
      };
      await Promise.all(Array.from({ length: AT_ONCE }, act));
      clearInterval(sampling);
    },
  };
}
