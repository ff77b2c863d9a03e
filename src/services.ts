/** What handlers are given: built once in `app.ts`, passed as the last argument, narrowed with Pick. */
import type { Logger } from 'pino';
import type { Community } from './community.ts';
import type { Config } from './config.ts';
import type { SearchIndex } from './search/build.ts';
import type { Store } from './store/store.ts';

export interface Services {
  config: Config;
  log: Logger;
  /** The corpus and its index behind one holder, so that a reload swaps both at once. */
  knowledge: { index: SearchIndex };
  /** What is kept: open from the start of the bot to its end. */
  store: Store;
  /** Finds the curated answers of a server. */
  community: Community;
}
