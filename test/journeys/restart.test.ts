import { afterAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { UNKNOWN, VAGUE, WAGES, WAGES_LAW } from '../support/questions.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const GROUP = -1_001_000_000_033;
const HOUR_MS = 60 * 60_000;
const CENTRE = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên';

const { platform, zalo, telegram, bot, end } = await onBothMessengers();

afterAll(end);

describe('Máy chủ tắt đi rồi bật lại', () => {
  it('người hỏi đầu tiên không phải chờ máy đọc lại kho kiến thức: sẵn sàng rồi mới nhận việc', async () => {
    await bot.restart();
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(200);
    const told = await new ZaloPerson('nguoi-dau-tien', zalo, bot).says(WAGES);
    expect(told.join('\n')).toContain(WAGES_LAW);
  });

  it('mọi cuộc nói chuyện tiếp tục đúng chỗ đang dở', async () => {
    const choosing = new ZaloPerson('dang-chon', zalo, bot);
    const handingOver = new ZaloPerson('dang-chuyen', zalo, bot);
    const withStaff = new ZaloPerson('dang-cho-can-bo', zalo, bot);
    const HANH = 4_200_001;

    const [list = ''] = await choosing.says(VAGUE);
    const [buttons] = await telegram.says(HANH, VAGUE);
    await bot.linkCode('HUNGYEN234', '33');
    await telegram.writesIn(GROUP, '/lienket HUNGYEN234');
    for (const words of [UNKNOWN, 'có', 'tiếp']) await handingOver.says(words);
    for (const words of [UNKNOWN, 'có', 'tiếp', 'thai binh', 'bỏ qua', 'Đồng ý']) await withStaff.says(words);
    const [, post] = telegram.shownIn(GROUP);

    await bot.restart();

    // The one who was choosing chooses, by number and by a button of before.
    const [chosen = ''] = await choosing.says('1');
    const [pressed] = await telegram.presses(HANH, buttons?.buttons[0]?.text ?? '', buttons!);
    expect(list.length).toBeGreaterThan(0);
    expect(chosen).not.toContain(vi.whichOne());
    expect(pressed?.text.slice(0, 100)).toBe(chosen.slice(0, 100));

    // The one who was asked for a province names it, and still sees everything before it leaves.
    expect(await handingOver.says('thai binh')).toEqual([vi.askContact()]);
    expect((await handingOver.says('bỏ qua'))[0]).toContain(
      `${vi.consentLead(CENTRE, 'Tỉnh Hưng Yên')}\n\n1. ${UNKNOWN}`,
    );
    expect((await handingOver.says('Đồng ý'))[0]).toContain('Mã của bạn: HQ-');

    // The one whom staff help is still with staff, and the reply to a post of before arrives.
    expect((await withStaff.says('em còn giữ hoá đơn'))[0]).toContain('Đã thêm vào hồ sơ');
    await telegram.writesIn(GROUP, 'Chào bạn.', post?.messageId);
    expect(withStaff.read.at(-1)).toMatch(/^Trả lời của cán bộ .*\nChào bạn\.$/);
  });

  it('tin tới lúc đang tắt thì nền tảng giữ, bật lại là được trả lời một lần', async () => {
    const person = new ZaloPerson('nhan-luc-tat', zalo, bot);
    const update = zalo.textFrom(person.chat, WAGES);
    await bot.stopApp();
    expect((await zalo.post(update)).status).toBe(503);
    await bot.startAgain();
    expect((await person.posts(update)).join('\n')).toContain(WAGES_LAW);
    expect(await person.posts(update)).toEqual([]);
  });

  it('tắt giữa lúc đang gửi thì gửi xong mới tắt, không gửi lại', async () => {
    const person = new ZaloPerson('dang-gui', zalo, bot);
    const sending = zalo.called('sendMessage');
    await zalo.post(zalo.textFrom(person.chat, WAGES));
    await sending;
    await bot.stopApp();
    expect(bot.rows("select count(*) as n from outbox where state = 'sending'")).toEqual([{ n: 0 }]);
    await bot.startAgain();
    await bot.idle();
    expect(new Set(person.read).size).toBe(person.read.length);
    expect(person.read.join('\n')).toContain(WAGES_LAW);
    expect(bot.rows('select sum(uncertain) as n from outbox')).toEqual([{ n: 0 }]);
  });

  it('bật lại với đồng hồ lùi hai giờ: câu trả lời đang chờ tới giờ được gửi ngay, và vẫn đứng trước câu sau', async () => {
    const THU = 4_200_002;
    platform.failNext({ error: 429, description: 'Too Many Requests', parameters: { retry_after: 300 } });
    expect(await telegram.says(THU, WAGES)).toEqual([]);
    await bot.stopApp();
    bot.later(-2 * HOUR_MS);
    await bot.startAgain();
    await telegram.posts(THU, telegram.messageFrom(THU, 'xin chào'));
    await telegram.hasShown(THU, 2);
    const texts = telegram.shownIn(THU).map(({ text }) => text);
    expect(texts.slice(0, -1).join('\n')).toContain(WAGES_LAW);
    expect(texts.at(-1)).toBe(vi.smallTalk.greeting);
    bot.later(2 * HOUR_MS);
  });

  it('tin đã nhận mà chưa kịp trả lời khi tắt thì được trả lời khi bật', async () => {
    const wages = await new ZaloPerson('lam-mau', zalo, bot).says(WAGES);
    const people = Array.from({ length: 8 }, (_, nth) => new ZaloPerson(`chua-kip-${nth}`, zalo, bot));
    await Promise.all(people.map(({ chat }) => zalo.post(zalo.textFrom(chat, WAGES))));
    await bot.restart();
    for (const person of people) await person.hasRead(wages.length);
    for (const person of people) expect(person.read).toEqual(wages);
  });
});
