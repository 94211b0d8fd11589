import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { checkTelegram, checkZalo } from '../../scripts/doctor/check-platforms.ts';
import { type Settings, settingsFrom } from '../../src/settings.ts';

const NOW = new Date('2026-11-29T03:00:00Z');
const SECRET = 'bi-mat-cua-webhook';
const PUBLIC_URL = 'https://hoiquyen.example.vn';
const OURS = { telegram: `${PUBLIC_URL}/webhooks/telegram`, zalo: `${PUBLIC_URL}/webhooks/zalo` };

let telegram: TelegramPlatform;
let zalo: ZaloPlatform;
beforeAll(async () => {
  telegram = await TelegramPlatform.start();
  zalo = await ZaloPlatform.start();
});
beforeEach(() => {
  telegram.webhook = { url: OURS.telegram, secret: SECRET };
  zalo.webhook = { url: OURS.zalo, secret: SECRET };
});
afterAll(async () => {
  await telegram.stop();
  await zalo.stop();
});

function settings(change: Readonly<Record<string, string | undefined>> = {}): Settings {
  return settingsFrom({
    NODE_ENV: 'development',
    PUBLIC_URL,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_UPDATES: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.apiRoot,
    ZALO_UPDATES: 'webhook',
    ZALO_WEBHOOK_SECRET: SECRET,
    ...change,
  });
}

const told = (findings: readonly { check: string; verdict: string }[]) =>
  findings.map(({ check, verdict }) => `${check}: ${verdict}`);

describe('Telegram', () => {
  const check = (change?: Readonly<Record<string, string | undefined>>) => checkTelegram(settings(change), NOW);

  it('knows the bot, and calls us', async () => {
    const findings = await check();
    expect(told(findings)).toEqual(['Telegram: good', 'Telegram webhook: good']);
    expect(findings[0]?.saw).toContain('@HoiQuyenBot');
  });

  it('may be off', async () => {
    expect(told(await check({ TELEGRAM_BOT_TOKEN: undefined }))).toEqual(['Telegram: good']);
  });

  it('does not accept the token', async () => {
    const [finding] = await check({ TELEGRAM_BOT_TOKEN: '7000000001:mot-ma-khac' });
    expect(finding).toMatchObject({ check: 'Telegram', verdict: 'mend', saw: expect.stringContaining('401') });
    expect(JSON.stringify(finding)).not.toContain('mot-ma-khac');
  });

  it('cannot be reached, which is said aloud', async () => {
    const [finding] = await check({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });
    expect(finding).toMatchObject({ verdict: 'not tried', saw: expect.stringMatching(/^NOT TRIED: /) });
  });

  it.each([
    ['calls nobody', undefined, {}, /none is set/],
    ['calls another address', 'https://cu.example.vn/webhooks/telegram', {}, /cu\.example\.vn.*ours is/],
    ['calls, while we poll', OURS.telegram, { TELEGRAM_UPDATES: 'polling' }, /so polling gets nothing/],
  ])('%s', async (_, url, change, saw) => {
    telegram.webhook = url === undefined ? undefined : { url, secret: SECRET };
    expect((await check(change))[1]).toMatchObject({ verdict: 'mend', saw: expect.stringMatching(saw) });
  });

  it('whose server stands on this machine calls us without a public address', async () => {
    const change = { PUBLIC_URL: undefined, PORT: '8080' };
    telegram.webhook = { url: 'http://127.0.0.1:8080/webhooks/telegram', secret: SECRET };
    expect((await check(change))[1]).toMatchObject({ verdict: 'good' });
  });

  it('is polled', async () => {
    telegram.webhook = undefined;
    expect((await check({ TELEGRAM_UPDATES: 'polling' }))[1]).toMatchObject({ verdict: 'good' });
  });

  it.each([
    ['just now', 60, 'mend'],
    ['yesterday', 86_400, 'good'],
  ])('could not deliver %s, and holds much back', async (_, secondsAgo, verdict) => {
    const info = {
      url: OURS.telegram,
      pending_update_count: 250,
      last_error_date: NOW.getTime() / 1000 - secondsAgo,
      last_error_message: 'Wrong response from the webhook: 502 Bad Gateway',
    };
    telegram.failNext({ status: 200, body: JSON.stringify({ ok: true, result: info }) }, 'getWebhookInfo');
    const findings = await check();
    expect(told(findings).slice(2)).toEqual(['Telegram updates: mend', `Telegram deliveries: ${verdict}`]);
    expect(findings[3]?.saw).toContain('502 Bad Gateway');
  });

  it('does not tell of the webhook', async () => {
    telegram.failNext({ status: 502, body: '<html>Bad Gateway</html>' }, 'getWebhookInfo');
    expect(told(await check())).toEqual(['Telegram: good', 'Telegram webhook: not tried']);
  });
});

describe('Zalo', () => {
  const check = (change?: Readonly<Record<string, string | undefined>>) => checkZalo(settings(change));

  it('knows the bot, and calls us', async () => {
    expect(told(await check())).toEqual(['Zalo: good', 'Zalo webhook: good']);
  });

  it('may be off', async () => {
    expect(told(await check({ ZALO_BOT_TOKEN: undefined }))).toEqual(['Zalo: good']);
  });

  it('says no under HTTP 200', async () => {
    const [finding] = await check({ ZALO_BOT_TOKEN: '145923:mot-ma-khac' });
    expect(finding).toMatchObject({ check: 'Zalo', verdict: 'mend', saw: expect.stringContaining('401') });
  });

  it('answers with a page of a gateway', async () => {
    zalo.failNext({ status: 502, body: '<html>nginx</html>' }, 'getMe');
    expect(told(await check())).toEqual(['Zalo: not tried']);
  });

  it('has an hour of its own troubles', async () => {
    zalo.failNext({ error: 500, description: 'Internal' }, 'getMe');
    expect((await check())[0]).toMatchObject({ verdict: 'mend', toDo: expect.stringContaining('wait') });
  });

  it.each([
    ['calls nobody', undefined, {}, 'mend'],
    ['calls another address', 'https://cu.example.vn/webhooks/zalo', {}, 'mend'],
    ['calls, while we poll', OURS.zalo, { ZALO_UPDATES: 'polling' }, 'mend'],
    ['is polled', undefined, { ZALO_UPDATES: 'polling' }, 'good'],
  ])('%s', async (_, url, change, verdict) => {
    zalo.webhook = url === undefined ? undefined : { url, secret: SECRET };
    expect((await check(change))[1]).toMatchObject({ check: 'Zalo webhook', verdict });
  });
});
