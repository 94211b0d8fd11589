import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { UNKNOWN, WAGES } from '../support/questions.ts';
import { type RunningApp, runApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.stop());

let forms = 0;

/** A browser without script: one cookie, and forms. */
class Visitor {
  cookie: string | undefined;

  async get(path: string): Promise<Response> {
    return this.#keep(await fetch(app.url + path, { headers: this.#headers(), redirect: 'manual' }));
  }

  async says(text: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
    forms += 1;
    const body = new URLSearchParams({ text, once: `f${forms}` });
    const headers = { ...this.#headers(), origin: app.url, ...more };
    return this.#keep(await fetch(`${app.url}/chat`, { method: 'POST', body, headers, redirect: 'manual' }));
  }

  #headers(): Record<string, string> {
    return this.cookie === undefined ? {} : { cookie: this.cookie };
  }

  #keep(response: Response): Response {
    const [set] = response.headers.getSetCookie().filter((one) => one.startsWith('hq_chat='));
    if (set !== undefined) this.cookie = /Max-Age=0/i.test(set) ? undefined : set.split(';')[0];
    return response;
  }
}

async function newVisitor(): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.get('/');
  return visitor;
}

describe('Dữ liệu của mình trên trang web', () => {
  it('tải về được một tệp, không ai giữ lại trên đường, và chỉ của mình', async () => {
    const [person, other] = [await newVisitor(), await newVisitor()];
    await person.says(UNKNOWN);
    await other.says(WAGES);
    const file = await person.get('/chat/du-lieu');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="du-lieu-cua-toi.txt"');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-type')).toMatch(/^text\/plain; charset=UTF-8/i);
    const text = await file.text();
    expect(text).toContain(UNKNOWN);
    expect(text).not.toContain(WAGES);
    expect(text).toContain(vi.ownData.howLongLines()[0]);
  });

  it('không có cuộc trò chuyện thì tệp nói là không giữ gì', async () => {
    const text = await (await fetch(`${app.url}/chat/du-lieu`)).text();
    expect(text).toContain(vi.ownData.nothing());
  });

  it('xoá xong thì trang trống, phiên kết thúc, và trang nói là đã xoá', async () => {
    const person = await newVisitor();
    await person.says(UNKNOWN);
    const session = person.cookie ?? '';
    expect(await (await person.says('/xoa', { 'hx-request': 'true' })).text()).toContain('XOÁ HẾT');
    const erased = await person.says('XOÁ HẾT');
    expect([erased.status, erased.headers.get('location')]).toEqual([303, '/chat/da-xoa']);
    expect(person.cookie).toBeUndefined();
    expect(await (await person.get('/chat/da-xoa')).text()).toContain('Đã xoá');
    // Whoever has the old cookie sees nothing either.
    const old = new Visitor();
    old.cookie = session;
    expect(await (await old.get('/')).text()).not.toContain(UNKNOWN);
    expect(await (await old.get('/chat/du-lieu')).text()).toContain(vi.ownData.nothing());
    expect(app.logged.join('\n')).not.toContain(session.split('=')[1]);
  });

  it('với script thì cả trang được thay', async () => {
    const person = await newVisitor();
    await person.says(UNKNOWN);
    await person.says('/xoa');
    const erased = await person.says('XOÁ HẾT', { 'hx-request': 'true' });
    expect([erased.status, erased.headers.get('hx-redirect')]).toEqual([204, '/chat/da-xoa']);
  });
});

describe('Thoát nhanh', () => {
  const heard = (session: string) =>
    app.store.transaction(({ inbox }) => inbox.heardFrom({ channel: 'web', address: session }, 10));
  const talk = (session: string) =>
    app.store.transaction(({ conversations }) => conversations.of({ channel: 'web', address: session }));
  const sessionOf = ({ cookie = '' }: Visitor) => cookie.split('=')[1] ?? '';

  it('rời trang ngay, còn cuộc trò chuyện thì được xoá phía sau, vì không ai mở lại được để xoá', async () => {
    const person = await newVisitor();
    await person.says(UNKNOWN);
    const session = sessionOf(person);
    expect(await heard(session)).toHaveLength(1);
    const left = await person.get('/chat/thoat');
    expect([left.status, person.cookie]).toEqual([303, undefined]);
    await expect.poll(() => heard(session), { timeout: 60_000 }).toEqual([]);
    await app.idle();
    expect(await talk(session)).toEqual({ step: { at: 'listening' }, menu: [], recent: [] });
    // Also in a backup that was made before.
    const erasures = await app.store.transaction(({ forgetting }) => forgetting.erasures());
    expect(erasures.length).toBeGreaterThan(0);
    expect(app.logged.join('\n')).not.toContain(session);
  });

  it('trang khác không xoá được gì thay người ta', async () => {
    const person = await newVisitor();
    await person.says(UNKNOWN);
    const headers = { cookie: person.cookie ?? '', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const refused = await fetch(`${app.url}/chat/thoat?xoa=1`, { method: 'POST', headers, redirect: 'manual' });
    expect(refused.status).toBe(403);
    await app.idle();
    expect(await heard(sessionOf(person))).toHaveLength(1);
  });

  it('ai chưa viết gì, hay bịa ra một phiên, thì không có gì được lưu', async () => {
    const stranger = new Visitor();
    stranger.cookie = `hq_chat=${'x'.repeat(32)}`;
    await stranger.get('/chat/thoat');
    await (await newVisitor()).get('/chat/thoat');
    await app.idle();
    expect(await heard('x'.repeat(32))).toEqual([]);
  });
});
