import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seen, TelegramEmulator } from '../../emulators/telegram-emulator.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { fold } from '../../src/language/fold.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { EMERGENCY, OUT_OF_SCOPE, UNKNOWN, UNKNOWN_TOO, VAGUE, WAGES, WAGES_LAW } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

let telegram: TelegramEmulator;
let zalo: ZaloPlatform;
let bot: RunningBot;
let people = 0;

/** Telegram posts to us, Zalo is polled. */
beforeAll(async () => {
  telegram = await TelegramEmulator.start();
  zalo = await ZaloPlatform.start();
  telegram.onWebhook(({ method, headers, body }) =>
    fetch(`${bot.address}/webhooks/telegram`, { method, headers, body, duplex: 'half' }),
  );
  const publicUrl = new URL(telegram.webhookUrl).origin;
  bot = await RunningBot.start({ telegram, zalo, zaloUpdates: 'polling', publicUrl });
});
afterAll(async () => {
  await bot?.end();
  await Promise.all([telegram?.stop(), zalo?.stop()]);
});

function somebodyOnZalo(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`6ede9afa66b88fe6${people}`, zalo, bot);
}

function somebodyOnTelegram() {
  people += 1;
  const chat = 4_200_000 + people;
  const reads = async (writing: Promise<void>): Promise<readonly Seen[]> => {
    const before = telegram.messagesTo(chat).length;
    await writing;
    await bot.idle();
    return telegram.messagesTo(chat).slice(before);
  };
  return {
    says: (text: string) => reads(telegram.say(chat, text)),
    presses: (label: string, { messageId, buttons }: Seen) => {
      const data = buttons.find(({ text }) => text === label)?.callback_data;
      if (data === undefined) throw new Error(`No button "${label}"`);
      return reads(telegram.press(chat, messageId, data));
    },
  };
}

const labels = (seen: Seen | undefined) => seen?.buttons.map(({ text }) => text);
const numbered = (text: string) => [...text.matchAll(/^\d+\. (.+)$/gm)].map(([, label = '']) => label);

describe('Kể chuyện của mình', () => {
  it('trên Telegram: câu trả lời có căn cứ in đậm, ngày kiểm tra, lời nhắc là máy, nút gặp cán bộ', async () => {
    const seen = await somebodyOnTelegram().says(WAGES);
    const all = seen.map(({ text }) => text).join('\n');
    expect(all).toContain('<b>Căn cứ:</b>');
    expect(all).toContain(`• ${WAGES_LAW}: `);
    expect(all).toMatch(/Đã kiểm tra đến ngày \d\d\/\d\d\/\d{4}\./);
    expect(all).toContain(vi.machineNotice(true));
    expect(labels(seen.at(-1))).toEqual([vi.label.answerHelpful, vi.label.answerUnhelpful, vi.label.referral]);
  });

  it('trên Zalo: chữ thường, mỗi tin vừa 2.000 ký tự, không mất đoạn nào', async () => {
    const told = await somebodyOnZalo().asks(WAGES);
    const onTelegram = await somebodyOnTelegram().says(WAGES);
    expect(told.length).toBeGreaterThan(1);
    expect(Math.max(...told.map((text) => text.length))).toBeLessThanOrEqual(2000);
    expect(told.join('\n')).toContain('Căn cứ:\n• Điều ');
    const words = (texts: readonly string[]) =>
      texts
        .join(' ')
        .replace(/<\/?b>/g, '')
        .split(/\s+/);
    // in place of the buttons
    expect(words(told)).toEqual(words([...onTelegram.map(({ text }) => text), vi.rateHow()]));
  });

  it.each([
    ['không dấu', fold(WAGES)],
    ['viết tắt', 'cty nợ lương hai thág nay chưa trả, đòi tn'],
    ['chữ tổ hợp (NFD)', WAGES.normalize('NFD')],
    ['chữ hoa', WAGES.toUpperCase()],
    ['có ký tự ẩn', `\ufeff${WAGES.replaceAll(' ', '\u00a0').replace('công', 'công\u200b')}`],
  ])('%s vẫn gặp đúng một câu trả lời', async (_, typed) => {
    const wanted = await somebodyOnZalo().asks(WAGES);
    expect(await somebodyOnZalo().asks(typed)).toEqual(wanted);
  });
});

