import { once } from 'node:events';
import { copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { makeLog } from '../../src/log.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { settingsFrom } from '../../src/settings.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { openVault } from '../../src/store/open-vault.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { openApp } from '../../src/wiring.ts';
import { heldByAnother } from '../support/held-by-another.ts';
import { EMERGENCY, WAGES, WAGES_LAW } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { Browsing } from '../web/browsing.ts';

/** A question of the fifty, in calm words. */
const WHOM_TO_CALL = 'bị chồng đánh thì gọi ai';
const WHOM_TO_CALL_LAW = 'Luật Phòng, chống bạo lực gia đình 2022';
/** Longer than what is free on any page of the file. */
const LONG_EMERGENCY = `${EMERGENCY}. ${'Anh ấy uống rượu từ chiều, đập hết đồ trong nhà. '.repeat(70)}`;
const NUMBER = /\b113\b/;

let telegram: TelegramPlatform;
let zalo: ZaloPlatform;
let bot: RunningBot;
let people = 0;

beforeAll(async () => {
  [telegram, zalo] = await Promise.all([TelegramPlatform.start(), ZaloPlatform.start()]);
  bot = await RunningBot.start({ telegram, zalo });
});
afterAll(async () => {
  await bot?.end();
  await Promise.all([telegram?.stop(), zalo?.stop()]);
});

/** Somebody on Zalo whose messages can be brought again as often as Zalo likes. */
class OnZalo {
  readonly chat = `chi-hanh-${++people}`;
  readonly #update: ReturnType<ZaloPlatform['textFrom']>;

  constructor(text: string) {
    this.#update = zalo.textFrom(this.chat, text);
  }

  /** Zalo brings the one message. @returns The status that it is told. */
  async comes(): Promise<number> {
    return (await zalo.post(this.#update)).status;
  }

  get read(): readonly string[] {
    return zalo.sent.filter(({ chatId }) => chatId === this.chat).map(({ text }) => text);
  }

  async hasRead(count: number): Promise<readonly string[]> {
    while (this.read.length < count) await zalo.hasSent(zalo.sent.length + 1);
    return this.read;
  }
}

class OnTelegram {
  readonly chat = 4_400_000 + ++people;
  readonly #update: object;

  constructor(text: string) {
    this.#update = telegram.textFrom(this.chat, text);
  }

  async comes(): Promise<number> {
    return (await telegram.post(this.#update)).status;
  }

  get read(): readonly string[] {
    return telegram.sent.filter(({ chatId }) => chatId === this.chat).map(({ text }) => text);
  }

  async hasRead(count: number): Promise<readonly string[]> {
    while (this.read.length < count) await telegram.hasSent(telegram.sent.length + 1);
    return this.read;
  }
}

const page = async (path: string, form?: Readonly<Record<string, string>>) => {
  const init = form && { method: 'POST', body: new URLSearchParams(form), headers: { origin: bot.address } };
  const response = await fetch(`${bot.address}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, text: await response.text() };
};
const status = async (path: string) => (await fetch(`${bot.address}${path}`)).status;
const gauge = async () => /^hoi_quyen_degraded (\d)/m.exec((await page('/metrics')).text)?.[1];
const timesLogged = (event: string) => bot.events().filter((one) => one === event).length;
const BEGINS = 'degraded: people are answered from memory';
const ENDS = 'no longer degraded';

type Mend = () => Promise<void>;

/** What befalls the database, and how it is mended. */
const TROUBLES: readonly (readonly [string, string, () => Promise<Mend>])[] = [
  [
    'tệp biến mất',
    'gone',
    async () => {
      renameSync(bot.databaseFile, `${bot.databaseFile}.away`);
      return async () => renameSync(`${bot.databaseFile}.away`, bot.databaseFile);
    },
  ],
  [
    'tệp hỏng, bị ghi đè',
    'damaged',
    async () => {
      await bot.pragma('wal_checkpoint(truncate)');
      const good = readFileSync(bot.databaseFile);
      const spoiled = Buffer.from(good).fill(0xaa, 4096);
      writeFileSync(bot.databaseFile, spoiled);
      await bot.pragma('shrink_memory'); // what it remembers of the pages
      return async () => writeFileSync(bot.databaseFile, good);
    },
  ],
  ['tiến trình khác giữ chặt', 'locked', () => heldByAnother(bot.databaseFile)],
  [
    // From outside, the same way is `prlimit --pid PID --fsize=BYTES`, or a small tmpfs.
    'đĩa đầy',
    'full',
    async () => {
      await bot.pragma('wal_checkpoint(truncate)');
      const pages = Math.ceil(statSync(bot.databaseFile).size / 4096);
      bot.meddle('vacuum');
      await bot.pragma(`max_page_count = ${Math.min(pages, Math.ceil(statSync(bot.databaseFile).size / 4096))}`);
      return async () => bot.pragma('max_page_count = 1000000');
    },
  ],
];

describe.each(TROUBLES)('Cơ sở dữ liệu: %s', (_, trouble, breaks) => {
  it('người hỏi vẫn nhận số gọi và câu trả lời khẩn cấp; chạy lại thì mỗi tin được trả lời một lần', async () => {
    const [began, ended, from] = [timesLogged(BEGINS), timesLogged(ENDS), bot.log.length];
    const mend = await breaks();

    const inDanger = new OnZalo(LONG_EMERGENCY);
    const startedAt = performance.now();
    expect(await inDanger.comes()).toBe(503);
    const [first = '', second = ''] = await inDanger.hasRead(2);
    process.stdout.write(`${trouble}: told after ${Math.round(performance.now() - startedAt)} ms\n`);
    expect(first.startsWith(vi.urgentLead.violence)).toBe(true);
    expect(first).toMatch(NUMBER);
    expect(second).toBe(vi.notKept());

    const oneOfFifty = new OnTelegram(WHOM_TO_CALL);
    expect(await oneOfFifty.comes()).toBe(503);
    const told = (await oneOfFifty.hasRead(2)).join('\n');
    expect(told).toContain(vi.notKept());
    expect(told).toContain(WHOM_TO_CALL_LAW);

    const other = new OnZalo(WAGES);
    expect(await other.comes()).toBe(503);
    const [notice = ''] = await other.hasRead(1);
    expect(notice.startsWith(vi.notKept())).toBe(true);
    expect(notice).toMatch(NUMBER);
    expect(notice).not.toContain(WAGES_LAW);

    // A platform brings again what was not kept: nobody is told a second time.
    const readOnce = [inDanger, oneOfFifty, other].map(({ read }) => read.length);
    for (const person of [inDanger, oneOfFifty, other]) expect(await person.comes()).toBe(503);
    await new OnZalo(WAGES).comes();
    const bystander = new OnZalo('xin chào');
    await bystander.comes();
    await bystander.hasRead(1);
    expect([inDanger, oneOfFifty, other].map(({ read }) => read.length)).toEqual(readOnce);

    expect(await page('/')).toMatchObject({ status: 503, text: expect.stringContaining(vi.notKept()) });
    const sent = await page('/chat', { once: 'mot-lan', text: EMERGENCY });
    expect(sent.status).toBe(503);
    expect(sent.text).toContain(vi.urgentLead.violence);
    expect(sent.text).toMatch(new RegExp(`<textarea[^>]*>${EMERGENCY}</textarea>`));
    expect(sent.text).toContain('value="mot-lan"');
    expect([await status('/healthz'), await status('/readyz'), await gauge()]).toEqual([200, 503, '1']);
    expect(JSON.parse((await page('/readyz')).text)).toMatchObject({ trouble });
    expect(timesLogged(BEGINS)).toBe(began + 1);

    await mend();
    await bot.hasLogged(ENDS, ended + 1);
    expect([await status('/readyz'), await gauge()]).toEqual([200, '0']);
    for (const person of [inDanger, oneOfFifty, other]) expect(await person.comes()).toBe(200);
    await bot.idle();
    const answered = other.read.slice(1).join('\n');
    expect(answered).toContain(WAGES_LAW);
    expect(inDanger.read.length).toBeGreaterThan(readOnce[0] ?? 0);
    const total = [inDanger, oneOfFifty, other].map(({ read }) => read.length);
    for (const person of [inDanger, oneOfFifty, other]) expect(await person.comes()).toBe(200);
    await bot.idle();
    expect([inDanger, oneOfFifty, other].map(({ read }) => read.length)).toEqual(total);
    expect([timesLogged(BEGINS), timesLogged(ENDS)]).toEqual([began + 1, ended + 1]);
    // One line tells it, not each loop and each message.
    expect(bot.log.slice(from).filter((line) => JSON.parse(line).level >= 50)).toHaveLength(1);
  });
});

it('Tệp bị thay bằng bản khác: chương trình tự mở bản mới và trả lời tiếp', async () => {
  const before = new OnZalo('xin chào');
  expect(await before.comes()).toBe(200);
  await before.hasRead(1);
  await bot.idle();
  await bot.pragma('wal_checkpoint(truncate)');
  copyFileSync(bot.databaseFile, `${bot.databaseFile}.copy`);
  const later = new OnZalo(WAGES);
  expect(await later.comes()).toBe(200);
  await later.hasRead(1);
  await bot.idle();
  const ended = timesLogged(ENDS);
  renameSync(`${bot.databaseFile}.copy`, bot.databaseFile);
  await bot.hasLogged(ENDS, ended + 1);
  // The copy knows nothing of what came after it, and everything of before.
  expect(bot.rows('select count(*) as n from inbox where state = ?', 'waiting')).toEqual([{ n: 0 }]);
  expect(await before.comes()).toBe(200);
  const after = new OnZalo(WAGES);
  expect(await after.comes()).toBe(200);
  await after.hasRead(1);
  await bot.idle();
  expect(before.read).toHaveLength(1);
  expect(after.read.join('\n')).toContain(WAGES_LAW);
});

it('Trong nhóm bot im lặng: người khác đọc được', async () => {
  renameSync(bot.databaseFile, `${bot.databaseFile}.away`);
  const ended = timesLogged(ENDS);
  const group = -1_004_400;
  const { message } = telegram.textFrom(group, '@HoiQuyenBot bị chồng đánh thì gọi ai') as { message: object };
  const inGroup = { message: { ...message, chat: { id: group, type: 'supergroup', title: 'Xóm' } } };
  expect((await telegram.post(inGroup)).status).toBe(503);
  const somebody = new OnTelegram(EMERGENCY);
  await somebody.comes();
  await somebody.hasRead(1);
  expect(telegram.sent.filter(({ chatId }) => chatId === group)).toEqual([]);
  renameSync(`${bot.databaseFile}.away`, bot.databaseFile);
  await bot.hasLogged(ENDS, ended + 1);
});

describe('Bắt đầu khi tệp là thứ khác', () => {
  it.each(['webhook', 'polling'] as const)(
    'vẫn chạy, trả lời từ bộ nhớ (%s), và tự lành khi tệp được dọn đi',
    async (updates) => {
      const other = await ZaloPlatform.start();
      const started = await RunningBot.start({
        zalo: other,
        zaloUpdates: updates,
        before: (file) => writeFileSync(file, 'đây là một bức thư, không phải cơ sở dữ liệu. '.repeat(50)),
      });
      try {
        expect(started.app.trouble()).toBe('damaged');
        const read = (chat: string) => other.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
        const update = other.textFrom('me-an', EMERGENCY);
        if (updates === 'webhook') expect((await other.post(update)).status).toBe(503);
        else other.enqueue(update);
        await other.hasSent(2);
        expect(read('me-an')[0]).toContain(vi.urgentLead.violence);
        // Also while the first one waits to be kept.
        const second = other.textFrom('bac-tu', WAGES);
        if (updates === 'webhook') expect((await other.post(second)).status).toBe(503);
        else other.enqueue(second);
        while (read('bac-tu').length === 0) await other.hasSent(other.sent.length + 1);
        expect(read('bac-tu')[0]).toContain(vi.notKept());
        const told = other.sent.length;

        rmSync(started.databaseFile);
        await started.hasLogged(ENDS, 1);
        if (updates === 'webhook') {
          for (const again of [update, second]) expect((await other.post(again)).status).toBe(200);
        }
        while (!read('bac-tu').join('\n').includes(WAGES_LAW)) await other.hasSent(other.sent.length + 1);
        await started.idle();
        expect(other.sent.length).toBeGreaterThan(told);
        expect(started.rows('select count(*) as n from inbox')).toEqual([{ n: 2 }]);
        expect(started.app.trouble()).toBeUndefined();
      } finally {
        await started.end();
        await other.stop();
      }
    },
  );
});

describe('Telegram được hỏi lần lượt (polling)', () => {
  it('tin chưa giữ được thì không xác nhận; báo một lần dù Telegram đưa lại mãi; chạy lại thì trả lời một lần', async () => {
    const polled = await TelegramPlatform.start({ idleMs: 50 });
    const started = await RunningBot.start({ telegram: polled, telegramUpdates: 'polling' });
    const read = (chat: number) => polled.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
    try {
      renameSync(started.databaseFile, `${started.databaseFile}.away`);
      polled.say(77, EMERGENCY);
      while (read(77).length < 2) await polled.hasSent(polled.sent.length + 1);
      expect(read(77)[0]).toContain(vi.urgentLead.violence);
      polled.say(78, WAGES);
      while (read(78).length < 1) await polled.hasSent(polled.sent.length + 1);
      const told = polled.sent.length;
      for (let nth = 0; nth < 3; nth += 1) await polled.called('getUpdates');
      expect(polled.sent.length).toBe(told);
      expect(polled.unconfirmed).toBe(2);

      renameSync(`${started.databaseFile}.away`, started.databaseFile);
      await started.hasLogged(ENDS, 1);
      while (!read(78).join('\n').includes(WAGES_LAW)) await polled.hasSent(polled.sent.length + 1);
      await started.idle();
      expect(started.rows('select count(*) as n from inbox')).toEqual([{ n: 2 }]);
      expect(started.log.filter((line) => JSON.parse(line).level >= 50)).toHaveLength(1);
    } finally {
      await started.end();
      await polled.stop();
    }
  });
});

describe('Máy chủ PostgreSQL không chạy', () => {
  it('chương trình vẫn mở trang hỏi, với số gọi và câu trả lời khẩn cấp', async () => {
    const lines: string[] = [];
    const app = await openApp({
      settings: settingsFrom({ NODE_ENV: 'development', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/hoi-quyen' }),
      log: makeLog({ level: 'info', secrets: [], write: (line) => lines.push(line) }),
    });
    app.start();
    const person = new Browsing(app.web);
    expect((await person.open('/')).response.status).toBe(503);
    const { response, text } = await person.send({ text: WHOM_TO_CALL });
    expect(response.status).toBe(503);
    expect(text).toContain(vi.notKept());
    expect(text).toContain(WHOM_TO_CALL_LAW);
    // The talk of before cannot be read either.
    expect((await person.open('/')).text).toContain(vi.notKept());
    expect(app.trouble()).toBe('unreachable');
    await app.stop();
    expect(lines.filter((line) => JSON.parse(line).level >= 50)).toHaveLength(1);
  });
});

describe('Cài đặt sai', () => {
  it('máy chủ PostgreSQL không nhận mật khẩu: chương trình nói rõ và không khởi động', async () => {
    const fields = 'SFATAL\0C28P01\0Mpassword authentication failed\0\0';
    const length = Buffer.alloc(4);
    length.writeInt32BE(fields.length + 4);
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(Buffer.concat([Buffer.from('E'), length, Buffer.from(fields)])));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const DATABASE_URL = `postgres://bot:sai-mat-khau@127.0.0.1:${port}/hoi-quyen`;
    const opening = openApp({
      settings: settingsFrom({ NODE_ENV: 'development', DATABASE_URL }),
      log: makeLog({ level: 'info', secrets: [], write: () => {} }),
    });
    await expect(opening).rejects.toThrow('refuses the user, the password or the name in DATABASE_URL');
    server.close();
    await once(server, 'close');
  });
});

describe('Khoá không khớp', () => {
  it('không nấp sau "trục trặc": cơ sở dữ liệu trở lại mà là của khoá khác thì chương trình nói rõ để dừng', async () => {
    const started = await RunningBot.start({ before: (file) => writeFileSync(file, 'không phải. '.repeat(500)) });
    try {
      expect(started.app.trouble()).toBe('damaged');
      const file = `${started.databaseFile}.other`;
      const db = openDatabase(`file:${file}`);
      await migrate(db);
      const vault = await openVault(db, { DATA_KEY: Buffer.alloc(32, 'khoá khác').toString('base64') });
      const message = {
        externalId: '1',
        from: 'chị Hạnh',
        heard: { kind: 'text', text: WAGES },
        inGroup: false,
      } as const;
      const store = new SqlStore(db, vault, () => '000001');
      await store.transaction(({ inbox }) => inbox.add('zalo', { ...message, sentAt: new Date() }, new Date()));
      await store.close();
      renameSync(file, started.databaseFile);
      expect((await started.app.refused).message).toContain('DATA_KEY does not fit');
      expect(started.app.trouble()).toBeDefined();
    } finally {
      await started.end();
    }
  });
});
