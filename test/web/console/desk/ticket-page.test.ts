import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccountId } from '../../../../src/base/ids.ts';
import type { Citation } from '../../../../src/knowledge/citation.ts';
import type { NewTicket } from '../../../../src/ports/store.ts';
import { TICKET_WORDS } from '../../../../src/web/console/desk/wording.ts';
import { AtTheDesk } from '../../../support/at-the-desk.ts';
import { HA_NOI, HOUR, LAN, MINUTE, opened } from '../../../support/desk-values.ts';
import { SmallDesk } from '../../../support/small-desk.ts';

const WORDS = TICKET_WORDS.vi;

let desk: SmallDesk;
let hoa: AtTheDesk;
let binh: AtTheDesk;
/** Of Hà Nội. */
let mai: AtTheDesk;
beforeAll(async () => {
  desk = await SmallDesk.open();
  hoa = await AtTheDesk.sits(desk, 'Phạm Thị Hoa');
  binh = await AtTheDesk.sits(desk, 'Trần Văn Bình');
  mai = await AtTheDesk.sits(desk, 'Đỗ Mai', { province: HA_NOI });
});
afterEach(() => expect([hoa, binh, mai].flatMap((one) => one.takeFaults())).toEqual([]));
afterAll(() => desk.close());

const page = (by: AtTheDesk, { code }: NewTicket) => by.opens(`/tickets/${code}`);
const messagesTo = async (ticket: NewTicket) =>
  (await desk.db.selectFrom('outbox').select('key').where('ticket_id', '=', ticket.id).execute()).length;

describe('a ticket of another centre', () => {
  const FORM = { once: 'mot-lan-duy-nhat', words: 'Chào chị', note: 'x', reason: 'x', doing: 'reading' };
  const PLACES: readonly ['GET' | 'POST', string, Readonly<Record<string, string>>?][] = [
    ['GET', ''],
    ['GET', '/talk'],
    ['POST', '/preview'],
    ['POST', '/find'],
    ['POST', '/insert'],
    ['POST', '/presence'],
    ['POST', '/answer'],
    ['POST', '/claim'],
    ['POST', '/release'],
    ['POST', '/assign', { to: 'hoa' }],
    ['POST', '/close'],
    ['POST', '/reopen'],
    ['POST', '/transfer', { to: '01' }],
    ['POST', '/transfer/drop'],
    ['POST', '/merge', { other: 'HQ-2222' }],
    ['POST', '/note'],
  ];

  it.each(PLACES)('is not there, just like one that does not exist: %s %s', async (method, path, fields = {}) => {
    const ticket = await desk.ticket({ lines: ['chuyện riêng của chị Ba'] });
    const at = (code: string) =>
      method === 'GET'
        ? mai.opens(`/tickets/${code}${path}`)
        : mai.posts(`/tickets/${code}${path}`, { ...FORM, ...fields });
    const [foreign, missing] = [await at(ticket.code), await at('HQ-ZZZZ')];
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(foreign.text.replaceAll(ticket.code, 'HQ-ZZZZ')).toBe(missing.text);
    expect(foreign.text).not.toContain('chuyện riêng');
    const unchanged = await desk.within(({ desk: kept }) => kept.view(ticket.code, ticket.province));
    expect(unchanged).toMatchObject({ state: 'waiting', claimedBy: undefined, words: [], notes: [], events: [] });
    expect((await desk.audited()).filter(({ object }) => object === `ticket/${ticket.code}`)).toEqual([]);
    expect(await messagesTo(ticket)).toBe(0);
  });

  it('cannot be put into one’s own', async () => {
    const [own, foreign] = [await desk.ticket({ province: HA_NOI }), await desk.ticket()];
    const refused = await mai.does(own.code, 'merge', { once: 'gop-cua-noi-khac', other: foreign.code });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(WORDS.refused['not-the-same'](''))]);
  });
});

describe('who may come to the desk', () => {
  it.each(['curator', 'reviewer', 'admin'] as const)('not a %s', async (role) => {
    const ticket = await desk.ticket();
    const other = await AtTheDesk.sits(desk, 'Người khác', { role, province: undefined });
    for (const path of ['/inbox', `/tickets/${ticket.code}`, `/tickets/${ticket.code}/talk`]) {
      expect((await other.opens(path)).status).toBe(403);
    }
    for (const path of ['/inbox/search', `/tickets/${ticket.code}/answer`, `/tickets/${ticket.code}/presence`]) {
      expect((await other.posts(path, { once: 'mot-lan-duy-nhat', words: 'x' })).status).toBe(403);
    }
    expect(await messagesTo(ticket)).toBe(0);
  });
});

