import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD, WORKERS } from '../../scripts/demo/accounts.ts';
import { SIGN_IN_WORDS } from '../../src/web/console/sign-in/wording.ts';

const WORDS = SIGN_IN_WORDS.vi;

/** What went wrong in a page without anybody seeing it: faults of scripts, and what the content policy forbade. */
export function watchUnseen(page: Page, unseen: string[]): void {
  page.on('pageerror', (fault) => unseen.push(String(fault)));
  page.on('console', (line) => {
    if (/content security policy|refused to/i.test(line.text())) unseen.push(line.text());
  });
}

/** Somebody of the demonstration in a browser of their own, signed in with password and second factor. */
export async function signInInBrowser(
  browser: Browser,
  url: string,
  login: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const worker = WORKERS.find((one) => one.login === `${login}@demo.example`);
  if (!worker) throw new Error(`Nobody in the demonstration is called ${login}`);
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(`${url}/console`);
  await page.getByLabel(WORDS.login).fill(worker.login);
  await page.getByLabel(WORDS.password).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: WORDS.goOn }).click();
  await page.getByLabel(WORDS.code, { exact: true }).fill(codeOf(worker.secret));
  await page.getByRole('button', { name: WORDS.signIn, exact: true }).click();
  await page.waitForURL(/\/console\/(?!sign-in)/);
  return page;
}

/** What the app for codes on the phone shows now. */
function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}
