import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { TelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { WebChannel } from '../../src/channels/web/web-channel.ts';
import { HttpZaloBotApi } from '../../src/channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from '../../src/channels/zalo/zalo-channel.ts';
import { receive } from '../../src/flow/receive.ts';
import type { Channel, IncomingMessage } from '../../src/ports/channel.ts';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { webApp } from '../../src/web/app.tsx';
import type { GuardedVariables } from '../../src/web/console/kit/route.ts';
import { Metrics } from '../../src/web/metrics.ts';
import { collectingLog } from '../channels/collecting-log.ts';
import { Browsing } from './browsing.ts';

const SECRET = 'bi-mat-cua-webhook';
const now = () => new Date('2026-11-21T02:00:00Z');

/** The pages and webhooks on an empty database, without the bot behind them. */
async function served({ publicUrl, broken = false }: { publicUrl?: string; broken?: boolean } = {}) {
  const log = collectingLog();
  const newId = idMaker(now);
  const db = openDatabase('file::memory:');
  await migrate(db);
  const store = new SqlStore(db, new Vault(Buffer.alloc(32, 1)), newId);
  const kept: IncomingMessage[] = [];
  const nobodyThere = 'http://127.0.0.1:9';
  const channels: readonly Channel[] = [
    new WebChannel(),
    new TelegramChannel({ token: '666:AAE', apiRoot: nobodyThere, webhookSecret: SECRET, log }),
    new ZaloChannel({
      api: new HttpZaloBotApi({ token: '1:t', apiRoot: nobodyThere }),
      webhookSecret: SECRET,
      log,
    }),
  ];
  const web = webApp({
    publicUrl,
    channels,
    store,
    receive: async (_, messages) => {
      if (broken) throw new Error('SQLITE_BUSY: database is locked');
      await receive('web', messages, { store, now, onStored: () => kept.push(...messages) });
    },
    ownData: async () => 'Tôi không giữ gì về bạn.\n',
    metrics: new Metrics(store),
    console: new Hono<{ Variables: GuardedVariables }>(),
    log,
    newId,
    now,
    proxies: 0,
    perMinute: 120,
    fromMemory: { to: () => ({ danger: undefined, messages: [], onlyNotice: true }), notice: () => [] },
    trouble: () => undefined,
  });
  return { web, store, kept, log };
}

const HEADERS = {
  telegram: 'x-telegram-bot-api-secret-token',
  zalo: 'x-bot-api-secret-token',
} as const;
const UPDATES = {
  telegram: {
    update_id: 7,
    message: {
      message_id: 3,
      date: 1_763_690_400,
      text: 'cty nợ lương',
      from: { id: 42, is_bot: false, first_name: 'Ba' },
      chat: { id: 42, type: 'private' },
    },
  },
  zalo: {
    event_name: 'message.text.received',
    message: {
      message_id: 'm1',
      date: 1_763_690_400_602,
      text: 'cty nợ lương',
      from: { id: 'u1', is_bot: false },
      chat: { id: 'u1', chat_type: 'PRIVATE' },
    },
  },
} as const;

describe.each(['telegram', 'zalo'] as const)('POST /webhooks/%s', (name) => {
  const call = async (body: string, secret = SECRET, broken = false) => {
    const service = await served({ broken });
    const headers = { [HEADERS[name]]: secret, 'content-type': 'application/json' };
    const response = await service.web.request(`/webhooks/${name}`, { method: 'POST', headers, body });
    return { ...service, status: response.status, said: await response.text() };
  };

  it('is told "stored" when the message is kept', async () => {
    const { status, kept } = await call(JSON.stringify(UPDATES[name]));
    expect(status).toBe(200);
    expect(kept).toMatchObject([{ heard: { kind: 'text', text: 'cty nợ lương' } }]);
  });

  it.each([
    ['no JSON', 'cty nợ lương', SECRET, false, 400],
    ['a broken JSON', '{"message":{"text":"cty nợ lương"', SECRET, false, 400],
    ['a guessed secret', JSON.stringify(UPDATES[name]), 'doan-mo', false, 401],
    ['no secret', JSON.stringify(UPDATES[name]), '', false, 401],
    ['a database that is down', JSON.stringify(UPDATES[name]), SECRET, true, 500],
    ['a huge body', `{"text":"${'a'.repeat(1024 * 1024)}"}`, SECRET, false, 413],
  ])('is told that nothing was stored: %s', async (_, body, secret, broken, expected) => {
    const { status, kept, said, log } = await call(body, secret, broken);
    expect(status).toBe(expected);
    expect(kept).toEqual([]);
    expect(said + JSON.stringify(log.lines)).not.toContain('nợ lương');
  });

  it('is for posts alone', async () => {
    expect((await (await served()).web.request(`/webhooks/${name}`)).status).toBe(404);
  });
});

describe('when the database is gone', () => {
  let service: Awaited<ReturnType<typeof served>>;
  beforeEach(async () => {
    service = await served();
    await service.store.close();
  });

  it('the service is alive and not ready', async () => {
    expect((await service.web.request('/healthz')).status).toBe(200);
    expect((await service.web.request('/readyz')).status).toBe(503);
    const metrics = await service.web.request('/metrics');
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).toContain('process_cpu_seconds_total');
  });

  it('a page still says whom to call, and the log what happened', async () => {
    const person = new Browsing(service.web);
    await person.open('/');
    const { response, html } = await person.open('/');
    expect(response.status).toBe(500);
    expect(html).toContain('Hệ thống đang trục trặc');
    expect(html).toContain('tel:113');
    expect(service.log.lines).toMatchObject([{ event: 'page failed', facts: { path: '/' } }]);
    expect(html).toContain(String(service.log.lines[0]?.facts?.reference));
    expect(html).not.toMatch(/sqlite|driver/i);
  });
});

