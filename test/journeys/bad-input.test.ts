import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { LONGEST_MESSAGE } from '../../src/conversation/take-turn.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { WAGES, WAGES_LAW } from '../support/questions.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const MIB = 1024 * 1024;
const SECRET_WORDS = 'chuyện kín của chị Mười ở xóm Chùa';

const { platform, zalo, telegram, bot, end } = await onBothMessengers();
let people = 0;

afterAll(end);
/** Whatever came before, the next person is served. */
afterEach(async () => {
  expect((await somebody().says(WAGES)).join('\n')).toContain(WAGES_LAW);
});

function somebody(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`chat-cua-chi-muoi-${people}`, zalo, bot);
}

const HEADER = { zalo: 'x-bot-api-secret-token', telegram: 'x-telegram-bot-api-secret-token' } as const;

/** One call on a connection of its own: after a body that was not read to its end, a connection is of no use. */
async function post(
  channel: 'zalo' | 'telegram',
  body: string | Uint8Array,
  secret = bot.secret,
): Promise<{ status: number | undefined; words: string }> {
  const headers = { 'content-type': 'application/json', ...(secret ? { [HEADER[channel]]: secret } : {}) };
  const call = request(`${bot.address}/webhooks/${channel}`, { method: 'POST', headers, agent: false });
  // The answer may come before the body is sent; then the rest of it has nowhere to go.
  call.on('error', () => {});
  call.end(body);
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, words: await text(answer) };
}

const asTelegram = (text: string) => JSON.stringify({ update_id: 1, ...telegram.messageFrom(4_600_000, text) });
const asZalo = (text: string) => JSON.stringify(zalo.textFrom('chat-cua-chi-muoi', text));

