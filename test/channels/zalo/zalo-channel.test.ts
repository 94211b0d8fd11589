import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZaloPlatform, type ZaloTrouble } from '../../../emulators/zalo-platform.ts';
import { HttpZaloBotApi } from '../../../src/channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from '../../../src/channels/zalo/zalo-channel.ts';
import type { Delivery, IncomingMessage } from '../../../src/ports/channel.ts';
import { channelContract, type Meets } from '../../contracts/channel-contract.ts';
import { closedAddress } from '../closed-address.ts';
import { type CollectingLog, collectingLog } from '../collecting-log.ts';

const SECRET = 'bi-mat-cua-webhook-0123456789';
const CHI_BA = '6ede9afa66b88fe6d6a9';
const never = new AbortController().signal;

const TROUBLES: Readonly<Record<Exclude<Meets, 'accepts'>, ZaloTrouble>> = {
  'too many at once': { error: 429, description: 'Quota exceeded' },
  'refuses the message': { error: 400, description: 'The text must be 1-2000 characters' },
  'refuses our token': { error: 401, description: 'Unauthorized' },
  'is broken': { error: 403, description: 'Internal Server Error' },
  'shows a web page': { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' },
  'hangs up': 'cut-after',
  'stays silent': 'hang',
};

const update = (text: string) => ({
  event_name: 'message.text.received',
  message: {
    message_id: '2d758cb5e222177a4e35',
    date: 1_763_690_400_602,
    text,
    from: { id: CHI_BA, display_name: 'Ba', is_bot: false },
    chat: { id: CHI_BA, chat_type: 'PRIVATE' },
  },
});

channelContract('Zalo', async () => {
  const platform = await ZaloPlatform.start({ idleMs: 10 });
  const { token } = platform;
  const channelAt = (apiRoot: string) =>
    new ZaloChannel({
      api: new HttpZaloBotApi({ apiRoot, token }),
      webhookSecret: SECRET,
      log: collectingLog(),
      rest: async () => {},
    });
  const channel = channelAt(platform.apiRoot);
  await channel.connect(undefined);
  return {
    channel,
    nobodyThere: channelAt(await closedAddress()),
    token,
    person: CHI_BA,
    meetNext: (how) => (how === 'accepts' ? undefined : platform.failNext(TROUBLES[how])),
    sending: () => platform.called('sendMessage'),
    read: () => platform.sent.map(({ text }) => text),
    write: (text) => void platform.say(CHI_BA, text),
    pollMeets: (how) => platform.failNext(TROUBLES[how], 'getUpdates'),
    call: (text, { secret = SECRET, body } = {}) =>
      new Request('https://hoi-quyen.test/webhooks/zalo', {
        method: 'POST',
        headers: { 'x-bot-api-secret-token': secret },
        body: body ?? JSON.stringify(update(text)),
      }),
    update: { ok: true, result: update('cty nợ lương') },
    stop: () => platform.stop(),
  };
});

describe('ZaloChannel', () => {
  let zalo: ZaloPlatform;
  let log: CollectingLog;
  let channel: ZaloChannel;
  const rests: number[] = [];
  const kept: IncomingMessage[] = [];
  const keep = async (messages: readonly IncomingMessage[]) => void kept.push(...messages);
  const events = () => log.lines.map(({ event }) => event);
  const callsOf = (method: string) => zalo.calls.filter((call) => call.method === method);

  beforeEach(async () => {
    rests.length = 0;
    kept.length = 0;
    zalo = await ZaloPlatform.start({ idleMs: 1 });
    log = collectingLog();
    channel = new ZaloChannel({
      api: new HttpZaloBotApi({ apiRoot: zalo.apiRoot, token: zalo.token }),
      webhookSecret: SECRET,
      log,
      rest: async (ms) => void rests.push(ms),
    });
  });
  afterEach(() => zalo.stop());

  describe('read', () => {
    it.each([
      ['bare', false],
      ['wrapped', true],
    ])('takes what Zalo posts: %s', async (_, wrapped) => {
      const [message] = await channel.read(
        zalo.webhookCall(zalo.textFrom(CHI_BA, 'cty nợ lương'), { wrapped, secret: SECRET }),
      );
      expect(message).toMatchObject({ from: CHI_BA, heard: { text: 'cty nợ lương' } });
    });

    it('lets Zalo try the address without the secret, but only with an empty body', async () => {
      const probe = (body?: string) =>
        new Request('https://hoi-quyen.test/webhooks/zalo', {
          method: 'POST',
          ...(body === undefined ? {} : { body }),
        });
      expect([await channel.read(probe()), await channel.read(probe(''))]).toEqual([[], []]);
      await expect(channel.read(probe(' '))).rejects.toMatchObject({ kind: 'forbidden' });
    });

    it('turns everybody away when we have no secret', async () => {
      const api = new HttpZaloBotApi({ apiRoot: zalo.apiRoot, token: zalo.token });
      const open = new ZaloChannel({ api, log });
      const call = zalo.webhookCall(zalo.textFrom(CHI_BA, 'chào'), { secret: SECRET });
      await expect(open.read(call)).rejects.toMatchObject({ kind: 'forbidden' });
    });

    it('takes the name of the bot from a message in a group', async () => {
      await channel.connect(undefined);
      const { event_name, message } = zalo.textFrom(CHI_BA, '@Bot Hỏi Quyền cty nợ lương');
      const inGroup = { event_name, message: { ...message, chat: { id: 'f00d', chat_type: 'GROUP' } } };
      expect(await channel.read(zalo.webhookCall(inGroup, { secret: SECRET }))).toMatchObject([
        { from: 'f00d', heard: { text: 'cty nợ lương' }, inGroup: true },
      ]);
    });

    it('says in the log when it cannot read an update, without what was written', async () => {
      const odd = { event_name: 'message.text.received', message: { text: 'chuyện riêng' } };
      expect(await channel.read(zalo.webhookCall(odd, { secret: SECRET }))).toEqual([]);
      expect(log.lines).toEqual([{ event: 'zalo update not readable', facts: { event: 'message.text.received' } }]);
    });
  });

  describe('send', () => {
    const text = (words: string) => ({ text: words, bold: [], choices: [] });

    it.each<[string, ZaloTrouble, Delivery]>([
      ['bad request', { error: 400 }, { result: 'refused', because: 'rejected' }],
      ['not found', { error: 404 }, { result: 'refused', because: 'rejected' }],
      ['token', { error: 401 }, { result: 'wait', because: 'token' }],
      ['quota', { error: 429 }, { result: 'wait', because: 'quota' }],
      ['internal error', { error: 403 }, { result: 'wait', because: 'down' }],
      ['server error', { error: 500 }, { result: 'wait', because: 'down' }],
      ['a code that nobody knows', { error: -14_002 }, { result: 'wait', because: 'down' }],
      ['a page', { status: 200, body: '<html></html>' }, { result: 'wait', because: 'down' }],
    ])('tells apart: %s', async (_, trouble, expected) => {
      zalo.failNext(trouble);
      expect(await channel.send(CHI_BA, text('Chào bạn'), never)).toEqual(expected);
    });

    it.each<[string, ZaloTrouble]>([
      ['Zalo lost its patience with itself', { error: 408 }],
      ['an answer that says nothing', { status: 200, body: '{}' }],
      ['a gateway lost its patience with Zalo', { status: 504, body: '<html>504</html>' }],
      ['the same in JSON', { error: 504 }],
    ])('is uncertain: %s', async (_, trouble) => {
      zalo.failNext(trouble);
      expect(await channel.send(CHI_BA, text('Chào bạn'), never)).toMatchObject({ result: 'uncertain' });
    });

    it('sends as much as its limit allows', async () => {
      const long = 'ế'.repeat(channel.capabilities.textLimit);
      expect(await channel.send(CHI_BA, text(long), never)).toMatchObject({ result: 'sent' });
      const tooLong = 'ế'.repeat(2001);
      expect(await channel.send(CHI_BA, text(tooLong), never)).toEqual({ result: 'refused', because: 'rejected' });
    });

    it('shows typing', async () => {
      await channel.showTyping(CHI_BA);
      expect(callsOf('sendChatAction')).toMatchObject([{ body: { chat_id: CHI_BA, action: 'typing' } }]);
    });
  });

  describe('poll', () => {
    async function poll(times: number): Promise<void> {
      for (let nth = 0; nth < times; nth += 1) await channel.poll(keep, never);
    }

    it('asks Zalo to wait half a minute', async () => {
      await poll(1);
      expect(callsOf('getUpdates')).toMatchObject([{ body: { timeout: '30' } }]);
    });

    it('rests after an empty answer that came too soon, and not after a message', async () => {
      zalo.say(CHI_BA, 'cty nợ lương');
      await poll(1);
      expect(rests).toEqual([]);
      await poll(1);
      expect(rests).toEqual([1000]);
    });

    it('does not ask Zalo for more before what it has is kept', async () => {
      zalo.say(CHI_BA, 'cty nợ lương');
      const full = new Error('disk full');
      await expect(channel.poll(() => Promise.reject(full), never)).rejects.toBe(full);
      await expect(channel.poll(() => Promise.reject(full), never)).rejects.toBe(full);
      expect(callsOf('getUpdates')).toHaveLength(1);
      await poll(1);
      expect(kept).toMatchObject([{ heard: { text: 'cty nợ lương' } }]);
    });

    it('takes a list of updates, and skips what is none', async () => {
      zalo.enqueue([zalo.textFrom(CHI_BA, 'cty nợ lương'), 'xin chào', zalo.textFrom(CHI_BA, 'còn BHXH?')]);
      await poll(1);
      expect(kept.map(({ heard }) => heard)).toEqual([
        { kind: 'text', text: 'cty nợ lương' },
        { kind: 'text', text: 'còn BHXH?' },
      ]);
      expect(events()).toEqual(['zalo update skipped']);
    });

    it('after twenty empty polls looks once for a forgotten webhook', async () => {
      zalo.webhook = { url: 'https://quen.test', secret: SECRET };
      await poll(50);
      expect(callsOf('getWebhookInfo')).toHaveLength(1);
      expect(events()).toEqual(['zalo gives no updates while a webhook is set']);
    });

    it('does not worry when it is only quiet', async () => {
      await poll(19);
      zalo.say(CHI_BA, 'chào');
      await poll(20);
      expect([callsOf('getWebhookInfo').length, events()]).toEqual([0, []]);
      await poll(1);
      expect([callsOf('getWebhookInfo').length, events()]).toEqual([1, []]);
    });

    it.each([400, 404, 429, 500])('passes: error %i → unavailable', async (error) => {
      zalo.failNext({ error }, 'getUpdates');
      await expect(channel.poll(keep, never)).rejects.toMatchObject({ kind: 'unavailable' });
    });

    it('can be stopped while Zalo waits', async () => {
      const patient = await ZaloPlatform.start();
      const api = new HttpZaloBotApi({ apiRoot: patient.apiRoot, token: patient.token });
      const stop = new AbortController();
      const asked = patient.called('getUpdates');
      const polling = new ZaloChannel({ api, log }).poll(keep, stop.signal);
      await asked;
      stop.abort();
      await expect(polling).resolves.toBeUndefined();
      await patient.stop();
    });

    it('can be stopped while it rests', async () => {
      class QuietZalo extends HttpZaloBotApi {
        override async getUpdates(): Promise<null> {
          return null;
        }
      }
      const stop = new AbortController();
      const api = new QuietZalo({ apiRoot: zalo.apiRoot, token: zalo.token });
      const startedAt = performance.now();
      const polling = new ZaloChannel({ api, log }).poll(keep, stop.signal);
      setImmediate(() => stop.abort());
      await polling;
      expect(performance.now() - startedAt).toBeLessThan(900);
    });
  });

  describe('connect', () => {
    const URL = 'https://hoi-quyen.test/webhooks/zalo';
    const answering = (result: unknown): ZaloTrouble => ({ status: 200, body: JSON.stringify({ ok: true, result }) });

    it('tells the name of the account', async () => {
      expect(await channel.connect(undefined)).toBe('bot.HoiQuyen');
    });

    it('removes a webhook only where one is set', async () => {
      await channel.connect(undefined);
      expect(callsOf('deleteWebhook')).toHaveLength(0);
      zalo.webhook = { url: 'https://quen.test', secret: SECRET };
      await channel.connect(undefined);
      expect([callsOf('deleteWebhook').length, zalo.webhook, events()]).toEqual([
        1,
        undefined,
        ['zalo webhook removed, because we poll'],
      ]);
    });

    it('sets the webhook with our secret', async () => {
      await channel.connect(URL);
      expect(zalo.webhook).toEqual({ url: URL, secret: SECRET });
      expect(log.lines).toEqual([]);
    });

    it('says in the log when Zalo could not reach it', async () => {
      const verification = { ok: false, outcome: 'webhook.http.403', hint: 'The endpoint answered 403' };
      zalo.failNext(answering({ url: URL, verification }), 'setWebhook');
      await channel.connect(URL);
      expect(log.lines).toEqual([
        {
          event: 'zalo could not reach our webhook',
          facts: { outcome: 'webhook.http.403', hint: 'The endpoint answered 403' },
        },
      ]);
    });

    it('keeps the webhook of before when Zalo lets us set none today', async () => {
      zalo.webhook = { url: URL, secret: SECRET };
      zalo.failNext({ error: 426, description: 'Daily quota' }, 'setWebhook');
      expect(await channel.connect(URL)).toBe('bot.HoiQuyen');
      expect(events()).toEqual(['zalo webhook not renewed today']);
    });

    it('does not pretend when another webhook is set', async () => {
      zalo.webhook = { url: 'https://cu.test', secret: SECRET };
      zalo.failNext({ error: 426, description: 'Daily quota' }, 'setWebhook');
      await expect(channel.connect(URL)).rejects.toMatchObject({ code: 426 });
    });

    it('sets no webhook that anybody could call', async () => {
      const api = new HttpZaloBotApi({ apiRoot: zalo.apiRoot, token: zalo.token });
      await expect(new ZaloChannel({ api, log }).connect(URL)).rejects.toMatchObject({ kind: 'invalid-input' });
      expect(zalo.webhook).toBeUndefined();
    });

    it('says that the token is wrong', async () => {
      const api = new HttpZaloBotApi({ apiRoot: zalo.apiRoot, token: '1:sai' });
      await expect(new ZaloChannel({ api, log }).connect(undefined)).rejects.toMatchObject({ kind: 'forbidden' });
    });
  });
});
