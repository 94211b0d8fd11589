import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '../../../scripts/bench-console/fill.ts';
import { visits } from '../../../scripts/console/pages.ts';
import { sessionOf } from '../../../scripts/console/session-of.ts';
import type { Role } from '../../../src/accounts/account.ts';
import { DRAFT_WORDS } from '../../../src/web/console/curation/draft-wording.ts';
import { REVIEW_WORDS } from '../../../src/web/console/curation/review-wording.ts';
import { TICKET_WORDS } from '../../../src/web/console/desk/wording.ts';
import { noBrowser, openBrowser } from '../../support/browser.ts';
import { watchUnseen } from '../../support/console-browser.ts';
import { type RunningApp, runApp } from '../running-app.ts';

const SECRET = 'mot-bi-mat-du-dai-de-giu-phien-lam-viec';
const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
/** Target size (2.5.8) is among the last; axe leaves it out unless asked. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Files, and the part of a page that is fetched by itself. */
const NO_PAGES = /\.csv|\/file(?:\?|$)|\/talk$/;

let app: RunningApp;
let browser: Browser;
let filled: Awaited<ReturnType<typeof fill>>;
const unseen: string[] = [];

const inBrowser = describe.skipIf(noBrowser !== undefined);
if (noBrowser !== undefined) process.stderr.write(`test/web/console/accessibility.test.ts: ${noBrowser}\n`);

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  [app, browser] = await Promise.all([runApp({ SESSION_SECRET: SECRET }), openBrowser()]);
  filled = await fill({
    store: app.store,
    files: app.knowledge.files(),
    textOf: (entry) => app.knowledge.shippedText(entry),
    now: new Date(),
    referrals: 100,
    ofBigCentre: 60,
    entries: 0,
    share: 0.02,
    progress: () => {},
  });
  await app.knowledge.reload();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
afterEach(() => expect(unseen.splice(0)).toEqual([]));

/** A browser in which somebody is signed in already. */
async function browserOf(role: Role | undefined, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  if (role !== undefined) {
    const cookie = await sessionOf(filled.accounts[role], { store: app.store, secret: SECRET, now: () => new Date() });
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: app.url }]);
  }
  const page = await context.newPage();
  watchUnseen(page, unseen);
  return page;
}

