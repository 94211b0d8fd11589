import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { BOOK_ARTICLES, BOOKS_NAME, holdLaw, wordsOf } from '../support/small-law.ts';
import { type RunningApp, runApp } from './running-app.ts';

const PHONE = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true } as const;
const ODD = BOOK_ARTICLES.find(({ article }) => article === '3')!;

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  [app, browser] = await Promise.all([runApp(), openBrowser()]);
  await holdLaw(app.store);
  await app.laws.follow();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

if (noBrowser !== undefined) process.stderr.write(`test/web/official-text.test.ts: ${noBrowser}\n`);

describe.skipIf(noBrowser !== undefined)(`words of the law in the web chat, ${noBrowser ?? 'in a browser'}`, () => {
  it.each([
    ['with script', true],
    ['without script', false],
  ])(
    '%s: every character stands there, the clause is marked, the next article is one press away',
    async (_, script) => {
      const context = await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: script, ...PHONE });
      const page = await context.newPage();
      const quote = page.locator('.talk > li.bot blockquote').last();
      await page.goto(app.url);
      await page.getByLabel('Bạn muốn hỏi gì?').fill('khoản 1 điều 3 luật mượn sách');
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();

      await expect.poll(() => quote.textContent(), { timeout: 60_000 }).toBe(wordsOf(ODD));
      expect(await quote.locator('mark').textContent()).toBe(ODD.text.split('\n')[0]);
      expect(await page.evaluate("getComputedStyle(document.querySelector('blockquote')).whiteSpaceCollapse")).toBe(
        'preserve',
      );
      // Nothing of it is a link or a list of ours, and it does not run off a small screen.
      expect(await quote.locator('a, li, b').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(await page.getByRole('heading', { name: `Điều 3 ${BOOKS_NAME} – nguyên văn tiếng Việt` }).count()).toBe(1);

      await page.getByRole('button', { name: 'Điều sau: Điều 3a', exact: true }).click();
      await expect
        .poll(() => quote.textContent(), { timeout: 60_000 })
        .toBe('Điều 3a. Gia hạn\nGia hạn một lần, bảy ngày.');
      await page.getByRole('button', { name: 'Mục lục', exact: true }).click();
      await expect
        .poll(() => page.locator('.talk > li.bot').last().textContent(), { timeout: 60_000 })
        .toContain('Điều 3a. Gia hạn');
      await context.close();
    },
  );
});
