import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '../../scripts/demo/accounts.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { Argon2Passwords } from '../../src/sign-in/argon2-passwords.ts';
import { CANDIDATE_WORDS } from '../../src/web/console/curation/candidate-wording.ts';
import { DRAFT_WORDS } from '../../src/web/console/curation/draft-wording.ts';
import { ENTRY_WORDS } from '../../src/web/console/curation/entry-wording.ts';
import { REVIEW_WORDS } from '../../src/web/console/curation/review-wording.ts';
import { INBOX_WORDS, TICKET_WORDS } from '../../src/web/console/desk/wording.ts';
import { BEE_PHRASINGS, BEES, beeFile } from '../support/bees.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { signInInBrowser, watchUnseen } from '../support/console-browser.ts';
import { type RunningApp, runApp } from '../web/running-app.ts';

/** Nothing shipped comes near it. */
const ASKED = 'em quay mật thuê bị ong đốt sưng mặt, chủ trại ong có phải đền không';
/** Another person, in other words. */
const ASKED_NEXT = 'làm thuê quay mật mà bị ong đốt phải đi viện, đòi chủ trại ong tiền thuốc được không';
const NOT_KNOWN = 'Tôi chưa có câu trả lời chắc chắn';
const ANSWER = 'Chào bạn. Chủ trại phải trả tiền thuốc cho bạn';
const SHORT_ANSWER = 'Chủ trại ong phải trả tiền thuốc cho người làm thuê bị ong đốt.';
const [LONG_STORY = ''] = BEE_PHRASINGS;

let app: RunningApp;
let browser: Browser;
const unseen: string[] = [];

const inBrowser = describe.skipIf(noBrowser !== undefined);
if (noBrowser !== undefined) process.stderr.write(`test/journeys/question-to-entry.test.ts: ${noBrowser}\n`);

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  [app, browser] = await Promise.all([runApp(), openBrowser()]);
  await demoAccounts(app.store, new Argon2Passwords(), new Date());
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  expect(unseen).toEqual([]);
});

async function atTheDesk(login: string): Promise<Page> {
  const page = await signInInBrowser(browser, app.url, login);
  watchUnseen(page, unseen);
  return page;
}

/** Somebody who opens the web chat for the first time. */
async function citizen(): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  watchUnseen(page, unseen);
  await page.goto(app.url);
  return page;
}

const newest = (page: Page) => page.locator('.talk > li.bot:not(.wait)').last();

/** Types and waits until what is said holds these words. */
async function says(page: Page, words: string, answer: string): Promise<void> {
  await page.getByLabel('Bạn muốn hỏi gì?').fill(words);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await newest(page).getByText(answer).first().waitFor();
}

