/** The rules of the channels, kept in memory: they are looked at for every message of a server. */
import { listChannels, NO_RULE, type StandingRule } from '../../store/channels.ts';
import type { Store } from '../../store/store.ts';

/** How long another process may answer by rules that were changed, in milliseconds. */
const FRESH_MS = 30_000;

export interface Rules {
  /** The rule for a channel; threads have their parent's unless they have one of their own. */
  ruleFor(guildId: string, channelId: string, parentId: string | null): Promise<StandingRule>;
  /** All channels of a guild that aren't off. */
  all(guildId: string): Promise<StandingRule[]>;
  /** After a change in this process. */
  forget(guildId: string): void;
}

/** @param now milliseconds of a clock that only goes forward */
export function createRules(
  store: Store,
  onTrouble: (error: unknown) => void,
  now: () => number = () => performance.now(),
): Rules {
  const known = new Map<string, { at: number; rules: Promise<StandingRule[]> }>();

  function rulesOf(guildId: string): Promise<StandingRule[]> {
    const kept = known.get(guildId);
    if (kept && now() - kept.at < FRESH_MS) return kept.rules;
    const rules = listChannels(store, guildId).catch((error: unknown) => {
      onTrouble(error);
      // A database in trouble doesn't change what moderators have set.
      return kept?.rules ?? [];
    });
    known.set(guildId, { at: now(), rules });
    return rules;
  }

  return {
    async ruleFor(guildId, channelId, parentId) {
      const rules = await rulesOf(guildId);
      const found =
        rules.find((rule) => rule.channelId === channelId) ??
        rules.find((rule) => rule.channelId === parentId);
      return found ?? { ...NO_RULE, channelId, since: '' };
    },
    all: async (guildId) => (await rulesOf(guildId)).filter(({ mode }) => mode !== 'off'),
    forget: (guildId) => void known.delete(guildId),
  };
}