describe('Tra điều luật', () => {
  it.each([
    ['điều 20 hiến pháp', 'Điều 20 Hiến pháp 2013'],
    ['dieu 20 hp 2013', 'Điều 20 Hiến pháp 2013'],
    ['công ước quyền trẻ em điều 32', 'Điều 32 Công ước về quyền trẻ em (CRC)'],
    ['iccpr điều 9', 'Điều 9 Công ước quốc tế về các quyền dân sự và chính trị (ICCPR)'],
  ])('%s', async (asked, heading) => {
    const [first] = await somebodyOnZalo().asks(asked);
    expect(first?.startsWith(`${heading}: `)).toBe(true);
  });

  it('Tuyên ngôn thì đọc nguyên văn, và xem được bằng tiếng khác', async () => {
    const person = somebodyOnTelegram();
    const [first] = await person.says('điều 1 tuyên ngôn nhân quyền');
    expect(first?.text).toContain(vi.quoteHeading('Điều 1 Tuyên ngôn quốc tế về quyền con người', 'tiếng Việt'));
    const english = await person.presses(vi.inLanguage('tiếng Anh'), first as Seen);
    expect(english[0]?.text).toContain('All human beings are born free and equal in dignity and rights');
  });

  it('không có điều ấy thì nói là không có', async () => {
    expect(await somebodyOnZalo().asks('điều 500 hiến pháp')).toEqual([vi.noSuchArticle('Hiến pháp 2013', '500', 120)]);
  });
});

describe('Hỏi chưa rõ', () => {
  it('Telegram đưa nút, bấm nút nào xem việc ấy', async () => {
    const person = somebodyOnTelegram();
    const [asksBack] = await person.says(VAGUE);
    expect(asksBack?.text.startsWith(vi.whichOne())).toBe(true);
    const choices = labels(asksBack) ?? [];
    expect(choices.length).toBeGreaterThanOrEqual(2);
    const first = await person.presses(choices[0] ?? '', asksBack as Seen);
    const second = await person.presses(choices[1] ?? '', asksBack as Seen);
    expect(first.at(-1)?.text).toContain(vi.machineNotice(true));
    expect(second.at(-1)?.text).toContain(vi.machineNotice(true));
    expect(first[0]?.text).not.toEqual(second[0]?.text);
  });

  it('Zalo đánh số, trả lời bằng số thì xem đúng việc mà nút Telegram cho xem', async () => {
    const [onZalo, onTelegram] = [somebodyOnZalo(), somebodyOnTelegram()];
    const [list = ''] = await onZalo.asks(VAGUE);
    const [buttons] = await onTelegram.says(VAGUE);
    expect(list).toContain(vi.typeNumber(numbered(list).length));
    expect(buttons?.buttons).toHaveLength(numbered(list).length);
    const [byNumber = ''] = await onZalo.asks(' 2. ');
    const [byButton] = await onTelegram.presses(labels(buttons)?.[1] ?? '', buttons as Seen);
    const beginning = byNumber.slice(0, 200);
    expect(byButton?.text.replace(/<\/?b>/g, '').startsWith(beginning)).toBe(true);
  });

  it('không chọn mà hỏi hẳn việc khác thì được trả lời việc ấy', async () => {
    const person = somebodyOnZalo();
    await person.asks(VAGUE);
    expect((await person.asks(WAGES)).join('\n')).toContain(WAGES_LAW);
  });
});

