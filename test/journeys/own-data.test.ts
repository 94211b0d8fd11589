import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { AccountId, ReferralCode } from '../../src/base/ids.ts';
import { LIFETIMES } from '../../src/base/lifetimes.ts';
import { STATE_OFFICE_TIME } from '../../src/base/public-holidays.ts';
import { proposeTransfer } from '../../src/flow/desk/transfer.ts';
import { forget } from '../../src/flow/forget.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import type { Metric } from '../../src/reporting/metrics.ts';
import { METRIC_LABELS } from '../support/metric-labels.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { UNKNOWN, UNKNOWN_TOO, WAGES } from '../support/questions.ts';
import type { RunningBot } from '../support/running-bot.ts';
import type { Shown } from '../support/telegram-people.ts';
import { inZaloGroup, ZaloPerson } from '../support/zalo-person.ts';

const HUNG_YEN = { group: -1_001_000_000_033, province: '33' };
const NINH_BINH = { group: -1_001_000_000_037, province: '37' };
const HOA = { id: 'hoa' as AccountId, name: 'Phạm Thị Hoa', province: HUNG_YEN.province };
const STORY = 'quán phở nhà em bị hàng xóm đổ rác trước cửa, em tên Bưởi';
const CONTACT = 'gọi 0912 345 678 buổi trưa';

const { platform, zalo, telegram, bot, end } = await onBothMessengers({ groups: [HUNG_YEN, NINH_BINH] });

afterAll(end);

const codeIn = (text = '') => (/HQ-[2-9A-Z]{4}/.exec(text)?.[0] ?? 'no code') as ReferralCode;
const within: RunningBot['app']['store']['transaction'] = (work) => bot.app.store.transaction(work);

/** A whole life with the bot: asks, is answered, passes a question on, talks with staff, is passed on to another centre. */
async function lives(says: (words: string) => Promise<readonly string[]>): Promise<ReferralCode> {
  await says(WAGES);
  await says(UNKNOWN);
  await says('có');
  await says(STORY);
  await says('tiếp');
  await says('thai binh');
  await says(CONTACT);
  const code = codeIn((await says('Đồng ý')).join());
  await says('em có giữ ảnh chụp nữa ạ');
  const [post] = telegram.shownIn(HUNG_YEN.group).filter(({ text }) => text.includes(code));
  await telegram.writesIn(HUNG_YEN.group, 'Chị làm đơn gửi UBND xã nhé.', post?.messageId);
  const ticket = await within(({ tickets }) => tickets.findByCode(code));
  const at = bot.now();
  await within(async ({ desk, candidates, tickets }) => {
    if (!ticket) return;
    const { id } = ticket;
    await desk.addNote({ ticket: id, by: HOA, words: 'Gọi lại sáng mai', once: code, at });
    await desk.see(id, HOA.id, 'reading', at, at);
    const draft = { question: 'hàng xóm đổ rác', answer: 'gửi UBND xã', citations: [] };
    await candidates.offer({ ticket: id, ...draft, by: HOA.id, at });
    await tickets.rate(id, 'helpful');
  });
  const form = { code, by: HOA, once: `chuyen-${code}`, to: NINH_BINH.province, reason: 'việc ở Ninh Bình' };
  await proposeTransfer(form, bot.app.desk);
  await bot.idle();
  await says('Đồng ý');
  return code;
}

/** Every value of every table, but for those that stand there before anybody lives. */
function everything(): readonly (readonly [place: string, value: string])[] {
  const tables = bot.rows<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  );
  return tables.flatMap(({ name }) =>
    bot
      .rows<Record<string, unknown>>(`select * from ${name}`)
      .flatMap((row) => Object.entries(row).map(([column, value]) => [`${name}.${column}`, String(value)] as const)),
  );
}

/** What the database holds about one chat: its keyed hash, and every sealed text of its rows. */
function tracesOf(hash: string, ticketIds: readonly string[]): readonly string[] {
  const sealed = (table: string, where: string) =>
    bot
      .rows<Record<string, unknown>>(`select * from ${table} where ${where}`)
      .flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) => (column.endsWith('_sealed') ? String(value ?? '') : [])),
      );
  const ids = ticketIds.map((id) => `'${id}'`).join();
  return [
    hash,
    ...ticketIds,
    ...['inbox', 'outbox', 'conversations', 'tickets'].flatMap((table) => sealed(table, `chat_hash = '${hash}'`)),
    ...['ticket_words', 'ticket_notes', 'ticket_events', 'candidates', 'outbox'].flatMap((table) =>
      sealed(table, `ticket_id in (${ids})`),
    ),
  ].filter((trace) => trace !== '');
}

