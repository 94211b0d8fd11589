import type { Hono } from 'hono';

/** What a page answered. */
export interface Visited {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** `html` without its tags, spaces as one. */
  readonly text: string;
  /** Where it leads, if anywhere. */
  readonly to: string | undefined;
}

const WINDOWS_CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36';

/** A browser as far as the server can tell: it keeps cookies, comes from an address and posts forms of our own pages. */
export class Visitor {
  readonly #app: Hono;
  readonly #address: string;
  readonly #userAgent: string;
  readonly cookies = new Map<string, string>();

  constructor(app: Hono, { address = '203.0.113.7', userAgent = WINDOWS_CHROME } = {}) {
    this.#app = app;
    this.#address = address;
    this.#userAgent = userAgent;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Visited> {
    return this.#call(path, { headers });
  }

  post(
    path: string,
    form: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = { origin: 'http://localhost' },
  ): Promise<Visited> {
    return this.#call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    });
  }

  /** The attributes with which a cookie was last given out. */
  readonly given = new Map<string, string>();

  async #call(path: string, init: RequestInit & { headers: Readonly<Record<string, string>> }): Promise<Visited> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = path.startsWith('http') ? path : `http://localhost${path}`;
    const response = await this.#app.request(
      url,
      { ...init, headers: { 'user-agent': this.#userAgent, ...init.headers, ...(cookie && { cookie }) } },
      { incoming: { socket: { remoteAddress: this.#address } } },
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.given.set(name, line);
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const html = await response.text();
    const text = html
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replace(/\s+/g, ' ');
    return {
      status: response.status,
      headers: response.headers,
      html,
      text,
      to: response.headers.get('location') ?? undefined,
    };
  }
}

/** The value of a field on a page. */
export function fieldOf({ html }: Visited, name: string): string {
  return new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? '';
}
