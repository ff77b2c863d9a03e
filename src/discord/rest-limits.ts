/**
 * Keeps a call to Discord from waiting for an hour. discord.js counts how many calls it may make until when by the time
 * of day: a machine whose clock is set back would wait for as long as it was set back.
 */
import { type REST, RESTEvents, type RESTOptions } from 'discord.js';

/** Longest wait for a limit in milliseconds; a call that would wait longer fails. */
const LONGEST_WAIT_MS = 30_000;
/** Clocks are put right by less all the time. */
const SET_BACK_MS = 1_000;

export interface LimitKeeper {
  /** Goes into the options of the calls that `attach` is given. */
  options: Pick<RESTOptions, 'rejectOnRateLimit'>;
  attach(rest: REST): void;
}

/** @param onSetBack called when the clock was set back, and limits were forgotten */
export function createLimitKeeper(onSetBack: () => void): LimitKeeper {
  let rest: REST | undefined;
  let ahead = aheadOfStart();

  /** Discord tells again what it still limits, with the time to wait for. */
  function forgetWhenSetBack(): void {
    const before = ahead;
    ahead = aheadOfStart();
    if (!rest || ahead > before - SET_BACK_MS) return;
    rest.globalReset = 0;
    rest.handlers.clear();
    onSetBack();
  }

  return {
    options: {
      rejectOnRateLimit({ timeToReset }) {
        forgetWhenSetBack();
        return timeToReset > LONGEST_WAIT_MS;
      },
    },
    attach(attached) {
      rest = attached;
      rest.on(RESTEvents.Response, forgetWhenSetBack);
    },
  };
}

/** How far the time of day is ahead of the time since the process began, which nobody sets, in milliseconds. */
function aheadOfStart(): number {
  return Date.now() - performance.now();
}
