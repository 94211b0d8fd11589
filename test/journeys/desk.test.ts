import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/reply/wording/vi.ts';
import { TICKET_WORDS } from '../../src/web/console/desk/wording.ts';
import { AtTheDesk } from '../support/at-the-desk.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { EMERGENCY, UNKNOWN, UNKNOWN_TOO, WAGES, WAGES_LAW } from '../support/questions.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const HUNG_YEN = -1_001_000_000_033;
const NINH_BINH = -1_001_000_000_037;
const CENTRE = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên';
const OTHER_CENTRE = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Ninh Bình';
const WORDS = TICKET_WORDS.vi;

const { platform, zalo, telegram, bot, end } = await onBothMessengers({
  groups: [
    { group: HUNG_YEN, province: '33' },
    { group: NINH_BINH, province: '37' },
  ],
});
let hoa: AtTheDesk;
let binh: AtTheDesk;
/** Of Ninh Bình. */
let mai: AtTheDesk;
let people = 0;

beforeAll(async () => {
  hoa = await AtTheDesk.sits(bot.app, 'Phạm Thị Hoa');
  binh = await AtTheDesk.sits(bot.app, 'Trần Văn Bình');
  mai = await AtTheDesk.sits(bot.app, 'Đỗ Mai', { province: '37' });
});
afterEach(() => expect([hoa, binh, mai].flatMap((one) => one.takeFaults())).toEqual([]));
afterAll(end);

function chiBa(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`6ede9afa66b88fe6d6b${people}`, zalo, bot);
}