/** Every byte of the file, and of the log that SQLite writes first. */
function bytes(): Buffer {
  const files = ['', '-wal', '-shm'].map((ending) => `${bot.databaseFile}${ending}`).filter(existsSync);
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

const chatHashOf = (code: string): string =>
  bot.rows<{ chat_hash: string }>('select chat_hash from tickets where code = ?', code)[0]?.chat_hash ?? '';
const ticketIdsOf = (hash: string): readonly string[] =>
  bot.rows<{ id: string }>('select id from tickets where chat_hash = ?', hash).map(({ id }) => id);

describe('Xem và xoá dữ liệu của mình', () => {
  it('thấy mọi thứ bot giữ về mình: tin, hồ sơ, lời đồng ý và giữ bao lâu', async () => {
    const person = new ZaloPerson('6ede9afa66b88fe6d6b1', zalo, bot);
    const code = await lives((words) => person.says(words));
    const told = (await person.says('cho em xem dữ liệu của em')).join('\n');
    for (const words of [
      WAGES,
      UNKNOWN,
      STORY,
      CONTACT,
      code,
      'em có giữ ảnh chụp nữa ạ',
      'Chị làm đơn gửi UBND xã nhé.',
    ]) {
      expect(told).toContain(words);
    }
    expect(told).toContain(vi.consentTerms(true));
    expect(told).toContain('Cán bộ có 1 ghi chú riêng');
    expect(told).toContain('30 ngày sau tin cuối cùng');
    await person.says('/rut');
    const after = (await person.says('/dulieu')).join('\n');
    expect(after).toMatch(new RegExp(`Chuyển câu hỏi ${code}, lúc .*; đã rút lại lúc `));
  });

  it('xoá: hỏi lại một lần, rồi không còn gì của mình trong bảng nào, cả trong từng byte của tệp; người khác còn đủ', async () => {
    const other = new ZaloPerson('6ede9afa66b88fe6d6b2', zalo, bot);
    const otherCode = await lives((words) => other.says(words));
    const otherHash = chatHashOf(otherCode);
    const chat = 5_012_345_678;
    const says = async (words: string) => (await telegram.says(chat, words)).map(({ text }) => text);
    const code = await lives(says);
    const hash = chatHashOf(code);
    const traces = tracesOf(hash, ticketIdsOf(hash));
    const otherBefore = tracesOf(otherHash, ticketIdsOf(otherHash));
    expect(traces.length).toBeGreaterThan(40);

    const asked = await says('/xoa');
    expect(asked).toEqual([vi.ownData.askErase(1, 'telegram')]);
    const shown = telegram.shownIn(chat);
    const inGroups = (group: number): readonly Shown[] =>
      telegram.shownIn(group).filter(({ text }) => text.includes(code) && /Bưởi|ảnh chụp/.test(text));
    const posts = [...inGroups(HUNG_YEN.group), ...inGroups(NINH_BINH.group)];
    const audited = bot.rows<{ id: string }>('select id from audit').length;
    expect(await says('XOÁ HẾT')).toEqual([vi.ownData.erased('telegram')]);

    const kept = everything();
    const places = kept.filter(([, value]) => traces.includes(value)).map(([place]) => place);
    expect(places).toEqual(['erasures.chat_hash']);
    const all = bytes();
    expect(traces.filter((trace) => trace !== hash && all.includes(trace))).toEqual([]);
    // It stands in the list of erasures, in its table and in the index of its key, and nowhere else.
    expect(all.toString('latin1').split(hash)).toHaveLength(3);

    // What the bot wrote is taken off their screen and off those of staff; only its last word stays.
    const deleted = (chatId: number) =>
      platform.deleted.filter((one) => one.chatId === chatId).map(({ messageId }) => messageId);
    expect(deleted(chat).sort()).toEqual(shown.map(({ messageId }) => messageId).sort());
    expect(posts).toHaveLength(3);
    for (const { messageId } of posts) {
      expect([...deleted(HUNG_YEN.group), ...deleted(NINH_BINH.group)]).toContain(messageId);
    }
    // Staff learn that it is over, by the code alone.
    expect(telegram.shownIn(NINH_BINH.group).at(-1)?.text).toBe(vi.staff.erased(code));
    expect(bot.rows('select id from audit').length).toBe(audited);

    // Somebody else with the same story keeps everything.
    const keptValues = new Set(kept.map(([, value]) => value));
    expect(otherBefore.filter((trace) => !keptValues.has(trace))).toEqual([]);

    expect(await says('/dulieu')).toEqual([expect.stringContaining(vi.ownData.nothing())]);
    // And the same news of Telegram once more is no new message.
    expect(bot.rows('select 1 from conversations where chat_hash = ?', hash)).toHaveLength(1);
  });

  it('cán bộ trả lời tin của hồ sơ đã chuyển đi hay đã xoá thì được báo là chưa gửi, không bị coi là hỏi máy', async () => {
    const person = new ZaloPerson('6ede9afa66b88fe6d6b8', zalo, bot);
    const code = await lives((words) => person.says(words));
    const postIn = (group: number) => telegram.shownIn(group).find(({ text }) => text.includes(code))?.messageId;
    const repliesIn = async (group: number) =>
      (await telegram.writesIn(group, 'Chị ghé trung tâm nhé.', postIn(group))).map(({ text }) => text);
    const read = person.read.length;
    expect(await repliesIn(HUNG_YEN.group)).toEqual([vi.staff.noLongerHere]);
    await person.says('/xoa');
    await person.says('XOÁ HẾT');
    expect(await repliesIn(NINH_BINH.group)).toEqual([vi.staff.noLongerHere]);
    expect(person.read.slice(read).join('\n')).not.toContain('ghé trung tâm');
  });

  it('chỉ đúng tin liền sau mới là lời xác nhận', async () => {
    const person = new ZaloPerson('6ede9afa66b88fe6d6b3', zalo, bot);
    await person.says(UNKNOWN_TOO);
    expect(await person.says('xoá hết dữ liệu của tôi')).toEqual([vi.ownData.askErase(0, 'zalo')]);
    expect(await person.says('thôi khỏi')).not.toContain(vi.ownData.erased('zalo'));
    expect(await person.says('xoá hết')).not.toContain(vi.ownData.erased('zalo'));
    expect((await person.says('/dulieu')).join('\n')).toContain(UNKNOWN_TOO);
    await person.says('/xoa');
    expect(await person.says('không')).toEqual([vi.ownData.notErased()]);
    await person.says('/xoa');
    expect(await person.says('xoa het')).toEqual([vi.ownData.erased('zalo')]);
  });

  it('trong bước xem lại, “xoá 2” chỉ bỏ dòng thứ hai', async () => {
    const person = new ZaloPerson('6ede9afa66b88fe6d6b4', zalo, bot);
    for (const words of [UNKNOWN, 'có', 'quán ở chợ Đông Hưng ạ']) await person.says(words);
    const [review = ''] = await person.says('xoá 2');
    expect(review).toContain(UNKNOWN);
    expect(review).not.toContain('Đông Hưng');
  });

  it('gỡ tin bị gián đoạn thì làm lại, cả sau khi khởi động lại', async () => {
    const chat = 5_012_345_679;
    await telegram.says(chat, WAGES);
    await telegram.says(chat, '/xoa');
    platform.failNext({ error: 500 }, 'deleteMessages');
    await telegram.says(chat, 'XOÁ HẾT');
    const ofChat = () => platform.deleted.filter(({ chatId }) => chatId === chat).length;
    expect(ofChat()).toBe(0);
    await bot.stopApp();
    bot.later(60_000);
    await bot.startAgain();
    await bot.idle();
    expect(ofChat()).toBe(telegram.shownIn(chat).length - 1);
  });

  it('trong nhóm thì chỉ mời nhắn riêng', async () => {
    const group = '7aaa9afa66b88fe6d6c1';
    const member = new ZaloPerson('6ede9afa66b88fe6d6b5', zalo, bot);
    const inGroup = new ZaloPerson(group, zalo, bot);
    for (const words of ['/dulieu', '/xoa']) {
      const read = await inGroup.posts(inZaloGroup(zalo.textFrom(member.chat, words), group));
      expect(read).toEqual([vi.ownData.inPrivate()]);
    }
  });

  it('quá hạn thì tự xoá, hồ sơ còn mở thì không', async () => {
    const done = new ZaloPerson('6ede9afa66b88fe6d6b6', zalo, bot);
    const open = new ZaloPerson('6ede9afa66b88fe6d6b7', zalo, bot);
    await done.says(WAGES);
    const code = await lives((words) => open.says(words));
    const inFortyDays = new Date(bot.now().getTime() + 40 * 24 * 60 * 60_000);
    const log = { info: () => {}, warn: () => {}, fault: () => {} };
    await forget({
      store: bot.app.store,
      lifetimes: LIFETIMES,
      workingTime: () => STATE_OFFICE_TIME,
      now: () => inFortyDays,
      log,
    });
    expect(await done.says('/dulieu')).toEqual([expect.stringContaining(vi.ownData.nothing())]);
    expect((await open.says('/dulieu')).join('\n')).toContain(code);
  });

  it('đếm mà không đếm ai: mọi con số chỉ có ngày, loại và nhãn cho phép', () => {
    const counts = bot.rows<{ metric: Metric; label: string }>('select metric, label from counts');
    expect(counts.length).toBeGreaterThan(8);
    for (const { metric, label } of counts)
      expect([metric, label]).toEqual([metric, expect.stringMatching(METRIC_LABELS[metric])]);
  });
});
