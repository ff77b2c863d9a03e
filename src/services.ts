/** What handlers are given: built once in `app.ts`, passed as the last argument, narrowed with Pick. */
import type { Logger } from 'pino';
import { type Moment, momentOf } from './answer/freshness.ts';
import type { Citer } from './citations/citer.ts';
import type { Community } from './community.ts';
import type { Config } from './config.ts';
import type { Rules } from './discord/qa-channels/rules.ts';
import type { Subjects } from './discord/qa-channels/subjects.ts';
import type { Turns } from './discord/turns.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Painter } from './picture/painter.ts';
import type { SearchIndex } from './search/build.ts';
import type { Store } from './store/store.ts';

export interface Services {
  citer: Citer;
  /** Reads the time. */
  clock: () => Date;
  config: Config;
  log: Logger;
  metrics: Metrics;
  /** The corpus and its index behind one holder, so that a reload swaps both at once. */
  knowledge: { index: SearchIndex };
  painter: Painter;
  /** What is kept: open from the start of the bot to its end. */
  store: Store;
  /** Finds the curated answers of a server. */
  community: Community;
  /** In which channels the bot answers by itself. */
  rules: Rules;
  /** What was asked in the last minutes. */
  subjects: Subjects;
  /** Which interactions are answered when more come than can be. */
  turns: Turns;
}

/** When a question is asked, and how old a source may be to speak for that. */
export function currentMoment({ clock, config }: Pick<Services, 'clock' | 'config'>): Moment {
  return momentOf(clock(), config.STALE_AFTER_DAYS);
}
