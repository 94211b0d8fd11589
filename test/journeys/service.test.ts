import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { vietnamDay } from '../../src/base/days.ts';
import type { AccountId } from '../../src/base/ids.ts';
import { STATE_OFFICE_TIME } from '../../src/base/public-holidays.ts';
import { addWorkingDays } from '../../src/base/working-time.ts';
import { ADMIN_GROUPS } from '../../src/ports/store.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { EMERGENCY, UNKNOWN, WAGES, WAGES_LAW } from '../support/questions.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const HUNG_YEN = { group: -1_001_000_000_033, province: '33', name: 'Hưng Yên' };
const CENTRE = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên';
const ADMINS = -1_001_000_000_999;
const MINUTE = 60_000;

const { zalo, telegram, bot, end } = await onBothMessengers({ groups: [HUNG_YEN] });
let people = 0;

afterEach(() => set('switches', {}));
afterAll(end);

function onZalo(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`6ede9afa66b88fe6d6b${people}`, zalo, bot);
}
function onTelegram(): number {
  people += 1;
  return 5_600_000 + people;
}

/** An admin sets something. */
async function set(name: string, value: unknown): Promise<void> {
  await bot.app.store.transaction(({ configuration }) =>
    configuration.set({ name, value, reason: 'thử', by: 'tk-admin' as AccountId, at: bot.now() }),
  );
  await bot.app.lookNow();
}
const off = (name: string) =>
  set('switches', { [name]: { reason: 'thử', since: bot.now().toISOString(), by: 'tk-admin' } });

async function handsOver(person: ZaloPerson): Promise<{ readonly code: string; readonly told: string }> {
  for (const words of [UNKNOWN, 'có', 'tiếp', 'thái bình', 'bỏ qua']) await person.says(words);
  const [told = ''] = await person.says('Đồng ý');
  return { told, code: /HQ-[2-9A-Z]{4}/.exec(told)?.[0] ?? 'no code' };
}
const textsIn = (group: number, code: string) =>
  telegram
    .shownIn(group)
    .map(({ text }) => text)
    .filter((text) => text.includes(code));

describe('Tắt một kênh', () => {
  it('người nhắn được báo một lần, kèm nơi hỏi khác; tin vẫn được giữ, nguy hiểm vẫn được trả lời', async () => {
    const [person, before] = [onZalo(), bot.rows('select id from inbox').length];
    await off('channel-zalo');
    const [told, ...more] = await person.says(WAGES);
    expect(more).toEqual([]);
    expect(told).toContain('Kênh này đang tạm ngừng');
    expect(told).toContain('Telegram @HoiQuyenBot');
    expect(told).toContain(`trang web ${bot.address}`);
    expect(told).toContain('113');
    expect(await person.says('alo')).toEqual([]);
    const [urgent] = await person.says(EMERGENCY);
    expect(urgent).toContain(vi.urgentLead.violence);
    expect(urgent).toContain('113');
    expect(bot.rows('select id from inbox').length - before).toBe(3);
    bot.later(6 * 60 * MINUTE);
    // After words of danger a line that names nothing stands above.
    expect((await person.says('còn đó không'))[0]).toBe(`${vi.discreet.lead()}\n\n${told}`);

    const other = await telegram.says(onTelegram(), WAGES);
    expect(other.map(({ text }) => text).join('\n')).toContain(WAGES_LAW);

    await set('switches', {});
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
  });

  it('ai đang có hồ sơ vẫn nhắn được cho cán bộ, và cán bộ vẫn trả lời được', async () => {
    const person = onZalo();
    const { code } = await handsOver(person);
    await off('channel-zalo');
    expect(await person.says('em có thêm giấy tờ')).toEqual([vi.added(code)]);
    expect(textsIn(HUNG_YEN.group, code).at(-1)).toContain('em có thêm giấy tờ');
    const post = telegram.shownIn(HUNG_YEN.group).findLast(({ text }) => text.includes(code));
    await telegram.writesIn(HUNG_YEN.group, 'Chị mang giấy tới nhé.', post?.messageId);
    expect(person.read.at(-1)).toContain('Chị mang giấy tới nhé.');
    expect(await person.says('rút')).toEqual([vi.withdrawn(code)]);
  });
});

describe('Ngừng chuyển hồ sơ', () => {
  it('vẫn trả lời, không mời chuyển; ai muốn gặp người thật được chỉ chỗ', async () => {
    await off('referrals');
    const [person, started] = [onZalo(), onZalo()];
    expect((await person.says(WAGES)).join('\n')).toContain(vi.machineNoticeAlone());
    expect(await person.says(UNKNOWN)).toEqual([vi.notKnownAlone()]);
    expect(await person.says('gặp cán bộ')).toEqual([vi.referralsOff(false)]);

    // Somebody was in the middle when it was switched off.
    await set('switches', {});
    for (const words of [UNKNOWN, 'có', 'tiếp', 'thái bình', 'bỏ qua']) await started.says(words);
    const tickets = bot.rows('select id from tickets').length;
    await off('referrals');
    expect(await started.says('Đồng ý')).toEqual([vi.referralsOff(false)]);
    expect(bot.rows('select id from tickets')).toHaveLength(tickets);
  });

  it('trung tâm đã kiểm tra địa chỉ thì chỉ đúng chỗ, ở đây và khi chuyển hồ sơ', async () => {
    await set('centre/33', {
      address: 'Số 1 đường Quảng Trường, phường Phố Hiến',
      phones: ['0221 3863 111'],
      email: '',
      hours: '',
      note: 'gặp chị Hà',
      source: 'công văn 12/STP',
      verifiedOn: bot.now().toISOString().slice(0, 10),
      verifiedBy: 'Hoa',
    });
    const { told } = await handsOver(onZalo());
    expect(told).toContain(`${CENTRE}\nĐịa chỉ: Số 1 đường Quảng Trường`);
    expect(told).not.toContain('chị Hà');

    await off('referrals');
    const person = onZalo();
    expect(await person.says('gặp cán bộ')).toEqual([vi.referralsOff(true)]);
    const [where] = await person.says('thai binh');
    expect(where).toContain('Điện thoại: 0221 3863 111');
    await set('centre/33', null);
  });
});