describe('what people write', () => {
  const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&</textarea>';

  it('is text on the page, wherever it was typed', async () => {
    const ticket = await desk.ticket({ lines: [SCRIPT, 'nợ lương'], contact: SCRIPT });
    await desk.ticket({ lines: [SCRIPT] });
    const evil = await AtTheDesk.sits(desk, SCRIPT);
    await desk.within(async ({ tickets, cannedReplies }) => {
      await tickets.addWords({ ticket: ticket.id, by: 'person', words: SCRIPT, at: desk.now() });
      await cannedReplies.save({
        id: 'mau-xau-xi',
        province: '33',
        title: SCRIPT,
        body: SCRIPT,
        citations: ['bo-luat-lao-dong-2019:97' as Citation],
        changedBy: evil.account.id,
        changedAt: desk.now(),
      });
    });
    await evil.does(ticket.code, 'note', { note: SCRIPT });
    await evil.does(ticket.code, 'transfer', { to: '01', reason: SCRIPT });
    await evil.answers(ticket.code, SCRIPT);
    await evil.opens(`/tickets/${ticket.code}`);
    const pages = [
      await page(hoa, ticket),
      await hoa.opens('/inbox'),
      await hoa.posts('/inbox/search', { q: SCRIPT }),
      await hoa.opens('/canned'),
      await hoa.opens('/canned/mau-xau-xi'),
      await hoa.posts(`/tickets/${ticket.code}/insert`, { words: SCRIPT, insert: SCRIPT, canned: 'mau-xau-xi' }),
      await hoa.posts(`/tickets/${ticket.code}/preview`, { words: SCRIPT }),
      await hoa.asks(`/tickets/${ticket.code}/preview`, { words: SCRIPT }),
      await hoa.posts(`/tickets/${ticket.code}/find`, { words: SCRIPT, q: SCRIPT }),
      await hoa.posts(`/tickets/${ticket.code}/note`, { once: 'ghi-chu-qua-dai', note: SCRIPT.repeat(100) }),
      await hoa.posts(`/tickets/${ticket.code}/transfer`, { once: 'chuyen-khong-noi', to: SCRIPT, reason: SCRIPT }),
      await hoa.asks(`/tickets/${ticket.code}/presence`, { doing: 'reading', version: SCRIPT, shown: SCRIPT }),
      await hoa.posts('/canned/mot-mau-moi', { title: SCRIPT, body: '', citations: SCRIPT, q: SCRIPT }),
    ];
    for (const { html } of pages) {
      expect(html.replaceAll(/<script src="\/assets\/console\.js[^>]*><\/script>/g, '')).not.toMatch(/<script|<img/);
    }
    expect(pages[0]?.html).toContain('&lt;script&gt;alert(1)');
  });
});

describe('the answer form', () => {
  it.each([
    ['empty', '  \n ', WORDS.answerFaults.empty],
    ['too long', 'chữ '.repeat(2000), WORDS.answerFaults.long('6.000')],
  ])('refuses what is %s, says so beside the field, and keeps what was typed', async (_, words, fault) => {
    const ticket = await desk.ticket();
    const refused = await hoa.answers(ticket.code, words);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(`id="words-fault" role="alert">${fault}`);
    expect(refused.html).toContain(`${words.trim()}</textarea>`);
    expect(await messagesTo(ticket)).toBe(0);
  });

  it('takes no form without its key', async () => {
    const ticket = await desk.ticket();
    expect((await hoa.posts(`/tickets/${ticket.code}/answer`, { words: 'Chào chị' })).status).toBe(404);
    expect(await messagesTo(ticket)).toBe(0);
  });

  it('shows a preview without sending, with the words still in the field', async () => {
    const ticket = await desk.ticket({ who: { channel: 'web', address: 'w1' } });
    const shown = await hoa.posts(`/tickets/${ticket.code}/preview`, { words: 'Chị gửi đơn tới xã.' });
    expect(shown.text).toContain(WORDS.previewHeading('trang web'));
    expect(shown.text).toContain(`(hồ sơ ${ticket.code}): Chị gửi đơn tới xã.`);
    expect(shown.html).toContain('Chị gửi đơn tới xã.</textarea>');
    expect((await hoa.asks(`/tickets/${ticket.code}/preview`, { words: '' })).text).toContain(WORDS.previewEmpty);
    expect(await messagesTo(ticket)).toBe(0);
  });

  it('finds law by its name or by the matter, and inserts its label, with script and without', async () => {
    const ticket = await desk.ticket();
    const typed = { words: 'Chị đọc điều này:', q: 'điều 97 bộ luật lao động' };
    const part = await hoa.asks(`/tickets/${ticket.code}/find`, typed);
    expect(part.html).not.toContain('<html');
    expect(part.html).toContain('data-insert="(Điều 97 Bộ luật Lao động 2019)"');
    const whole = await hoa.posts(`/tickets/${ticket.code}/find`, typed);
    expect(whole.html).toContain('Chị đọc điều này:</textarea>');
    expect(whole.text).toContain('Điều 97 Bộ luật Lao động 2019');
    const inserted = await hoa.posts(`/tickets/${ticket.code}/insert`, {
      words: typed.words,
      insert: '(Điều 97 Bộ luật Lao động 2019)',
    });
    expect(inserted.html).toContain('Chị đọc điều này:\n\n(Điều 97 Bộ luật Lao động 2019)</textarea>');
    expect((await hoa.asks(`/tickets/${ticket.code}/find`, { q: 'nợ lương' })).text).toContain('Bộ luật Lao động');
    expect((await hoa.asks(`/tickets/${ticket.code}/find`, { q: 'xyzxyz' })).text).toContain(WORDS.citeNothing);
  });

  it('offers no law that is not in force', async () => {
    const ticket = await desk.ticket();
    const found = await hoa.asks(`/tickets/${ticket.code}/find`, { q: 'bo-luat-lao-dong-2012:96' });
    expect(found.html).not.toContain('data-insert');
  });

  it('inserts a canned reply with the law it rests on, and offers none whose law has ended', async () => {
    const ticket = await desk.ticket();
    const reply = (id: string, title: string, citation: string) => ({
      id,
      province: undefined,
      title,
      body: 'Công ty phải trả lương đúng hạn.',
      citations: [citation as Citation],
      changedBy: hoa.account.id,
      changedAt: desk.now(),
    });
    await desk.within(async ({ cannedReplies }) => {
      await cannedReplies.save(reply('mau-con-hieu-luc', 'Nợ lương', 'bo-luat-lao-dong-2019:97'));
      await cannedReplies.save(reply('mau-het-hieu-luc', 'Luật cũ', 'bo-luat-lao-dong-2012:96'));
    });
    const { html } = await page(hoa, ticket);
    expect(html).toContain('<option value="mau-con-hieu-luc">Nợ lương</option>');
    expect(html).not.toContain('mau-het-hieu-luc');
    const task = {
      object: 'canned/mau-con-hieu-luc',
      citation: 'bo-luat-lao-dong-2019:97',
      why: 'new-wording',
    } as const;
    await desk.within(async ({ reviewTasks }) => {
      await reviewTasks.open({ ...task, day: '2099-01-01' }, desk.now());
    });
    expect((await page(hoa, ticket)).html).toContain('>Nợ lương</option>');
    await desk.within(async ({ reviewTasks }) => {
      await reviewTasks.open({ ...task, day: '2026-01-01' }, desk.now());
    });
    expect((await page(hoa, ticket)).html).toContain('>Nợ lương (điều luật vừa đổi, đọc kỹ trước khi gửi)</option>');
    const part = await hoa.asks(`/tickets/${ticket.code}/insert`, { words: 'Chào chị.', canned: 'mau-con-hieu-luc' });
    expect(part.html).toContain(
      'Chào chị.\n\nCông ty phải trả lương đúng hạn.\n(Điều 97 Bộ luật Lao động 2019)</textarea>',
    );
    const none = await hoa.asks(`/tickets/${ticket.code}/insert`, { words: 'Chào chị.', canned: 'mau-het-hieu-luc' });
    expect(none.html).toContain('Chào chị.</textarea>');
  });

  it('puts a harmless button first, for whoever presses Enter in the search field', async () => {
    const { html } = await page(hoa, await desk.ticket());
    const form = /<form[^>]*id="tra-loi".*?<\/form>/s.exec(html)?.[0] ?? '';
    const [first] = form.match(/<button[^>]*>/g) ?? [];
    expect(first).toContain('/find"');
  });
});

describe('what helps to answer', () => {
  it('is what the bot finds, with the law and where it is published', async () => {
    const lines = ['công ty nợ lương hai tháng nay chưa trả', 'công ước quyền trẻ em điều 32'];
    const { html, text } = await page(hoa, await desk.ticket({ lines }));
    expect(text).toContain(WORDS.passages);
    expect(text).toMatch(/khả năng đúng \d+ ?%/);
    expect(text).toContain('Điều 97 Bộ luật Lao động 2019');
    expect(html).toMatch(/<a href="https:\/\/[^"]+" rel="noreferrer"/);
  });

  it('is how the centre answered others, without their code or contact', async () => {
    const earlier = await desk.ticket({ lines: ['nuôi ong gần nhà bị hàng xóm kiện'], contact: '0900 111 222' });
    await hoa.answers(earlier.code, 'Chị xin ý kiến xã trước.');
    await hoa.does(earlier.code, 'close');
    const ticket = await desk.ticket({ lines: ['em nuôi ong, hàng xóm kiện thì sao'] });
    const { text } = await page(binh, ticket);
    expect(text).toContain('nuôi ong gần nhà bị hàng xóm kiện');
    expect(text).toContain('Chị xin ý kiến xã trước.');
    expect(text).not.toContain(earlier.code);
    expect(text).not.toContain('0900 111 222');
    const looks = await desk.store.transaction(({ audit }) =>
      audit.find({ action: 'ticket-viewed', object: `ticket/${earlier.code}` }, 20),
    );
    // Of whoever answered it, and of whoever read it beside another.
    expect(new Set(looks.map(({ by }) => by)).size).toBe(2);
    const elsewhere = await desk.ticket({ lines: ['em nuôi ong, hàng xóm kiện thì sao'], province: HA_NOI });
    expect((await page(mai, elsewhere)).text).not.toContain('Chị xin ý kiến xã trước.');
  });
});

describe('notes, transfers and assignments that are not complete', () => {
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['an empty note', 'note', { note: ' ' }, WORDS.noteFaults.empty],
    ['a note that is too long', 'note', { note: 'a'.repeat(4001) }, WORDS.noteFaults.long('4.000')],
    ['a transfer without a reason', 'transfer', { to: '01', reason: '' }, WORDS.transferFaults.reason],
    ['a transfer without a centre', 'transfer', { to: '', reason: 'Gần hơn' }, WORDS.transferFaults.to],
    ['a reason that is too long', 'transfer', { to: '01', reason: 'a'.repeat(501) }, WORDS.transferFaults.long(500)],
  ])('are refused with what was typed: %s', async (_, act, fields, fault) => {
    const ticket = await desk.ticket();
    const refused = await hoa.does(ticket.code, act, fields);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(fault)]);
    for (const value of Object.values(fields)) if (value.trim() !== '') expect(refused.html).toContain(value);
  });

  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['a transfer to the own centre', 'transfer', { to: '33', reason: 'x' }, WORDS.refused['no-such-centre']('')],
    ['a transfer to nowhere', 'transfer', { to: '99', reason: 'x' }, WORDS.refused['no-such-centre']('')],
    ['to a colleague of another centre', 'assign', { to: 'mai' }, WORDS.refused.nobody('')],
    ['from somebody who does not have it', 'assign', { to: 'binh', from: 'hoa' }, WORDS.refused['assign-changed']('')],
  ])('cannot be done: %s', async (_, act, fields, why) => {
    const ticket = await desk.ticket();
    const ids: Readonly<Record<string, AccountId>> = {
      mai: mai.account.id,
      hoa: hoa.account.id,
      binh: binh.account.id,
    };
    const real = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, ids[value] ?? value]));
    const refused = await hoa.does(ticket.code, act, real);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(why)]);
  });

  it('a note that is sent twice is one note', async () => {
    const ticket = await desk.ticket();
    const form = { ...(await hoa.form(ticket.code, 'note')), note: 'Đã gọi, hẹn thứ Ba.' };
    for (const _ of [1, 2]) expect((await hoa.posts(`/tickets/${ticket.code}/note`, form)).status).toBe(303);
    expect((await page(binh, ticket)).text.split('Đã gọi, hẹn thứ Ba.')).toHaveLength(2);
  });
});

