import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetPath } from '../../assets.ts';
import { HTMX_CONFIG } from '../../layout/htmx-config.ts';
import { WAYS } from './navigation.ts';
import type { Shell } from './shell.ts';
import { type InBoth, numberInWords } from './words.ts';

export interface ConsolePageProps {
  readonly shell: Shell;
  readonly title: string;
  /** The way in the navigation that the page belongs to. */
  readonly here?: string;
  /** Buttons and links beside the heading. */
  readonly actions?: Child;
  /** A sentence under the heading. */
  readonly lead?: string;
  readonly children?: Child;
}

interface FrameWords {
  readonly product: string;
  readonly skip: string;
  readonly navigation: string;
  readonly waits: (count: string) => string;
  readonly profile: string;
  readonly signOut: string;
  readonly other: string;
  readonly notSent: string;
}

const WORDS: InBoth<FrameWords> = {
  vi: {
    product: 'Hỏi Quyền – quản lý',
    skip: 'Tới phần chính',
    navigation: 'Các trang',
    waits: (count) => `${count} đang chờ`,
    profile: 'Tài khoản của tôi',
    signOut: 'Đăng xuất',
    other: 'English',
    notSent: 'Chưa gửi được. Bạn xem lại mạng rồi thử lại; những gì đã viết vẫn còn.',
  },
  en: {
    product: 'Hỏi Quyền – console',
    skip: 'Skip to content',
    navigation: 'Pages',
    waits: (count) => `${count} waiting`,
    profile: 'My account',
    signOut: 'Sign out',
    other: 'Tiếng Việt',
    notSent: 'Not sent. Check the network and try again; what you wrote is still here.',
  },
};

/** The frame of every page of the console: who is signed in, the ways of their role, and what everybody must know. */
export function ConsolePage({ shell, title, here, actions, lead, children }: ConsolePageProps) {
  const { language, account } = shell;
  const words = WORDS[language];
  const ways = account ? WAYS.filter(({ may }) => may.includes(account.role)) : [];
  return (
    <>
      {html`<!doctype html>`}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          <meta name="robots" content="noindex" />
          <meta name="htmx-config" content={HTMX_CONFIG} />
          <title>{`${title} – ${words.product}`}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={assetPath('app.css')} />
          <link rel="stylesheet" href={assetPath('console.css')} />
          <script src={assetPath('console.js')} defer />
        </head>
        <body class="desk">
          <a class="skip" href="#noi-dung">
            {words.skip}
          </a>
          {shell.banners.map((banner) => (
            <p class="banner" role="status">
              {banner}
            </p>
          ))}
          <header class="bar">
            <p class="product">
              <a href="/console">{words.product}</a>
              {shell.centre && <span class="centre">{shell.centre}</span>}
            </p>
            <ul class="self">
              <li>
                <form method="post" action="/console/language">
                  <input type="hidden" name="language" value={language === 'vi' ? 'en' : 'vi'} />
                  <input type="hidden" name="back" value={shell.here} />
                  <button type="submit" class="link" lang={language === 'vi' ? 'en' : 'vi'}>
                    {words.other}
                  </button>
                </form>
              </li>
              {account && (
                <>
                  <li>
                    <a href="/console/profile">{account.name || words.profile}</a>
                  </li>
                  <li>
                    <form method="post" action="/console/sign-out">
                      <button type="submit" class="link">
                        {words.signOut}
                      </button>
                    </form>
                  </li>
                </>
              )}
            </ul>
          </header>
          {ways.length > 0 && (
            <nav class="ways" aria-label={words.navigation}>
              <ul>
                {ways.map(({ href, label }) => {
                  const count = shell.waiting.get(href) ?? 0;
                  return (
                    <li>
                      <a href={href} aria-current={here === href ? 'page' : undefined}>
                        {label[language]}
                        {count > 0 && (
                          <span class="count">
                            <span aria-hidden="true">{numberInWords(count, language)}</span>
                            <span class="who"> ({words.waits(numberInWords(count, language))})</span>
                          </span>
                        )}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </nav>
          )}
          <main id="noi-dung" tabindex={-1}>
            <div class="head">
              <h1>{title}</h1>
              {actions && <div class="actions">{actions}</div>}
            </div>
            {lead && <p class="lead">{lead}</p>}
            {children}
          </main>
          <p id="chua-gui" class="toast" role="alert" data-words={words.notSent}></p>
        </body>
      </html>
    </>
  );
}
