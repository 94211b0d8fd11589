import type { Hono } from 'hono';

export interface Shown {
  readonly response: Response;
  readonly html: string;
  /** `html` without its tags. */
  readonly text: string;
}

/** A browser as far as the server can tell: it keeps the cookie and sends the form of the page it is on. */
export class Browsing {
  readonly #web: Hono;
  cookie = '';
  /** Of the form on the page that was opened last. */
  once = '';

  constructor(web: Hono) {
    this.#web = web;
  }

  open(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.#call(path, { headers });
  }

  send(
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<Shown> {
    return this.post('/chat', new URLSearchParams({ once: this.once, ...fields }), headers);
  }

  post(path: string, body: URLSearchParams, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.#call(path, { method: 'POST', body, headers });
  }

  async #call(path: string, init: RequestInit): Promise<Shown> {
    const response = await this.#web.request(path, { ...init, headers: { ...init.headers, cookie: this.cookie } });
    const [given] = response.headers.getSetCookie();
    if (given !== undefined) this.cookie = given.split(';')[0] ?? '';
    const html = await response.text();
    this.once = /name="once"[^>]* value="([^"]+)"/.exec(html)?.[1] ?? this.once;
    return { response, html, text: html.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"') };
  }
}
