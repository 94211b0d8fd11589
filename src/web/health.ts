import { Hono } from 'hono';
import { StoreFault } from '../base/store-fault.ts';
import type { Store } from '../ports/store.ts';
import { isFromInside } from './from-inside.ts';
import type { Metrics } from './metrics.ts';

export interface HealthNeeds {
  readonly store: Store;
  readonly metrics: Metrics;
  /** How many of our proxies stand in front. */
  readonly proxies: number;
}

/**
 * `/healthz`: the process answers (the index is built before the server listens), if need be from memory. `/readyz`: also
 * the database can be written; else `trouble` tells what is wrong. `/metrics`: Prometheus. What is wrong and how much is
 * written here is for our own network only; for everybody else there are no metrics.
 */
export function health({ store, metrics, proxies }: HealthNeeds) {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await store.checkWritable();
        return c.json({ status: 'ready' });
      } catch (fault) {
        if (!isFromInside(c, proxies)) return c.json({ status: 'not ready' }, 503);
        const trouble = fault instanceof StoreFault ? fault.trouble : undefined;
        return c.json({ status: 'database cannot be written', trouble }, 503);
      }
    })
    .get('/metrics', async (c) =>
      isFromInside(c, proxies)
        ? c.text(await metrics.text(), 200, { 'content-type': metrics.contentType })
        : c.notFound(),
    );
}
