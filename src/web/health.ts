import { Hono } from 'hono';
import type { Store } from '../ports/store.ts';
import type { Metrics } from './metrics.ts';

/**
 * `/healthz`: the process answers (the index is built before the server listens). `/readyz`: also the database can be
 * written. `/metrics`: Prometheus.
 */
export function health({ store, metrics }: { readonly store: Store; readonly metrics: Metrics }) {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await store.checkWritable();
        return c.json({ status: 'ready' });
      } catch {
        return c.json({ status: 'database cannot be written' }, 503);
      }
    })
    .get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }));
}
