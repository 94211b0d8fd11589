import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProvinceCode } from '../../src/referral/legal-aid-centre.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { type RunningApp, runApp } from './running-app.ts';

const PHONE = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true } as const;
const WITHOUT_SCRIPT = { javaScriptEnabled: false } as const;
const LANG_SON = '20' as ProvinceCode;

let app: RunningApp;
let browser: Browser;
const contexts: BrowserContext[] = [];
/** What went wrong in a page without anybody seeing it: faults of scripts, and what the content policy forbade. */
const unseen: string[] = [];

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  [app, browser] = await Promise.all([runApp(), openBrowser()]);
  await app.staff.serves(LANG_SON);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  expect(unseen.splice(0)).toEqual([]);
});

/** The web chat in a browser of its own. */
async function visit(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.on('pageerror', (fault) => unseen.push(String(fault)));
  page.on('console', (line) => {
    if (/content security policy|refused to/i.test(line.text())) unseen.push(line.text());
  });
  await page.goto(app.url + path);
  return page;
}

/** Waits for what is read to be as expected; a busy machine takes its time. */
const soon = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 60_000 });
const lines = (page: Page) => page.locator('.talk > li');
const newest = (page: Page) => page.locator('.talk > li.bot:not(.wait)').last();
const own = (page: Page) => page.locator('.talk > li.person');
const field = (page: Page) => page.getByLabel('Bạn muốn hỏi gì?');
const choice = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Types, sends, and waits until everything is said. */
async function say(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await answeredBy(page, () => page.getByRole('button', { name: 'Gửi', exact: true }).click());
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await answeredBy(page, () => choice(page, name).first().click());
}

async function answeredBy(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await own(page).count();
  await act();
  await own(page).nth(before).waitFor();
  await page.locator('.talk > li.person:last-child, .talk > li.wait').waitFor({ state: 'detached' });
}

/** From a question to a referral code, with or without script. */
async function handOver(page: Page, { fearsLooks = false } = {}): Promise<string> {
  await say(page, 'gặp cán bộ');
  await say(page, 'Chủ trọ giữ giấy tờ của tôi, không cho tôi dọn đi');
  await soon(() => newest(page).textContent()).toContain(vi.reviewLead());
  await press(page, vi.label.next);
  await soon(() => newest(page).textContent()).toContain(vi.askProvince());
  await say(page, 'Lạng Sơn');
  await soon(() => newest(page).textContent()).toContain(vi.askContact());
  await press(page, vi.label.skip);
  if (fearsLooks) {
    await soon(() => newest(page).textContent()).toContain(vi.askReach());
    await press(page, vi.label.skip);
  }
  await soon(() => newest(page).textContent()).toContain('Chủ trọ giữ giấy tờ của tôi');
  await press(page, vi.label.agree);
  const code = /HQ-[A-Z0-9]{4}/.exec((await newest(page).textContent()) ?? '')?.[0];
  expect(code).toBeDefined();
  return code ?? '';
}

/** Google as far as the browser can tell, also after a redirect, which `page.route` would let through. */
async function withoutNetwork(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    session
      .send('Fetch.fulfillRequest', { requestId, responseCode: 200, body: btoa('<title>Google</title>') })
      .catch((fault: unknown) => {
        // Leaving twice (Escape and its redirect) cancels the first request, and a test may end before the last: nothing is left to answer.
        if (!/Invalid InterceptionId|has been closed/.test(String(fault))) unseen.push(String(fault));
      });
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: 'https://www.google.com/*' }] });
}

/** By what the browser is known to us. */
async function sessionOf(page: Page): Promise<string> {
  const [cookie] = await page.context().cookies(app.url);
  return cookie?.value ?? '';
}

