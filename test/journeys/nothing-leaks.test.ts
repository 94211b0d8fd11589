import { afterAll, beforeAll, expect, it } from 'vitest';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { settingsFrom } from '../../src/settings.ts';
import { UNKNOWN } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';

/** What must turn up nowhere but at the person and, sealed, in the database. */
const WORDS = 'chuyện kín zqx của cô Tư ở xóm Đình';
const CONTACT = '0977 111 222';
const CHAT = 5_123_456_789;
const ZALO_CHAT = '6edezqxafa66b88fe6d6a9';
const TELEGRAM_TOKEN = '7000000001:AAEzqx-bi-mat-cua-bot-telegram';
const ZALO_TOKEN = '1459232241454765289:zqx-bi-mat-cua-bot-zalo';
const { DATA_KEY, SESSION_SECRET } = settingsFrom({ NODE_ENV: 'development' });

let platform: TelegramPlatform;
let zalo: ZaloPlatform;
let bot: RunningBot;
/** Bodies of everything that was answered over HTTP. */
const answers: string[] = [];

beforeAll(async () => {
  platform = await TelegramPlatform.start({ token: TELEGRAM_TOKEN });
  zalo = await ZaloPlatform.start({ token: ZALO_TOKEN });
  bot = await RunningBot.start({ telegram: platform, zalo });
});
afterAll(async () => {
  await bot?.end();
  await Promise.all([platform?.stop(), zalo?.stop()]);
});

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${bot.address}${path}`, { redirect: 'manual', ...init });
  answers.push(
    `${[...response.headers].filter(([name]) => name !== 'set-cookie').join('\n')}\n${await response.text()}`,
  );
  return response;
}

function postTo(channel: 'telegram' | 'zalo', body: string): Promise<Response> {
  const header = { zalo: 'x-bot-api-secret-token', telegram: 'x-telegram-bot-api-secret-token' }[channel];
  return ask(`/webhooks/${channel}`, { method: 'POST', headers: { [header]: bot.secret }, body });
}

/** Whatever a platform could say that repeats what it was sent. */
const ECHO = `no bot${TELEGRAM_TOKEN} ${ZALO_TOKEN} may say ${WORDS} to ${CHAT}, ${ZALO_CHAT}`;

async function says(words: string): Promise<void> {
  await platform.post(platform.textFrom(CHAT, words));
  await zalo.post(zalo.textFrom(ZALO_CHAT, words));
  await bot.idle();
}

it('what people write, where they are found, tokens and keys stand in no log, no error page and no metric', async () => {
  platform.failNext({ error: 400, description: `Bad Request: ${ECHO}` });
  zalo.failNext({ error: 400, description: ECHO });
  await says(WORDS);
  platform.failNext({ status: 502, body: `<html>${ECHO}</html>` });
  zalo.failNext({ status: 502, body: `<html>${ECHO}</html>` });
  await says(`${WORDS} nữa`);
  platform.failNext('cut');
  zalo.failNext('cut');
  await says(`${WORDS} nữa nữa`);
  bot.later(60 * 60_000);
  await bot.idle();
  for (const words of [UNKNOWN, 'có', 'tiếp', 'thai binh', CONTACT, 'Đồng ý']) await says(words);

  // Bodies that break off, are not JSON, or do not fit, each with somebody's words.
  for (const channel of ['telegram', 'zalo'] as const) {
    const whole = JSON.stringify({
      update_id: 1,
      event_name: 'message.text.received',
      message: { text: WORDS, chat: CHAT },
    });
    for (const body of [whole.slice(0, -3), `text=${WORDS}`, JSON.stringify([WORDS]), whole])
      await postTo(channel, body);
    await ask(`/webhooks/${channel}`, { method: 'POST', body: whole });
  }

  // The database refuses in the middle of everything.
  const tables = bot.rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('conversations', 'sessions', 'outbox')",
  );
  expect(tables).toHaveLength(3);
  for (const { name } of tables) bot.meddle(`ALTER TABLE ${name} RENAME TO ${name}_away`);
  await platform.post(platform.textFrom(CHAT, `${WORDS} khi máy hỏng`));
  await bot.hasLogged('turn failed', 1);
  await ask('/', { headers: { cookie: '__Host-hq_chat=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } });
  await ask('/chat', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ once: 'a', text: 'x' }),
  });
  for (const path of ['/console', '/console/sign-in', '/readyz', `/${encodeURIComponent(bot.secret)}`]) await ask(path);
  for (const { name } of tables) bot.meddle(`ALTER TABLE ${name}_away RENAME TO ${name}`);
  await ask('/metrics');
  await ask('/healthz');

  const faults = bot.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 40);
  // Else nothing went wrong, and the look below saw nothing.
  expect(faults.length).toBeGreaterThan(8);
  expect(answers.some((answer) => answer.includes('hoi_quyen_messages_received_total'))).toBe(true);
  const secrets = [
    WORDS,
    'zqx',
    'xóm Đình',
    CONTACT,
    '0977111222',
    String(CHAT),
    ZALO_CHAT,
    TELEGRAM_TOKEN,
    ZALO_TOKEN,
    bot.secret,
    DATA_KEY,
    SESSION_SECRET,
  ];
  for (const secret of secrets) {
    for (const written of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      expect(bot.log.filter((line) => line.includes(written))).toEqual([]);
      expect(answers.filter((answer) => answer.includes(written)).map((answer) => answer.slice(0, 600))).toEqual([]);
    }
  }
});