async function presses(page: Page, choice: string, answer: string): Promise<void> {
  await page.getByRole('button', { name: choice, exact: true }).first().click();
  await newest(page).getByText(answer).first().waitFor();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

inBrowser(`from a question that nobody could answer to an entry, ${noBrowser ?? 'in a browser'}`, () => {
  it('is asked, answered by staff, learned, reviewed by a second person, and given to the next one who asks', async () => {
    // A citizen asks, the bot knows nothing, and the citizen agrees that the centre gets the question.
    const ba = await citizen();
    await says(ba, ASKED, NOT_KNOWN);
    await presses(ba, vi.label.referral, ASKED);
    await presses(ba, vi.label.next, vi.askProvince());
    await says(ba, 'Hưng Yên', vi.askContact());
    await presses(ba, vi.label.skip, ASKED);
    await presses(ba, vi.label.agree, 'HQ-');
    const code = /HQ-[A-Z0-9]{4}/.exec((await newest(ba).textContent()) ?? '')?.[0] ?? '';

    // Staff of that centre sign in with both factors, take the referral and answer with the law beside it.
    const desk = TICKET_WORDS.vi;
    const hoa = await atTheDesk('hoa');
    expect(await hoa.getByRole('heading', { level: 1 }).textContent()).toBe(INBOX_WORDS.vi.title);
    await follow(hoa, code);
    await hoa.getByText(ASKED).first().waitFor();
    await press(hoa, desk.claim);
    await hoa.getByText(desk.told.claimed).waitFor();
    await hoa.getByLabel(desk.answerLabel).fill(`${ANSWER} `);
    await hoa.getByLabel(desk.citeLabel).fill('điều 145 bộ luật lao động');
    await press(hoa, desk.citeButton);
    await hoa
      .getByRole('button', { name: /^Chèn Điều 145/ })
      .first()
      .click();
    await press(hoa, desk.preview);
    await hoa.locator('.preview', { hasText: ANSWER }).waitFor();
    await press(hoa, desk.send);
    await hoa.getByText(desk.told.answered).waitFor();

    // The citizen reads it on the same page, by itself.
    await newest(ba).getByText(ANSWER).waitFor();
    expect(await newest(ba).textContent()).toMatch(/\(Điều 145.*Bộ luật Lao động 2019\)/);

    // Staff close, the citizen says that it helped, and staff see it.
    await press(hoa, desk.close);
    await hoa.getByText(desk.told.closed).waitFor();
    await presses(ba, vi.label.helpful, vi.rated());
    await hoa.reload();
    await hoa.getByText(desk.ratings.helpful).waitFor();

    // Staff offer it to the curators, without the person in it.
    const offer = CANDIDATE_WORDS.vi;
    await follow(hoa, desk.offer);
    expect(await hoa.getByLabel(offer.question, { exact: true }).inputValue()).toBe(ASKED);
    await hoa.getByLabel(offer.citations).fill('bo-luat-lao-dong-2019:145');
    await hoa.getByLabel(offer.looked).check();
    await press(hoa, offer.offer);
    await hoa.getByText(offer.offered).waitFor();

    // A curator makes an entry of it, tries a question, and sends it to review.
    const write = DRAFT_WORDS.vi;
    const lan = await atTheDesk('bien-soan');
    await lan.goto(`${app.url}/console/candidates`);
    expect(await lan.content()).not.toContain(code);
    await follow(lan, ASKED);
    await press(lan, offer.newEntry);
    await follow(lan, write.asFile);
    const begun = await lan.getByLabel(write.file).inputValue();
    expect(begun).toContain(`  - ${ASKED}`);
    const entry = /^id: (.*)$/m.exec(begun)?.[1] ?? '';
    const text = beeFile(SHORT_ANSWER).replace(BEES, entry).replace('variants:', `variants:\n  - ${ASKED}`);
    await lan.getByLabel(write.file).fill(text);
    await lan.getByLabel(write.note, { exact: true }).fill('Từ một hồ sơ; đã đối chiếu Điều 145.');
    await press(lan, write.save);
    await lan.getByText(write.saved).waitFor();
    await lan.getByLabel(write.tryQuestion).fill(LONG_STORY);
    await press(lan, write.tryButton);
    await lan.locator('#ket-qua').getByText(write.thisEntry).first().waitFor();
    await press(lan, write.submit);
    await lan.getByText(REVIEW_WORDS.vi.told.submitted ?? '').waitFor();
    await lan.getByText(REVIEW_WORDS.vi.ownWork).waitFor();

    // Until a second person says yes, nobody is told anything new.
    const early = await citizen();
    await says(early, ASKED, NOT_KNOWN);
    expect(await early.content()).not.toContain(SHORT_ANSWER);

    // A second person reads, sees that every check passes, and publishes.
    const review = REVIEW_WORDS.vi;
    const son = await atTheDesk('duyet');
    await son.goto(`${app.url}/console/reviews`);
    await follow(son, entry);
    await son.getByText(review.passes).waitFor();
    await press(son, review.publish);
    await follow(son, 'Xem kết quả');
    await son.getByText(ENTRY_WORDS.vi.told.published ?? '').waitFor();

    // The next citizen gets it at once, from the program that never stopped.
    const tu = await citizen();
    await says(tu, ASKED_NEXT, SHORT_ANSWER);
    expect(await newest(tu).textContent()).toContain('Bộ luật Lao động');
  });
});
