import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LimitKeeper, TELEGRAM_LIMITS, ZALO_LIMITS } from '../../emulators/platform-limits.ts';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { EMERGENCY, WAGES, WAGES_LAW } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { WITHOUT_LIMITS } from '../support/without-limits.ts';
import { inZaloGroup, ZaloPerson } from '../support/zalo-person.ts';

const MINUTE_MS = 60_000;
const PER_MINUTE = 20;

describe('what a messenger takes', () => {
  const keepers = { telegram: new LimitKeeper(TELEGRAM_LIMITS), zalo: new LimitKeeper(ZALO_LIMITS) };
  let platform: TelegramPlatform;
  let zalo: ZaloPlatform;
  let bot: RunningBot;

  /** Both platforms refuse what is faster than their limits. */
  beforeAll(async () => {
    platform = await TelegramPlatform.start();
    zalo = await ZaloPlatform.start();
    platform.rule = keepers.telegram.rule;
    zalo.rule = keepers.zalo.rule;
    bot = await RunningBot.start({ telegram: platform, zalo, limits: {} });
  });
  afterAll(async () => {
    await bot?.end();
    await Promise.all([platform?.stop(), zalo?.stop()]);
  });

  it('is never exceeded: an answer of several messages comes one after the other, hotlines first', async () => {
    const chat = 4_400_001;
    const onZalo = new ZaloPerson('em-lan', zalo, bot);
    await Promise.all([platform.post(platform.textFrom(chat, EMERGENCY)), onZalo.says(EMERGENCY)]);
    await bot.idle();
    const onTelegram = platform.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
    for (const read of [onTelegram, onZalo.read]) {
      expect(read.length).toBeGreaterThan(1);
      expect(read[0]).toContain('113');
    }
    expect([keepers.telegram.refusals, keepers.zalo.refusals]).toEqual([0, 0]);
  });

  it('is no help to a stranger who guesses the secret of a webhook, and does not shut out the platform itself', async () => {
    const call = (secret: string) => {
      const body = JSON.stringify(zalo.textFrom('ke-la', 'xin chào'));
      const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': secret };
      const request = new Request('http://localhost/webhooks/zalo', { method: 'POST', headers, body });
      return bot.app.web.fetch(request, { incoming: { socket: { remoteAddress: '198.51.100.66' } } });
    };
    const lines = bot.events().filter((event) => event === 'webhook call refused').length;
    const statuses = new Map<number, number>();
    for (let nth = 0; nth < 100; nth += 1) {
      const { status } = await call(`doan-mo-${nth}-0123456789`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [401, 30],
      [429, 70],
    ]);
    expect(bot.events().filter((event) => event === 'webhook call refused').length - lines).toBe(30);
    expect((await call(bot.secret)).status).toBe(200);
    await bot.idle();
  });

  it('would be noticed by these platforms if it were exceeded', async () => {
    const send = async () => {
      const body = JSON.stringify({ chat_id: 'nguoi-doi-chung', text: 'chào bạn' });
      return (await fetch(`${zalo.apiRoot}/bot${zalo.token}/sendMessage`, { method: 'POST', body })).json();
    };
    expect([await send(), await send()]).toMatchObject([{ ok: true }, { ok: false, error_code: 429 }]);
    expect(keepers.zalo.refused.chat).toBe(1);
  });
});

