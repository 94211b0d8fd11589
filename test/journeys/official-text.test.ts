import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { RunningBot } from '../support/running-bot.ts';
import { sha256 } from '../support/sha256.ts';
import { BOOK_ARTICLES, BOOKS, BOOKS_NAME, FACTS, holdLaw, ODD_TEXT, wordsOf } from '../support/small-law.ts';
import { type Shown, TelegramPeople } from '../support/telegram-people.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

/** An invented wording of a real article that entries rest on. */
const AID_7 = {
  article: '7',
  heading: 'Người được giúp',
  text: '1. Người\tcó công.\n2. Người  nghèo.\na) Ở xã;\nb) Ở phường.',
};
const AID_FACTS = {
  ...FACTS,
  code: 'luat-tro-giup-phap-ly-2017',
  name: 'Luật Trợ giúp pháp lý',
  number: '11/2017/QH14',
  adoptedOn: '2017-06-20',
};
/** No entry speaks of cheques. */
const CHEQUES = {
  article: '4',
  heading: 'Kích thước séc và việc bố trí vị trí các nội dung trên séc',
  text: '1. Kích thước séc được ngân hàng quy định.\n2. Việc bố trí vị trí các nội dung trên séc được quy định từ trái sang phải.',
};
const CHEQUE_FACTS = {
  ...FACTS,
  code: 'luat-sec-2021',
  name: 'Luật Séc',
  number: '3/2021/QH15',
  adoptedOn: '2021-06-20',
};
const ODD = BOOK_ARTICLES.find(({ article }) => article === '3')!;
const LAST = BOOK_ARTICLES.at(-1)!;

let telegram: TelegramPlatform;
let zalo: ZaloPlatform;
let bot: RunningBot;
let people: TelegramPeople;
let somebody = 0;

beforeAll(async () => {
  telegram = await TelegramPlatform.start();
  zalo = await ZaloPlatform.start();
  bot = await RunningBot.start({ telegram, zalo });
  people = new TelegramPeople(telegram, () => bot);
  const { store, laws } = bot.app;
  await holdLaw(store);
  await holdLaw(store, [AID_7], { code: 'luat-tro-giup-phap-ly-2017', facts: AID_FACTS });
  await holdLaw(store, [CHEQUES], { code: 'luat-sec-2021', facts: CHEQUE_FACTS });
  await laws.follow();
  await laws.made();
});
afterAll(async () => {
  await bot?.end();
  await Promise.all([telegram?.stop(), zalo?.stop()]);
});

function onZalo(): ZaloPerson {
  somebody += 1;
  return new ZaloPerson(`7ede9afa66b88fe6${somebody}`, zalo, bot);
}

function onTelegram() {
  somebody += 1;
  const chat = 4_300_000 + somebody;
  return {
    says: (text: string) => people.says(chat, text),
    presses: (label: string, shown: Shown) => people.presses(chat, label, shown),
  };
}

/** What stands between the blockquotes of all messages, as Telegram reads it. */
function quotedOn(shown: readonly Shown[]): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
  return shown
    .flatMap(({ body }) => [...String(body.text).matchAll(/<blockquote>([\s\S]*?)<\/blockquote>/g)])
    .map(([, words = '']) => words.replace(/<\/?b>/g, '').replace(/&(amp|lt|gt);/g, (_, name) => signs[name] ?? ''))
    .join('');
}
const labels = (shown: Shown | undefined) => shown?.buttons.map(({ text }) => text) ?? [];

describe('Từ câu trả lời tới nguyên văn', () => {
  it('trên Telegram: một nút, đúng từng byte đã lưu, có ngày, nguồn và mã kiểm tra', async () => {
    const person = onTelegram();
    const answer = await person.says('điều 7 luật trợ giúp pháp lý');
    expect(labels(answer.at(-1))).toContain('Xem nguyên văn Điều 7');
    const text = await person.presses('Xem nguyên văn Điều 7', answer.at(-1)!);
    expect(quotedOn(text)).toBe(wordsOf(AID_7));
    const all = text.map((one) => one.text).join('\n');
    expect(all).toContain('Điều 7 Luật Trợ giúp pháp lý 2017 – nguyên văn tiếng Việt');
    expect(all).toContain('Bản này có hiệu lực từ ngày 01/01/2021.');
    expect(all).toContain('số 11/2017/QH14, ngày 20/06/2017, https://congbao.example/muon-sach');
    expect(all).toContain(sha256(wordsOf(AID_7)).slice(0, 16));
  });

  it('trên Zalo: nhắn một câu, đúng từng byte', async () => {
    const person = onZalo();
    const answer = await person.says('dieu 7 luat tro giup phap ly');
    expect(answer.at(-1)).toContain('“nguyên văn điều 7');
    const text = await person.says('nguyên văn điều 7');
    expect(text.join('\n')).toContain(`\n${wordsOf(AID_7)}\n`);
  });

  it('khoản được hỏi được đánh dấu trong cả điều', async () => {
    const shown = await onTelegram().says('điểm b khoản 2 điều 7 luật TGPL');
    expect(quotedOn(shown)).toBe(wordsOf(AID_7));
    expect(shown.map(({ body }) => body.text).join('')).toContain('<b>b) Ở phường.</b></blockquote>');
    const [first] = await onZalo().says('điểm b khoản 2 điều 7 luật TGPL');
    expect(first).toContain('Phần bạn hỏi (khoản 2 điểm b) bắt đầu bằng: “b) Ở phường.”');
  });
});

