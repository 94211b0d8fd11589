import { afterAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { UNKNOWN, UNKNOWN_TOO, WAGES, WAGES_LAW } from '../support/questions.ts';
import type { Shown } from '../support/telegram-people.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

/** The group of staff in Hưng Yên, which Thái Bình is part of since July 2025. */
const HUNG_YEN = { group: -1_001_000_000_033, province: '33', name: 'Tỉnh Hưng Yên' };
const NINH_BINH = { group: -1_001_000_000_037, province: '37', name: 'Tỉnh Ninh Bình' };
const CENTRE = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên';
/** An emergency in which nobody has to fear who looks at the telephone; for those who do see `discreet.test.ts`. */
const COLLAPSED = 'má em đang co giật bất tỉnh, gọi ai cứu';
/** Groups that nobody linked before a test does. */
const CA_MAU = { group: -1_001_000_000_096, province: '96', centre: 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Cà Mau' };

const { platform, zalo, telegram, bot, end } = await onBothMessengers({ groups: [HUNG_YEN, NINH_BINH] });
let people = 0;

afterAll(end);

/** A citizen on Zalo. Zalo tells us the name "Chị Ba" with every message. */
function chiBa(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`6ede9afa66b88fe6d6a9${people}`, zalo, bot);
}

const textsIn = (group: number) => telegram.shownIn(group).map(({ text }) => text);
const codeIn = (text = '') => /HQ-[2-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';

/** Everything up to the code, without a detour. */
async function handsOver(person: ZaloPerson, { question = UNKNOWN, province = 'thai binh' } = {}): Promise<string> {
  await person.says(question);
  await person.says('có');
  await person.says('tiếp');
  await person.says(province);
  await person.says('bỏ qua');
  const [passedOn] = await person.says('Đồng ý');
  return codeIn(passedOn);
}

/** What staff of a group read about one referral, newest last. */
const postsAbout = (group: number, code: string): readonly Shown[] =>
  telegram.shownIn(group).filter(({ text }) => text.includes(code));

describe('Chuyển câu hỏi cho trung tâm', () => {
  it('từ lúc bot không biết, tới lúc cán bộ trả lời, kết thúc và được đánh giá', async () => {
    const person = chiBa();
    const before = textsIn(HUNG_YEN.group).length;

    // The bot does not know, twice, and offers people.
    expect((await person.says(UNKNOWN))[0]).toContain(vi.notKnown(true));
    expect((await person.says(UNKNOWN_TOO))[0]).toContain(vi.notKnown(true));

    // The person sees every line before anything leaves, and takes one away.
    const [review] = await person.says('dạ có ạ');
    expect(review).toBe(`${vi.reviewLead()}\n\n1. ${UNKNOWN}\n2. ${UNKNOWN_TOO}\n\n${vi.reviewHow()}`);
    const [shorter] = await person.says('bỏ 2');
    expect(shorter).toBe(`${vi.reviewLead()}\n\n1. ${UNKNOWN}\n\n${vi.reviewHow()}`);
    const [longer] = await person.says('quán ở chợ Đông Hưng ạ');
    expect(longer).toContain('2. quán ở chợ Đông Hưng ạ');

    // Where, and no telephone number.
    expect(await person.says('tiếp')).toEqual([vi.askProvince()]);
    expect(await person.says('thai binh')).toEqual([vi.askContact()]);
    const [consent = ''] = await person.says('bỏ qua');
    expect(consent).toBe(
      [
        vi.consentLead(CENTRE, HUNG_YEN.name),
        `1. ${UNKNOWN}\n2. quán ở chợ Đông Hưng ạ`,
        `${vi.consentContact(undefined)}\n${vi.consentTerms(true)}`,
        vi.consentHow(),
      ].join('\n\n'),
    );

    // A yes is not consent; the words are.
    for (const notYet of ['ok', 'có', '1', '👍']) expect(await person.says(notYet)).toEqual([vi.sayAgree()]);
    expect(textsIn(HUNG_YEN.group)).toHaveLength(before);
    const [passedOn] = await person.says('Đồng ý');
    const code = codeIn(passedOn);
    expect(passedOn).toBe(vi.passedOn(code, CENTRE, true));

    // Staff read exactly that, and not who asked.
    const [post] = postsAbout(HUNG_YEN.group, code);
    expect(post?.text).toBe(
      [
        `${vi.staff.newReferral(code, HUNG_YEN.name)}\n${vi.staff.lines}`,
        `1. ${UNKNOWN}\n2. quán ở chợ Đông Hưng ạ`,
        `${vi.staff.contact(undefined)}\n${vi.staff.how}`,
      ].join('\n\n'),
    );
    expectNobodyNamed(person);

    // While staff have it, the bot says once that words were added, and then keeps quiet.
    expect(await person.says('hôm đó là chủ nhật ạ')).toEqual([`${vi.added(code)}`]);
    expect(await person.says('em còn giữ hoá đơn')).toEqual([]);
    expect(
      postsAbout(HUNG_YEN.group, code)
        .map(({ text }) => text)
        .slice(1),
    ).toEqual([`${vi.staff.added(code)}\nhôm đó là chủ nhật ạ`, `${vi.staff.added(code)}\nem còn giữ hoá đơn`]);
    expect(await person.says('trạng thái')).toEqual([expect.stringContaining('đang chờ cán bộ trả lời')]);

    // Danger does not wait for anybody; staff read it too.
    const [hotlines, ...more] = await person.says(COLLAPSED);
    expect(hotlines?.startsWith(`${vi.urgentLead.medical}\n\n• 115`)).toBe(true);
    expect(more).toEqual([]);
    expect(postsAbout(HUNG_YEN.group, code).at(-1)?.text).toContain(COLLAPSED);

    // Staff answer by replying to the post, or to what was added.
    const told = await telegram.writesIn(HUNG_YEN.group, 'Bạn giữ hoá đơn, mai tôi gọi quán.', post?.messageId);
    expect(told.map(({ text }) => text)).toEqual([vi.staff.delivered(code)]);
    expect(person.read.at(-1)).toBe(`${vi.staffMessage(CENTRE, code)}\nBạn giữ hoá đơn, mai tôi gọi quán.`);
    const added = postsAbout(HUNG_YEN.group, code)[1];
    await telegram.writesIn(HUNG_YEN.group, 'Bạn đã đi khám chưa?', added?.messageId);
    expect(person.read.at(-1)).toContain('Bạn đã đi khám chưa?');
    expect(await person.says('em khám rồi')).toEqual([]);
    expect(postsAbout(HUNG_YEN.group, code).at(-1)?.text).toContain('em khám rồi');
    expect(await person.says('trạng thái')).toEqual([expect.stringContaining('cán bộ đã trả lời')]);

    // Staff close; the person says whether it helped; the bot answers again.
    const closed = await telegram.writesIn(HUNG_YEN.group, '/dong', post?.messageId);
    expect(closed.map(({ text }) => text)).toEqual([vi.staff.closed(code)]);
    expect(person.read.at(-1)).toBe(
      `${vi.closed(code)}\n\n1. ${vi.label.helpful}\n2. ${vi.label.partly}\n3. ${vi.label.notHelpful}\n${vi.typeNumber(3)}`,
    );
    expect(await person.says('1')).toEqual([vi.rated()]);
    expect(bot.rows('select state, rating from tickets where code = ?', code)).toEqual([
      { state: 'closed', rating: 'helpful' },
    ]);
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
    expect(await person.says('trạng thái')).toEqual([expect.stringContaining('đã kết thúc')]);
    expectNobodyNamed(person);
  });

  it('đánh giá lần thứ hai, hay trả lời hồ sơ đã đóng, thì không có gì xảy ra', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const [post] = postsAbout(HUNG_YEN.group, code);
    await telegram.writesIn(HUNG_YEN.group, `/dong ${code.toLowerCase()}`);
    await person.says('3');
    const read = person.read.length;
    const again = await telegram.writesIn(HUNG_YEN.group, 'À còn điều này', post?.messageId);
    expect(again.map(({ text }) => text)).toEqual([vi.staff.notOpen(code)]);
    expect(person.read).toHaveLength(read);
    expect(bot.rows('select rating from tickets where code = ?', code)).toEqual([{ rating: 'not-helpful' }]);
  });

  it('số điện thoại chỉ đi khi người hỏi tự viết', async () => {
    const person = chiBa();
    await person.says(UNKNOWN);
    await person.says('gặp cán bộ');
    await person.says('tiếp');
    await person.says('Hưng Yên');
    const [consent] = await person.says('0912 345 678, gọi sau 20h');
    expect(consent).toContain(vi.consentContact('0912 345 678, gọi sau 20h'));
    const code = codeIn((await person.says('dạ em đồng ý ạ'))[0]);
    expect(postsAbout(HUNG_YEN.group, code)[0]?.text).toContain(vi.staff.contact('0912 345 678, gọi sau 20h'));
  });

  it('đổi ý giữa chừng thì không có gì được chuyển', async () => {
    const person = chiBa();
    const before = textsIn(HUNG_YEN.group).length;
    await person.says(UNKNOWN);
    await person.says('có');
    await person.says('tiếp');
    await person.says('thai binh');
    await person.says('bỏ qua');
    expect(await person.says('Huỷ')).toEqual([`${vi.cancelled()} ${vi.linesKept()}`]);
    await person.says('Đồng ý');
    expect(textsIn(HUNG_YEN.group)).toHaveLength(before);
    expect(await person.says('trạng thái')).toEqual([vi.noTickets()]);
  });

  it('bấm nút "Đồng ý" hai lần trên Telegram thì vẫn là một câu hỏi', async () => {
    people += 1;
    const hanh = 4_700_000 + people;
    const [offer] = await telegram.says(hanh, UNKNOWN);
    const [review] = await telegram.presses(hanh, vi.label.referral, offer!);
    await telegram.presses(hanh, vi.label.next, review!);
    const [contact] = await telegram.says(hanh, 'Hưng Yên');
    const [consent] = await telegram.presses(hanh, vi.label.skip, contact!);
    const [passedOn] = await telegram.presses(hanh, vi.label.agree, consent!);
    const code = codeIn(passedOn?.text);
    expect(await telegram.presses(hanh, vi.label.agree, consent!)).toMatchObject([{ text: vi.staleButton() }]);
    expect(postsAbout(HUNG_YEN.group, code)).toHaveLength(1);
    expect(JSON.stringify(postsAbout(HUNG_YEN.group, code))).not.toContain(String(hanh));
  });

  it('tên tỉnh có thể là nhiều nơi thì hỏi lại, không đoán', async () => {
    const person = chiBa();
    await person.says(UNKNOWN);
    await person.says('có');
    await person.says('tiếp');
    const [which = ''] = await person.says('BD');
    expect(which.startsWith(vi.whichProvince())).toBe(true);
    expect(await person.says('ở quê')).toEqual([vi.provinceUnknown()]);
    expect(await person.says('tỉnh Hưng Yên')).toEqual([vi.askContact()]);
  });

  function expectNobodyNamed(person: ZaloPerson): void {
    const everything = JSON.stringify(telegram.shownIn(HUNG_YEN.group));
    expect(everything).not.toContain(person.chat);
    expect(everything).not.toContain('Chị Ba');
    expect(everything).not.toContain(UNKNOWN_TOO);
  }
});

describe('Trả lời cán bộ', () => {
  it('bằng một con số thì con số ấy tới cán bộ, không bị hiểu là chọn nút cũ', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    expect(await person.says('em có con nhỏ')).toEqual([vi.added(code)]);
    const [post] = postsAbout(HUNG_YEN.group, code);
    await telegram.writesIn(HUNG_YEN.group, 'Mấy cháu hả em?', post?.messageId);
    expect(await person.says('1')).toEqual([]);
    expect(postsAbout(HUNG_YEN.group, code).at(-1)?.text).toBe(`${vi.staff.added(code)}\n1`);
  });
});