/** What we keep of a talk: how many messages, and the codes of what was passed on. */
function kept(address: string): Promise<{ readonly heard: number; readonly tickets: readonly string[] }> {
  const who = { channel: 'web', address } as const;
  return app.store.transaction(async ({ inbox, tickets }) => ({
    heard: (await inbox.heardFrom(who, 100)).length,
    tickets: (await tickets.ofPerson(who)).map(({ code }) => code),
  }));
}

async function gone(page: Page): Promise<void> {
  await page.waitForURL('https://www.google.com/');
  expect((await page.context().cookies(app.url)).filter(({ value }) => value !== '')).toEqual([]);
}

/** Nothing of the talk comes back by "back", nor by typing the address. */
async function nothingComesBack(page: Page): Promise<void> {
  await page.goBack();
  expect(await page.content()).not.toContain('cty nợ lương');
  await page.goto(app.url);
  expect(await lines(page).count()).toBe(0);
  expect(await field(page).inputValue()).toBe('');
}

const chat = describe.skipIf(noBrowser !== undefined);
const inBrowser = noBrowser ?? 'in a browser';
if (noBrowser !== undefined) process.stderr.write(`test/web/chat-page.test.ts: ${noBrowser}\n`);

chat(`the web chat, ${inBrowser}`, () => {
  it('answers a question with its basis, and the field is free for the next one', async () => {
    const page = await visit();
    await say(page, 'cty ko tra luong 2 thang nay roi');
    expect(await newest(page).getByRole('heading').allTextContents()).toContain(vi.basisHeading());
    expect(await newest(page).textContent()).toContain('Bộ luật Lao động 2019');
    expect(await field(page).inputValue()).toBe('');
    expect(page.url()).toBe(`${app.url}/`);
    await say(page, 'cảm ơn');
    expect(await own(page).allTextContents()).toEqual([
      expect.stringContaining('cty ko tra luong'),
      expect.stringContaining('cảm ơn'),
    ]);
  });

  it('begins with the numbers to call in an emergency', async () => {
    const page = await visit();
    await say(page, 'chồng tui nhậu về là đánh tui hoài, tui phải kêu ai');
    const urgent = lines(page).nth(1);
    expect(await urgent.textContent()).toContain(vi.urgentLead.violence);
    expect(await urgent.getByRole('link').first().getAttribute('href')).toBe('tel:113');
    const answer = page.locator('.talk > li.bot').nth(-2);
    expect(await newest(page).textContent()).toContain(vi.discreet.begins().slice(0, 40));
    expect(await answer.textContent()).toContain(vi.basisHeading());
    await soon(async () => (await urgent.getByRole('link').first().boundingBox())?.y).toBeLessThan(
      page.viewportSize()?.height ?? 0,
    );
  });

  it('offers buttons where a question is vague', async () => {
    const page = await visit();
    await say(page, 'ly hôn');
    expect(await newest(page).textContent()).toContain(vi.whichOne());
    const offered = page.locator('#lua-chon button');
    expect(await offered.count()).toBeGreaterThan(1);
    const chosen = (await offered.first().textContent()) ?? '';
    await press(page, chosen);
    expect(await own(page).last().textContent()).toContain(chosen);
    expect(await newest(page).textContent()).toContain(vi.basisHeading());
  });

  it('can be used with the keyboard alone', async () => {
    const page = await visit();
    const keys = async (...names: string[]) => {
      for (const name of names) await page.keyboard.press(name);
    };
    const focused = () => page.evaluate<string>('document.activeElement.id || document.activeElement.textContent');
    await keys('Tab');
    expect(await focused()).toBe('Tới ô viết câu hỏi');
    await keys('Enter');
    await soon(focused).toBe('words');
    await page.keyboard.type('ly hôn');
    await keys('Shift+Enter');
    await page.keyboard.type('thế nào');
    expect(await field(page).inputValue()).toBe('ly hôn\nthế nào');
    await answeredBy(page, () => keys('Enter'));
    expect(await focused()).toBe('words');
    await keys('Shift+Tab');
    expect(await focused()).toBe(await page.locator('#lua-chon button').last().textContent());
    for (let nth = await page.locator('#lua-chon button').count(); nth > 1; nth -= 1) await keys('Shift+Tab');
    const chosen = await focused();
    await answeredBy(page, () => keys('Enter'));
    expect(await own(page).last().textContent()).toContain(chosen);
    // The pressed button is gone; Tab goes on from what is offered now.
    await keys('Tab');
    expect(await focused()).toBe(await page.locator('#lua-chon button').first().textContent());
  });

  it('lets a screen reader hear only what is new', async () => {
    const page = await visit();
    await say(page, 'cty nợ lương');
    const [first] = await lines(page).elementHandles();
    await say(page, 'ly hôn');
    expect(await first?.evaluate((line) => line.isConnected)).toBe(true);
    const log = page.getByRole('log', { name: 'Tin nhắn' });
    expect(await log.locator('li.person').count()).toBe(2);
    expect(await log.locator('button, textarea').count()).toBe(0);
  });

  it('is not seen in another browser', async () => {
    const [mine, other] = [await visit(), await visit()];
    await say(mine, 'chuyện riêng của tôi với cty nợ lương');
    await other.reload();
    expect(await other.content()).not.toContain('chuyện riêng');
    expect(await lines(other).count()).toBe(0);
    await mine.reload();
    expect(await own(mine).textContent()).toContain('chuyện riêng');
    // Nothing of it is where scripts keep things.
    const kept = await mine.evaluate<string>('JSON.stringify([localStorage, sessionStorage, document.cookie])');
    expect(kept).not.toMatch(/chuyện|cty|hq_chat/);
  });
});

