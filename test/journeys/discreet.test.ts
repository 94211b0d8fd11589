import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { minuteOfDay } from '../../src/base/night.ts';
import { SHOWN_BEFORE_OPENING } from '../../src/reply/discreet.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { TICKET_WORDS } from '../../src/web/console/desk/wording.ts';
import { AtTheDesk } from '../support/at-the-desk.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { EMERGENCY, WAGES } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { membership } from '../support/telegram-people.ts';
import { topicIn } from '../support/topic-words.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const GROUP = -1_001_000_000_033;
const CENTRE = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên';
const STORY = 'chồng em hay đánh em mỗi khi nhậu về, em muốn ly hôn';
const HOURS = 'chỉ nhắn 8–11 giờ sáng, đừng gọi';
const WORDS = TICKET_WORDS.vi;
const MINUTE = 60_000;
const DAY = 24 * 60;
const LEAD = `${vi.discreet.lead()}\n\n`;

const { platform, zalo, telegram, bot, end } = await onBothMessengers({ groups: [{ group: GROUP, province: '33' }] });
let hoa: AtTheDesk;
let people = 0;

beforeAll(async () => {
  hoa = await AtTheDesk.sits(bot.app, 'Phạm Thị Hoa');
});
beforeEach(() => comes('10:00'));
afterAll(end);

/** The clock of the bot goes on to this time in Vietnam, and what is due then is done. */
async function comes(clock: string): Promise<void> {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  bot.later(((hour * 60 + minute - minuteOfDay(bot.now()) + DAY) % DAY) * MINUTE);
  await passes(0);
}

async function passes(minutes: number): Promise<void> {
  bot.later(minutes * MINUTE);
  await bot.app.lookNow();
  await bot.idle();
}

/** Somebody with a telephone, and everything that lies on it, oldest first. */
interface Phone {
  readonly says: (text: string) => Promise<readonly string[]>;
  readonly screen: () => readonly string[];
}

function onZalo(): Phone {
  people += 1;
  const person = new ZaloPerson(`6ede9afa66b88fe6d6c${people}`, zalo, bot);
  return { says: (text) => person.says(text), screen: () => person.read };
}

function onTelegram(): Phone {
  people += 1;
  const chat = 7_000_000 + people;
  return {
    says: async (text) => (await telegram.says(chat, text)).map((shown) => shown.text),
    screen: () => telegram.shownIn(chat).map((shown) => shown.text),
  };
}

/** What arrives on a telephone while something is done elsewhere. */
async function arrives(phone: Phone, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = phone.screen().length;
  await work();
  await bot.idle();
  return phone.screen().slice(before);
}