describe('Hỏi máy trong lúc chờ cán bộ', () => {
  it('máy trả lời lại, và tin nhắn không tới cán bộ nữa', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    expect(await person.says('hỏi máy')).toEqual([vi.backToBot(code)]);
    const posts = postsAbout(HUNG_YEN.group, code).length;
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
    expect(postsAbout(HUNG_YEN.group, code)).toHaveLength(posts);
  });

  it('cán bộ trả lời thì tin nhắn lại tới cán bộ, và người hỏi được báo điều đó', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await person.says('hỏi máy');
    const [post] = postsAbout(HUNG_YEN.group, code);
    const before = person.read.length;
    await telegram.writesIn(HUNG_YEN.group, 'Bạn giữ hoá đơn nhé.', post?.messageId);
    expect(person.read.slice(before)).toEqual([
      `${vi.staffMessage(CENTRE, code)}\nBạn giữ hoá đơn nhé.`,
      vi.withStaffAgain(code),
    ]);
    // Said once: the next answer of staff comes alone.
    await telegram.writesIn(HUNG_YEN.group, 'Và đi khám.', post?.messageId);
    expect(person.read.slice(before + 2)).toEqual([`${vi.staffMessage(CENTRE, code)}\nVà đi khám.`]);
  });
});

describe('Rút lại', () => {
  it('cán bộ được báo, trả lời muộn không tới nữa, bot lại trả lời', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const [post] = postsAbout(HUNG_YEN.group, code);
    expect(await person.says('rút')).toEqual([vi.withdrawn(code)]);
    expect(postsAbout(HUNG_YEN.group, code).at(-1)?.text).toBe(vi.staff.withdrawn(code));
    const read = person.read.length;
    const late = await telegram.writesIn(HUNG_YEN.group, 'Trả lời muộn', post?.messageId);
    expect(late.map(({ text }) => text)).toEqual([vi.staff.notOpen(code)]);
    expect(person.read).toHaveLength(read);
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
    expect(await person.says('trạng thái')).toEqual([expect.stringContaining('bạn đã rút')]);
  });

  it('có hai câu hỏi đang chờ thì hỏi rút câu nào', async () => {
    const person = chiBa();
    const first = await handsOver(person);
    await person.says('hỏi máy');
    const second = await handsOver(person, { question: UNKNOWN_TOO });
    const [which] = await person.says('rút');
    expect(which).toBe(`${vi.whichTicket()}\n\n1. ${second}\n2. ${first}\n${vi.typeNumber(2)}`);
    expect(await person.says('2')).toEqual([vi.withdrawn(first)]);
    expect(bot.rows('select code, state from tickets where code in (?, ?) order by id', first, second)).toEqual([
      { code: first, state: 'withdrawn' },
      { code: second, state: 'waiting' },
    ]);
  });

  it('mã của người khác không rút được và không xem được', async () => {
    const code = await handsOver(chiBa());
    const stranger = chiBa();
    expect(await stranger.says(`/rut ${code}`)).toEqual([vi.noTickets()]);
    expect(await stranger.says(`trạng thái ${code}`)).toEqual([vi.noTickets()]);
    expect(bot.rows('select state from tickets where code = ?', code)).toEqual([{ state: 'waiting' }]);
  });
});