const codeIn = (text = '') => /HQ-[2-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';

/** Everything up to the code. */
async function handsOver(person: ZaloPerson, question = UNKNOWN, province = 'thai binh'): Promise<string> {
  await person.says(question);
  await person.says('gặp cán bộ');
  await person.says('tiếp');
  await person.says(province);
  await person.says('bỏ qua');
  return codeIn((await person.says('Đồng ý')).join('\n'));
}

const postsAbout = (group: number, code: string) =>
  telegram
    .shownIn(group)
    .filter(({ text }) => text.includes(code))
    .map(({ text }) => text);
/** What the person reads after something was done at the desk. */
async function reads(person: ZaloPerson, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = person.read.length;
  await work();
  await bot.idle();
  return person.read.slice(before);
}
const audited = (code: string) =>
  bot
    .rows<{ action: string }>('select action from audit where object = ? order by id', `ticket/${code}`)
    .map(({ action }) => action);

describe('Trả lời trên trang quản lý', () => {
  it('từ hồ sơ mới, nhận, trả lời, tới khi kết thúc và được đánh giá', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await person.says('em ở chợ Đông Hưng ạ');

    // It stands under New; opening it shows exactly what was passed on.
    expect((await hoa.opens('/inbox')).text).toContain(code);
    const page = await hoa.opens(`/tickets/${code}`);
    expect(page.text).toContain(UNKNOWN);
    expect(page.text).toContain('em ở chợ Đông Hưng ạ');
    for (const secret of [person.chat, 'Chị Ba']) expect(page.html).not.toContain(secret);

    // Taken, answered: the person reads it on Zalo, the group reads that it was done.
    expect((await hoa.does(code, 'claim')).to).toBe(`/console/tickets/${code}?told=claimed`);
    const answered = await reads(person, () => hoa.answers(code, 'Chị xin ở công an phường.\nMang theo căn cước.'));
    expect(answered).toEqual([`${vi.staffMessage(CENTRE, code)}\nChị xin ở công an phường.\nMang theo căn cước.`]);
    expect(postsAbout(HUNG_YEN, code).at(-1)).toBe(
      `${vi.staff.answeredInConsole(code, 'Phạm Thị Hoa')}\nChị xin ở công an phường.\nMang theo căn cước.`,
    );
    const sent = await hoa.opens(`/tickets/${code}`);
    expect(sent.text).toContain(WORDS.delivery({ state: 'sent', at: new Date() }));
    expect((await hoa.opens('/inbox?list=waiting')).text).toContain(code);

    // The person writes again: it is staff's turn.
    expect(await person.says('dạ em cảm ơn cô')).toEqual([]);
    expect((await hoa.opens('/inbox?list=mine')).text).toContain('Chờ cán bộ');

    // Closed: the person is asked whether it helped.
    const closed = await reads(person, () => hoa.does(code, 'close'));
    expect(closed[0]).toContain(vi.closed(code));
    expect(postsAbout(HUNG_YEN, code).at(-1)).toBe(vi.staff.closedInConsole(code, 'Phạm Thị Hoa'));
    expect(await person.says('1')).toEqual([vi.rated()]);
    expect((await hoa.opens(`/tickets/${code}`)).text).toContain(WORDS.ratings.helpful);
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
    expect(audited(code)).toEqual(['ticket-viewed', 'ticket-claimed', 'ticket-answered', 'ticket-closed']);
  });

  it('hai lần bấm Gửi là một câu trả lời', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const form = { ...(await hoa.form(code, 'answer')), words: 'Chị chờ tôi một chút.' };
    const send = () => hoa.posts(`/tickets/${code}/answer`, form);
    const read = await reads(person, async () => {
      const both = await Promise.all([send(), send()]);
      expect([...both, await send()].map(({ status }) => status)).toEqual([303, 303, 303]);
    });
    expect(read).toEqual([`${vi.staffMessage(CENTRE, code)}\nChị chờ tôi một chút.`]);
    expect(postsAbout(HUNG_YEN, code)).toHaveLength(2);
  });

  it('chữ dài được cắt như Zalo cho thấy, và bản xem trước đúng như vậy', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const words = Array.from({ length: 90 }, (_, nth) => `Bước ${nth + 1}: chị mang giấy tờ tới trung tâm.`).join('\n');
    const preview = await hoa.asks(`/tickets/${code}/preview`, { words });
    const shown = [...preview.html.matchAll(/<p class="preview">(.*?)<\/p>/gs)].map(([, text = '']) => text);
    const read = await reads(person, () => hoa.answers(code, words));
    expect(read.length).toBeGreaterThan(1);
    expect(shown).toEqual(read);
    for (const message of read) expect(message.length).toBeLessThanOrEqual(2000);
  });

  it('trung tâm chỉ dùng trang quản lý cũng nhận được hồ sơ; người hỏi đã chặn bot thì trang nói vậy', async () => {
    const ly = await AtTheDesk.sits(bot.app, 'Lý Út', { province: '96' });
    const chat = 4_800_001;
    await telegram.says(chat, UNKNOWN);
    const [review] = await telegram.says(chat, 'gặp cán bộ');
    await telegram.presses(chat, vi.label.next, review!);
    const [contact] = await telegram.says(chat, 'Cà Mau');
    const [consent] = await telegram.presses(chat, vi.label.skip, contact!);
    expect(consent?.text).toContain(vi.consentTerms(true));
    const [passedOn] = await telegram.presses(chat, vi.label.agree, consent!);
    const code = codeIn(passedOn?.text);
    expect(await telegram.says(chat, 'em ở Năm Căn')).toMatchObject([{ text: vi.added(code) }]);

    platform.failNext({ error: 403, description: 'Forbidden: bot was blocked by the user' });
    await ly.answers(code, 'Chào bạn.');
    await bot.idle();
    expect((await ly.opens(`/tickets/${code}`)).text).toContain(WORDS.delivery({ state: 'blocked' }));
    expect(ly.takeFaults()).toEqual([]);
  });
});

