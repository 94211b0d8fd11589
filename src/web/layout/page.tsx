import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetPath } from '../assets.ts';
import { HTMX_CONFIG } from './htmx-config.ts';

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
          {script && <meta name="htmx-config" content={HTMX_CONFIG} />}
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
