import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';

const own = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
const CSS = 'text/css; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** The few files that a browser loads besides the page. Read once, at start. */
export function assets() {
  const files: Readonly<Record<string, { readonly body: string; readonly type: string }>> = {
    'app.css': { body: own('app.css'), type: CSS },
    'chat.js': { body: own('chat.js'), type: JAVASCRIPT },
    'htmx.js': {
      body: readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8'),
      type: JAVASCRIPT,
    },
  };
  return new Hono().get('/assets/:name', (c) => {
    const file = files[c.req.param('name')];
    return file
      ? c.body(file.body, 200, { 'content-type': file.type, 'cache-control': 'public, max-age=3600' })
      : c.notFound();
  });
}
