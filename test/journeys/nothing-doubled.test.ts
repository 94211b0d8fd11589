import { afterAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { WAGES, WAGES_LAW } from '../support/questions.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const ARTICLES = Array.from({ length: 10 }, (_, nth) => 20 + nth);
const OTHERS = 200;

const warnings: Error[] = [];
const warned = (warning: Error) => void warnings.push(warning);

process.on('warning', warned);
/** Telegram is polled, Zalo posts to us. */
const { platform, zalo, telegram, bot, end } = await onBothMessengers({ telegramUpdates: 'polling' });
afterAll(async () => {
  process.off('warning', warned);
  await end();
});

/** The articles of the Constitution that were answered, in order; an answer may have several parts. */
const articlesIn = (texts: readonly string[]) =>
  texts.flatMap((text) => /^Điều (\d+) Hiến pháp 2013: /.exec(text)?.[1] ?? []).map(Number);

describe('Cùng một tin tới nhiều lần', () => {
  it('năm lần một lúc qua webhook: trả lời một lần', async () => {
    const person = new ZaloPerson('nam-lan', zalo, bot);
    const update = zalo.textFrom(person.chat, WAGES);
    const calls = await Promise.all(Array.from({ length: 5 }, () => zalo.post(update)));
    expect(calls.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await bot.idle();
    const once = await new ZaloPerson('mot-lan', zalo, bot).says(WAGES);
    expect(person.read).toEqual(once);
  });

  it('lần để trần, lần bọc trong result: vẫn là một tin', async () => {
    const person = new ZaloPerson('boc-va-tran', zalo, bot);
    const update = zalo.textFrom(person.chat, 'xin chào');
    expect((await zalo.post(update, { wrapped: true })).status).toBe(200);
    await bot.idle();
    expect(await person.posts(update)).toEqual([]);
    expect(person.read).toEqual([vi.smallTalk.greeting]);
  });

  it('lặp lại khi hỏi Telegram (polling): trả lời một lần', async () => {
    const [hanh, other] = [4_400_001, 4_400_002];
    const said = telegram.messageFrom(hanh, 'xin chào');
    for (let nth = 0; nth < 3; nth += 1) platform.enqueue(said);
    await telegram.hasShown(hanh, 1);
    platform.enqueue(said);
    platform.enqueue(telegram.messageFrom(other, 'xin chào'));
    await telegram.hasShown(other, 1);
    await bot.idle();
    expect(telegram.shownIn(hanh).map(({ text }) => text)).toEqual([vi.smallTalk.greeting]);
  });

  it('hai người gửi hai tin giống hệt nhau là hai tin', async () => {
    const [one, two] = [new ZaloPerson('giong-1', zalo, bot), new ZaloPerson('giong-2', zalo, bot)];
    await Promise.all([one, two].map(({ chat }) => zalo.post(zalo.textFrom(chat, WAGES))));
    await bot.idle();
    expect(one.read.join('\n')).toContain(WAGES_LAW);
    expect(two.read).toEqual(one.read);
  });

  it('một người gửi hai lần cùng một câu thì được trả lời hai lần', async () => {
    const person = new ZaloPerson('nhac-lai', zalo, bot);
    expect(await person.says(WAGES)).toEqual(await person.says(WAGES));
  });
});

describe('Thứ tự trong một cuộc trò chuyện', () => {
  it('mười tin của một người lẫn giữa hai trăm tin của người khác, qua polling', async () => {
    const hanh = 4_500_000;
    for (let nth = 0; nth < OTHERS; nth += 1) {
      if (nth % 20 === 10) platform.enqueue(telegram.messageFrom(hanh, `điều ${ARTICLES[(nth - 10) / 20]} hiến pháp`));
      platform.enqueue(telegram.messageFrom(hanh + 1 + nth, 'xin chào'));
    }
    for (let nth = 0; nth < OTHERS; nth += 1) await telegram.hasShown(hanh + 1 + nth, 1);
    await telegram.hasShown(hanh, ARTICLES.length);
    await bot.idle();
    expect(articlesIn(telegram.shownIn(hanh).map(({ text }) => text))).toEqual(ARTICLES);
    const others = platform.sent.filter(({ chatId }) => chatId > hanh && chatId <= hanh + OTHERS);
    expect(others).toHaveLength(OTHERS);
  });

  it('cũng vậy qua webhook', async () => {
    const person = new ZaloPerson('muoi-tin', zalo, bot);
    const others = Array.from({ length: OTHERS }, (_, nth) => new ZaloPerson(`nguoi-khac-${nth}-`, zalo, bot));
    const waiting = [...others];
    const postOthers = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        expect((await zalo.post(zalo.textFrom(next.chat, 'xin chào'))).status).toBe(200);
      }
    };
    const postTen = async () => {
      for (const article of ARTICLES) await zalo.post(zalo.textFrom(person.chat, `điều ${article} hiến pháp`));
    };
    await Promise.all([postTen(), ...Array.from({ length: 8 }, postOthers)]);
    await bot.idle();
    expect(articlesIn(person.read)).toEqual(ARTICLES);
    expect(others.map(({ read }) => read.length)).toEqual(others.map(() => 1));
  });
});

it('Node không cảnh báo rò rỉ khi nhiều tin được gửi cùng lúc', () => {
  expect(warnings.filter(({ name }) => name === 'MaxListenersExceededWarning')).toEqual([]);
});
