import { renameSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { EMERGENCY, WAGES, WAGES_LAW } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';

let bot: RunningBot;
let browser: Browser;

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  [bot, browser] = await Promise.all([RunningBot.start({}), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await bot?.end();
});

/** Waits for what is read to be as expected; a busy machine takes its time. */
const soon = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 60_000 });
const field = (page: Page) => page.getByLabel('Bạn muốn hỏi gì?');
const send = (page: Page) => page.getByRole('button', { name: 'Gửi', exact: true }).click();
const talk = async (page: Page) => (await page.locator('.talk').textContent()) ?? '';

describe.skipIf(noBrowser !== undefined)('the web chat without its database, in a browser', () => {
  it.each([true, false])(
    'says whom to call, keeps the typed words, and answers when they are sent again (script: %s)',
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ locale: 'vi-VN', javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(bot.address);
      const ended = bot.events().filter((event) => event === 'no longer degraded').length;
      renameSync(bot.databaseFile, `${bot.databaseFile}.away`);

      await field(page).fill(EMERGENCY);
      await send(page);
      await soon(() => talk(page)).toContain(vi.urgentLead.violence);
      expect(await talk(page)).toContain(vi.notKept());
      expect(await page.locator('.talk a[href="tel:113"]').count()).toBeGreaterThan(0);
      expect(await field(page).inputValue()).toBe(EMERGENCY);
      // Something else, written meanwhile, is told of too.
      await field(page).fill(WAGES);
      await send(page);
      await soon(() => talk(page)).toContain(vi.callNow());

      renameSync(`${bot.databaseFile}.away`, bot.databaseFile);
      await bot.hasLogged('no longer degraded', ended + 1);
      expect(await field(page).inputValue()).toBe(WAGES);
      await send(page);
      await soon(() => talk(page)).toContain(WAGES_LAW);
      expect(await field(page).inputValue()).toBe('');
      await context.close();
    },
  );
});