describe('Người nhắn quá nhanh', () => {
  let zalo: ZaloPlatform;
  let bot: RunningBot;
  let people = 0;

  /** Answers are sent without a rest, for there are many; what comes in is limited as it is. */
  beforeAll(async () => {
    zalo = await ZaloPlatform.start();
    const limits = { ...WITHOUT_LIMITS, PERSON_PER_MINUTE: String(PER_MINUTE) };
    bot = await RunningBot.start({ zalo, limits });
  });
  afterAll(async () => {
    await bot?.end();
    await zalo?.stop();
  });

  function somebody(): ZaloPerson {
    people += 1;
    return new ZaloPerson(`nguoi-viet-nhieu-${people}`, zalo, bot);
  }

  /** So many short messages one after the other. The platform is told of each that it was taken, so it brings none again. */
  async function writes(person: ZaloPerson, messages: number): Promise<void> {
    for (let nth = 0; nth < messages; nth += 1) {
      const taken = await zalo.post(zalo.textFrom(person.chat, 'xin chào'));
      expect(taken.status).toBe(200);
    }
    await bot.idle();
  }

  const toldIn = ({ read }: ZaloPerson) => read.filter((text) => text === vi.slowDown()).length;
  const greetingsIn = ({ read }: ZaloPerson) => read.filter((text) => text === vi.smallTalk.greeting).length;
  const metric = async (name: string) => {
    const text = await (await bot.app.web.request('/metrics')).text();
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1] ?? 0,
    );
  };

  it('được trả lời đủ hai mươi tin, được báo một lần rồi thôi', async () => {
    const person = somebody();
    await writes(person, 30);
    expect([greetingsIn(person), toldIn(person)]).toEqual([PER_MINUTE, 1]);
    expect(person.read.at(-1)).toBe(vi.slowDown());
    expect(vi.slowDown()).toMatch(/113.*115.*111/);
  });

  it('báo nguy hiểm thì vẫn được trả lời ngay, số khẩn cấp trước', async () => {
    const person = somebody();
    await writes(person, 25);
    const [first] = await person.says(EMERGENCY);
    expect(first).toContain('113');
  });

  it('vẫn dừng, xem, xoá được bằng lệnh', async () => {
    const person = somebody();
    await writes(person, 25);
    expect((await person.says('/help')).length).toBeGreaterThan(0);
    await person.says('/xoa');
    expect((await person.says('XOÁ HẾT')).join('\n')).toBe(vi.ownData.erased('zalo'));
  });

  it('nhắn tới mức không được lưu nữa thì “dừng” vẫn có hiệu lực', async () => {
    const person = somebody();
    await person.says('chồng em hay đánh em mỗi khi nhậu về');
    await writes(person, 70);
    expect(await person.says('dừng')).toEqual([vi.discreet.stopped()]);
  });

  it('chậm lại một phút thì được trả lời như thường, và lần sau lại được báo', async () => {
    const person = somebody();
    await writes(person, 25);
    bot.later(MINUTE_MS + 1_000);
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
    await writes(person, 30);
    expect(toldIn(person)).toBe(2);
  });

  it('không làm ai khác phải chờ hay mất tin', async () => {
    const [fast, calm] = [somebody(), somebody()];
    await writes(fast, 30);
    expect((await calm.says(WAGES)).join('\n')).toContain(WAGES_LAW);
  });

  it('không để lại tin nào chờ mãi, và quá nhiều thì không được lưu nữa', async () => {
    const person = somebody();
    const before = await metric('hoi_quyen_messages_over_limit_total{channel="zalo",what="dropped"}');
    await writes(person, 70);
    expect(bot.rows(`select id from inbox where state = 'waiting'`)).toEqual([]);
    expect(await metric('hoi_quyen_messages_over_limit_total{channel="zalo",what="dropped"}')).toBe(before + 10);
    expect([greetingsIn(person), toldIn(person)]).toEqual([PER_MINUTE, 1]);
  });

  it('trong nhóm thì không tính: ở đó nhiều người cùng viết', async () => {
    const group = 'nhom-to-dan-pho';
    for (let nth = 0; nth < 25; nth += 1) {
      const update = inZaloGroup(zalo.textFrom(`to-vien-${nth}`, 'xin chào'), group);
      expect((await zalo.post(update)).status).toBe(200);
    }
    await bot.idle();
    const read = zalo.sent.filter(({ chatId }) => chatId === group).map(({ text }) => text);
    expect(read).not.toContain(vi.slowDown());
    expect(read.length).toBeGreaterThanOrEqual(25);
  });
});