describe('the audit log', () => {
  it('has a line for each change, and for views once in five minutes, without a word of anybody', async () => {
    const ticket = await desk.ticket({ lines: ['câu chuyện kín'] });
    const { code } = ticket;
    await page(hoa, ticket);
    await page(hoa, ticket);
    await hoa.posts(`/tickets/${code}/preview`, { words: 'bản nháp kín' });
    await page(binh, ticket);
    desk.wait(5 * MINUTE);
    await page(hoa, ticket);
    await hoa.does(code, 'claim');
    await hoa.does(code, 'assign', { to: binh.account.id });
    await binh.does(code, 'release');
    await hoa.does(code, 'note', { note: 'ghi chú kín' });
    await hoa.answers(code, 'trả lời kín');
    await hoa.does(code, 'transfer', { to: '01', reason: 'lý do kín' });
    await hoa.does(code, 'transfer/drop');
    await hoa.does(code, 'close');
    await binh.does(code, 'reopen');
    const lines = (await desk.audited()).filter(({ object }) => object === `ticket/${code}`);
    const names = new Map([
      [hoa.account.id, 'hoa'],
      [binh.account.id, 'binh'],
    ]);
    expect(lines.map(({ by, action }) => `${names.get(by!)} ${action}`)).toEqual([
      'hoa ticket-viewed',
      'binh ticket-viewed',
      'hoa ticket-viewed',
      'hoa ticket-claimed',
      'hoa ticket-assigned',
      'binh ticket-viewed',
      'binh ticket-released',
      'hoa ticket-noted',
      'hoa ticket-answered',
      'hoa ticket-transfer-proposed',
      'hoa ticket-transfer-dropped',
      'hoa ticket-closed',
      'binh ticket-reopened',
    ]);
    expect(new Set(lines.map(({ province, role }) => `${province} ${role}`))).toEqual(new Set(['33 staff']));
    expect(JSON.stringify(await desk.audited())).not.toContain('kín');
  });
});

