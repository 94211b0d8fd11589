import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browsing } from './browsing.ts';
import { type RunningApp, runApp } from './running-app.ts';

const PER_MINUTE = 12;
const NEW_TALKS = 3;
const QUESTION = 'công ty nợ lương hai tháng nay chưa trả, đòi thế nào';
const EMERGENCY = 'chồng đang cầm dao đuổi giết mẹ con tôi';

let app: RunningApp;
let networks = 0;

/** Behind one proxy of ours, which tells who called. */
beforeAll(async () => {
  app = await runApp({ ADDRESS_PER_MINUTE: String(PER_MINUTE), TRUST_PROXY: '1' });
});
afterAll(() => app?.stop());

/** An address that nobody used before. */
function newAddress(): string {
  networks += 1;
  return `203.0.113.${networks}`;
}

/** Somebody with a browser of their own at an address. */
async function visitor(address: string) {
  const browsing = new Browsing(app.web);
  const from = { 'x-forwarded-for': address };
  const opened = await browsing.open('/', from);
  return {
    opened,
    browsing,
    writes: (text: string, headers: Readonly<Record<string, string>> = {}) =>
      browsing.send({ text }, { 'sec-fetch-site': 'same-origin', ...from, ...headers }),
  };
}

/** Writes until no more is taken. @returns How many were. */
async function fill(address: string): Promise<number> {
  const person = await visitor(address);
  for (let nth = 0; nth < 2 * PER_MINUTE; nth += 1) {
    const { response } = await person.writes(`câu hỏi số ${nth} về tiền lương`);
    if (response.status === 429) return nth;
  }
  throw new Error('Nothing was refused');
}

describe('too many messages of the web chat from one address', () => {
  it('are not taken; the page keeps what was typed and says when to try again, and whom to call', async () => {
    const address = newAddress();
    const person = await visitor(address);
    for (let nth = 0; nth < PER_MINUTE; nth += 1) {
      expect((await person.writes(`câu hỏi số ${nth} về tiền lương`)).response.status).toBeLessThan(400);
    }
    const { response, html, text } = await person.writes(QUESTION);
    expect(response.status).toBe(429);
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(html).toMatch(new RegExp(`<textarea[^>]*>${QUESTION}`));
    expect(text).toContain(`sau ${seconds} giây`);
    expect(text).toMatch(/113.*115.*111/);
  });

  it('are told as such also to a page with script, which keeps the words itself', async () => {
    const address = newAddress();
    await fill(address);
    const person = await visitor(address);
    const { response } = await person.writes(QUESTION, { 'hx-request': 'true' });
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(person.opened.html).toContain('data-too-many=');
  });

  it('leave people at other addresses alone', async () => {
    await fill(newAddress());
    expect((await (await visitor(newAddress())).writes(QUESTION)).response.status).toBeLessThan(400);
  });

  it('are not escaped by a new cookie, a made-up cookie, or an address that somebody claims to come from', async () => {
    const address = newAddress();
    await fill(address);
    expect((await (await visitor(address)).writes(QUESTION)).response.status).toBe(429);
    const inventive = await visitor(address);
    inventive.browsing.cookie = `hq_chat=${'a'.repeat(32)}`;
    expect((await inventive.writes(QUESTION)).response.status).toBe(429);
    const claims = { 'x-forwarded-for': `198.51.100.99, ${address}` };
    expect((await inventive.writes(QUESTION, claims)).response.status).toBe(429);
  });

  it('count for all addresses of one line of IPv6', async () => {
    await fill('2001:db8:7:7::1');
    expect((await (await visitor('2001:db8:7:7:aaaa::9')).writes(QUESTION)).response.status).toBe(429);
    expect((await (await visitor('2001:db8:7:8::1')).writes(QUESTION)).response.status).toBeLessThan(400);
  });

  it('do not keep words of danger from being answered', async () => {
    const address = newAddress();
    await fill(address);
    const { response, text } = await (await visitor(address)).writes(EMERGENCY, { 'hx-request': 'true' });
    expect(response.status).toBe(200);
    expect(text).toContain('113');
  });

  it('are not put together with others whose address nobody knows', async () => {
    for (let nth = 0; nth < PER_MINUTE + 3; nth += 1) {
      const browsing = new Browsing(app.web);
      await browsing.open('/');
      expect((await browsing.send({ text: 'xin chào' })).response.status).toBeLessThan(400);
    }
  });
});

describe('new talks from one address', () => {
  it('are fewer than messages, so that a cookie thrown away is no way around', async () => {
    const address = newAddress();
    const statuses: number[] = [];
    for (let nth = 0; nth <= NEW_TALKS; nth += 1) {
      statuses.push((await (await visitor(address)).writes('xin chào')).response.status);
    }
    expect(statuses.map((status) => status < 400)).toEqual([true, true, true, false]);
  });

  it('do not stop the talks that are there', async () => {
    const address = newAddress();
    const first = await visitor(address);
    await first.writes('xin chào');
    for (let nth = 0; nth < NEW_TALKS; nth += 1) await (await visitor(address)).writes('xin chào');
    expect((await first.writes(QUESTION)).response.status).toBeLessThan(400);
  });
});

describe('looks at the page', () => {
  it('are limited far beyond what people do', async () => {
    const from = { 'x-forwarded-for': newAddress() };
    const look = async () => (await app.web.request('/chat/messages', { headers: from })).status;
    for (let nth = 0; nth < PER_MINUTE * 20; nth += 1) expect(await look()).toBeLessThan(400);
    expect(await look()).toBe(429);
    const page = await app.web.request('/', { headers: from });
    expect([page.status, Number(page.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await page.text()).toMatch(/Việc gấp/);
  });
});