it('a message that cannot be stored stays in the field', async () => {
  const { web, log } = await served({ broken: true });
  const person = new Browsing(web);
  await person.open('/');
  const { response, html } = await person.send({ text: 'cty nợ lương\ntừ tháng 5' });
  expect(response.status).toBe(503);
  expect(html).toContain('cty nợ lương\ntừ tháng 5</textarea>');
  expect(html).toContain('Hệ thống đang trục trặc');
  expect(log.lines).toMatchObject([{ event: 'message not stored', facts: { channel: 'web' } }]);
});

it('a page without script looks again by itself while the answer is on its way', async () => {
  const { web } = await served();
  const person = new Browsing(web);
  await person.open('/');
  const { response } = await person.send({ text: 'cty nợ lương' });
  const place = new URL(response.headers.get('location') ?? '', 'http://localhost').hash;
  const again = async () => {
    const { html } = await person.open('/');
    expect(html).toContain('Tôi đang tìm…');
    return /<noscript><meta http-equiv="refresh" content="3;url=([^"]+)"/.exec(html)?.[1] ?? '';
  };
  const [first, second] = [await again(), await again()];
  expect(first).toMatch(new RegExp(`^/\\?xem=[a-z0-9]+${place}$`));
  // To an address that differs in nothing but the place a browser only scrolls.
  expect(second).not.toBe(first);
});

describe('behind a proxy that speaks https', () => {
  it('cookies travel by https alone, and the browser remembers that', async () => {
    const { web } = await served({ publicUrl: 'https://hoiquyen.vn' });
    const person = new Browsing(web);
    const { response } = await person.open('/');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-hq_chat=[\w-]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(response.headers.get('strict-transport-security')).toContain('max-age=');
    expect((await person.open('/')).response.headers.getSetCookie()).toEqual([]);
    const left = await web.request('/chat/thoat', { headers: { cookie: person.cookie } });
    expect(left.headers.getSetCookie()).toEqual(['__Host-hq_chat=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax']);
  });

  it.each([
    ['https://hoiquyen.vn', 1],
    ['https://hoiquyen.vn.evil.example', 0],
    ['http://hoiquyen.vn', 0],
  ])('a form of an older browser is ours by the public address alone: %s', async (origin, taken) => {
    const { web, kept } = await served({ publicUrl: 'https://hoiquyen.vn' });
    const person = new Browsing(web);
    await person.open('/');
    await person.send({ text: 'xin chào' }, { origin, 'hx-request': 'true' });
    expect(kept).toHaveLength(taken);
  });
});