chat(`nothing typed is lost, ${inBrowser}`, () => {
  it('when a text is too long', async () => {
    const page = await visit();
    const text = 'tôi bị ép làm thêm giờ. '.repeat(200);
    await field(page).fill(text);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await soon(() => page.getByRole('alert').textContent()).toContain('ký tự');
    expect(await field(page).inputValue()).toBe(text);
    await say(page, 'cty nợ lương');
    expect(await page.getByRole('alert').textContent()).toBe('');
  });

  it('when a text is larger than anything we take', async () => {
    const page = await visit();
    const text = 'ép làm thêm giờ '.repeat(60_000);
    await field(page).fill(text);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await soon(() => page.getByRole('alert').textContent()).toContain('Tin dài quá');
    expect(await field(page).inputValue()).toBe(text);
  });

  it('when the network fails, and sending again does not double it', async () => {
    const page = await visit();
    await page.route('**/chat', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await field(page).fill('cty nợ lương');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await soon(() => page.getByRole('alert').textContent()).toContain('Tin chưa gửi được');
    expect(await field(page).inputValue()).toBe('cty nợ lương');
    await page.unroute('**/chat');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await soon(() => field(page).inputValue()).toBe('');
    expect(await own(page).count()).toBe(1);
  });

  it('when more is typed while the answer is on its way', async () => {
    const page = await visit();
    let go = () => {};
    const released = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/chat', async (route) => {
      const response = await route.fetch();
      await released;
      await route.fulfill({ response });
    });
    await field(page).fill('cty nợ lương');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await field(page).press('End');
    await field(page).pressSequentially(' và giữ bằng');
    go();
    await newest(page).waitFor();
    await soon(() => field(page).inputValue()).toBe('và giữ bằng');
  });

  it.each([
    ['with script', {}],
    ['without script', WITHOUT_SCRIPT],
  ])('when a button is pressed meanwhile, %s', async (_, options) => {
    const page = await visit(options);
    await say(page, 'ly hôn');
    await field(page).fill('đang viết dở');
    await answeredBy(page, () => page.locator('#lua-chon button').first().click());
    expect(await field(page).inputValue()).toBe('đang viết dở');
    expect(await own(page).allTextContents()).not.toContain('đang viết dở');
  });

  it('and a double click sends once', async () => {
    const page = await visit();
    await field(page).fill('cty nợ lương');
    await answeredBy(page, () => page.getByRole('button', { name: 'Gửi', exact: true }).dblclick());
    await page.reload();
    expect(await own(page).count()).toBe(1);
  });
});

