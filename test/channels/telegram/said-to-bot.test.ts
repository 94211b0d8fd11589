import { describe, expect, it } from 'vitest';
import { saidToBot } from '../../../src/channels/telegram/said-to-bot.ts';

const BOT = { id: 7_000_000_001, username: 'HoiQuyenBot' };

describe('saidToBot: in a group, what is meant for the bot', () => {
  it.each([
    ['lệnh', '/trangthai HQ-7K3M', '/trangthai HQ-7K3M'],
    ['lệnh gọi tên bot', '/trangthai@HoiQuyenBot HQ-7K3M', '/trangthai HQ-7K3M'],
    ['lệnh gọi tên bot, khác chữ hoa', '/help@hoiquyenbot', '/help'],
    ['gọi tên ở đầu', '@HoiQuyenBot cty nợ lương', 'cty nợ lương'],
    ['gọi tên rồi dấu phẩy', '@hoiquyenbot, cty nợ lương', 'cty nợ lương'],
    ['gọi tên ở giữa', 'chào @HoiQuyenBot cty nợ lương', 'chào cty nợ lương'],
    ['gọi tên ở cuối', 'cty nợ lương phải làm sao @HoiQuyenBot', 'cty nợ lương phải làm sao'],
    ['chỉ gọi tên', '@HoiQuyenBot', ''],
  ])('%s', (_, text, said) => {
    expect(saidToBot(text, false, BOT)).toBe(said);
  });

  it.each([
    ['nói chuyện với nhau', 'chiều nay họp nhé'],
    ['lệnh của bot khác', '/help@BotKhac'],
    ['lệnh của bot có tên dài hơn', '/help@HoiQuyenBot2'],
    ['gọi bot có tên dài hơn', '@HoiQuyenBot2 cty nợ lương'],
    ['địa chỉ thư', 'gửi về lienhe@HoiQuyenBot nhé'],
    ['dấu gạch chéo', '/ 5 tháng'],
  ])('không phải nói với bot: %s', (_, text) => {
    expect(saidToBot(text, false, BOT)).toBeUndefined();
  });

  it('takes a reply to the bot as said to the bot', () => {
    expect(saidToBot('cảm ơn', true, BOT)).toBe('cảm ơn');
  });

  it('leaves a command for another bot alone, even in a reply to ours', () => {
    expect(saidToBot('/help@BotKhac', true, BOT)).toBeUndefined();
  });

  it('hears commands and replies before it knows its own name, and no mention', () => {
    const nameless = { id: BOT.id, username: undefined };
    const heard = [saidToBot('/help', false, nameless), saidToBot('vâng', true, nameless)];
    expect(heard).toEqual(['/help', 'vâng']);
    expect(saidToBot('@undefined cty nợ lương', false, nameless)).toBeUndefined();
  });
});
