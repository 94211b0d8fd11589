import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { EMERGENCY, OUT_OF_SCOPE, UNKNOWN, VAGUE, WAGES } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { inZaloGroup, ZaloPerson } from '../support/zalo-person.ts';

/** Longer than the time for which a message is kept from being tried again. */
const NEXT_TRY_MS = 6_000;
const HOUR_MS = 3_600_000;

let zalo: ZaloPlatform;
let bot: RunningBot;
let people = 0;

beforeAll(async () => {
  zalo = await ZaloPlatform.start();
  bot = await RunningBot.start({ zalo });
});
afterAll(async () => {
  await bot?.end();
  await zalo?.stop();
});
beforeEach(() => bot.meddle('delete from counts'));

function somebody(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`dem-${people}`, zalo, bot);
}

/** What was counted of some metrics, all days together. */
function counted(...metrics: readonly string[]): Readonly<Record<string, number>> {
  const rows = bot.rows<{ metric: string; label: string; n: number }>(
    'select metric, label, sum(n) as n from counts group by metric, label order by metric, label',
  );
  return Object.fromEntries(
    rows.filter(({ metric }) => metrics.includes(metric)).map(({ metric, label, n }) => [`${metric} ${label}`, n]),
  );
}

describe('Một câu hỏi', () => {
  it('được đếm theo kênh và kết quả; lời chào, lời cảm ơn, xin trợ giúp thì không', async () => {
    const person = somebody();
    for (const words of ['xin chào', WAGES, 'cảm ơn bạn', '/help', VAGUE, UNKNOWN, OUT_OF_SCOPE, WAGES]) {
      await person.says(words);
    }
    expect(counted('question')).toEqual({
      'question zalo/answer': 2,
      'question zalo/choices': 1,
      'question zalo/out-of-scope': 1,
      'question zalo/unresolved': 1,
    });
  });

  it('được đếm theo lĩnh vực của câu trả lời; chưa có câu trả lời thì ở phần nhu cầu chưa đáp ứng', async () => {
    await somebody().says(WAGES);
    expect(counted('question-topic', 'unmet-topic')).toMatchObject({ 'question-topic tien-luong': 1 });
    expect(Object.keys(counted('unmet-topic'))).toEqual([]);
    await somebody().says(UNKNOWN);
    expect(Object.keys(counted('unmet-topic')).length).toBeGreaterThan(0);
  });

  it('được đếm theo điều công ước mà câu trả lời viện dẫn, không theo điều của luật thường', async () => {
    await somebody().says('công ước quyền trẻ em điều 32');
    await somebody().says(WAGES);
    const articles = Object.keys(counted('question-article'));
    expect(articles).toContain('question-article crc:32');
    expect(articles.filter((label) => !/ (?:iccpr|icescr|cedaw|cerd|crc|crpd|cat|hp2013):/.test(label))).toEqual([]);
  });

  it('khi nguy hiểm được đếm riêng', async () => {
    await somebody().says(EMERGENCY);
    expect(counted('question-danger')).toEqual({ 'question-danger violence': 1 });
  });

  it('hỏi lại trong 24 giờ thì đếm là hỏi lại, hôm sau nữa thì không', async () => {
    const person = somebody();
    await person.says(WAGES);
    bot.later(2 * HOUR_MS);
    await person.says(WAGES);
    bot.later(25 * HOUR_MS);
    await person.says(WAGES);
    await somebody().says(WAGES);
    expect(counted('asked-again')).toEqual({ 'asked-again all': 1 });
  });

  it('bot hỏng giữa chừng rồi làm lại thì vẫn đếm một lần', async () => {
    const person = somebody();
    bot.meddle(
      `create trigger day_dia before insert on counts when new.metric = 'entry-shown'
       begin select raise(abort, 'đĩa đầy'); end`,
    );
    const failed = bot.events().filter((event) => event === 'turn failed').length;
    await zalo.post(zalo.textFrom(person.chat, WAGES));
    await bot.hasLogged('turn failed', failed + 1);
    expect(counted('question', 'entry-shown')).toEqual({});
    bot.meddle('drop trigger day_dia');
    bot.later(NEXT_TRY_MS);
    await person.hasRead(1);
    await bot.idle();
    const [shown] = Object.keys(counted('entry-shown'));
    expect(counted('question', 'entry-shown')).toEqual({ 'question zalo/answer': 1, [shown ?? '']: 1 });
  });

  it('gửi hai lần cùng một tin thì đếm một lần', async () => {
    const person = somebody();
    const update = zalo.textFrom(person.chat, WAGES);
    await person.posts(update);
    await person.posts(update);
    expect(counted('question')).toEqual({ 'question zalo/answer': 1 });
  });
});

