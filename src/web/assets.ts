import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';

type AssetName = 'app.css' | 'chat.js' | 'console.css' | 'console.js';

interface Asset {
  readonly body: string;
  readonly type: string;
  /** Changes with the content, so that a browser may keep a file for ever and never has an old one. */
  readonly version: string;
}

const own = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
const htmx = () => readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8');

const READ: Readonly<Record<AssetName, () => Omit<Asset, 'version'>>> = {
  'app.css': () => ({ body: own('app.css'), type: 'text/css; charset=utf-8' }),
  // One file: a browser too old for either half runs neither, and the page works as it does without script.
  'chat.js': () => ({ body: `${htmx()};\n${own('chat.js')}`, type: 'text/javascript; charset=utf-8' }),
  'console.css': () => ({ body: own('console.css'), type: 'text/css; charset=utf-8' }),
  'console.js': () => ({ body: `${htmx()};\n${own('console.js')}`, type: 'text/javascript; charset=utf-8' }),
};
const read = new Map<AssetName, Asset>();

function asset(name: AssetName): Asset {
  const known = read.get(name);
  if (known) return known;
  const { body, type } = READ[name]();
  const fresh = { body, type, version: createHash('sha256').update(body).digest('hex').slice(0, 12) };
  read.set(name, fresh);
  return fresh;
}

/** Where a page finds one of our files, with the version in it. */
export function assetPath(name: AssetName): string {
  return `/assets/${name}?v=${asset(name).version}`;
}

/** The few files that a browser loads besides the page. */
export function assets() {
  return new Hono().get('/assets/:name', (c) => {
    const name = c.req.param('name');
    if (!isAsset(name)) return c.notFound();
    const { body, type, version } = asset(name);
    return c.body(body, 200, {
      'content-type': type,
      'cache-control': c.req.query('v') === version ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}

function isAsset(name: string): name is AssetName {
  return Object.hasOwn(READ, name);
}