describe('Đánh giá câu trả lời trên Telegram', () => {
  it('bấm có ích thì được cảm ơn', async () => {
    const person = somebodyOnTelegram();
    const answer = (await person.says(WAGES)).at(-1) as Seen;
    expect(await person.presses(vi.label.answerHelpful, answer)).toMatchObject([{ text: vi.thanksForRating() }]);
  });

  it('bấm chưa đúng thì chọn một lý do bằng nút, rồi được mời chuyển cho cán bộ', async () => {
    const person = somebodyOnTelegram();
    const answer = (await person.says(WAGES)).at(-1) as Seen;
    const [why] = await person.presses(vi.label.answerUnhelpful, answer);
    expect(labels(why)).toEqual([...Object.values(vi.label.reason), vi.label.referral]);
    const [offer] = await person.presses(vi.label.reason['no-steps'], why as Seen);
    expect(offer?.text).toBe(vi.offerReferral());
    expect(labels(offer)).toEqual([vi.label.referral, vi.label.no]);
  });
});

describe('Khi bot không biết', () => {
  it('thì nói là không biết và hỏi có muốn chuyển cho người thật không', async () => {
    const person = somebodyOnTelegram();
    const [offer] = await person.says(UNKNOWN);
    expect(offer?.text).toBe(vi.notKnown(true));
    expect(labels(offer)).toEqual([vi.label.referral, vi.label.no]);
    expect(await person.presses(vi.label.no, offer as Seen)).toMatchObject([{ text: vi.declined() }]);
  });

  it('trên Zalo cũng vậy, bằng số', async () => {
    const person = somebodyOnZalo();
    const [offer] = await person.asks(UNKNOWN_TOO);
    expect(offer).toBe(`${vi.notKnown(true)}\n\n1. ${vi.label.referral}\n2. ${vi.label.no}\n${vi.typeNumber(2)}`);
    expect(await person.asks('2')).toEqual([vi.declined()]);
  });

  it('việc không phải quyền thì nói giúp được gì, không đoán bừa', async () => {
    expect(await somebodyOnZalo().asks(OUT_OF_SCOPE)).toEqual([vi.outOfScope()]);
  });

  it('câu trả lời không đúng ý thì được mời chuyển cho cán bộ', async () => {
    const person = somebodyOnZalo();
    await person.asks(WAGES);
    const [why] = await person.asks('không đúng ý em');
    expect(why?.startsWith(vi.askReason())).toBe(true);
    const [offer] = await person.asks('1');
    expect(offer?.startsWith(vi.offerReferral())).toBe(true);
  });
});

/** Whoever glances at the telephone sees numbers, and not what for. */
const NUMBERS_ALONE = vi.discreet.urgentLead(['113', '115', '111']);

describe('Khi nguy hiểm', () => {
  it('tin đầu tiên là số điện thoại để gọi ngay, rồi mới đến luật (Zalo)', async () => {
    const told = await somebodyOnZalo().asks(EMERGENCY);
    expect(told[0]?.startsWith(`${NUMBERS_ALONE}\n\n${vi.urgentLead.violence}\n\n• 113`)).toBe(true);
    expect(told.slice(1).join('\n')).toContain('Căn cứ:');
  });

  it('trên Telegram cũng vậy, viết không dấu cũng vậy', async () => {
    const told = await somebodyOnTelegram().says('chong dang cam dao duoi giet me con toi');
    expect(told[0]?.text.startsWith(`${NUMBERS_ALONE}\n\n${vi.urgentLead.violence}\n\n• 113`)).toBe(true);
  });

  it('đang chọn dở mà nguy hiểm thì vẫn có số điện thoại trước tiên', async () => {
    const person = somebodyOnZalo();
    await person.asks(VAGUE);
    expect((await person.asks(EMERGENCY))[0]).toContain('113');
  });
});

describe('Chào hỏi', () => {
  it('chào thì chào lại và nói mình là máy', async () => {
    expect(await somebodyOnTelegram().says('/start')).toMatchObject([{ text: vi.smallTalk.greeting }]);
    expect(await somebodyOnZalo().asks('chào ad ạ')).toEqual([vi.smallTalk.greeting]);
  });

  it('gửi ảnh thì được bảo gõ chữ', async () => {
    const person = somebodyOnZalo();
    const photo = { ...zalo.textFrom(person.chat, ''), event_name: 'message.image.received' };
    zalo.enqueue(photo);
    await person.hasRead(1);
    expect(person.read).toEqual([vi.unreadable('photo')]);
  });
});