describe.each([
  ['zalo', asZalo],
  ['telegram', asTelegram],
] as const)('Cuộc gọi hỏng tới webhook %s', (channel, as) => {
  it.each<[string, () => string | Uint8Array, number]>([
    ['JSON đứt đoạn', () => as(SECRET_WORDS).slice(0, -5), 400],
    ['không phải JSON', () => `text=${SECRET_WORDS}`, 400],
    ['JSON không phải một đối tượng', () => '"xin chào"', 400],
    ['null', () => 'null', 400],
    ['một danh sách', () => '[]', 400],
    ['lồng nhau mười nghìn tầng', () => '['.repeat(10_000) + ']'.repeat(10_000), 400],
    ['không phải UTF-8', () => new Uint8Array([0xff, 0xfe, 0x7b, 0x22, 0xc3, 0x28]), 400],
    ['hơn 1 MiB', () => as('a'.repeat(MIB)), 413],
    ['đúng 1 MiB rác', () => 'a'.repeat(MIB), 400],
  ])('%s: từ chối, không nhắc lại lời nào', async (_, body, status) => {
    const answer = await post(channel, body());
    expect(answer.status).toBe(status);
    expect(answer.words).not.toContain(SECRET_WORDS);
  });

  it.each<[string, string]>([
    ['sai mật khẩu', 'doan-mo-mat-khau'],
    ['thiếu mật khẩu', ''],
    ['mật khẩu gần đúng', 'bi-mat-cua-webhook-012345678'],
  ])('%s: không được nhận', async (_, secret) => {
    expect((await post(channel, as(SECRET_WORDS), secret)).status).toBe(401);
  });

  it('phương thức khác, đường khác: không có', async () => {
    expect((await fetch(`${bot.address}/webhooks/${channel}`)).status).toBe(404);
    expect((await fetch(`${bot.address}/webhooks/viber`, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('chỉ sự kiện lạ, tin lạ: nhận cho xong, không trả lời gì', async () => {
    const sent = zalo.sent.length + platform.sent.length;
    const events =
      channel === 'zalo'
        ? [
            { event_name: 'message.moon.received', message: { text: SECRET_WORDS } },
            { event_name: 'message.text.received', message: { text: SECRET_WORDS } },
            { event_name: 'message.text.received' },
            { event_name: 'message.text.received', message: { ...zalo.textFrom('x', 'y').message, chat: { id: '' } } },
            { event_name: 'user_submit_info', __proto__: { polluted: true } },
          ]
        : [
            { update_id: 5, poll: { question: SECRET_WORDS } },
            { update_id: 6, message: { text: SECRET_WORDS } },
            { update_id: 7, message: null },
            { update_id: 8, callback_query: { id: '1', from: { id: 1 }, data: 'v0:gi-do' } },
            { update_id: 9, my_chat_member: { chat: SECRET_WORDS } },
          ];
    for (const event of events) expect((await post(channel, JSON.stringify(event))).status).toBe(200);
    await bot.idle();
    expect(zalo.sent.length + platform.sent.length).toBe(sent);
  });
});

describe('Tin kỳ lạ của người thật', () => {
  it('dài năm vạn chữ: nói là dài quá, đọc được đến đâu', async () => {
    expect(await somebody().says(`${SECRET_WORDS} `.repeat(1500).slice(0, 50_000))).toEqual([
      vi.tooLong(LONGEST_MESSAGE),
    ]);
    expect(await telegram.says(4_600_001, 'a'.repeat(50_000))).toMatchObject([{ text: vi.tooLong(LONGEST_MESSAGE) }]);
  });

  it('lẫn ký tự điều khiển, ký tự ẩn, nửa chữ: đọc như không có', async () => {
    const wanted = await somebody().says(WAGES);
    expect(await somebody().says(`\u0000\u0007\u202e${WAGES.replace(' ', ' \u200b\u0001\ud800')}\u001b[31m`)).toEqual(
      wanted,
    );
  });

  it.each([
    ['chỉ ký tự điều khiển', '\u0000\u0001\u0002'],
    ['chỉ hình', '😭😭😭'],
    ['chỉ dấu câu', '?!...'],
  ])('%s: bày cách hỏi', async (_, text) => {
    expect(await somebody().says(text)).toEqual([vi.smallTalk.help]);
  });

  it.each([
    ['mã HTML', '<b>công ty nợ lương 2 tháng</b><script>alert(1)</script>'],
    ['câu lệnh SQL', "công ty nợ lương 2 tháng'; drop table inbox; --"],
    ['biểu thức chính quy', 'công ty nợ lương 2 tháng (((((.*)*)*)*)+$'],
    ['một từ dài ba nghìn chữ', `công ty nợ lương 2 tháng ${'x'.repeat(3000)}`],
  ])('%s: không làm hỏng gì', async (_, text) => {
    const told = await somebody().says(text);
    expect(told.length).toBeGreaterThan(0);
    expect(told.join('\n')).not.toContain(vi.trouble());
  });

  it('nút bịa, nút của phiên bản khác: nói là không dùng được, hoặc im', async () => {
    const press = (data: string) =>
      telegram.posts(4_600_002, {
        callback_query: {
          id: `nut-${data}`,
          from: { id: 4_600_002, is_bot: false },
          data,
          message: { message_id: 1, chat: { id: 4_600_002, type: 'private' } },
        },
      });
    expect(await press('v1:consent:yes')).toMatchObject([{ text: vi.staleButton() }]);
    expect(await press('v1:entry:qa/khong-co-muc-nay')).toMatchObject([{ text: vi.entryGone() }]);
    expect(await press('v1:withdraw:0000')).toMatchObject([{ text: vi.staleButton() }]);
    expect(await press('v1:../../etc/passwd')).toMatchObject([{ text: vi.staleButton() }]);
    expect(await press('v0:entry:1')).toEqual([]);
  });
});

describe('Nhật ký', () => {
  it('không có mã bot, mật khẩu, lời người hỏi, tên hay tài khoản của họ, kể cả khi có sự cố', async () => {
    const person = new ZaloPerson('chat-id-kin-77f3', zalo, bot);
    for (const trouble of [{ error: 401, description: `Unauthorized: ${zalo.token}` }, 'cut', 'cut-after'] as const) {
      zalo.failNext(trouble);
      await person.says(SECRET_WORDS);
      bot.later(60_000);
    }
    for (const trouble of [{ error: 400, description: `Bad Request: ${platform.token}` }, 'cut'] as const) {
      platform.failNext(trouble);
      await telegram.says(4_600_003, SECRET_WORDS);
    }
    await telegram.says(4_600_003, `gặp cán bộ ${SECRET_WORDS}`);
    const log = bot.log.join('');
    expect(log.length).toBeGreaterThan(1000);
    const found = [
      platform.token,
      platform.token.split(':')[1] ?? '',
      zalo.token,
      encodeURIComponent(zalo.token),
      zalo.token.split(':')[1] ?? '',
      bot.secret,
      SECRET_WORDS,
      'xóm Chùa',
      WAGES,
      'Chị Ba',
      'chat-id-kin-77f3',
      'chat-cua-chi-muoi',
      '4600003',
    ].filter((words) => log.includes(words));
    expect(found).toEqual([]);
  });
});