describe('Hai người cùng một hồ sơ', () => {
  it('chỉ người nhận trả lời được; người kia thấy ai giữ và giữ nguyên chữ đã viết', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const claiming = await binh.form(code, 'claim');
    const form = { ...(await binh.form(code, 'answer')), words: 'Tôi cũng đang trả lời.' };
    const closing = await binh.form(code, 'close');
    const claims = await Promise.all([hoa.does(code, 'claim'), hoa.does(code, 'claim')]);
    expect(claims.map(({ status }) => status)).toEqual([303, 303]);

    const late = await binh.posts(`/tickets/${code}/claim`, claiming);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Phạm Thị Hoa đang giữ hồ sơ này')]);
    const read = await reads(person, async () => {
      const refused = await binh.posts(`/tickets/${code}/answer`, form);
      expect(refused.status).toBe(409);
      expect(refused.text).toContain(WORDS.refused.held('Phạm Thị Hoa'));
      expect(refused.html).toContain('Tôi cũng đang trả lời.</textarea>');
      expect((await binh.posts(`/tickets/${code}/close`, closing)).status).toBe(409);
    });
    expect(read).toEqual([]);

    // Binh takes it over knowingly, and then may.
    const assigned = await binh.does(code, 'assign', { to: binh.account.id });
    expect(assigned.to).toContain('told=assigned');
    expect(await reads(person, () => binh.answers(code, 'Tôi nhận thay chị Hoa.'))).toHaveLength(1);
    expect((await hoa.opens(`/tickets/${code}`)).text).toContain('Trần Văn Bình giữ');
  });

  it('có tin mới từ lúc mở trang thì chưa gửi, cho xem tin mới, giữ chữ; gửi lại thì đi', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const form = { ...(await hoa.form(code, 'answer')), words: 'Chị gửi đơn tới xã.' };
    await person.says('à em gửi đơn rồi ạ');
    const refused = await hoa.posts(`/tickets/${code}/answer`, form);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(WORDS.refused.changed(''));
    expect(refused.text).toContain('à em gửi đơn rồi ạ');
    expect(refused.html).toContain('Chị gửi đơn tới xã.</textarea>');
    const version = /name="version" value="([^"]*)"/.exec(refused.html)?.[1] ?? '';
    const read = await reads(person, () => hoa.posts(`/tickets/${code}/answer`, { ...form, version }));
    expect(read).toEqual([expect.stringContaining('Chị gửi đơn tới xã.')]);
  });

  it('nhóm trả lời từ lúc mở trang cũng vậy', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const form = { ...(await hoa.form(code, 'answer')), words: 'Chị gửi đơn tới xã.' };
    const post = telegram.shownIn(HUNG_YEN).findLast(({ text }) => text.includes(code));
    await telegram.writesIn(HUNG_YEN, 'Trong nhóm trả lời trước.', post?.messageId);
    const refused = await hoa.posts(`/tickets/${code}/answer`, form);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('Trong nhóm trả lời trước.')]);
    expect(refused.text).toContain(WORDS.staff(WORDS.viaGroup));
  });

  it('trang nói ai đang xem và ai đang viết', async () => {
    const code = await handsOver(chiBa());
    await hoa.opens(`/tickets/${code}`);
    expect((await binh.opens(`/tickets/${code}`)).text).toContain('Phạm Thị Hoa cũng đang xem hồ sơ này.');
    await hoa.asks(`/tickets/${code}/presence`, { doing: 'writing', version: '' });
    const seen = await binh.asks(`/tickets/${code}/presence`, { doing: 'reading', version: '', shown: '' });
    expect(seen.text).toContain('Phạm Thị Hoa đang viết…');
    const shown = /name="shown" value="([^"]*)"/.exec(seen.html)?.[1] ?? '';
    const again = await binh.asks(`/tickets/${code}/presence`, { doing: 'reading', version: '', shown });
    expect([again.status, again.html]).toEqual([204, '']);
    bot.later(60_000);
    const gone = await binh.asks(`/tickets/${code}/presence`, { doing: 'reading', version: '', shown });
    expect(gone.text).not.toContain('Hoa');
  });
});

describe('Nhóm và trang quản lý', () => {
  it('hồ sơ có người giữ thì nhóm được báo, và vẫn gửi được bằng /vangui', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const post = telegram.shownIn(HUNG_YEN).findLast(({ text }) => text.includes(code));
    await hoa.does(code, 'claim');
    const held = await reads(person, async () => {
      const told = await telegram.writesIn(HUNG_YEN, 'Bạn chờ chút nhé.', post?.messageId);
      expect(told.map(({ text }) => text)).toEqual([vi.staff.heldBy(code, 'Phạm Thị Hoa')]);
      const close = await telegram.writesIn(HUNG_YEN, `/dong ${code}`);
      expect(close.map(({ text }) => text)).toEqual([vi.staff.heldBy(code, 'Phạm Thị Hoa')]);
    });
    expect(held).toEqual([]);

    const sent = await reads(person, () => telegram.writesIn(HUNG_YEN, '/vangui Bạn chờ chút nhé.', post?.messageId));
    expect(sent).toEqual([`${vi.staffMessage(CENTRE, code)}\nBạn chờ chút nhé.`]);
    const page = await hoa.opens(`/tickets/${code}`);
    expect(page.text).toContain('Bạn chờ chút nhé.');
    expect(page.text).toContain('Bạn giữ');
  });

  it('trả lại rồi thì nhóm trả lời như thường', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const post = telegram.shownIn(HUNG_YEN).findLast(({ text }) => text.includes(code));
    const late = await binh.form(code, 'claim');
    await hoa.does(code, 'claim');
    expect((await binh.posts(`/tickets/${code}/claim`, late)).status).toBe(409);
    expect((await hoa.does(code, 'release')).to).toContain('told=released');
    const told = await telegram.writesIn(HUNG_YEN, 'Chào bạn.', post?.messageId);
    expect(told.map(({ text }) => text)).toEqual([vi.staff.delivered(code)]);
  });

  it('việc làm trong nhóm cũng vào nhật ký, không kèm chữ nào của câu trả lời', async () => {
    const code = await handsOver(chiBa());
    const post = telegram.shownIn(HUNG_YEN).findLast(({ text }) => text.includes(code));
    await telegram.writesIn(HUNG_YEN, 'Chị ra xã xin giấy nhé.', post?.messageId);
    await telegram.writesIn(HUNG_YEN, `/dong ${code}`);
    const lines = bot.rows<object>(
      'select action, account_id, province, detail from audit where object = ? order by id',
      `ticket/${code}`,
    );
    const inGroup = { account_id: null, province: '33', detail: '{"via":"group"}' };
    expect(lines).toEqual([
      { action: 'ticket-answered', ...inGroup },
      { action: 'ticket-closed', ...inGroup },
    ]);
  });
});

