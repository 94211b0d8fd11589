import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetPath } from '../assets.ts';

export interface PageProps {
  readonly title: string;
  readonly children?: Child;
  /** Where the way past the header leads. */
  readonly skipTo?: string;
  readonly skipLabel?: string;
  /** With script the talk is renewed without loading the page again. Every page works without. */
  readonly script?: boolean;
  /** Without script: the page is loaded again after a few seconds, and shows this place. */
  readonly reloadAt?: string | undefined;
}

const RELOAD_AFTER_S = 3;

/** No inline style, no code in attributes, nothing kept in the browser's storage; a refused form is shown too. */
const HTMX = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  historyEnabled: false,
  historyCacheSize: 0,
  timeout: 20_000,
  responseHandling: [
    { code: '204', swap: false },
    { code: '2..', swap: true },
    { code: '422', swap: true },
    { code: '...', swap: false, error: true },
  ],
});

/** Every page: language, viewport, style, and a way past the header for keyboards and screen readers. */
export function Page({
  title,
  children,
  skipTo = 'noi-dung',
  skipLabel = 'Tới phần chính',
  script = false,
  reloadAt,
}: PageProps) {
  return (
    <>
      {html`<!doctype html>`}
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          {script && <meta name="htmx-config" content={HTMX} />}
          {reloadAt !== undefined && (
            <noscript>
              <meta http-equiv="refresh" content={`${RELOAD_AFTER_S};url=${reloadAt}`} />
            </noscript>
          )}
          <title>{title}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={assetPath('app.css')} />
          {script && <script src={assetPath('chat.js')} defer />}
        </head>
        <body>
          <a class="skip" href={`#${skipTo}`}>
            {skipLabel}
          </a>
          {children}
        </body>
      </html>
    </>
  );
}