describe('Chỉ còn đường dây nóng', () => {
  it('mọi kênh chỉ nêu số để gọi, và nêu mãi', async () => {
    await off('hotlines-only');
    const person = onZalo();
    const [first] = await person.says(WAGES);
    expect(first).toContain(vi.hotlinesOnly());
    for (const number of ['113', '114', '115', '111', '1800 1233']) expect(first).toContain(`• ${number} – `);
    expect(await person.says(WAGES)).toEqual([vi.hotlinesOnlyStill()]);
    const [told] = await telegram.says(onTelegram(), WAGES);
    expect(told?.text).toContain(vi.hotlinesOnly());
  });
});

it('điều người quản trị đặt ở một máy khác cũng có hiệu lực ở đây, trong vài giây', async () => {
  const readBefore = bot.events().filter((event) => event === 'settings read').length;
  const thanks = 'Không có chi nhé bạn.';
  await bot.app.store.transaction(({ configuration }) =>
    configuration.set({ name: 'wording', value: { thanks }, reason: 'thử', by: 'x' as AccountId, at: bot.now() }),
  );
  await bot.hasLogged('settings read', readBefore + 1);
  expect(await onZalo().says('cảm ơn')).toEqual([thanks]);
});

it('câu chữ đã đổi được nói ngay', async () => {
  const thanks = 'Không có chi, bạn giữ gìn nhé.';
  await set('wording', { thanks });
  expect(await onZalo().says('cảm ơn')).toEqual([thanks]);
  await set('wording', null);
  expect(await onZalo().says('cảm ơn')).toEqual([vi.smallTalk.thanks]);
});

describe('Không ai trả lời', () => {
  const dueAt = (code: string) => {
    const [row] = bot.rows<{ due_at: string }>('select due_at from tickets where code = ?', code);
    return new Date(row?.due_at ?? 0);
  };
  /** The clock goes to a moment and is watched twice, as if by two processes. */
  async function timeIs(moment: Date): Promise<void> {
    bot.later(moment.getTime() - bot.now().getTime());
    await bot.app.lookNow();
    await bot.app.lookNow();
    await bot.idle();
  }

  it('cán bộ được nhắc, rồi báo quá hạn; người hỏi được nói thật; người quản trị được báo; cán bộ trả lời thì tới nơi', async () => {
    const code2 = 'ADMINS2345';
    await bot.linkCode(code2, ADMIN_GROUPS, 60 * MINUTE);
    const [linked] = await telegram.writesIn(ADMINS, `/lienket ${code2}`);
    expect(linked?.text).toBe(vi.staff.linkedAdmins);

    // Nine o’clock on a working day, whatever day and hour it is where this runs.
    const day = vietnamDay(addWorkingDays(bot.now(), 1, STATE_OFFICE_TIME));
    await timeIs(new Date(`${day}T09:00:00+07:00`));
    const person = onZalo();
    const { code } = await handsOver(person);
    const readBefore = person.read.length;
    const due = dueAt(code);
    await timeIs(new Date(due.getTime() - MINUTE));
    expect(textsIn(HUNG_YEN.group, code).filter((text) => text.includes('hạn trả lời người hỏi là'))).toHaveLength(1);
    await timeIs(due);
    expect(textsIn(HUNG_YEN.group, code).filter((text) => text === vi.staff.late(code, false))).toHaveLength(1);
    expect(person.read.slice(readBefore)).toEqual([vi.takesLonger(code, CENTRE, true)]);

    // The program starts again: nothing is told twice.
    await bot.restart();
    await timeIs(bot.now());
    expect(person.read.slice(readBefore)).toHaveLength(1);

    // Two weeks later, whatever holidays lie between, the admins know.
    await timeIs(new Date(bot.now().getTime() + 15 * 24 * 60 * MINUTE));
    const posts = textsIn(ADMINS, code);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain(`${code} – ${HUNG_YEN.name}`);
    expect(posts[0]).not.toContain(UNKNOWN);

    // The reminder is about the referral: who replies to it answers the person.
    const late = telegram.shownIn(HUNG_YEN.group).findLast(({ text }) => text === vi.staff.late(code, false));
    await telegram.writesIn(HUNG_YEN.group, 'Xin lỗi chị, chị ghé trung tâm nhé.', late?.messageId);
    expect(person.read.at(-1)).toContain('Xin lỗi chị, chị ghé trung tâm nhé.');
  });

  it('trong nhóm của người quản trị không trả lời được hồ sơ nào', async () => {
    const { code } = await handsOver(onZalo());
    const told = await telegram.writesIn(ADMINS, `/dong ${code}`);
    expect(told).toEqual([]);
    expect(bot.rows('select state from tickets where code = ?', code)).toEqual([{ state: 'waiting' }]);
  });
});