describe('Mở lại', () => {
  it('người hỏi được báo; họ vẫn nói với máy cho tới khi cán bộ nhắn', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await hoa.does(code, 'close');
    await bot.idle();
    await person.says('3');
    const told = await reads(person, () => binh.does(code, 'reopen'));
    expect(told).toEqual([vi.reopened(code)]);
    expect(postsAbout(HUNG_YEN, code).at(-1)).toBe(vi.staff.reopenedInConsole(code, 'Trần Văn Bình'));
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
    const read = await reads(person, () => binh.answers(code, 'Tôi vừa hỏi lại công an xã.'));
    expect(read).toEqual([`${vi.staffMessage(CENTRE, code)}\nTôi vừa hỏi lại công an xã.`, vi.withStaffAgain(code)]);
    expect(await person.says('rút')).toEqual([vi.withdrawn(code)]);
    const page = await binh.opens(`/tickets/${code}`);
    expect(page.text).toContain(WORDS.withdrawnNotice);
    expect(page.text).not.toContain(UNKNOWN);
    expect((await binh.does(code, 'reopen', { once: 'gui-lai-lan-nua' })).status).toBe(409);
  });
});

describe('Gộp', () => {
  it('hai hồ sơ của cùng một người thành một, người hỏi biết mã còn dùng, chữ của cả hai còn đó', async () => {
    const person = chiBa();
    const first = await handsOver(person);
    await person.says('hỏi máy');
    const second = await handsOver(person, UNKNOWN_TOO);
    const stranger = await handsOver(chiBa());

    const page = await hoa.opens(`/tickets/${first}`);
    expect(page.text).toContain(WORDS.mergeButton(second));
    expect(page.text).not.toContain(stranger);
    const refused = await hoa.does(first, 'merge', { other: stranger });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(WORDS.refused['not-the-same'](''))]);

    const told = await reads(person, () => hoa.does(first, 'merge', { other: second }));
    expect(told).toEqual([vi.merged(second, first)]);
    expect(postsAbout(HUNG_YEN, second).at(-1)).toBe(vi.staff.mergedInConsole(second, first, 'Phạm Thị Hoa'));
    expect((await hoa.opens(`/tickets/${first}`)).text).toContain(UNKNOWN_TOO);
    expect((await hoa.opens(`/tickets/${second}`)).html).toContain(`href="/console/tickets/${first}"`);

    // They were talking about the second one; their words go to the first now, and so does its code.
    expect(await person.says('em bổ sung ạ')).toEqual([]);
    await person.says(`${second} em có thêm giấy`);
    const merged = await hoa.opens(`/tickets/${first}`);
    for (const words of ['em bổ sung ạ', 'em có thêm giấy']) expect(merged.text).toContain(words);
    expect((await hoa.does(second, 'reopen', { once: 'mo-lai-ho-so' })).status).toBe(409);
  });
});