describe('a page', () => {
  it('stays below 100 kB with a long story, a long talk and many helps', async () => {
    const colleague = { id: hoa.account.id, name: 'Hoa', province: '33' };
    const long = 'chồng em nhậu về đánh em, em bế con chạy ra ngoài đường, công ty nợ lương. '.repeat(40);
    const ticket = await desk.ticket({ lines: Array.from({ length: 20 }, () => long.slice(0, 1500)) });
    await desk.within(async (records) => {
      const { tickets, desk: kept } = records;
      for (let nth = 0; nth < 60; nth += 1) {
        const by = nth % 2 === 0 ? 'person' : 'staff';
        await tickets.addWords({ ticket: ticket.id, by, words: `${nth}: ${long.slice(0, 1900)}`, at: desk.now() });
      }
      for (let nth = 0; nth < 30; nth += 1) {
        const note = { ticket: ticket.id, by: colleague, words: long.slice(0, 1000), once: `${nth}`, at: desk.now() };
        await kept.addNote(note);
      }
      for (let nth = 0; nth < 3; nth += 1) {
        const other = await opened(records, { lines: [long.slice(0, 3000), long.slice(0, 3000)] });
        await kept.merge(other.id, ticket.id, desk.now());
      }
    });
    const { html, text } = await page(hoa, ticket);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(text).toContain('59: chồng em');
    expect(text).not.toContain(' 3: chồng em');
    const whole = await hoa.opens(`/tickets/${ticket.code}?talk=all`);
    expect(whole.text).toContain(' 3: chồng em');
  });

  it('is there in English too', async () => {
    const nam = await AtTheDesk.sits(desk, 'Nam', { language: 'en' });
    const ticket = await desk.ticket({ urgent: 'violence', dueAt: new Date(desk.now().getTime() - 30 * HOUR) });
    const { html, text } = await nam.opens(`/tickets/${ticket.code}`);
    expect(html).toContain('<html lang="en">');
    for (const words of ['Urgent: violence', 'Staff’s turn', 'Not taken', 'overdue', 'Send to the person']) {
      expect(text).toContain(words);
    }
  });

  it('never shows who the person is', async () => {
    const ticket = await desk.ticket();
    const { html } = await page(hoa, ticket);
    expect(html).not.toContain(LAN.address);
    expect(html).not.toContain(ticket.id);
    expect(html).toContain('không để lại');
  });

  it('of a closed ticket offers to open it again, and no answer', async () => {
    const ticket = await desk.ticket();
    await hoa.does(ticket.code, 'close');
    const { html, text } = await page(hoa, ticket);
    expect(text).toContain(WORDS.reopen);
    expect(html).not.toContain('id="tra-loi"');
    const late = await hoa.posts(`/tickets/${ticket.code}/answer`, { once: 'tra-loi-muon', words: 'Muộn rồi' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining(WORDS.refused['not-open'](''))]);
  });

  it('renews the talk by itself only while something is on its way', async () => {
    const ticket = await desk.ticket({ who: { channel: 'telegram', address: '7700000000001' } });
    await hoa.answers(ticket.code, 'Chào chị.');
    const queued = await hoa.opens(`/tickets/${ticket.code}/talk`);
    expect(queued.html).toContain('hx-trigger="every 5s"');
    expect(queued.html).not.toContain('<html');
    await desk.within(async ({ outbox }) => {
      // One at a time to each person.
      for (;;) {
        const owed = await outbox.take('telegram', desk.now(), 50);
        if (owed.length === 0) break;
        for (const { key } of owed) await outbox.markSent(key, key, desk.now());
      }
    });
    expect((await hoa.opens(`/tickets/${ticket.code}/talk`)).html).not.toContain('hx-trigger');
  });
});