const codeIn = (text = '') => /HQ-[2-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';
const postsAbout = (code: string) => telegram.shownIn(GROUP).filter(({ text }) => text.includes(code));
const heldAbout = (code: string) =>
  bot.rows("select key from outbox where state = 'held' and ticket_id = (select id from tickets where code = ?)", code);

/** From the story to the code. */
async function handsOver(phone: Phone, reach = HOURS): Promise<string> {
  for (const words of [STORY, 'gặp cán bộ', 'tiếp', 'thai binh', 'bỏ qua']) await phone.says(words);
  const [consent = ''] = await phone.says(reach);
  if (reach !== 'bỏ qua') expect(consent).toContain(vi.consentReach(reach));
  return codeIn((await phone.says('Đồng ý')).join('\n'));
}

const answersInGroup = (code: string, words: string) => telegram.writesIn(GROUP, words, postsAbout(code)[0]?.messageId);

describe.each([
  ['Zalo', onZalo],
  ['Telegram', onTelegram],
] as const)('Người hay bị người khác xem máy, trên %s', (_, phoneOf) => {
  it('kể chuyện, chuyển cho cán bộ, và chỉ đọc trả lời khi tiện', async () => {
    const phone = phoneOf();
    const [answer, begins] = await phone.says(STORY);
    expect(answer?.startsWith(LEAD)).toBe(true);
    expect(begins).toBe(LEAD + vi.discreet.begins());
    const code = await handsOver(phone);

    // Staff read first when and how she can be reached, in the group and on the page.
    expect(postsAbout(code)[0]?.text).toContain(
      `${vi.staff.newReferral(code, 'Tỉnh Hưng Yên')}\n${vi.staff.reach(HOURS)}`,
    );
    const page = await hoa.opens(`/tickets/${code}`);
    expect(page.text).toContain(`${WORDS.facts.reach} ${HOURS}`);
    expect(page.text.indexOf(HOURS)).toBeLessThan(page.text.indexOf(STORY));

    // At noon staff answer twice, from the group and in the console: nothing arrives, not even a question.
    await comes('12:00');
    let told: readonly { readonly text: string }[] = [];
    const atNoon = await arrives(phone, async () => {
      told = await answersInGroup(code, 'Chị ghé trung tâm lúc 8 giờ sáng mai.');
      await hoa.answers(code, 'Chị mang theo giấy khám.');
    });
    expect(atNoon).toEqual([]);
    expect(told.map(({ text }) => text)).toEqual([vi.staff.waitsForPerson(code)]);
    expect((await hoa.opens(`/tickets/${code}`)).text).toContain(WORDS.delivery({ state: 'held' }));

    // At eight, in her hours, one question that says nothing.
    expect(await arrives(phone, () => comes('07:59'))).toEqual([]);
    const [question = '', ...more] = await arrives(phone, () => comes('08:00'));
    expect(question).toBe(vi.discreet.question());
    expect(more).toEqual([]);
    expect(topicIn(question)).toBeUndefined();
    expect(await arrives(phone, () => passes(60))).toEqual([]);

    // Not now; asked again three hours later, which is the next morning, for her hours are over by then.
    expect(await phone.says('để sau')).toEqual([vi.discreet.later(true)]);
    expect(await arrives(phone, () => passes(6 * 60))).toEqual([]);
    expect(await arrives(phone, () => comes('08:00'))).toEqual([vi.discreet.question()]);

    // Now: in order, and what staff write next comes at once, for a quarter of an hour.
    const [first = '', second = '', ...rest] = await phone.says('xem');
    expect([first, second]).toEqual([
      `${LEAD}${vi.staffMessage(CENTRE, code)}\nChị ghé trung tâm lúc 8 giờ sáng mai.`,
      `${LEAD}${vi.staffMessage(CENTRE, code)}\nChị mang theo giấy khám.`,
    ]);
    expect(rest).toEqual([]);
    expect(await arrives(phone, () => hoa.answers(code, 'Chị cần xe không?'))).toEqual([
      `${LEAD}${vi.staffMessage(CENTRE, code)}\nChị cần xe không?`,
    ]);
    expect(heldAbout(code)).toEqual([]);
    expect((await hoa.opens(`/tickets/${code}`)).text).not.toContain(WORDS.delivery({ state: 'held' }));

    // Her own words to staff open the window again; without them it closes.
    expect(await phone.says('dạ em tự đi được')).toEqual([]);
    await passes(14);
    expect(await arrives(phone, () => hoa.answers(code, 'Vậy hẹn chị.'))).toHaveLength(1);
    await passes(2);
    expect(await arrives(phone, () => hoa.does(code, 'close'))).toEqual([vi.discreet.question()]);
    expect((await phone.says('xem')).join('\n')).toContain(vi.closed(code));
    expectNothingShown(phone);
    expectNothingInLog();
  });

  it('nhắn “dừng” thì không còn tin nào tới, cán bộ làm gì cũng vậy, cho tới khi nhắn lại', async () => {
    const phone = phoneOf();
    const code = await handsOver(phone, 'bỏ qua');
    expect(await arrives(phone, () => answersInGroup(code, 'Chị ghé trung tâm nhé.'))).toEqual([
      vi.discreet.question(),
    ]);
    expect(await phone.says('DỪNG')).toEqual([vi.discreet.stopped()]);

    // Staff see it at once, and cannot write into the void.
    expect(postsAbout(code).at(-1)?.text).toBe(vi.staff.contactStopped(code));
    const page = await hoa.opens(`/tickets/${code}`);
    expect(page.text).toContain(WORDS.contactStopped);
    expect(page.text).toContain(WORDS.answerIsKept);
    let told: readonly { readonly text: string }[] = [];
    const meanwhile = await arrives(phone, async () => {
      told = await answersInGroup(code, 'Chị còn đó không?');
      await hoa.answers(code, 'Em gọi lại nhé.');
      await hoa.does(code, 'transfer', { to: '37', reason: 'Chị đang ở Ninh Bình.' });
      await hoa.does(code, 'drop-transfer');
      await hoa.does(code, 'close');
      await passes(5 * 24 * 60);
    });
    expect(meanwhile).toEqual([]);
    expect(told.map(({ text }) => text)).toEqual([vi.staff.keptWhileStopped(code)]);
    await hoa.does(code, 'reopen');

    // Until she writes again: then she is told that something waits, and reads all of it, in order.
    const back = await phone.says('chào bạn');
    expect(back.at(-1)).toBe(vi.discreet.waiting());
    expect(postsAbout(code).map(({ text }) => text)).toContain(vi.staff.contactResumed(code));
    expect((await hoa.opens(`/tickets/${code}`)).text).not.toContain(WORDS.contactStopped);
    const read = (await phone.says('xem')).join('\n');
    const places = [
      'Chị ghé trung tâm nhé.',
      'Chị còn đó không?',
      'Em gọi lại nhé.',
      vi.closed(code),
      vi.reopened(code),
    ].map((words) => read.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(heldAbout(code)).toEqual([]);
    expectNothingShown(phone);
  });

  it('khi nguy hiểm, số để gọi vẫn đứng đầu', async () => {
    const phone = phoneOf();
    const [first = '', ...others] = await phone.says(EMERGENCY);
    expect(first).toMatch(/^Gọi ngay được: 113 · 115 · 111\./);
    expect(first).toContain(vi.urgentLead.violence);
    expect(others.at(-1)).toBe(LEAD + vi.discreet.begins());
    expectNothingShown(phone);
  });

  it('giờ khuya không ai bị đánh thức; quá hạn cũng chỉ hỏi một câu trung tính', async () => {
    const phone = phoneOf();
    const code = await handsOver(phone, 'bỏ qua');
    await comes('22:00');
    expect(await arrives(phone, () => answersInGroup(code, 'Chị ghé trung tâm nhé.'))).toEqual([]);
    expect(await arrives(phone, () => comes('06:59'))).toEqual([]);
    expect(await arrives(phone, () => comes('07:00'))).toEqual([vi.discreet.question()]);

    const other = phoneOf();
    await handsOver(other, 'bỏ qua');
    const late = await arrives(other, async () => {
      for (let day = 0; day < 6; day += 1) await passes(24 * 60);
    });
    expect(late).toEqual([vi.discreet.question()]);
    expect((await other.says('xem')).join('\n')).toContain('lâu hơn dự kiến');
    expectNothingShown(other);
  });

  it('nhắn “nhắn thường” thì mọi tin lại như thường', async () => {
    const phone = phoneOf();
    const code = await handsOver(phone, 'bỏ qua');
    await arrives(phone, () => answersInGroup(code, 'Chị ghé trung tâm nhé.'));
    const [ends, answer] = (await phone.says('nhắn thường')).toReversed();
    expect([answer, ends]).toEqual([
      `${LEAD}${vi.staffMessage(CENTRE, code)}\nChị ghé trung tâm nhé.`,
      vi.discreet.ends(),
    ]);
    expect(await arrives(phone, () => answersInGroup(code, 'Chị tới chưa?'))).toEqual([
      `${vi.staffMessage(CENTRE, code)}\nChị tới chưa?`,
    ]);
  });
});

it('người đã chặn bot thì cán bộ thấy là chưa tới, và họ quay lại vẫn đọc được', async () => {
  const phone = onTelegram();
  const code = await handsOver(phone);
  const chat = 7_000_000 + people;
  await telegram.posts(chat, membership(chat, 'kicked'));
  let told: readonly { readonly text: string }[] = [];
  const read = await arrives(phone, async () => {
    told = await answersInGroup(code, 'Chị ghé trung tâm nhé.');
  });
  expect(told.map(({ text }) => text)).toEqual([vi.staff.keptWhileGone(code)]);
  expect((await hoa.opens(`/tickets/${code}`)).text).toContain(WORDS.delivery({ state: 'blocked' }));
  expect((await hoa.opens(`/tickets/${code}`)).text).not.toContain(WORDS.delivery({ state: 'held' }));

  await telegram.posts(chat, membership(chat, 'member'));
  expect(read.join()).not.toContain('Chị ghé trung tâm nhé.');
  expect((await phone.says('xem')).join('\n')).toContain('Chị ghé trung tâm nhé.');
  expect((await hoa.opens(`/tickets/${code}`)).text).toContain(WORDS.delivery({ state: 'sent', at: bot.now() }));
});

it('nhóm nối sau cũng đọc được ngay là người hỏi đã dừng liên lạc', async () => {
  const [stopped, goesOn] = [onZalo(), onZalo()];
  const [code, other] = [await handsOver(stopped), await handsOver(goesOn)];
  await stopped.says('dừng');
  await bot.linkCode('NHOMHAI234', '33');
  const posts = (await telegram.writesIn(GROUP - 1, '/lienket NHOMHAI234')).map(({ text }) => text);
  await telegram.writesIn(GROUP - 1, '/golienket');
  const about = (of: string) => posts.filter((text) => text.includes(of)).join('\n');
  expect(about(code)).toContain(vi.staff.contactStopped(code));
  expect(about(other)).toContain(vi.staff.reach(HOURS));
  expect(about(other)).not.toContain(vi.staff.contactStopped(other));
});

it('người hỏi việc khác thì không có gì đổi', async () => {
  const phone = onZalo();
  const [answer = ''] = await phone.says(WAGES);
  expect(answer.startsWith(LEAD)).toBe(false);
  for (const words of ['gặp cán bộ', 'tiếp', 'thai binh']) await phone.says(words);
  expect((await phone.says('bỏ qua'))[0]).toContain(vi.consentHow());
  const code = codeIn((await phone.says('Đồng ý')).join('\n'));
  expect(await arrives(phone, () => answersInGroup(code, 'Chị có bảng lương không?'))).toEqual([
    `${vi.staffMessage(CENTRE, code)}\nChị có bảng lương không?`,
  ]);
});

it('“dừng” có hiệu lực ngay, dù người đó vừa nhắn quá nhanh', async () => {
  // A platform of its own: each knows one bot.
  const elsewhere = await ZaloPlatform.start();
  const slow = await RunningBot.start({
    zalo: elsewhere,
    limits: { ZALO_PER_SECOND: '1000', CHAT_REST_MS: '0', PERSON_PER_MINUTE: '5' },
  });
  try {
    const person = new ZaloPerson('6ede9afa66b88fe6d6c0', elsewhere, slow);
    for (const words of [STORY, 'ly hôn', 'ly hôn', 'ly hôn', 'ly hôn', 'ly hôn']) await person.says(words);
    expect(person.read.at(-1)).toBe(LEAD + vi.slowDown());
    expect(await person.says('dừng')).toEqual([vi.discreet.stopped()]);
  } finally {
    await slow.end();
    await elsewhere.stop();
  }
});

it('tin đang trên đường lúc nhắn “dừng” mà không tới nơi thì vẫn đọc được khi nhắn lại', async () => {
  const person = new ZaloPerson('6ede9afa66b88fe6d6c00', zalo, bot);
  const phone: Phone = { says: (text) => person.says(text), screen: () => person.read };
  const code = await handsOver(phone, 'bỏ qua');
  await phone.says('em đang rảnh ạ');
  const answer = 'Chị ghé trung tâm nhé.';
  // The platform takes the answer and says nothing; meanwhile she stops everything, and then the connection breaks.
  zalo.rule = ({ body }) => (String(body.text).includes(answer) ? 'hang' : undefined);
  const turns = bot.events().filter((event) => event === 'turn taken').length;
  const onItsWay = zalo.called('sendMessage');
  await platform.post(telegram.inGroup(GROUP, answer, postsAbout(code)[0]?.messageId));
  await onItsWay;
  await zalo.post(zalo.textFrom(person.chat, 'dừng'));
  await bot.hasLogged('turn taken', turns + 1);
  zalo.rule = undefined;
  await zalo.goDown();
  await zalo.comeBack();
  await bot.idle();
  expect(person.read.at(-1)).toBe(vi.discreet.stopped());
  expect(person.read.join('\n')).not.toContain(answer);

  expect((await phone.says('chào bạn')).at(-1)).toBe(vi.discreet.waiting());
  expect((await phone.says('xem')).join('\n')).toContain(answer);
  expect(heldAbout(code)).toEqual([]);
});

it('tắt máy giữa chừng không mất tin nào đang chờ', async () => {
  const phone = onZalo();
  const code = await handsOver(phone);
  await comes('15:00');
  await answersInGroup(code, 'Chị ghé trung tâm nhé.');
  await bot.restart();
  expect(await arrives(phone, () => comes('08:00'))).toEqual([vi.discreet.question()]);
  await bot.restart();
  expect((await phone.says('xem')).join('\n')).toContain('Chị ghé trung tâm nhé.');
});

/** Nothing that arrived tells whoever glances at the telephone what it is about. */
function expectNothingShown(phone: Phone): void {
  const shown = phone.screen().map((text) => text.slice(0, SHOWN_BEFORE_OPENING));
  expect(shown.filter((text) => topicIn(text) !== undefined)).toEqual([]);
  expect(shown.length).toBeGreaterThan(0);
}

/** The log tells of nobody that they are written to in another way than others. */
function expectNothingInLog(): void {
  const telling = /discreet|stopped|ask-reach|giving-reach|release-held|held|question/i;
  expect(bot.log.filter((line) => telling.test(line))).toEqual([]);
  // Each stands in the log once its send fails.
  const names = bot.rows<{ key: string }>('select key from outbox').map(({ key }) => key);
  expect(names.filter((name) => telling.test(name))).toEqual([]);
}
