import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChildBot } from '../emulators/child-bot.ts';
import { TelegramPlatform } from '../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../emulators/zalo-platform.ts';
import { SETTING_NAMES } from '../src/settings.ts';
import { ownKeys } from './support/own-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-stopping-'));
let telegram: TelegramPlatform;
let zalo: ZaloPlatform;
beforeAll(async () => {
  telegram = await TelegramPlatform.start({ idleMs: 200 });
  zalo = await ZaloPlatform.start({ idleMs: 200 });
});
afterAll(async () => {
  await telegram.stop();
  await zalo.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that can be set, as where it serves people. */
function production(database: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'https://hoiquyen.example.vn',
    DATABASE_URL: `file:${join(folder, database)}`,
    KNOWLEDGE_DIR: './knowledge',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_UPDATES: 'polling',
    TELEGRAM_WEBHOOK_SECRET: 'bi-mat-cua-telegram',
    TELEGRAM_PER_SECOND: '25',
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.apiRoot,
    ZALO_UPDATES: 'polling',
    ZALO_WEBHOOK_SECRET: 'bi-mat-cua-zalo',
    ZALO_PER_SECOND: '20',
    CHAT_REST_MS: '0',
    PERSON_PER_MINUTE: '20',
    ADDRESS_PER_MINUTE: '120',
    ...ownKeys(),
    DATA_KEY_OLD: ownKeys().DATA_KEY,
    KEEP_CONVERSATIONS_DAYS: '30',
    KEEP_REFERRALS_MONTHS: '12',
    KEEP_AUDIT_MONTHS: '24',
    BACKUP_DIR: join(folder, 'backups'),
    BACKUP_KEEP_DAYS: '14',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'info',
  };
}

const events = (bot: ChildBot) => bot.log.map((line) => (JSON.parse(line) as { msg: string }).msg);

describe('SIGTERM', () => {
  it('is tried with every setting there is', () => {
    expect(Object.keys(production('x.db')).sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('ends a program whose platform does not answer; what it owed is sent after the next start', async () => {
    const bot = new ChildBot(production('cham.db'));
    const firstSend = telegram.called('sendMessage');
    telegram.failNext('hang');
    telegram.say(900_123, 'công ty nợ lương 2 tháng thì làm gì');
    bot.start();
    await firstSend;
    expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(events(bot)).toContain('stopping');
    expect(events(bot).at(-1)).toBe('stopped');
    expect(telegram.sent).toEqual([]);

    bot.start();
    await telegram.hasSent(1);
    expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(telegram.sent[0]?.text).toContain('lương');
    const db = new Database(join(folder, 'cham.db'), { readonly: true });
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    expect(db.prepare('select count(*) as n from inbox where state = ?').get('answered')).toEqual({ n: 1 });
    db.close();
  });

  it('ends a program to which somebody is still sending slowly', async () => {
    const { PUBLIC_URL, ...settings } = production('nua-chung.db');
    const bot = new ChildBot(settings);
    bot.start();
    const { port } = new URL(await bot.address());
    const slow = connect({ host: '127.0.0.1', port: Number(port) });
    slow.on('error', () => {}); // it is cut, which is what is tried
    slow.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(slow, 'data');
    slow.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf of');
    const cut = once(slow, 'close');
    expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null });
    await cut;
  });
});