function allVisits() {
  const { tickets, accounts, edited: entry, ...rest } = filled;
  return visits({ ...rest, entry, account: accounts.staff, ticket: tickets.talked, closedTicket: tickets.closed });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe finds, minor or not. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(RULES)}, rules: { 'target-size': { enabled: true } } })`,
  );
  return violations.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

inBrowser(`every page of the console, ${noBrowser ?? 'in a browser'}`, () => {
  it('is among those that are looked at', () => {
    const pages = app.web.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/console'));
    expect(new Set(allVisits().map(({ route }) => route))).toEqual(new Set(pages.map(({ path }) => path)));
  });

  // What axe measures depends on the colours and on the width, and on nothing in which the two depend on each other.
  it.each([
    ['wide and light', { ...DESKTOP, colorScheme: 'light' }],
    ['narrow and dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('has nothing that keeps somebody out: %s', { timeout: 300_000 }, async (_, options) => {
    const looking = new Map<Role | undefined, Page>();
    const found: [string, readonly string[]][] = [];
    for (const { path, as } of allVisits().filter(({ path }) => !NO_PAGES.test(path))) {
      const page = looking.get(as) ?? (await browserOf(as, options));
      looking.set(as, page);
      await page.goto(app.url + path);
      const wider = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      const all = [...(await findings(page)), ...(wider > 0 ? [`${wider} px wider than the screen`] : [])];
      if (all.length > 0) found.push([path, all]);
    }
    expect(found).toEqual([]);
    for (const page of looking.values()) await page.context().close();
  });
});

const WORDS = TICKET_WORDS.vi;
const answer = 'Chào bạn, mời bạn mang giấy tờ đến trung tâm.';

/** A referral that nobody has taken. */
async function newTicket(): Promise<string> {
  const [ticket] = await app.store.transaction(({ desk }) =>
    desk.list('new', { id: filled.accounts.staff, province: '33' }, new Date(), { limit: 1, offset: 0 }),
  );
  return ticket?.code ?? '';
}

inBrowser(`answering a referral, ${noBrowser ?? 'in a browser'}`, () => {
  /** Goes on with Tab until something with this name has the focus, which must be seen. */
  async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    for (let times = 0; times < 120; times += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<{ name: string; outline: string }>(`(() => {
        const at = document.activeElement;
        const name = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent;
        return { name: name.trim(), outline: getComputedStyle(at).outlineStyle };
      })()`);
      if (typeof name === 'string' ? at.name === name : name.test(at.name)) {
        expect([name, at.outline]).not.toEqual([name, 'none']);
        return;
      }
    }
    throw new Error(`Tab never comes to ${name}`);
  }

  it('is done with the keyboard alone', async () => {
    const code = await newTicket();
    const page = await browserOf('staff', DESKTOP);
    await page.goto(`${app.url}/console`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await tabTo(page, code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: code }).waitFor();
    await tabTo(page, WORDS.answerLabel);
    await page.keyboard.type(answer);
    await tabTo(page, WORDS.citeLabel);
    await page.keyboard.type('điều 97 bộ luật lao động');
    await tabTo(page, WORDS.citeButton);
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Chèn Điều 97/ })
      .first()
      .waitFor();
    await tabTo(page, /^Chèn Điều 97/);
    await page.keyboard.press('Enter');
    expect(await page.getByLabel(WORDS.answerLabel).inputValue()).toContain(
      `${answer} (Điều 97 Bộ luật Lao động 2019)`,
    );
    await tabTo(page, WORDS.preview);
    await page.keyboard.press('Enter');
    await page.locator('.preview', { hasText: answer }).waitFor();
    await tabTo(page, WORDS.send);
    await page.keyboard.press('Enter');
    await page.getByText(WORDS.told.answered).waitFor();
    await tabTo(page, WORDS.close);
    await page.keyboard.press('Enter');
    await page.getByText(WORDS.told.closed).waitFor();
  });

  it('is done without script', async () => {
    const code = await newTicket();
    const page = await browserOf('staff', { ...PHONE, javaScriptEnabled: false });
    await page.goto(`${app.url}/console/inbox`);
    await page.getByRole('link', { name: code }).click();
    await page.getByLabel(WORDS.answerLabel).fill(answer);
    await page.getByLabel(WORDS.citeLabel).fill('điều 97 bộ luật lao động');
    await page.getByRole('button', { name: WORDS.citeButton }).click();
    await page
      .getByRole('button', { name: /^Chèn Điều 97/ })
      .first()
      .click();
    expect(await page.getByLabel(WORDS.answerLabel).inputValue()).toContain('(Điều 97');
    await page.getByRole('button', { name: WORDS.preview, exact: true }).click();
    await page.locator('.preview', { hasText: answer }).waitFor();
    await page.getByRole('button', { name: WORDS.send, exact: true }).click();
    await page.getByText(WORDS.told.answered).waitFor();
    expect(await page.locator('#trao-doi').textContent()).toContain(answer);
  });
});

inBrowser(`an entry, ${noBrowser ?? 'in a browser'}`, () => {
  it('gets a citation on a line of its own, wherever the last one ends', async () => {
    const words = DRAFT_WORDS.vi;
    const page = await browserOf('curator', DESKTOP);
    await page.goto(`${app.url}/console/drafts/${filled.draft}`);
    const basis = page.locator('#basis');
    await basis.fill('bo-luat-lao-dong-2019:94: trả lương đúng hạn');
    await page.locator('summary', { hasText: words.findCitation }).click();
    await page.getByLabel(words.findCitation).fill('điều 97 bộ luật lao động');
    await page.getByRole('button', { name: words.find, exact: true }).click();
    await page.locator('[data-insert^="bo-luat-lao-dong-2019:97"]').first().click();
    expect(await basis.inputValue()).toMatch(
      /^bo-luat-lao-dong-2019:94: trả lương đúng hạn\nbo-luat-lao-dong-2019:97: .*\n$/,
    );
  });

  it('is written, tried, checked and sent to review without script', async () => {
    const words = DRAFT_WORDS.vi;
    const page = await browserOf('curator', { ...DESKTOP, javaScriptEnabled: false });
    await page.goto(`${app.url}/console/drafts/${filled.draft}`);
    await page.getByLabel(words.shortAnswer, { exact: true }).fill('Bạn đòi bằng giấy trước, giữ lại một bản.');
    await page.getByLabel(words.note, { exact: true }).fill('Ngắn hơn');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.saved).waitFor();
    await page.getByLabel(words.tryQuestion).fill('công ty nợ lương');
    await page.getByRole('button', { name: words.tryButton, exact: true }).click();
    await page.locator('#ket-qua').getByText(words.after).first().waitFor();
    await page.getByRole('button', { name: words.submit, exact: true }).click();
    await page.getByText(REVIEW_WORDS.vi.told.submitted ?? '').waitFor();
  });
});
