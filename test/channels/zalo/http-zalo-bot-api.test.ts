import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZaloPlatform, type ZaloTrouble } from '../../../emulators/zalo-platform.ts';
import { HttpZaloBotApi } from '../../../src/channels/zalo/zalo-bot-api.ts';
import { closedAddress } from '../closed-address.ts';

describe('HttpZaloBotApi', () => {
  let zalo: ZaloPlatform;
  let api: HttpZaloBotApi;
  beforeEach(async () => {
    zalo = await ZaloPlatform.start({ idleMs: 10 });
    api = new HttpZaloBotApi({ apiRoot: `${zalo.apiRoot}/`, token: zalo.token });
  });
  afterEach(() => zalo.stop());

  const answering = (value: unknown, status = 200): ZaloTrouble => ({ status, body: JSON.stringify(value) });

  it('sends a message as plain text', async () => {
    expect(await api.sendMessage('6ede9afa', 'Gọi *111*')).toMatchObject({ messageId: expect.stringMatching(/^b07/) });
    expect(zalo.calls).toEqual([{ method: 'sendMessage', body: { chat_id: '6ede9afa', text: 'Gọi *111*' } }]);
  });

  it('sends typing, for which Zalo answers without a result', async () => {
    await expect(api.sendChatAction('6ede9afa', 'typing')).resolves.toBeUndefined();
  });

  it('tells who the bot is', async () => {
    expect(await api.getMe()).toEqual({
      id: '1459232241454765289',
      accountName: 'bot.HoiQuyen',
      displayName: 'Bot Hỏi Quyền',
    });
  });

  it('sets, tells and removes the webhook', async () => {
    expect(await api.getWebhookInfo()).toBeNull();
    await api.setWebhook('https://hoi-quyen.test/webhooks/zalo', 'bi-mat-cua-webhook');
    expect(await api.getWebhookInfo()).toMatchObject({ url: 'https://hoi-quyen.test/webhooks/zalo' });
    await api.deleteWebhook();
    expect(await api.getWebhookInfo()).toBeNull();
  });

  it.each([
    ['404', { error: 404 }],
    ['empty address', answering({ ok: true, result: { url: '' } })],
    ['{}', answering({})],
  ])('knows that no webhook is set: %s', async (_, answer) => {
    zalo.failNext(answer as ZaloTrouble, 'getWebhookInfo');
    expect(await api.getWebhookInfo()).toBeNull();
  });

  it('reads whether Zalo could reach the webhook', async () => {
    const verification = { ok: false, url: 'x', outcome: 'webhook.http.403', hint: 'blocked', latency_ms: 12 };
    zalo.failNext(answering({ ok: true, result: { url: 'x', updated_at: 1, verification } }), 'setWebhook');
    expect(await api.setWebhook('https://hoi-quyen.test/x', 'bi-mat-cua-webhook')).toMatchObject({
      verification: { ok: false, outcome: 'webhook.http.403' },
    });
  });

  describe('getUpdates', () => {
    const poll = () => api.getUpdates({ timeoutSec: 30 });
    const update = { event_name: 'message.text.received', message: { text: 'cty nợ lương' } };

    it('asks for the time and takes one update per call', async () => {
      zalo.say('6ede9afa', 'cty nợ lương');
      zalo.say('6ede9afa', 'còn BHXH?');
      expect([await poll(), await poll(), await poll()]).toMatchObject([
        { message: { text: 'cty nợ lương' } },
        { message: { text: 'còn BHXH?' } },
        null,
      ]);
      expect(zalo.calls[0]?.body).toEqual({ timeout: '30' });
    });

    it.each([
      ['Zalo waited in vain', { error: 408, description: 'Request timeout' }],
      ['{}', answering({})],
      ['[]', answering([])],
      ['null', answering(null)],
      ['an empty body', { status: 200, body: '' }],
      ['an empty result', answering({ ok: true, result: {} })],
      ['an empty list as result', answering({ ok: true, result: [] })],
      ['no result', answering({ ok: true })],
    ] as const)('gives null: %s', async (_, answer) => {
      zalo.failNext(answer, 'getUpdates');
      expect(await poll()).toBeNull();
    });

    it.each([
      ['one', answering({ ok: true, result: update }), update],
      ['a list', answering({ ok: true, result: [update, update] }), [update, update]],
      ['one without envelope', answering(update), update],
    ])('gives what it got: %s', async (_, answer, expected) => {
      zalo.failNext(answer, 'getUpdates');
      expect(await poll()).toEqual(expected);
    });

    it('leaves what people write as it is, even if our token were in it', async () => {
      zalo.say('6ede9afa', zalo.token);
      expect(await poll()).toMatchObject({ message: { text: zalo.token } });
    });

    it('can be stopped', async () => {
      zalo.failNext('hang', 'getUpdates');
      const stop = new AbortController();
      const asked = zalo.called('getUpdates');
      const polling = api.getUpdates({ timeoutSec: 30, signal: stop.signal });
      await asked;
      stop.abort();
      await expect(polling).rejects.toMatchObject({ surelyNotSent: false });
    });
  });

  describe('what goes wrong with sending', () => {
    const send = () => api.sendMessage('6ede9afa', 'Chào bạn');

    it.each<[string, ZaloTrouble, object]>([
      ['an error under status 200', { error: 400, description: 'Bad Request' }, { code: 400, kind: 'invalid-input' }],
      ['our token', { error: 401, description: 'Unauthorized' }, { code: 401, kind: 'forbidden' }],
      ['an internal error', { error: 403, description: 'Internal Server Error' }, { code: 403, kind: 'unavailable' }],
      ['another spelling', answering({ ok: false, errorCode: 426, description: 'Quota' }), { code: 426 }],
      ['the form of other services', answering({ error: -32, message: 'Limit', data: {} }), { code: -32 }],
      ['no code in the body', answering({ ok: false }, 429), { code: 429 }],
      ['no "ok" in the body', answering({ description: 'busy' }, 503), { code: 503 }],
    ])('Zalo says no: %s', async (_, trouble, expected) => {
      zalo.failNext(trouble);
      await expect(send()).rejects.toMatchObject({ name: 'ZaloApiError', ...expected });
    });

    it.each([
      ['a page with status 502', { status: 502, body: '<html>nginx</html>' }],
      ['a page with status 200', { status: 200, body: '<!doctype html>' }],
    ])('something else answers: %s', async (_, trouble) => {
      zalo.failNext(trouble);
      await expect(send()).rejects.toMatchObject({ name: 'ZaloGatewayError', kind: 'unavailable' });
    });

    it.each([
      ['{}', {}],
      ['a list', []],
      ['no error', { error: 0, message: 'Success' }],
    ])('JSON that says neither yes nor no: %s', async (_, body) => {
      zalo.failNext(answering(body));
      await expect(send()).rejects.toMatchObject({ name: 'ZaloAnswerError' });
    });

    it('nothing: an odd receipt is still a receipt', async () => {
      zalo.failNext(answering({ ok: true, result: 'đã gửi' }));
      expect(await send()).toEqual({ messageId: '', date: undefined });
    });

    it.each(['cut', 'cut-after'] as const)('the connection is cut: nobody knows (%s)', async (trouble) => {
      zalo.failNext(trouble);
      await expect(send()).rejects.toMatchObject({ name: 'ZaloNetworkError', surelyNotSent: false });
    });

    it('no answer within our patience: nobody knows', async () => {
      const hasty = new HttpZaloBotApi({ apiRoot: zalo.apiRoot, token: zalo.token, patienceMs: 30 });
      zalo.failNext('hang');
      await expect(hasty.sendMessage('6ede9afa', 'Chào bạn')).rejects.toMatchObject({ surelyNotSent: false });
    });

    it('nobody listens: surely not sent', async () => {
      const lost = new HttpZaloBotApi({ apiRoot: await closedAddress(), token: zalo.token });
      await expect(lost.sendMessage('6ede9afa', 'Chào bạn')).rejects.toMatchObject({
        name: 'ZaloNetworkError',
        surelyNotSent: true,
      });
    });

    it('is told without our token, in whatever form', async () => {
      const [, secret = ''] = zalo.token.split(':');
      const url = `/bot${zalo.token}/sendMessage and ${encodeURIComponent(zalo.token)} and ${secret}`;
      zalo.failNext({ error: 400, description: `Bad path ${url}` });
      const refused = await send().catch((fault: unknown) => fault);
      const lost = new HttpZaloBotApi({ apiRoot: 'không phải địa chỉ', token: zalo.token });
      const misspelt = await lost.getMe().catch((fault: unknown) => fault);
      for (const fault of [refused, misspelt]) {
        const shown = inspect(fault, { depth: 20, showHidden: true });
        expect(shown).toContain('***');
        expect(shown).not.toContain(secret);
        expect(shown).not.toContain(encodeURIComponent(secret));
      }
    });
  });
});
