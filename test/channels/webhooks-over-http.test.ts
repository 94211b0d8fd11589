import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { AppError } from '../../src/base/errors.ts';
import { TelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { HttpZaloBotApi } from '../../src/channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from '../../src/channels/zalo/zalo-channel.ts';
import type { Channel, IncomingMessage } from '../../src/ports/channel.ts';
import { collectingLog } from './collecting-log.ts';

const kept: IncomingMessage[] = [];
const stops: (() => Promise<unknown>)[] = [];
beforeEach(() => void kept.splice(0));
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The web server of the product, as far as a webhook needs it. */
async function serving(channel: Channel): Promise<string> {
  const app = new Hono().post('/webhook', async (c) => {
    kept.push(...(await channel.read(c.req.raw)));
    return c.text('stored');
  });
  app.onError((fault, c) => c.text('not stored', fault instanceof AppError && fault.kind === 'forbidden' ? 401 : 400));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  stops.push(async () => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
}

it('Zalo posts to us, bare and wrapped, and tries the address with an empty call', async () => {
  const zalo = await ZaloPlatform.start();
  stops.push(() => zalo.stop());
  const api = new HttpZaloBotApi({ apiRoot: zalo.apiRoot, token: zalo.token });
  const channel = new ZaloChannel({ api, webhookSecret: 'bi-mat-cua-webhook', log: collectingLog() });
  const url = await serving(channel);
  await channel.connect(url);
  const answers = [
    await fetch(url, { method: 'POST' }),
    await zalo.post(zalo.textFrom('6ede9afa', 'cty nợ lương')),
    await zalo.post(zalo.textFrom('6ede9afa', 'còn BHXH?'), { wrapped: true }),
    await zalo.post(zalo.textFrom('6ede9afa', 'giả mạo'), { secret: 'doan-mo' }),
    await zalo.post('không phải tin'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401, 400]);
  expect(kept.map(({ heard }) => heard)).toEqual([
    { kind: 'text', text: 'cty nợ lương' },
    { kind: 'text', text: 'còn BHXH?' },
  ]);
});

it('Telegram posts to us', async () => {
  const telegram = await TelegramPlatform.start();
  stops.push(() => telegram.stop());
  const { token, apiRoot } = telegram;
  const channel = new TelegramChannel({ token, apiRoot, webhookSecret: 'bi-mat-cua-webhook', log: collectingLog() });
  const url = await serving(channel);
  await channel.connect(url);
  const first = await telegram.post(telegram.textFrom(42, 'cty nợ lương'));
  telegram.webhook = { url, secret: 'doan-mo' };
  const forged = await telegram.post(telegram.textFrom(42, 'giả mạo'));
  expect([first.status, forged.status]).toEqual([200, 401]);
  expect(kept).toMatchObject([{ externalId: '42/1', heard: { text: 'cty nợ lương' } }]);
});