describe('Văn bản chưa có phần tóm lược', () => {
  it('điều dài hơn một tin: không mất một ký tự nào ở chỗ cắt', async () => {
    const shown = await onTelegram().says('cho em xem điều 3 luật mượn sách');
    expect(shown.length).toBeGreaterThan(1);
    expect(quotedOn(shown)).toBe(wordsOf(ODD));
    expect(shown[0]?.text).toContain(vi.textAlone(`Điều 3 ${BOOKS_NAME}`, true));
    expect(labels(shown.at(-1))).toEqual(['Điều sau: Điều 3a', 'Điều trước: Điều 2', 'Mục lục', vi.label.referral]);

    const onThePhone = (await onZalo().says('điều 3 luật mượn sách')).join('');
    const begins = onThePhone.indexOf('Điều 3. Cách mượn');
    expect(onThePhone.slice(begins, begins + wordsOf(ODD).length)).toBe(wordsOf(ODD));
  });

  it('đọc tới điều sau, hết thì nói hết; mục lục từng trang', async () => {
    const person = onTelegram();
    const third = await person.says('điều 3 luật mượn sách');
    const next = await person.presses('Điều sau: Điều 3a', third.at(-1)!);
    expect(quotedOn(next)).toBe('Điều 3a. Gia hạn\nGia hạn một lần, bảy ngày.');
    const contents = await person.presses('Mục lục', next.at(-1)!);
    expect(contents[0]?.text).toContain(`Mục lục ${BOOKS_NAME} (trang 1/2)`);
    expect(contents[0]?.text).toContain('Chương II. Mượn và trả\nĐiều 3. Cách mượn\nĐiều 3a. Gia hạn');
    const second = await person.presses('Trang sau', contents.at(-1)!);
    const last = await person.presses(`Điều ${LAST.article}`, second.at(-1)!);
    expect(quotedOn(last)).toBe(wordsOf(LAST));
    expect((await person.says('điều sau'))[0]?.text).toBe(vi.lawEnd('last', BOOKS_NAME));
  });

  it('bản áp dụng từ 01/01/2027 chỉ đưa khi tới ngày ấy', async () => {
    const before = quotedOn(await onTelegram().says('điều 2 luật mượn sách'));
    expect(before).toContain('Ai có thẻ thì được mượn.');
    const days = (new Date('2027-01-02T03:00:00Z').getTime() - bot.now().getTime()) / 86_400_000;
    bot.later(Math.ceil(days) * 86_400_000);
    const shown = await onTelegram().says('điều 2 luật mượn sách');
    expect(quotedOn(shown)).toContain('Ai cũng được mượn, không cần thẻ.');
    bot.later(-Math.ceil(days) * 86_400_000);
  });
});

describe('Câu hỏi chưa có câu trả lời', () => {
  const QUESTION = 'Kích thước séc và việc bố trí vị trí các nội dung trên séc được quy định thế nào?';

  it('điều luật rõ là liên quan thì đưa kèm lời mời gặp cán bộ, không phải câu trả lời', async () => {
    const shown = await onTelegram().says(QUESTION);
    const all = shown.map(({ text }) => text).join('\n');
    expect(all).toContain(vi.notKnown(true));
    expect(all).toContain(`${vi.relatedLead()}\n• Điều 4 Luật Séc 2021: ${CHEQUES.heading}`);
    expect(labels(shown.at(-1)).slice(0, 2)).toEqual([vi.label.referral, vi.label.no]);
  });

  it('trên Zalo chọn bằng số, rồi vẫn gặp cán bộ được', async () => {
    const person = onZalo();
    const [asked] = await person.says(QUESTION);
    expect(asked).toContain('1. Chuyển cho cán bộ\n2. Không, cảm ơn\n3. Xem nguyên văn Điều 4\n');
    expect((await person.says('3')).join('\n')).toContain(wordsOf(CHEQUES));
    expect((await person.says('gặp cán bộ'))[0]).toContain(vi.reviewLead());
  });
});

describe('Khi khởi động lại', () => {
  it('vẫn đọc được, không phải nhập lại', async () => {
    await bot.restart();
    expect(quotedOn(await onTelegram().says('điều 3 luật mượn sách'))).toBe(`Điều 3. Cách mượn\n${ODD_TEXT}`);
    expect(bot.rows('select count(*) as n from law_articles where code = ?', BOOKS)).toEqual([
      { n: BOOK_ARTICLES.length },
    ]);
  });
});
