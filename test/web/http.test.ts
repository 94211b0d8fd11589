import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { EXAMPLES } from '../../src/web/chat/chat-page.tsx';
import { WAGES } from '../support/questions.ts';
import { Browsing } from './browsing.ts';
import { type RunningApp, runApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.stop());

let person: Browsing;
beforeEach(() => {
  person = new Browsing(app.web);
});

const count = async (metric: string): Promise<number> => {
  const text = await (await app.web.request('/metrics')).text();
  return Number(new RegExp(`^${metric.replace(/[{}]/g, '\\$&')} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
};
const stored = () => count('hoi_quyen_messages_received_total{channel="web"}');

describe('the page of the web chat', () => {
  it('is a Vietnamese page in standards mode that nobody keeps and that runs only our own files', async () => {
    const { response, html } = await person.open('/');
    expect(response.status).toBe(200);
    expect(html).toMatch(/^<!doctype html><html lang="vi">/);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=UTF-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(html).not.toMatch(/<script(?! src="\/assets\/)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('gives out one cookie, out of reach of scripts and of other sites, before anything is written', async () => {
    const { response } = await person.open('/');
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^hq_chat=[A-Za-z0-9_-]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await person.open('/')).response.headers.getSetCookie()).toEqual([]);
  });

  it('takes no talk for its own that it did not give out', async () => {
    const response = await app.web.request('/', { headers: { cookie: 'hq_chat=x' } });
    expect(response.headers.getSetCookie()).toHaveLength(1);
  });

  it('has files that a browser keeps for ever, by their content', async () => {
    const { html } = await person.open('/');
    const paths = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const response = await app.web.request(path, { headers: { 'accept-encoding': 'gzip' } });
      expect(response.headers.get('cache-control')).toContain('immutable');
      expect(response.headers.get('content-encoding')).toBe('gzip');
    }
    const unversioned = await app.web.request('/assets/app.css?v=old');
    expect(unversioned.headers.get('cache-control')).toBe('no-cache');
    expect((await app.web.request('/assets/..%2f..%2fpackage.json')).status).toBe(404);
    expect((await app.web.request('/assets/constructor')).status).toBe(404);
  });
});

describe('a question', () => {
  it('leads back to the page, where the answer stands with its basis', async () => {
    await person.open('/');
    const { response } = await person.send({ text: 'cty ko tra luong 2 thang nay roi' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/^\/#m-[a-z0-9]+$/);
    const { html } = await person.open('/');
    expect(html).toContain(vi.basisHeading());
    expect(html).toContain('Bộ luật Lao động 2019');
  });

  it.each(EXAMPLES)('of the examples brings an answer, or entries to choose from: %s', async (example) => {
    await person.open('/');
    await person.send({ example, text: '' });
    const { html } = await person.open('/');
    expect(html).toContain(`${example}</li>`);
    expect(html).toMatch(new RegExp(`<h3>${vi.basisHeading()}|name="press" value="entry:`));
  });

  it('is answered with hotlines first in an emergency, each a number to press', async () => {
    await person.open('/');
    await person.send({ text: 'chồng tui nhậu về là đánh tui hoài, tui phải kêu ai' });
    const { html } = await person.open('/');
    const [first = '', second = ''] = html.split('<li class="bot').slice(1);
    expect(first).toContain(vi.urgentLead.violence);
    expect([...first.matchAll(/<a href="tel:(\d+)">/g)].map(([, number]) => number).slice(0, 3)).toEqual([
      '113',
      '115',
      '111',
    ]);
    expect(second).toContain(vi.basisHeading());
  });

  it('that is vague brings choices, and a choice brings the answer', async () => {
    await person.open('/');
    await person.send({ text: 'ly hôn' });
    const { html } = await person.open('/');
    const [, press = '', label = ''] = /name="press" value="(entry:[^"]+)"[^>]*>([^<]+)</.exec(html) ?? [];
    expect(press).not.toBe('');
    await person.send({ press, text: '' });
    const after = await person.open('/');
    expect(after.html).toContain(`${label}</li>`);
    expect(after.text).toContain(vi.basisHeading());
    expect(after.html).not.toContain('value="entry:');
  });

  it('is read without control characters, in whatever form it was typed', async () => {
    await person.open('/');
    await person.send({ text: '  Công ty\u0000 nợ\u200B lương\u202E\u0007\r\n2 tháng  '.normalize('NFD') });
    const { html } = await person.open('/');
    expect(html).toContain('Công ty nợ lương\n2 tháng</li>');
  });

  it('that looks like a script is shown as text', async () => {
    await person.open('/');
    await person.send({ text: '<script>alert(1)</script><img src=x onerror=alert(1)>' });
    const { html } = await person.open('/');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<script>|<img/);
  });

  it('is not seen by anybody else', async () => {
    await person.open('/');
    await person.send({ text: 'chuyện riêng của tôi' });
    const other = new Browsing(app.web);
    expect((await other.open('/')).text).not.toContain('chuyện riêng của tôi');
    expect((await other.open('/chat/messages')).text).not.toContain('chuyện riêng của tôi');
    expect((await person.open('/')).text).toContain('chuyện riêng của tôi');
  });
});