chat(`quick exit, ${inBrowser}`, () => {
  it('by Escape twice, wherever the focus is', async () => {
    const page = await visit();
    await withoutNetwork(page);
    await say(page, 'cty nợ lương');
    await field(page).fill('cty nợ lương nữa');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('status').textContent()).toBe('Bấm Esc lần nữa để thoát');
    await page.keyboard.press('Escape');
    await gone(page);
    await nothingComesBack(page);
  });

  it('by the button', async () => {
    const page = await visit(PHONE);
    await withoutNetwork(page);
    await say(page, 'cty nợ lương');
    await page.getByRole('link', { name: 'Thoát nhanh' }).click();
    await gone(page);
    await nothingComesBack(page);
  });

  it('by the link, without script', async () => {
    const page = await visit(WITHOUT_SCRIPT);
    await withoutNetwork(page);
    await say(page, 'cty nợ lương');
    await field(page).fill('cty nợ lương nữa');
    await page.getByRole('link', { name: 'Thoát nhanh' }).click();
    await gone(page);
    await nothingComesBack(page);
  });

  it('empties the screen at once, and leaves by itself when we are slow', async () => {
    const page = await visit();
    await page.route('https://www.google.com/**', (route) => route.fulfill({ body: '<title>Google</title>' }));
    await say(page, 'cty nợ lương');
    await page.route('**/chat/thoat', () => {});
    const left = await page.evaluate(
      "document.querySelector('.exit').click(); document.body.innerHTML + document.title",
    );
    expect(left).toBe('…');
    await page.waitForURL('https://www.google.com/');
  });

  it('leaves no way back to the chat: “back” leads to what was read before it', async () => {
    const page = await visit({}, '/healthz');
    await withoutNetwork(page);
    await page.goto(app.url);
    await say(page, 'chồng em hay đánh em mỗi khi nhậu về');
    expect(await page.title()).toBe('Hỏi Quyền');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('data:,');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await gone(page);
    await page.goBack();
    expect(page.url()).toBe(`${app.url}/healthz`);
    await page.goForward();
    expect(page.url()).toBe('https://www.google.com/');
  });

  it.each(['GET', 'POST'])('%s takes the cookie away and leaves nothing to be shown again', async (method) => {
    const left = await fetch(`${app.url}/chat/thoat`, { method, redirect: 'manual', headers: { origin: app.url } });
    expect(left.status).toBe(method === 'GET' ? 303 : 204);
    expect(left.headers.get('set-cookie')).toMatch(/^hq_chat=; Max-Age=0/);
    expect(left.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(app.url)).headers.get('cache-control')).toBe('no-store');
  });

  it('erases the talk behind it, for nobody could come back to erase it', async () => {
    const page = await visit();
    await withoutNetwork(page);
    await say(page, 'chồng em hay đánh em mỗi khi nhậu về');
    const session = await sessionOf(page);
    expect(await kept(session)).toEqual({ heard: 1, tickets: [] });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await gone(page);
    await soon(() => kept(session)).toEqual({ heard: 0, tickets: [] });
  });

  it('keeps a question that staff have, unless the page was told before that it shall go too', async () => {
    const page = await visit(PHONE);
    await withoutNetwork(page);
    const code = await handOver(page);
    const session = await sessionOf(page);
    await page.getByRole('link', { name: 'Thoát nhanh' }).click();
    await gone(page);
    await app.idle();
    expect((await kept(session)).tickets).toEqual([code]);

    const second = await visit(PHONE);
    await withoutNetwork(second);
    const other = await handOver(second);
    const secondSession = await sessionOf(second);
    await second.getByText('Giữ kín cuộc trò chuyện này').click();
    await second.getByLabel('Khi tôi thoát nhanh, xoá cả câu hỏi đã chuyển cho cán bộ.').check();
    await second.getByRole('link', { name: 'Thoát nhanh' }).click();
    await gone(second);
    await nothingComesBack(second);
    await soon(() => kept(secondSession)).toEqual({ heard: 0, tickets: [] });
    await soon(async () => app.staff.lastAbout(other)).toBe(vi.staff.erased(other));
    expect((await kept(session)).tickets).toEqual([code]);
  });

  it('asks anew on each page what shall go too, and offers nothing that does not work', async () => {
    const page = await visit();
    const tick = () => page.getByRole('checkbox', { includeHidden: true });
    await page.getByText('Giữ kín cuộc trò chuyện này').click();
    await tick().check();
    await page.reload();
    expect(await tick().isChecked()).toBe(false);
    const scriptless = await visit(WITHOUT_SCRIPT);
    await scriptless.getByText('Giữ kín cuộc trò chuyện này').click();
    expect(await scriptless.getByRole('checkbox').count()).toBe(0);
  });

  it('empties the other tabs too', async () => {
    const page = await visit();
    await say(page, 'cty nợ lương');
    const tab = await page.context().newPage();
    await tab.goto(app.url);
    expect(await own(tab).count()).toBe(1);
    await withoutNetwork(page);
    await page.bringToFront();
    await page.getByRole('link', { name: 'Thoát nhanh' }).click();
    await gone(page);
    await tab.bringToFront();
    await soon(() => lines(tab).count()).toBe(0);
  });
});