describe('Chuyển sang trung tâm khác', () => {
  const proposes = (code: string, reason = 'Việc xảy ra ở Ninh Bình.') =>
    hoa.does(code, 'transfer', { to: '37', reason });

  it('chỉ khi người hỏi đồng ý; trước đó hồ sơ vẫn làm được ở trung tâm cũ', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await hoa.does(code, 'note', { note: 'Chị ngại gặp người quen.' });
    const asked = await reads(person, () => proposes(code));
    expect(asked).toEqual([
      [
        vi.askTransfer(code, CENTRE, OTHER_CENTRE),
        vi.transferReason('Việc xảy ra ở Ninh Bình.'),
        vi.transferTerms(CENTRE, true),
        vi.transferHow(undefined),
      ].join('\n\n'),
    ]);
    expect(postsAbout(NINH_BINH, code)).toEqual([]);
    expect((await mai.opens(`/tickets/${code}`)).status).toBe(404);
    expect((await hoa.opens(`/tickets/${code}`)).text).toContain('người hỏi chưa trả lời');

    // A yes is not enough; questions go to the old centre, which may still answer.
    expect((await person.says('có')).join()).toContain(vi.transferPending(code, OTHER_CENTRE));
    await person.says('sao phải chuyển ạ?');
    expect((await hoa.opens(`/tickets/${code}`)).text).toContain('sao phải chuyển ạ?');
    const answered = await reads(person, () => hoa.answers(code, 'Trung tâm Ninh Bình ở gần chị hơn, chị đồng ý chứ?'));
    expect(answered.at(-1)).toContain(vi.transferHow(code));
    // After words of staff "Đồng ý" is for them; the transfer is agreed to by name.
    expect(await person.says('Đồng ý')).toEqual([]);
    expect(postsAbout(NINH_BINH, code)).toEqual([]);

    expect(await person.says(`Đồng ý ${code}`)).toEqual([vi.transferred(code, OTHER_CENTRE, true)]);
    const [post = ''] = postsAbout(NINH_BINH, code);
    for (const part of [UNKNOWN, 'sao phải chuyển ạ?', vi.staff.transferredHere(CENTRE, 'Việc xảy ra ở Ninh Bình.')]) {
      expect(post).toContain(part);
    }
    expect(postsAbout(HUNG_YEN, code).at(-1)).toBe(vi.staff.transferDone(code, OTHER_CENTRE));
    expect((await hoa.opens(`/tickets/${code}`)).status).toBe(404);
    const there = await mai.opens(`/tickets/${code}`);
    expect(there.text).toContain(UNKNOWN);
    expect(there.text).not.toContain('Chị ngại gặp người quen.');
    expect(there.text).not.toContain('Phạm Thị Hoa');

    // What the person writes goes there now, and the answer comes from there.
    await person.says('dạ em ở Phát Diệm');
    expect(postsAbout(NINH_BINH, code).at(-1)).toContain('dạ em ở Phát Diệm');
    const read = await reads(person, () => mai.answers(code, 'Chào chị, mai chị ghé nhé.'));
    expect(read).toEqual([`${vi.staffMessage(OTHER_CENTRE, code)}\nChào chị, mai chị ghé nhé.`]);
  });

  it('không đồng ý thì ở lại, và cán bộ thấy', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await proposes(code);
    await bot.idle();
    expect(await person.says('không ạ')).toEqual([vi.notTransferred('declined', code, CENTRE)]);
    expect(postsAbout(HUNG_YEN, code).at(-1)).toBe(vi.staff.transferRefused(code, 'declined'));
    const page = await hoa.opens(`/tickets/${code}`);
    expect(page.text).toContain(WORDS.events['transfer-declined']('Trung tâm Ninh Bình'));
    expect(page.text).not.toContain('người hỏi chưa trả lời');
    expect(await person.says('vâng em chờ')).toEqual([]);
    expect(postsAbout(HUNG_YEN, code).at(-1)).toContain('vâng em chờ');
  });

  it('rút được cả khi đang được hỏi', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await proposes(code);
    await bot.idle();
    expect(await person.says('rút')).toEqual([vi.withdrawn(code)]);
    expect(await person.says(`Đồng ý ${code}`)).not.toEqual([vi.transferred(code, OTHER_CENTRE, true)]);
    expect(postsAbout(NINH_BINH, code)).toEqual([]);
  });

  it('hồ sơ đã gộp đi cùng: giờ liên hệ an toàn, lời và liên hệ của cả hai đều có trong tin của trung tâm mới', async () => {
    const person = chiBa();
    const asks = async (contact: string, reach: string) => {
      await person.says('chồng em hay đánh em, em muốn ly hôn');
      for (const words of ['gặp cán bộ', 'tiếp', 'thai binh', contact, reach]) await person.says(words);
      return codeIn((await person.says('Đồng ý')).join('\n'));
    };
    const first = await asks('0912 345 678', 'chỉ gọi 8–11 giờ sáng');
    await person.says('hỏi máy');
    const second = await asks('bỏ qua', 'đừng gọi buổi tối');
    await person.says('em có giấy khám ạ');
    await hoa.does(first, 'merge', { other: second });
    await bot.idle();
    expect(postsAbout(HUNG_YEN, second).at(-1)).toContain(vi.staff.reach('đừng gọi buổi tối'));
    await proposes(first);
    await bot.idle();
    await person.says(`Đồng ý ${first}`);
    const [post = ''] = postsAbout(NINH_BINH, first);
    const [head = ''] = post.split(vi.staff.lines);
    for (const reach of ['chỉ gọi 8–11 giờ sáng', 'đừng gọi buổi tối']) expect(head).toContain(vi.staff.reach(reach));
    for (const part of [vi.staff.mergedLines(second), 'em có giấy khám ạ', vi.staff.contact('0912 345 678')]) {
      expect(post).toContain(part);
    }
  });

  it('đang hỏi thì chưa gộp được, để không có gì đi kèm mà người hỏi chưa đồng ý', async () => {
    const person = chiBa();
    const first = await handsOver(person);
    await person.says('hỏi máy');
    const second = await handsOver(person, UNKNOWN_TOO);
    await proposes(first);
    for (const [into, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const refused = await hoa.does(into, 'merge', { other });
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(WORDS.refused.pending(''))]);
    }
    await bot.idle();
    await person.says(`Đồng ý ${first}`);
    expect(postsAbout(NINH_BINH, first).join()).toContain(UNKNOWN);
    expect(postsAbout(NINH_BINH, first).join()).not.toContain(UNKNOWN_TOO);
  });

  it('cán bộ thôi đề nghị thì người hỏi được báo, và nút cũ không còn tác dụng', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await proposes(code);
    await bot.idle();
    const told = await reads(person, () => hoa.does(code, 'transfer/drop'));
    expect(told).toEqual([vi.notTransferred('staff', code, CENTRE)]);
    await person.says('Đồng ý');
    expect(postsAbout(NINH_BINH, code)).toEqual([]);
    expect((await hoa.opens(`/tickets/${code}`)).text).toContain('Đồng ý');
  });

  it('hai lần gửi là hỏi một lần; đang hỏi thì chưa hỏi nơi khác', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    const form = { ...(await hoa.form(code, 'transfer')), to: '37', reason: 'Gần chị hơn.' };
    const asked = await reads(person, async () => {
      for (const _ of [1, 2]) expect((await hoa.posts(`/tickets/${code}/transfer`, form)).status).toBe(303);
      const other = await hoa.posts(`/tickets/${code}/transfer`, { ...form, to: '01', once: 'lan-thu-ba' });
      expect(other.status).toBe(409);
    });
    expect(asked).toHaveLength(1);
  });

  it('tới nơi chưa ai nhận thì nói thật', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    expect((await hoa.opens(`/tickets/${code}`)).text).toContain(`Trung tâm Hà Nội (${WORDS.nobodyReads})`);
    const [asked] = await reads(person, () => hoa.does(code, 'transfer', { to: '01', reason: 'Việc ở Hà Nội.' }));
    expect(asked).toContain(vi.transferTerms(CENTRE, false));
    const [moved] = await person.says('Đồng ý');
    expect(moved).toContain('Hiện chưa ai đọc');
    expect((await person.says(WAGES)).join('\n')).toContain(WAGES_LAW);
  });

  it('người hỏi đang làm việc khác thì hỏi bằng mã, không lẫn với việc đang làm', async () => {
    const person = chiBa();
    const code = await handsOver(person);
    await person.says('hỏi máy');
    await person.says(UNKNOWN_TOO);
    await person.says('gặp cán bộ');
    const [asked] = await reads(person, () => proposes(code));
    expect(asked).toContain(vi.transferHow(code));
    await person.says('tiếp');
    await person.says('thai binh');
    await person.says('bỏ qua');
    const second = codeIn((await person.says('Đồng ý'))[0]);
    expect(second).not.toBe(code);
    expect(postsAbout(NINH_BINH, code)).toEqual([]);
    expect(await person.says(`đồng ý ${code}`)).toEqual([vi.transferred(code, OTHER_CENTRE, true)]);
  });
});

describe('Hồ sơ khẩn', () => {
  it('đứng trên cùng, cả khi nguy hiểm chỉ được kể sau', async () => {
    const person = chiBa();
    await handsOver(chiBa());
    const code = await handsOver(person);
    await person.says(EMERGENCY);
    const inbox = await hoa.opens('/inbox');
    expect(/tickets\/(HQ-[2-9A-Z]{4})/.exec(inbox.html)?.[1]).toBe(code);
    expect(inbox.text).toContain('Khẩn: bạo lực');
  });
});
