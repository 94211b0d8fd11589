/** `npm run docs:screenshots`: pictures of the five main pages of the console, wide and narrow, for docs/console.md. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import type { EntryId } from '../src/base/ids.ts';
import { editEntry } from '../src/flow/curation/begin-draft.ts';
import { settingsFrom } from '../src/settings.ts';
import { DRAFT_WORDS } from '../src/web/console/curation/draft-wording.ts';
import type { App } from '../src/wiring.ts';
import { noBrowser, openBrowser } from '../test/support/browser.ts';
import { commandLine } from './command-line.ts';
import { sessionOf } from './console/session-of.ts';
import { openDemo } from './demo/open-demo.ts';

const HELP = `Usage: npm run docs:screenshots

Writes pictures of the main pages of the console to docs/images/console-*.png, with the people of the demonstration. Needs
Chromium; what npm run demo keeps is not touched.
`;
const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
} as const;
const LARGEST_BYTES = 200_000;
const ENTRY = 'qa/lao-dong/bi-no-luong' as EntryId;
const ASKED = 'công ty nợ lương 2 tháng nay phải làm sao';

interface Picture {
  readonly name: string;
  readonly login: string;
  readonly path: string;
  /** What is done on the page before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
}

async function main(): Promise<void> {
  commandLine(HELP, {});
  if (noBrowser !== undefined) throw new Error(noBrowser);
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-pictures-'));
  const database = join(folder, 'demo.db');
  const settings = settingsFrom({ NODE_ENV: 'development', DATABASE_URL: `file:${database}`, LOG_LEVEL: 'error' });
  const app = await openDemo({
    settings,
    database,
    keep: false,
    progress: (done, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\rInvented people write to the bot: ${done} of ${of} `);
    },
  });
  const browser = await openBrowser();
  const port = await new Promise<number>((resolve) => {
    const server = serve({ fetch: app.web.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      server.unref();
      resolve(info.port);
    });
  });
  try {
    for (const picture of await pictures(app)) {
      for (const size of ['desktop', 'phone'] as const) {
        const page = await open(picture, size, `http://127.0.0.1:${port}`, settings.SESSION_SECRET, app, browser);
        const path = `docs/images/console-${picture.name}-${size}.png`;
        await page.screenshot({ path });
        await page.context().close();
        const { size: bytes } = statSync(path);
        process.stdout.write(`${path}  ${Math.round(bytes / 1000)} kB\n`);
        if (bytes >= LARGEST_BYTES) process.exitCode = 1;
      }
    }
  } finally {
    await browser.close();
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pictures(app: App): Promise<readonly Picture[]> {
  const hoa = await accountOf('hoa', app);
  const lan = await accountOf('bien-soan', app);
  const [waiting] = await app.store.transaction(({ desk }) =>
    desk.list('waiting', { id: hoa.id, province: '33' }, new Date(), { limit: 1, offset: 0 }),
  );
  const draft = await editEntry(ENTRY, lan, { store: app.store, knowledge: app.knowledge, now: () => new Date() });
  const words = DRAFT_WORDS.vi;
  return [
    { name: 'inbox', login: 'hoa', path: '/inbox' },
    { name: 'ticket', login: 'hoa', path: `/tickets/${waiting?.code}` },
    {
      name: 'entry',
      login: 'bien-soan',
      path: draft.result === 'begun' ? `/drafts/${draft.revision}` : '/drafts',
      before: async (page) => {
        await page.getByLabel(words.tryQuestion).fill(ASKED);
        await page.getByRole('button', { name: words.tryButton, exact: true }).click();
        await page.locator('#ket-qua').getByText(words.thisEntry).first().waitFor();
        await page.evaluate("document.querySelector('#thu').scrollIntoView()");
      },
    },
    { name: 'dashboard', login: 'quan-tri', path: '/dashboard' },
    { name: 'accounts', login: 'quan-tri', path: '/accounts' },
  ];
}

async function accountOf(login: string, { store }: App) {
  const account = await store.transaction(({ accounts }) => accounts.findByLogin(`${login}@demo.example`));
  if (!account) throw new Error(`Nobody in the demonstration is called ${login}`);
  return account;
}

async function open(
  { login, path, before }: Picture,
  size: keyof typeof SIZES,
  url: string,
  secret: string,
  app: App,
  browser: Browser,
): Promise<Page> {
  const { id } = await accountOf(login, app);
  const cookie = await sessionOf(id, { store: app.store, secret, now: () => new Date() });
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...SIZES[size] });
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/console${path}`);
  await before?.(page);
  return page;
}

await main();