chat(`without script, ${inBrowser}`, () => {
  it('a person asks, chooses and reads the answer', async () => {
    const page = await visit(WITHOUT_SCRIPT);
    await say(page, 'ly hôn');
    await answeredBy(page, () => page.locator('#lua-chon button').first().click());
    expect(await newest(page).textContent()).toContain(vi.basisHeading());
    // The page shows the new answer from its beginning.
    const place = new URL(page.url()).hash;
    expect(await own(page).last().getAttribute('id')).toBe(place.slice(1));
  });

  it('a question goes to a centre, step by step, and the answer of staff is read', async () => {
    const page = await visit({ ...WITHOUT_SCRIPT, ...PHONE });
    const code = await handOver(page);
    await app.staff.replies(code, 'Mời bạn tới trung tâm sáng thứ Hai.');
    await app.idle();
    await page.getByRole('link', { name: 'Xem có tin mới không' }).click();
    await newest(page).getByText('Mời bạn tới trung tâm sáng thứ Hai.').waitFor();
    await say(page, 'trạng thái');
    expect(await newest(page).textContent()).toContain(code);
  });

  it('a text that is too long comes back whole', async () => {
    const page = await visit(WITHOUT_SCRIPT);
    const text = `\n\n${'bị ép làm thêm giờ.\n'.repeat(300)}HẾT`;
    await field(page).fill(text);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'ký tự' }).waitFor();
    expect(await field(page).inputValue()).toBe(text);
    expect(await page.title()).toBe('Chưa gửi được – Hỏi Quyền');
  });
});

