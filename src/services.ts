/** What handlers are given: built once in `app.ts`, passed as the last argument, narrowed with Pick. */
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Painter } from './picture/painter.ts';
import type { SearchIndex } from './search/build.ts';

export interface Services {
  config: Config;
  log: Logger;
  metrics: Metrics;
  /** The corpus and its index behind one holder, so that a reload swaps both at once. */
  knowledge: { index: SearchIndex };
  painter: Painter;
}
