import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { PhoneLine } from '../support/phone-line.ts';
import { EMERGENCY, WAGES, WAGES_LAW } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { membership, TelegramPeople } from '../support/telegram-people.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const MINUTE = 60_000;

let platform: TelegramPlatform;
let zalo: ZaloPlatform;
let line: PhoneLine;
let telegram: TelegramPeople;
let bot: RunningBot;
let people = 0;
/** What anybody on Zalo reads who asks about wages. */
let wages: readonly string[];

/** The bot reaches Zalo over a line that can be cut; Zalo reaches the bot always. */
beforeAll(async () => {
  platform = await TelegramPlatform.start();
  zalo = await ZaloPlatform.start();
  line = await PhoneLine.to(zalo.apiRoot);
  telegram = new TelegramPeople(platform, () => bot);
  bot = await RunningBot.start({ telegram: platform, zalo: { token: zalo.token, apiRoot: line.address } });
  wages = await somebody().says(WAGES);
  expect(wages.join('\n')).toContain(WAGES_LAW);
});
afterAll(async () => {
  await bot?.end();
  await line?.cut();
  await Promise.all([platform?.stop(), zalo?.stop()]);
});

function somebody(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`co-sau-${people}`, zalo, bot);
}

function somebodyOnTelegram(): number {
  people += 1;
  return 4_300_000 + people;
}

/** The bot has looked at what is due, for it served somebody else meanwhile. */
async function servesOthers(): Promise<void> {
  expect(await somebody().says('xin chào')).toEqual([vi.smallTalk.greeting]);
  expect((await telegram.says(somebodyOnTelegram(), 'xin chào')).map(({ text }) => text)).toEqual([
    vi.smallTalk.greeting,
  ]);
}

const timesSent = (chat: number) =>
  platform.calls.filter(({ method, body }) => method === 'sendMessage' && body.chat_id === chat).length;

/** What became of the messages to whoever wrote last. */
const owedToLastWriter = () =>
  bot.rows<{ state: string; note: string | null; attempts: number; uncertain: number }>(
    `select state, note, attempts, uncertain from outbox
     where chat_hash = (select chat_hash from inbox order by id desc limit 1) order by seq`,
  );

describe('Người hỏi chặn bot', () => {
  it('giữa chừng (403): tin còn lại không được gửi nữa, kể cả về sau', async () => {
    const hanh = somebodyOnTelegram();
    platform.failNext({ error: 403, description: 'Forbidden: bot was blocked by the user' });
    expect(await telegram.says(hanh, EMERGENCY)).toEqual([]);
    const owed = owedToLastWriter();
    expect(owed.length).toBeGreaterThan(1);
    expect(new Set(owed.map(({ state, note }) => `${state}: ${note}`))).toEqual(new Set(['given-up: person-left']));
    bot.later(10 * MINUTE);
    await servesOthers();
    expect(timesSent(hanh)).toBe(1);
  });

  it('Telegram báo trước khi gửi (my_chat_member): tin đang chờ bị bỏ; mở lại thì trò chuyện được', async () => {
    const hanh = somebodyOnTelegram();
    platform.failNext({ error: 429, description: 'Too Many Requests', parameters: { retry_after: 300 } });
    expect(await telegram.says(hanh, WAGES)).toEqual([]);
    await telegram.posts(hanh, membership(hanh, 'kicked'));
    bot.later(10 * MINUTE);
    await servesOthers();
    expect(timesSent(hanh)).toBe(1);
    expect(bot.rows('select count(*) as n from conversations where blocked_at is not null')).toEqual([{ n: 2 }]);

    expect(await telegram.posts(hanh, membership(hanh, 'member'))).toEqual([]);
    expect((await telegram.says(hanh, WAGES)).map(({ text }) => text).join('\n')).toContain(WAGES_LAW);
    expect(bot.rows('select count(*) as n from conversations where blocked_at is not null')).toEqual([{ n: 1 }]);
  });
});

