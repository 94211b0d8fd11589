import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INBOX_WORDS } from '../../../../src/web/console/desk/wording.ts';
import { AtTheDesk, type Page } from '../../../support/at-the-desk.ts';
import { HA_NOI, HOUR, MINUTE } from '../../../support/desk-values.ts';
import { SmallDesk } from '../../../support/small-desk.ts';

const WORDS = INBOX_WORDS.vi;

let desk: SmallDesk;
let hoa: AtTheDesk;
beforeEach(async () => {
  desk = await SmallDesk.open();
  hoa = await AtTheDesk.sits(desk, 'Phạm Thị Hoa');
});
afterEach(async () => {
  expect(hoa.takeFaults()).toEqual([]);
  await desk.close();
});

const codesOn = ({ html }: Page): readonly string[] =>
  [...html.matchAll(/<a href="\/console\/tickets\/(HQ-\w{4})">/g)].map(([, code = '']) => code);
/** The lists with their counts, as the tabs tell. */
const tabsOn = ({ html }: Page) =>
  Object.fromEntries(
    [...html.matchAll(/href="\/console\/inbox\?list=(\w+)"[^>]*>[^<]*<span class="count"> ([\d.]+)</g)].map(
      ([, list, count]) => [list, count],
    ),
  );

describe('the lists', () => {
  it('say what to do where they are empty', async () => {
    for (const list of ['new', 'mine', 'held', 'waiting', 'overdue', 'closed'] as const) {
      const page = await hoa.opens(`/inbox?list=${list}`);
      expect([page.status, page.text]).toEqual([200, expect.stringContaining(WORDS.empty[list])]);
    }
    expect((await hoa.opens('/inbox?list=khong-co&page=-3')).text).toContain(WORDS.empty.new);
  });

  it('show what is urgent, whose turn it is, who has it and when an answer is due, in words', async () => {
    const late = await desk.ticket({ urgent: 'detention', dueAt: new Date(desk.now().getTime() - 20 * MINUTE) });
    const due = await desk.ticket({ dueAt: new Date(desk.now().getTime() + 48 * HOUR), lines: ['x '.repeat(300)] });
    await hoa.does(due.code, 'claim');
    const fresh = await hoa.opens('/inbox');
    for (const words of ['Khẩn: bị giữ', 'Chờ cán bộ', 'Chưa ai nhận', late.code]) expect(fresh.text).toContain(words);
    expect(fresh.text).toMatch(/vừa quá hạn|quá hạn \d+ giờ làm việc/);
    const mine = await hoa.opens('/inbox?list=mine');
    expect(mine.text).toMatch(/Bạn giữ.*còn \d+ giờ làm việc/);
    expect(mine.text).toContain('x x…');
    expect(tabsOn(mine)).toEqual({ new: '1', mine: '1', held: '0', waiting: '0', overdue: '1', closed: '0' });
  });

  it('show a page at a time, with ways to the next and back', async () => {
    const codes: string[] = [];
    for (let nth = 0; nth < 60; nth += 1) codes.push((await desk.ticket()).code);
    await desk.ticket({ province: HA_NOI });
    const [first, second, third] = [
      await hoa.opens('/inbox'),
      await hoa.opens('/inbox?list=new&page=2'),
      await hoa.opens('/inbox?list=new&page=3'),
    ];
    expect([first, second, third].map((page) => codesOn(page).length)).toEqual([25, 25, 10]);
    expect([first, second, third].flatMap(codesOn)).toEqual(codes);
    expect(first.html).toContain('rel="next" href="/console/inbox?list=new&amp;page=2"');
    expect(third.html).not.toContain('rel="next"');
    expect(Buffer.byteLength(first.html)).toBeLessThan(100_000);
  });

  it('are looked at with a line in the log, once in five minutes', async () => {
    await hoa.opens('/inbox');
    await hoa.opens('/inbox');
    await hoa.opens('/inbox?list=mine');
    desk.wait(6 * MINUTE);
    await hoa.opens('/inbox');
    expect((await desk.audited()).map(({ action, object }) => `${action} ${object}`)).toEqual([
      'tickets-listed inbox/new',
      'tickets-listed inbox/mine',
      'tickets-listed inbox/new',
    ]);
  });
});

describe('the search', () => {
  it.each([
    ['by code, however typed', 'hq 7K3M'],
    ['by words', 'chủ trọ giữ căn cước'],
    ['without marks', 'chu tro can cuoc'],
    ['in chat spelling', 'chu tro giu can cuoc ko tra'],
  ])('finds %s', async (_, q) => {
    const ticket = await desk.ticket({ lines: ['chủ trọ giữ căn cước của em, không trả'] });
    await desk.ticket({ lines: ['công ty nợ lương'] });
    const typed = q.startsWith('hq') ? ticket.code.toLowerCase().replace('-', ' ') : q;
    expect(codesOn(await hoa.posts('/inbox/search', { q: typed }))).toEqual([ticket.code]);
  });

  it('finds what was added later, and what is closed, and nothing that was withdrawn or is of another centre', async () => {
    const closed = await desk.ticket({ lines: ['chủ trọ giữ căn cước'] });
    await hoa.does(closed.code, 'close');
    const withdrawn = await desk.ticket({ lines: ['chủ trọ giữ căn cước'] });
    await desk.within(({ tickets }) => tickets.end(withdrawn.id, 'withdrawn', desk.now()));
    const foreign = await desk.ticket({ lines: ['chủ trọ giữ căn cước'], province: HA_NOI });
    expect(codesOn(await hoa.posts('/inbox/search', { q: 'chủ trọ căn cước' }))).toEqual([closed.code]);
    expect(codesOn(await hoa.posts('/inbox/search', { q: foreign.code }))).toEqual([]);
  });

  it('says so when nothing is found, or nothing can be searched for', async () => {
    await desk.ticket({ lines: ['em muốn hỏi một việc'] });
    expect((await hoa.posts('/inbox/search', { q: 'khai sinh' })).text).toContain(WORDS.nothingFound);
    expect((await hoa.posts('/inbox/search', { q: 'cho em hỏi' })).text).toContain(WORDS.notUnderstood);
    expect((await hoa.posts('/inbox/search', { q: '   ' })).to).toBe('/console/inbox');
  });

  it('goes on page by page, and never puts the words into an address or the log', async () => {
    for (let nth = 0; nth < 30; nth += 1) await desk.ticket({ lines: ['nuôi ong'] });
    const first = await hoa.posts('/inbox/search', { q: 'nuôi ong' });
    const second = await hoa.posts('/inbox/search', { q: 'nuôi ong', page: '2' });
    expect([codesOn(first).length, codesOn(second).length]).toEqual([25, 5]);
    expect(first.html).toContain('<button type="submit" class="plain" name="page" value="2">');
    for (const { html } of [first, second]) expect(html).not.toMatch(/(?:href|action)="[^"]*ong/);
    expect(JSON.stringify(await desk.audited())).not.toContain('ong');
    expect((await desk.audited()).map(({ action }) => action)).toEqual(['tickets-searched']);
  });
});