describe('Trung tâm chưa kết nối', () => {
  it('thì nói thật là chưa ai đọc, bot vẫn trả lời, và câu hỏi tới nơi khi trung tâm kết nối', async () => {
    const person = chiBa();
    await person.says(UNKNOWN);
    await person.says('có');
    await person.says('tiếp');
    await person.says('Cà Mau');
    expect((await person.says('bỏ qua'))[0]).toContain(vi.consentTerms(false));
    const [kept] = await person.says('Đồng ý');
    const code = codeIn(kept);
    expect(kept).toBe(vi.passedOn(code, CA_MAU.centre, false));
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
    expect(telegram.shownIn(CA_MAU.group)).toEqual([]);

    await bot.linkCode('CAMAU23456', CA_MAU.province);
    const posts = await telegram.writesIn(CA_MAU.group, '/lienket CAMAU23456');
    expect(posts[0]?.text).toBe(vi.staff.linked(CA_MAU.centre));
    expect(posts[1]?.text).toContain(
      `${vi.staff.newReferral(code, 'Tỉnh Cà Mau')}\n${vi.staff.lines}\n\n1. ${UNKNOWN}`,
    );
    expect(posts).toHaveLength(2);

    const before = person.read.length;
    await telegram.writesIn(CA_MAU.group, 'Chào bạn, tôi xem ngay.', posts[1]?.messageId);
    expect(person.read.slice(before)).toEqual([
      `${vi.staffMessage(CA_MAU.centre, code)}\nChào bạn, tôi xem ngay.`,
      vi.withStaffAgain(code),
    ]);
    expect(await person.says('em cảm ơn cô, em ở Năm Căn')).toEqual([]);
    expect(postsAbout(CA_MAU.group, code).at(-1)?.text).toContain('em ở Năm Căn');
  });
});