chat(`a question that goes to a centre, ${inBrowser}`, () => {
  it('waits for a good moment where somebody else may look', async () => {
    const page = await visit();
    await say(page, 'chồng tôi hay đánh tôi mỗi khi nhậu về');
    const code = await handOver(page, { fearsLooks: true });
    await app.staff.replies(code, 'Mời bạn tới trung tâm sáng thứ Hai.');
    // By day the person is asked; at night whoever writes is told that something waits.
    await say(page, 'hỏi máy');
    await soon(() =>
      lines(page)
        .allTextContents()
        .then((all) => all.join('\n')),
    ).toContain('Nhắn “xem” để đọc');
    expect((await lines(page).allTextContents()).join('\n')).not.toContain('sáng thứ Hai');
    await say(page, 'xem');
    await lines(page).getByText('Mời bạn tới trung tâm sáng thứ Hai.').waitFor();
    await say(page, 'dừng');
    expect(await newest(page).textContent()).toContain(vi.discreet.stopped());
    const before = await lines(page).count();
    await app.staff.replies(code, 'Bạn còn đó không?');
    await app.idle();
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.reload();
    expect(await lines(page).count()).toBe(before);
  });

  it('is answered by staff on the same page, by itself, and can be rated', async () => {
    const page = await visit();
    const code = await handOver(page);
    await field(page).fill('đang viết thêm');
    await app.staff.replies(code, 'Mời bạn tới trung tâm sáng thứ Hai.');
    await newest(page).getByText('Mời bạn tới trung tâm sáng thứ Hai.').waitFor();
    expect(await field(page).inputValue()).toBe('đang viết thêm');

    // The bot keeps quiet while staff have the matter: the words appear without waiting for an answer.
    const before = await lines(page).count();
    await field(page).fill('cảm ơn, tôi sẽ tới');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await soon(() => lines(page).count()).toBe(before + 1);
    expect(await own(page).last().textContent()).toContain('tôi sẽ tới');

    await app.staff.replies(code, '/dong');
    await app.idle();
    // Whoever comes back to the page sees it at once.
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await choice(page, vi.label.helpful).waitFor();
    await press(page, vi.label.helpful);
    expect(await newest(page).textContent()).toContain(vi.rated());
  });
});

chat(`on a small phone, ${inBrowser}`, () => {
  it('nothing is wider than the screen, and everything to press is large enough', async () => {
    const page = await visit(PHONE);
    const fits = async (where: string) => {
      const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([where, wider]).toEqual([where, 0]);
      const tooSmall: string[] = [];
      for (const target of await page.locator('button:visible, .exit, .numbers a, .hotlines a, summary').all()) {
        const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
        if (Math.min(width, height) < 44) tooSmall.push(`${await target.textContent()}: ${width} × ${height}`);
      }
      expect([where, tooSmall]).toEqual([where, []]);
    };
    await fits('empty');
    await say(page, `cty nợ lương ${'W'.repeat(200)}`);
    await fits('answer');
    await say(page, 'chồng đánh tôi');
    await fits('emergency');
    await say(page, 'ly hôn');
    await fits('choices');
    await handOver(page, { fearsLooks: true });
    await fits('hand-over');
    await page.getByText('Giữ kín cuộc trò chuyện này').click();
    await fits('privacy');
    const exit = page.getByRole('link', { name: 'Thoát nhanh' });
    expect((await exit.boundingBox())?.y).toBeLessThan(20);
  });

  it('Enter begins a new line, for there is a button to send', async () => {
    const page = await visit(PHONE);
    await field(page).focus();
    await page.keyboard.type('một');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hai');
    expect(await field(page).inputValue()).toBe('một\nhai');
    expect(await lines(page).count()).toBe(0);
  });
});

chat(`accessibility (axe), ${inBrowser}`, () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const findings = async (page: Page) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    return violations.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  it.each(['light', 'dark'] as const)('finds nothing, %s', async (colorScheme) => {
    const page = await visit({ colorScheme });
    const clean = async (where: string) => expect([where, await findings(page)]).toEqual([where, []]);
    await clean('empty');
    await say(page, 'cty nợ lương');
    await clean('answer');
    await say(page, 'chồng đánh tôi, gọi ai');
    await clean('emergency');
    await say(page, 'gặp cán bộ');
    await clean('review');
    await press(page, vi.label.next);
    await say(page, 'Lạng Sơn');
    await clean('contact');
    await field(page).fill('a'.repeat(4001));
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'ký tự' }).waitFor();
    await clean('fault');
    for (const path of ['/console', '/khong-co']) {
      await page.goto(app.url + path);
      await clean(path);
    }
  });
});
