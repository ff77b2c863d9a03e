/** The routes for whoever watches the process: is it alive, can it answer, what are its figures. */
import { Hono } from 'hono';
import type { Metrics } from '../ops/metrics.ts';

export interface HealthSources {
  /** Why the bot can't answer, one reason a line; none when it can. */
  notReady(): string[] | Promise<string[]>;
  metrics(): Metrics | undefined;
}

/** `/healthz`, `/readyz` and `/metrics`. */
export function healthRoutes({ notReady, metrics }: HealthSources): Hono {
  const routes = new Hono();
  routes.get('/healthz', (c) => c.text('ok\n'));
  routes.get('/readyz', async (c) => {
    const reasons = await notReady();
    return reasons.length === 0 ? c.text('ready\n') : c.text(`${reasons.join('\n')}\n`, 503);
  });
  routes.get('/metrics', async (c) => {
    const read = await metrics()?.read();
    if (!read) return c.text('not started yet\n', 503);
    return c.body(read.text, 200, { 'Content-Type': read.type });
  });
  return routes;
}
