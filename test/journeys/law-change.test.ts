import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { type Day, vietnamDay } from '../../src/base/days.ts';
import type { AccountId } from '../../src/base/ids.ts';
import { citingOf } from '../../src/flow/law/citing.ts';
import { clearReview } from '../../src/flow/law/clear-review.ts';
import { importLaw } from '../../src/flow/law/import-law.ts';
import { daysAfter } from '../../src/flow/law/live-cautions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { sha256 } from '../support/sha256.ts';
import { aLawFile } from '../support/small-laws.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

/** A law that entries rest on, with words that were never passed. */
const CODE = 'luat-khieu-nai-2011';
const COMPLAINTS = `QUỐC HỘI
Luật số: 02/2011/QH13
LUẬT
KHIẾU NẠI
Quốc hội ban hành Luật Khiếu nại.
Điều 9. Thời hiệu
Thời hiệu khiếu nại là mười ngày làm việc.
Điều 10. Rút khiếu nại
Người khiếu nại được rút khiếu nại bất cứ lúc nào.
Điều 11. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2012.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIII, kỳ họp thứ 2 thông qua ngày 11 tháng 11 năm 2011.`;

function amendment(day: Day): string {
  const [year, month, date] = day.split('-');
  return `QUỐC HỘI
Luật số: 99/2026/QH16
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT KHIẾU NẠI
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Khiếu nại số 02/2011/QH13.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Khiếu nại
1. Sửa đổi, bổ sung Điều 9 như sau:
“Điều 9. Thời hiệu
Thời hiệu khiếu nại là hai mươi ngày làm việc.”.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày ${date} tháng ${month} năm ${year}.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVI, kỳ họp thứ 2 thông qua ngày 23 tháng 4 năm 2026.`;
}

const MINH = { id: 'minh' as AccountId, role: 'reviewer' } as const;
const CAUTION = 'nội dung đang được kiểm tra lại';

describe('a law that changes while people ask', () => {
  let zalo: ZaloPlatform;
  let bot: RunningBot;
  let people = 0;
  beforeAll(async () => {
    zalo = await ZaloPlatform.start();
    bot = await RunningBot.start({ zalo, zaloUpdates: 'polling' });
  });
  afterAll(async () => {
    await bot?.end();
    await zalo?.stop();
  });

  /** What somebody reads who never wrote before. */
  const ask = async (text: string): Promise<string> => {
    people += 1;
    return (await new ZaloPerson(`6ede9afa66b88ff${people}`, zalo, bot).asks(text)).join('\n');
  };
  const library = () => bot.app.knowledge.library();
  const take = (text: string) =>
    importLaw(aLawFile(text), MINH, {
      store: bot.app.store,
      instruments: () => library().instruments.values(),
      citing: citingOf(() => library().entries),
      sha256,
      now: () => bot.now(),
    });

  it('is told in the answers that rest on it, and nowhere else, until somebody has read them again', async () => {
    const today = vietnamDay(bot.now());
    const day = daysAfter(today, 10);
    const resting = library().entries.filter(
      ({ citations, valid }) =>
        citations.some((citation) => /^luat-khieu-nai-2011:9(?:\.|$)/.test(citation)) && (valid.to ?? today) >= today,
    );
    const [entry] = library()
      .currentOn(today)
      .filter((one) => one.kind === 'qa' && resting.includes(one));
    const other = library()
      .currentOn(today)
      .find((one) => one.kind === 'qa' && one.citations.every((citation) => !citation.startsWith(CODE)));
    if (!entry || !other) throw new Error('the shipped knowledge has no such entries any more');

    await take(COMPLAINTS);
    expect(await ask(entry.title)).not.toContain(CAUTION);
    await take(amendment(day));
    const open = await bot.app.store.transaction(({ reviewTasks }) => reviewTasks.list());
    expect(open.map(({ object }) => object)).toEqual(resting.map(({ id }) => `entry/${id}`).sort());
    expect(open.every((task) => task.day === day && task.why === 'new-wording')).toBe(true);

    await expect.poll(() => ask(entry.title), { timeout: 60_000 }).toContain(CAUTION);
    expect(await ask(other.title)).not.toContain(CAUTION);

    for (const { id } of open) {
      const done = { note: 'Đã đọc lại.', others: false };
      await clearReview(id, done, MINH, { store: bot.app.store, now: () => bot.now() });
    }
    await expect.poll(() => ask(entry.title), { timeout: 60_000 }).not.toContain(CAUTION);
  });

  it('can be read word for word at once, and in its new words from the day on', async () => {
    await expect
      .poll(() => ask('nguyên văn điều 9 luật khiếu nại'), { timeout: 60_000 })
      .toContain('mười ngày làm việc');
    const words = await ask('nguyên văn điều 9 luật khiếu nại');
    expect(words).not.toContain('hai mươi ngày');
    bot.later(11 * 24 * 60 * 60_000);
    expect(await ask('nguyên văn điều 9 luật khiếu nại')).toContain('hai mươi ngày làm việc');
  });
});
