import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vietnamDay } from '../../src/base/days.ts';
import type { ReferralCode, TicketId } from '../../src/base/ids.ts';
import { codeIn, referralCode } from '../../src/referral/referral-code.ts';
import { FuzzedProgram } from '../fuzz/fuzzed-program.ts';
import { onBothMessengers } from '../support/on-both-messengers.ts';
import { UNKNOWN } from '../support/questions.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

const GROUP = -1_001_000_000_133;
const GUESSES = 2_000;

const { zalo, telegram, bot, end } = await onBothMessengers({ groups: [{ group: GROUP, province: '33' }] });
let people = 0;
/** The referral of somebody else, and one that there is not. */
let theirs: { readonly code: ReferralCode; readonly id: TicketId };
const NOBODYS = { code: 'HQ-ZZZZ' as ReferralCode, id: '0mx2aaaaa0000aaaaaaaa' as TicketId };

beforeAll(async () => {
  const victim = onZalo();
  for (const words of [UNKNOWN, 'có', 'tiếp', 'thai binh', 'bỏ qua']) await victim.says(words);
  const code = codeIn((await victim.says('Đồng ý')).join('\n'));
  if (!code) throw new Error('The referral was not passed on');
  const ticket = await bot.app.store.transaction(({ tickets }) => tickets.findByCode(code));
  theirs = { code, id: ticket?.id as TicketId };
  expect(code).not.toBe(NOBODYS.code);
});
afterAll(end);

function onZalo(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`nguoi-doan-${people}`, zalo, bot);
}

/** Everything that tells of the referral: its row, what was said in it, what the group read. */
async function everythingOf({ code, id }: typeof theirs) {
  return bot.app.store.transaction(async ({ tickets, audit }) => ({
    ticket: await tickets.findByCode(code),
    words: await tickets.wordsOf(id),
    audit: await audit.find({ object: `ticket/${code}` }, 100),
    group: telegram.shownIn(GROUP).length,
  }));
}

const TEXTS: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `/trangthai ${code}`,
  (code) => `/rut ${code}`,
  (code) => `rút ${code}`,
  (code) => `Đồng ý ${code}`,
  (code) => `${code} cho em hỏi thêm là bao giờ có người gọi`,
  (code) => `hồ sơ ${code.toLowerCase().replace('-', ' ')} đến đâu rồi`,
];

const PRESSES: readonly ((id: string) => string)[] = [
  (id) => `withdraw:${id}`,
  (id) => `transfer:yes:33:${id}`,
  (id) => `transfer:no:33:${id}`,
  (id) => `transfer:yes:01:${id}`,
];

describe('the referral of somebody else', () => {
  it.each(TEXTS.map((text) => [text('HQ-7K3M'), text] as const))(
    'on Zalo, “%s” is answered as if there were none',
    async (_, text) => {
      const before = await everythingOf(theirs);
      const [meant, unknown] = [await onZalo().says(text(theirs.code)), await onZalo().says(text(NOBODYS.code))];
      expect(meant.length).toBeGreaterThan(0);
      expect(masked(meant)).toEqual(masked(unknown));
      expect(await everythingOf(theirs)).toEqual(before);
    },
  );

  it.each(TEXTS.map((text) => [text('HQ-7K3M'), text] as const))(
    'on Telegram, “%s” is answered as if there were none',
    async (_, text) => {
      const before = await everythingOf(theirs);
      const says = async (code: string) =>
        (await telegram.says(5_900_000 + ++people, text(code))).map((shown) => shown.text);
      expect(masked(await says(theirs.code))).toEqual(masked(await says(NOBODYS.code)));
      expect(await everythingOf(theirs)).toEqual(before);
    },
  );

  it.each(PRESSES.map((press) => [press('…'), press] as const))(
    'a forged button %s does what one of no referral does',
    async (_, press) => {
      const before = await everythingOf(theirs);
      const presses = async (id: string) => {
        const chat = 5_950_000 + ++people;
        const data = `v1:${press(id)}`;
        const callback = {
          id: `forged-${people}`,
          from: { id: chat, is_bot: false },
          data,
          message: { message_id: 1, chat: { id: chat, type: 'private' } },
        };
        return (await telegram.posts(chat, { callback_query: callback })).map(({ text }) => text);
      };
      expect(await presses(theirs.id)).toEqual(await presses(NOBODYS.id));
      expect(await everythingOf(theirs)).toEqual(before);
    },
  );

  it('and on the web, by words, by button, and with a cookie that looks like one', async () => {
    const before = await everythingOf(theirs);
    for (const [mine, other] of [
      ...TEXTS.map((text) => [{ text: text(theirs.code) }, { text: text(NOBODYS.code) }] as const),
      ...PRESSES.map((press) => [{ press: press(theirs.id) }, { press: press(NOBODYS.id) }] as const),
    ]) {
      expect(masked([await onWeb(mine)])).toEqual(masked([await onWeb(other)]));
    }
    expect(await everythingOf(theirs)).toEqual(before);
  });
});