describe('a form sent twice', () => {
  it('is one message', async () => {
    await person.open('/');
    const { once } = person;
    const before = await stored();
    await Promise.all([
      person.send({ text: 'tôi bị đuổi việc', once }),
      person.send({ text: 'tôi bị đuổi việc', once }),
    ]);
    await person.send({ text: 'tôi bị đuổi việc', once });
    expect((await stored()) - before).toBe(1);
    expect((await person.open('/')).text.match(/tôi bị đuổi việc/g)).toHaveLength(1);
  });

  it('with other words the second time loses neither', async () => {
    await person.open('/');
    const { once } = person;
    await person.send({ text: 'tôi bị đuổi việc', once });
    await person.send({ text: 'tôi bị đuổi việc khi có thai', once });
    const { html } = await person.open('/');
    expect(html).toContain('tôi bị đuổi việc</li>');
    expect(html).toContain('tôi bị đuổi việc khi có thai</li>');
  });

  it('later may say the same again', async () => {
    await person.open('/');
    await person.send({ text: 'xin chào' });
    await person.open('/');
    await person.send({ text: 'xin chào' });
    expect((await person.open('/')).html.match(/xin chào<\/li>/g)).toHaveLength(2);
  });
});

describe('what cannot be taken', () => {
  it('keeps a huge text to the last character and says how much is too much', async () => {
    await person.open('/');
    const text = `Chuyện dài: ${'tôi bị ép làm thêm giờ. '.repeat(400)}HẾT`;
    const before = await stored();
    const { response, html, text: shown } = await person.send({ text });
    expect(response.status).toBe(422);
    expect(shown).toContain(text);
    expect(html).toContain('Bạn bớt 5.615 ký tự hoặc chia thành vài tin');
    // Nobody has read it: it may be the story of a night, and danger.
    expect(html).toContain('Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em).');
    expect(html).toContain('<title>Chưa gửi được – Hỏi Quyền</title>');
    expect(await stored()).toBe(before);
  });

  it.each([
    ['no field at all', {}, 'Tin chưa gửi được'],
    ['no words', { once: 'o1', text: ' \u200B ' }, 'Bạn chưa viết gì'],
    ['a form id that is not ours', { once: 'x'.repeat(65), text: 'giữ lại chữ này' }, 'Tin chưa gửi được'],
    ['a choice that no button has', { once: 'o2', press: 'ế'.repeat(9), text: 'giữ lại chữ này' }, 'Tin chưa gửi được'],
  ])('%s: says so, and keeps what was typed', async (_, fields, fault) => {
    await person.open('/');
    const { response, html } = await person.post('/chat', new URLSearchParams(fields as Record<string, string>));
    expect(response.status).toBe(422);
    expect(html).toContain(fault);
    if ('text' in fields && fields.text.trim().length > 1) expect(html).toContain(`${fields.text}</textarea>`);
  });

  it.each([
    ['broken multipart', 'multipart/form-data', 'x'],
    ['JSON', 'application/json', '{"once":"o1","text":"a"}'],
    ['a file in place of words', 'multipart/form-data; boundary=b', file('text')],
  ])('%s is no form of ours', async (_, type, body) => {
    const response = await app.web.request('/chat', { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(422);
  });

  it('has a limit of 1 MiB for a body, on pages and webhooks, with and without a stated length', async () => {
    const body = `text=${'a'.repeat(1024 * 1024)}`;
    const { response, html } = await person.post('/chat', new URLSearchParams({ text: body }));
    expect(response.status).toBe(413);
    expect(html).toContain('Tin dài quá');
    expect(html).toContain('Việc gấp: gọi 113');
    const parts = new ReadableStream({
      start(controller) {
        for (let nth = 0; nth < 17; nth += 1) controller.enqueue(new Uint8Array(64 * 1024).fill(97));
        controller.close();
      },
    });
    const streamed = await app.web.request(
      new Request('http://localhost/chat', { method: 'POST', body: parts, duplex: 'half' } as RequestInit),
    );
    expect(streamed.status).toBe(413);
    expect((await app.web.request('/webhooks/telegram', { method: 'POST', body })).status).toBe(413);
  });

  it('keeps what was typed beside a pressed button', async () => {
    await person.open('/');
    const { response, html } = await person.send({ example: EXAMPLES[0] ?? '', text: 'đang viết dở' });
    expect(response.status).toBe(200);
    expect(html).toContain('đang viết dở</textarea>');
    expect(html).not.toContain('đang viết dở</li>');
  });

  it('still shows the answer where the browser keeps no cookie', async () => {
    await person.open('/');
    const { once } = person;
    const fields = new URLSearchParams({ once, text: WAGES });
    const response = await app.web.request('/chat', { method: 'POST', body: fields });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(vi.basisHeading());
  });
});

describe('a post', () => {
  const send = (headers: Record<string, string>) =>
    person.post('/chat', new URLSearchParams({ once: person.once, text: 'xin chào' }), headers);
  const HOME = 'http://localhost';

  it.each([
    ['our own page, a browser of today', { 'sec-fetch-site': 'same-origin', origin: HOME }, 303],
    ['our own page, an older browser', { origin: HOME }, 303],
    ['no browser', {}, 303],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another site, an older browser', { origin: 'https://evil.example' }, 403],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }, 403],
    ['a page that hides where it is', { origin: 'null' }, 403],
  ])('from %s', async (_, headers, status) => {
    await person.open('/');
    const { response, html } = await send(headers);
    expect(response.status).toBe(status);
    if (status === 403) expect(html).toContain('Tin này không đến từ trang của Hỏi Quyền');
  });
});

describe('quick exit', () => {
  it.each(['GET', 'POST'])('clears the cookie and names no page of ours (%s)', async (method) => {
    await person.open('/');
    await person.send({ text: 'chuyện không ai được biết' });
    const response = await app.web.request('/chat/thoat', { method, headers: { cookie: person.cookie } });
    expect([response.status, response.headers.get('location')]).toEqual(
      method === 'GET' ? [303, 'https://www.google.com/'] : [204, null],
    );
    expect(response.headers.getSetCookie()).toEqual(['hq_chat=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    // Chrome takes seconds to clear its cache, and meanwhile the page stays on the screen.
    expect(response.headers.has('clear-site-data')).toBe(false);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is no door for others: a link of another site neither ends the talk nor erases it', async () => {
    await person.open('/');
    await person.send({ text: WAGES });
    const led = { cookie: person.cookie, 'sec-fetch-site': 'cross-site' };
    const response = await app.web.request('/chat/thoat', { headers: led });
    expect([response.status, response.headers.getSetCookie()]).toEqual([303, []]);
    await app.idle();
    expect((await person.open('/')).text).toContain(WAGES);
  });
});

describe('while the talk goes on', () => {
  it('asking again brings nothing when nothing is new, and the talk when something is', async () => {
    await person.open('/');
    const { html } = await person.send({ text: 'xin chào' }, { 'hx-request': 'true' });
    expect(html).toMatch(/^<section id="tro-chuyen"/);
    const [, again = ''] = /hx-get="(\/chat\/messages[^"]+)"/.exec(html) ?? [];
    expect((await person.open(again)).response.status).toBe(204);
    await person.send({ text: 'cảm ơn' });
    const renewed = await person.open(again, { 'hx-request': 'true' });
    expect(renewed.html).toContain('cảm ơn</li>');
    expect(renewed.html).not.toContain('<textarea');
  });

  it('shows the last lines of a long talk and says that there are more', async () => {
    await person.open('/');
    for (let nth = 1; nth <= 31; nth += 1) await person.send({ text: `xin chào ${nth}`, once: `o${nth}` });
    const { html } = await person.open('/');
    expect(html.match(/<li class="(?:person|bot)/g)).toHaveLength(60);
    expect(html).toContain('Chỉ hiện những tin gần nhất');
    expect(html).toContain('xin chào 31</li>');
    expect(html).not.toContain('xin chào 1</li>');
  });
});

describe('for those who run the service', () => {
  it('/healthz and /readyz say that it works', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await app.web.request(path)).status).toBe(200);
  });

  it('/metrics counts in the text format of Prometheus, without a word of anybody', async () => {
    await person.open('/');
    await person.send({ text: 'số của tôi là 0912345678, tôi tên Nguyễn Thị Bí Mật' });
    const response = await app.web.request('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    for (const line of text.split('\n').filter(Boolean)) {
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|[a-z_]\w*(?:\{[^}]*\})? (?:[-+.\deE]+|NaN|[+-]Inf))$/);
    }
    expect(text).toMatch(/^hoi_quyen_messages_received_total\{channel="web"\} [1-9]/m);
    expect(text).not.toMatch(/0912345678|Bí Mật/);
    expect(text).not.toContain(person.cookie.split('=')[1]);
  });

  it('the log has no word of anybody either', () => {
    expect(app.logged.join('')).not.toMatch(/0912345678|Bí Mật|riêng của tôi|hq_chat/);
  });

  it.each(['/console', '/console/khong-co'])(
    '%s asks to sign in, whether there is such a page or not',
    async (path) => {
      const { response } = await person.open(path);
      expect([response.status, response.headers.get('location')]).toEqual([
        303,
        `/console/sign-in?next=${encodeURIComponent(path)}`,
      ]);
    },
  );

  it.each(['/khong-co', '/chat', '/assets/khong-co.js'])('%s is not found', async (path) => {
    const { response, html } = await person.open(path);
    expect(response.status).toBe(404);
    expect(html).toContain('Không tìm thấy trang này');
    expect(html).toContain('tel:113');
  });

  it.each(['/webhooks/zalo', '/webhooks/khac'])('%s is not found when the channel is off', async (path) => {
    expect((await app.web.request(path, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});

/** A multipart body with a file where words belong. */
function file(name: string): string {
  return `--b\r\ncontent-disposition: form-data; name="once"\r\n\r\no9\r\n--b\r\ncontent-disposition: form-data; name="${name}"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nabc\r\n--b--\r\n`;
}
