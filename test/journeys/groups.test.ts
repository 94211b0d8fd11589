import { afterAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { EMERGENCY, UNKNOWN, VAGUE, WAGES, WAGES_LAW } from '../support/questions.ts';
import { inZaloGroup, ZaloPerson } from '../support/zalo-person.ts';

const { zalo, telegram, bot, end } = await onBothMessengers();
let groups = 0;

afterAll(end);

function aGroup(): number {
  groups += 1;
  return -1_001_000_000_100 - groups;
}

describe('Trong nhóm Telegram', () => {
  it.each([
    ['hai người nói chuyện với nhau', WAGES],
    ['nhắc tới bot khác', `@HoiQuyenBotKhac ${WAGES}`],
    ['lệnh cho bot khác', '/help@BotKhac'],
    ['địa chỉ thư có tên bot', `thư tới abc@HoiQuyenBot.vn: ${WAGES}`],
  ])('%s thì bot im', async (_, text) => {
    expect(await telegram.writesIn(aGroup(), text)).toEqual([]);
  });

  it('gọi tên thì bot trả lời, mời nhắn riêng, không có nút chuyển cho cán bộ', async () => {
    const told = await telegram.writesIn(aGroup(), `@HoiQuyenBot ${WAGES}`);
    expect(told.map(({ text }) => text).join('\n')).toContain(WAGES_LAW);
    expect(told.at(-1)?.text).toContain(vi.machineNotice(false));
    expect(told.flatMap(({ buttons }) => buttons)).toEqual([]);
  });

  it('trả lời tin của bot cũng là nói với bot', async () => {
    const group = aGroup();
    const [help] = await telegram.writesIn(group, '/help@HoiQuyenBot');
    expect(help?.text).toBe(vi.smallTalk.help);
    const told = await telegram.writesIn(group, WAGES, help?.messageId);
    expect(told.map(({ text }) => text).join('\n')).toContain(WAGES_LAW);
  });

  it('không biết thì chỉ sang nhắn riêng; "có" không mở hồ sơ nào', async () => {
    const group = aGroup();
    const told = await telegram.writesIn(group, `@HoiQuyenBot ${UNKNOWN}`);
    expect(told).toMatchObject([{ text: vi.notKnown(false), buttons: [] }]);
    await telegram.writesIn(group, '@HoiQuyenBot có');
    await telegram.writesIn(group, '@HoiQuyenBot đồng ý');
    expect(bot.rows('select count(*) as n from tickets')).toEqual([{ n: 0 }]);
  });

  it.each(['gặp cán bộ', '/canbo'])('xin %s thì được mời nhắn riêng', async (words) => {
    const group = aGroup();
    await telegram.writesIn(group, `@HoiQuyenBot ${UNKNOWN}`);
    const text = words.startsWith('/') ? `${words}@HoiQuyenBot` : `@HoiQuyenBot ${words}`;
    expect(await telegram.writesIn(group, text)).toMatchObject([{ text: vi.onlyInPrivate(), buttons: [] }]);
  });

  it('nút "Chuyển cho cán bộ" mang từ nơi khác tới cũng không mở hồ sơ trong nhóm', async () => {
    const group = aGroup();
    const told = await telegram.posts(group, {
      callback_query: {
        id: 'bam-trong-nhom',
        from: { id: 77, is_bot: false },
        data: 'v1:referral',
        message: { message_id: 1, chat: { id: group, type: 'supergroup' } },
      },
    });
    expect(told).toMatchObject([{ text: vi.onlyInPrivate() }]);
  });

  it('hỏi chưa rõ thì có nút để chọn, và nút nào xem việc ấy', async () => {
    const group = aGroup();
    const [asksBack] = await telegram.writesIn(group, `@HoiQuyenBot ${VAGUE}`);
    expect(asksBack?.buttons.length).toBeGreaterThanOrEqual(2);
    expect(asksBack?.buttons.map(({ text }) => text)).not.toContain(vi.label.referral);
    const told = await telegram.writesIn(group, '2', asksBack?.messageId);
    expect(told.at(-1)?.text).toContain(vi.machineNotice(false));
  });

  it('kêu cứu với bot thì số điện thoại đứng đầu', async () => {
    const [first] = await telegram.writesIn(aGroup(), `@HoiQuyenBot ${EMERGENCY}`);
    expect(first?.text.startsWith(`${vi.urgentLead.violence}\n\n• 113`)).toBe(true);
  });

  it('nhóm nào nhắc chuyện nhóm ấy, và chuyện riêng không lẫn vào nhóm', async () => {
    const [one, other] = [aGroup(), aGroup()];
    const [asksBack] = await telegram.writesIn(one, `@HoiQuyenBot ${VAGUE}`);
    const elsewhere = await telegram.writesIn(other, '@HoiQuyenBot 1');
    expect(asksBack).toBeDefined();
    expect(elsewhere.map(({ text }) => text).join()).not.toContain(vi.basisHeading());
  });
});

describe('Trong nhóm Zalo', () => {
  const inGroup = (text: string) => {
    const group = `nhom-zalo-${groups}`;
    return new ZaloPerson(group, zalo, bot).posts(inZaloGroup(zalo.textFrom('chi-ba', text), group));
  };

  it('bot trả lời người gọi tên nó, mời nhắn riêng', async () => {
    const told = await inGroup(`@Bot Hỏi Quyền ${WAGES}`);
    expect(told.join('\n')).toContain(WAGES_LAW);
    expect(told.at(-1)).toContain(vi.machineNotice(false));
  });

  it('không chuyển chuyện của ai từ nhóm đông người', async () => {
    expect(await inGroup(`@Bot Hỏi Quyền ${UNKNOWN}`)).toEqual([vi.notKnown(false)]);
    expect(await inGroup('@Bot Hỏi Quyền gặp cán bộ')).toEqual([vi.onlyInPrivate()]);
    expect(bot.rows('select count(*) as n from tickets')).toEqual([{ n: 0 }]);
  });
});