describe('Nhóm cán bộ', () => {
  it.each([
    ['mã bịa', async () => 'KHONGCOMA2'],
    ['mã đã dùng', async () => 'HUNGYEN234'],
    [
      'mã hết hạn',
      async () => {
        await bot.linkCode('HETHAN2345', HUNG_YEN.province, 1000);
        bot.later(2000);
        return 'HETHAN2345';
      },
    ],
  ])('không nối được bằng %s', async (_, code) => {
    const group = -1_001_000_000_999;
    const told = await telegram.writesIn(group, `/lienket ${await code()}`);
    expect(told.map(({ text }) => text)).toEqual([vi.staff.badLinkCode]);
    expect(bot.rows('select count(*) as n from staff_groups where province = ?', HUNG_YEN.province)).toEqual([
      { n: 1 },
    ]);
  });

  it('của trung tâm khác không trả lời được, không đóng được hồ sơ', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const [post] = postsAbout(HUNG_YEN.group, code);
    const read = person.read.length;
    // The same number of message, in the wrong group.
    await telegram.writesIn(NINH_BINH.group, 'Tôi trả lời thay', post?.messageId);
    const told = await telegram.writesIn(NINH_BINH.group, `/dong ${code}`);
    expect(told.map(({ text }) => text)).toEqual([vi.staff.whichToClose]);
    await telegram.writesIn(NINH_BINH.group, '/dong', post?.messageId);
    expect(person.read).toHaveLength(read);
    expect(bot.rows('select state from tickets where code = ?', code)).toEqual([{ state: 'waiting' }]);
  });

  it('chuyển sang trung tâm khác rồi thì hồ sơ cũ không còn là của nhóm', async () => {
    const group = -1_001_000_000_555;
    await bot.linkCode('QUANGNGAI2', '51');
    await telegram.writesIn(group, '/lienket QUANGNGAI2');
    const person = chiBa();
    const code = await handsOver(person, { province: 'Quảng Ngãi' });
    const [post] = postsAbout(group, code);
    await bot.linkCode('LANGSON234', '20');
    await telegram.writesIn(group, '/lienket LANGSON234');
    const read = person.read.length;
    await telegram.writesIn(group, 'Trả lời hồ sơ cũ', post?.messageId);
    await telegram.writesIn(group, '/dong', post?.messageId);
    expect(person.read).toHaveLength(read);
    expect(bot.rows('select state from tickets where code = ?', code)).toEqual([{ state: 'waiting' }]);
  });

  it('đuổi bot ra thì trung tâm không còn được coi là đang nhận; nối lại thì không sót câu hỏi nào', async () => {
    const group = -1_001_000_000_444;
    await bot.linkCode('CAOBANG234', '04');
    await telegram.writesIn(group, '/lienket CAOBANG234');
    platform.failNext({ error: 403, description: 'Forbidden: bot was kicked from the supergroup chat' });
    const first = await handsOver(chiBa(), { province: 'Cao Bằng' });
    const person = chiBa();
    for (const words of [UNKNOWN_TOO, 'có', 'tiếp', 'Cao Bằng']) await person.says(words);
    expect((await person.says('bỏ qua'))[0]).toContain(vi.consentTerms(false));
    const second = codeIn((await person.says('Đồng ý'))[0]);

    await bot.linkCode('CAOBANG567', '04');
    const posts = await telegram.writesIn(group, '/lienket CAOBANG567');
    expect(posts.map(({ text }) => codeIn(text))).toEqual(['no code', first, second]);
  });

  it('nói chuyện với nhau thì bot không xen vào', async () => {
    const lan = telegram.messageFrom(HUNG_YEN.group, 'Chị xem hồ sơ này nhé').message;
    const chatter = { message: { ...lan, from: { id: 5_550_002 }, chat: { id: HUNG_YEN.group, type: 'supergroup' } } };
    expect(await telegram.posts(HUNG_YEN.group, chatter)).toEqual([]);
  });

  it('gửi ảnh cho người hỏi thì được báo là chưa gửi được', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const [post] = postsAbout(HUNG_YEN.group, code);
    const { text: _, ...photo } = telegram.inGroup(HUNG_YEN.group, '', post?.messageId).message;
    const read = person.read.length;
    const told = await telegram.posts(HUNG_YEN.group, { message: { ...photo, photo: [{ file_id: 'x' }] } });
    expect(told.map(({ text }) => text)).toEqual([vi.staff.onlyText]);
    expect(person.read).toHaveLength(read);
  });
});

describe('Trên đĩa', () => {
  it('không có lời nào, tài khoản nào của người hỏi đọc được bằng mắt', async () => {
    const person = chiBa();
    await handsOver(person);
    const rows = ['inbox', 'outbox', 'conversations', 'tickets', 'ticket_words', 'staff_groups'].flatMap((table) =>
      bot.rows(`select * from ${table}`).map((row) => JSON.stringify(row)),
    );
    const found = [person.chat, UNKNOWN, 'ngộ độc', String(HUNG_YEN.group)].filter((words) =>
      rows.some((row) => row.includes(words)),
    );
    expect(found).toEqual([]);
  });
});