describe('Nền tảng bảo chờ', () => {
  it('429 kèm retry_after: không gửi sớm, đúng hẹn thì gửi, đúng thứ tự, một lần', async () => {
    const hanh = somebodyOnTelegram();
    platform.failNext({ error: 429, description: 'Too Many Requests', parameters: { retry_after: 300 } });
    expect(await telegram.says(hanh, WAGES)).toEqual([]);
    expect(await telegram.says(hanh, 'xin chào')).toEqual([]);
    bot.later(200_000);
    await servesOthers();
    expect(timesSent(hanh)).toBe(1);
    bot.later(101_000);
    await telegram.hasShown(hanh, 2);
    await bot.idle();
    const texts = telegram.shownIn(hanh).map(({ text }) => text);
    expect(texts.slice(0, -1).join('\n')).toContain(WAGES_LAW);
    expect(texts.at(-1)).toBe(vi.smallTalk.greeting);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    ['hết hạn mức (Zalo không nói chờ bao lâu)', { error: 429, description: 'Quota exceeded' }],
    ['không nhận mã của bot', { error: 401, description: 'Unauthorized' }],
    ['trang lỗi của cổng', { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }],
  ])('%s: tin được giữ, và tới nơi một lần khi nền tảng nhận lại', async (_, trouble) => {
    const person = somebody();
    zalo.failNext(trouble);
    await person.says('xin chào');
    bot.later(MINUTE);
    await person.hasRead(1);
    await bot.idle();
    expect(person.read).toEqual([vi.smallTalk.greeting]);
    expect(owedToLastWriter()).toMatchObject([{ state: 'sent', attempts: 2, uncertain: 0 }]);
  });
});

describe('Đứt đường truyền', () => {
  it('nền tảng tắt hẳn: người hỏi vẫn được nhận tin, và mọi câu trả lời tới một lần khi nền tảng lại chạy', async () => {
    const three = [somebody(), somebody(), somebody()];
    await line.cut();
    for (const person of three) expect(await person.says(WAGES)).toEqual([]);
    await line.mend();
    bot.later(MINUTE);
    for (const person of three) await person.hasRead(wages.length);
    await bot.idle();
    for (const person of three) expect(person.read).toEqual(wages);
    expect(owedToLastWriter().filter(({ uncertain }) => uncertain > 0)).toEqual([]);
  });

  it('đứt ngay sau khi tin đã tới: ghi là không chắc, gửi thêm đúng một lần, đếm riêng', async () => {
    const person = somebody();
    const uncertainBefore = await uncertainInMetrics();
    zalo.failNext('cut-after');
    await person.says('xin chào');
    bot.later(MINUTE);
    await person.hasRead(2);
    await bot.idle();
    expect(owedToLastWriter()).toMatchObject([{ state: 'sent', attempts: 2, uncertain: 1 }]);
    bot.later(10 * MINUTE);
    await servesOthers();
    expect(person.read).toEqual([vi.smallTalk.greeting, vi.smallTalk.greeting]);
    expect(await uncertainInMetrics()).toBe(uncertainBefore + 1);
  });

  it('hai lần đều không chắc thì thôi, không gửi lần thứ ba', async () => {
    const person = somebody();
    zalo.failNext('cut-after', 'sendMessage', 2);
    await person.says('xin chào');
    bot.later(MINUTE);
    await person.hasRead(2);
    await bot.idle();
    expect(owedToLastWriter()).toMatchObject([{ state: 'given-up', note: 'may have arrived', attempts: 2 }]);
    bot.later(10 * MINUTE);
    await servesOthers();
    expect(person.read).toHaveLength(2);
  });

  it('một tin gửi mãi không xong không giữ chân người khác', async () => {
    const person = somebody();
    zalo.failNext('hang');
    const hanging = zalo.called('sendMessage');
    await zalo.post(zalo.textFrom(person.chat, 'xin chào'));
    await hanging;
    const other = somebody();
    await zalo.post(zalo.textFrom(other.chat, WAGES));
    await other.hasRead(wages.length);
    expect(other.read).toEqual(wages);
    await line.cut();
    await line.mend();
    await bot.idle();
    bot.later(MINUTE);
    await person.hasRead(1);
    expect(person.read).toEqual([vi.smallTalk.greeting]);
  });

  async function uncertainInMetrics(): Promise<number> {
    const text = await (await fetch(`${bot.address}/metrics`)).text();
    return Number(/hoi_quyen_outbox_messages\{state="uncertain"\} (\d+)/.exec(text)?.[1]);
  }
});