describe('guessing', () => {
  it(`${GUESSES} codes, the right one among them, tells a stranger nothing`, { timeout: 240_000 }, async () => {
    const program = await FuzzedProgram.open();
    const { store, desk, channels, receive } = program.app;
    const at = desk.now();
    const code = referralCode(Uint8Array.of(3, 1, 4, 1));
    await store.transaction(({ tickets }) =>
      tickets.open({
        id: 'phieu' as TicketId,
        code,
        who: { channel: 'zalo', address: 'nguoi-khac' },
        province: '33',
        lines: ['Chủ trọ giữ giấy tờ của tôi'],
        consent: 'Tôi đồng ý.',
        at,
        day: vietnamDay(at),
      }),
    );
    const before = await store.transaction(({ tickets }) => tickets.findByCode(code));
    const web = channels.find(({ name }) => name === 'web');
    if (!web) throw new Error('There is no web chat');
    const codes = Array.from({ length: GUESSES }, () => referralCode(randomBytes(4)));
    codes[GUESSES >> 1] = code;
    for (const [nth, one] of codes.entries()) {
      const heard = { kind: 'text', text: `/trangthai ${one}` } as const;
      await receive(web, [{ externalId: `doan/${nth}`, from: 'nguoi-la', heard, sentAt: at, inGroup: false }]);
      await program.settle();
    }
    const said = await store.transaction(({ outbox }) =>
      outbox.sentTo({ channel: 'web', address: 'nguoi-la' }, 2 * GUESSES),
    );
    expect(said).toHaveLength(GUESSES);
    expect([...new Set(masked(said.map(({ message }) => message.text)))]).toHaveLength(1);
    expect(await store.transaction(({ tickets }) => tickets.findByCode(code))).toEqual(before);
    await program.close();
  });

  it('gets no help from the codes that one has seen: every letter comes at every place, in no order', () => {
    const codes = Array.from({ length: 20_000 }, () => referralCode(randomBytes(4)));
    for (const place of [3, 4, 5, 6]) expect(new Set(codes.map((code) => code[place])).size).toBe(30);
    // Of 810,000; drawing 20,000 by chance doubles about 250 of them.
    expect(new Set(codes).size).toBeGreaterThan(19_500);
    const rising = codes.filter((code, nth) => nth > 0 && code > (codes[nth - 1] ?? '')).length;
    expect(rising).toBeGreaterThan(9_500);
    expect(rising).toBeLessThan(10_500);
  });

  it('a cookie of the web chat shows nothing of others, also one letter beside a real one', async () => {
    const first = await bot.app.web.request('/');
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(cookie).toMatch(/=[A-Za-z0-9_-]{32}$/);
    const words = 'chủ trọ giữ hết giấy tờ của em ở xóm Đình';
    await bot.app.web.request('/chat', {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ once: 'mot', text: words }),
    });
    const shown = async (value: string) => (await bot.app.web.request('/', { headers: { cookie: value } })).text();
    expect(await shown(cookie)).toContain(words);
    const [name = ''] = cookie.split('=');
    const beside = Array.from({ length: 32 }, (_, at) => {
      const value = cookie.slice(name.length + 1);
      return `${name}=${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;
    });
    const drawn = Array.from({ length: 200 }, () => `${name}=${randomBytes(24).toString('base64url')}`);
    for (const guess of [...beside, ...drawn]) expect(await shown(guess)).not.toContain(words);
  });
});

function masked(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replace(/hq ?[- ]?[0-9a-z]{4}\b/gi, 'HQ-…'));
}

/** What somebody new on the web reads after one form: the lines of the talk, without what differs from page to page. */
async function onWeb(fields: Readonly<Record<string, string>>): Promise<string> {
  const response = await bot.app.web.request('/chat', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'hx-request': 'true' },
    body: new URLSearchParams({ once: 'mot', ...fields }),
  });
  expect(response.status).toBe(200);
  const html = await response.text();
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}