describe('Người hỏi đánh giá', () => {
  it('có ích: cảm ơn và đếm một lần, nhắn nữa không đếm thêm', async () => {
    const person = somebody();
    expect((await person.says(WAGES)).at(-1)?.endsWith(vi.rateHow())).toBe(true);
    expect(await person.says('có ích')).toEqual([vi.thanksForRating()]);
    await person.says('có ích');
    const helpful = counted('entry-helpful');
    expect(Object.values(helpful)).toEqual([1]);
    expect(Object.keys(helpful)).toEqual(
      Object.keys(counted('entry-shown')).map((label) => label.replace('shown', 'helpful')),
    );
  });

  it('chưa đúng: hỏi một lý do bằng số, đếm, rồi mời chuyển cho cán bộ', async () => {
    const person = somebody();
    await person.says(WAGES);
    const [why = ''] = await person.says('chưa đúng');
    expect(why.startsWith(vi.askReason())).toBe(true);
    expect(why).toContain(`2. ${vi.label.reason.unclear}`);
    const [offer = ''] = await person.says('2');
    expect(offer.startsWith(vi.offerReferral())).toBe(true);
    const [entry] = Object.keys(counted('entry-unhelpful')).map((label) => label.slice('entry-unhelpful '.length));
    expect(counted('entry-unhelpful', 'entry-reason')).toEqual({
      [`entry-unhelpful ${entry}`]: 1,
      [`entry-reason ${entry} unclear`]: 1,
    });
    expect(counted('question')).toEqual({ 'question zalo/answer': 1 });
  });
});

describe('Một hồ sơ', () => {
  it('được đếm theo tỉnh khi người hỏi đồng ý chuyển, và khi rút', async () => {
    const person = somebody();
    for (const words of [WAGES, 'gặp cán bộ', 'tiếp', 'Thái Bình', 'bỏ qua']) await person.says(words);
    expect(counted('referral-opened')).toEqual({});
    await person.says('Đồng ý');
    expect(counted('referral-opened', 'referral-withdrawn')).toEqual({ 'referral-opened 33': 1 });
    await person.says('rút');
    expect(counted('referral-opened', 'referral-withdrawn')).toEqual({
      'referral-opened 33': 1,
      'referral-withdrawn 33': 1,
    });
  });
});

describe('Một hồ sơ mà trung tâm đã đóng', () => {
  it('được đếm theo tỉnh, cả lời đánh giá của người hỏi', async () => {
    const group = 'nhom-hung-yen';
    await bot.app.store.transaction(({ staffGroups }) =>
      staffGroups.link({ channel: 'zalo', address: group }, '33', bot.now()),
    );
    const person = somebody();
    let last: readonly string[] = [];
    for (const words of [WAGES, 'gặp cán bộ', 'tiếp', 'Thái Bình', 'bỏ qua', 'Đồng ý']) last = await person.says(words);
    const [code] = /HQ-[0-9A-Z]{4}/.exec(last.join(' ')) ?? [];
    const closing = inZaloGroup(zalo.textFrom('can-bo', `/dong ${code}`), group);
    await zalo.post(closing);
    await zalo.post(closing);
    await bot.idle();
    await person.says('2');
    expect(counted('referral-closed', 'referral-rating')).toEqual({
      'referral-closed 33': 1,
      'referral-rating 33/partly': 1,
    });
  });
});

it('không số nào nối được người này với câu hỏi kia: chỉ có ngày, tên số và nhãn', () => {
  const columns = bot.rows<{ name: string }>('select name from pragma_table_info(?)', 'counts');
  expect(columns.map(({ name }) => name)).toEqual(['day', 'metric', 'label', 'n']);
});
