import { describe, expect, it } from 'vitest';
import { DANGERS } from '../../src/base/danger.ts';
import { dayForPeople } from '../../src/base/days.ts';
import type { EntryId, ReferralCode, TicketId } from '../../src/base/ids.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import type { OfferedText, OwnTicket, Say } from '../../src/conversation/conversation.ts';
import { contentsPress, lawPress } from '../../src/conversation/law-press.ts';
import { menuFor, menuOf } from '../../src/conversation/menu.ts';
import { type Citation, parseCitation } from '../../src/knowledge/citation.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import type { HeldArticle } from '../../src/knowledge/held-law.ts';
import type { Instrument } from '../../src/knowledge/instrument.ts';
import { Library } from '../../src/knowledge/library.ts';
import { CHANNEL_NAMES } from '../../src/ports/channel.ts';
import { layOut } from '../../src/reply/lay-out.ts';
import type { Capabilities } from '../../src/reply/message.ts';
import { type Rendering, render } from '../../src/reply/render.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { hotlinesFor } from '../../src/safety/hotlines.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

const shipped = readKnowledge('knowledge');
const { hotlines, provinces } = shipped;
const library = new Library(shipped.entries, shipped.instruments);
const rendering: Rendering = {
  wording: vi,
  library,
  hotlines,
  provinces,
  officialText: ({ head }) => ({
    languageName: 'tiếng Việt',
    words: `Điều ${head.article}. ${head.heading}\n1. Lương trả  đúng hạn.\n\ta) Theo giờ.\n2. Chậm trả thì đền.`,
    inForce: head.inForce,
    sha256: '0123456789abcdef'.repeat(4),
    sources: [{ name: 'Bộ luật Lao động', number: '45/2019/QH14', adoptedOn: '2019-11-20', url: undefined }],
    marked: [30, 40],
  }),
};
const written = (say: Say, can: Capabilities) => layOut(render(say, rendering), can, vi);
const textOf = (say: Say, can = CAPABILITIES.terminal) =>
  written(say, can)
    .map(({ text }) => text)
    .join('\n');

const code = 'HQ-7K3M' as ReferralCode;
const centre = { province: '33', name: 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên' };
const OTHER = { province: '79', name: 'Trung tâm Trợ giúp pháp lý nhà nước Thành phố Hồ Chí Minh' };
/** As long as the form for it takes. */
const reason = 'Việc xảy ra ở quận 7, trung tâm trong đó gặp người hỏi nhanh hơn. '.repeat(8).slice(0, 500);
const ticket = (state: OwnTicket['state'], nth = 1): OwnTicket => ({
  id: `0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b${nth}` as TicketId,
  code: `HQ-7K3${nth + 1}` as ReferralCode,
  state,
  province: '33',
  openedOn: '2026-11-20',
});
const declaration = shipped.entries.find(({ id }) => id === 'article/udhr/1') ?? anEntry();
const CONTACT = {
  address: 'Số 1 đường Quảng Trường, phường Phố Hiến, tỉnh Hưng Yên',
  phones: ['0221 3863 111', '0221 3863 112'],
  email: 'tgpl@hungyen.example',
  hours: '7h30–11h30, 13h–17h, thứ Hai đến thứ Sáu',
  checkedOn: '2026-10-05',
};
/** What somebody in trouble may write: as many lines as are kept, each as long as a message may be. */
const STORY = Array.from({ length: 20 }, (_, nth) => `${nth + 1}) ${'chồng em đánh em, em sợ lắm. '.repeat(130)}`);
const wages = anEntry();

const at = (place: string) => `bo-luat-lao-dong-2019:${place}` as Citation;
const HEAD: HeldArticle = {
  code: 'bo-luat-lao-dong-2019',
  article: '97',
  heading: 'Kỳ hạn trả lương',
  divisions: ['Chương VI. TIỀN LƯƠNG'],
  inForce: { from: '2021-01-01' },
};
const CONTENTS = Array.from(
  { length: 10 },
  (_, nth): HeldArticle => ({ ...HEAD, article: String(90 + nth), divisions: nth < 5 ? [] : ['Phần A', 'Chương B'] }),
);
const OFFERED: readonly OfferedText[] = [
  { citation: at('97'), instrument: anInstrument(), heading: HEAD.heading },
  {
    citation: 'luat-phong-chong-bao-luc-gia-dinh-2022:9' as Citation,
    instrument: shipped.instruments.find(({ code }) => code === 'luat-phong-chong-bao-luc-gia-dinh-2022') as Instrument,
    heading: 'Quyền và trách nhiệm của người bị bạo lực gia đình',
  },
];
const TEXT = {
  say: 'official-text',
  citation: at('97'),
  instrument: anInstrument(),
  head: HEAD,
  day: '2026-11-21',
  previous: undefined,
  next: undefined,
  alone: false,
  mayRefer: true,
} as const;

/** Every kind of thing the bot can say; the compiler misses any that is not here. */
const EVERY: {
  readonly [Kind in Say['say']]: readonly [Extract<Say, { say: Kind }>, ...Extract<Say, { say: Kind }>[]];
} = {
  entry: [
    { say: 'entry', entry: wages, mayRefer: true, mayRate: true },
    { say: 'entry', entry: wages, mayRefer: false, mayRate: false },
    { say: 'entry', entry: declaration, mayRefer: true, mayRate: true },
    { say: 'entry', entry: declaration, language: 'km', mayRefer: false, mayRate: false },
    { say: 'entry', entry: wages, mayRefer: true, mayRate: true, texts: OFFERED.slice(0, 1) },
    { say: 'entry', entry: wages, mayRefer: true, mayRate: false, texts: OFFERED },
  ],
  urgent: [
    { say: 'urgent', danger: 'violence', hotlines: hotlinesFor('violence', hotlines) },
    { say: 'urgent', danger: 'self-harm', hotlines: hotlinesFor('self-harm', hotlines) },
  ],
  'which-one': [
    { say: 'which-one', choices: shipped.entries.slice(0, 4), mayRefer: true },
    { say: 'which-one', choices: shipped.entries.slice(0, 2), mayRefer: false },
  ],
  'not-known': [
    { say: 'not-known', mayRefer: true, english: false },
    { say: 'not-known', mayRefer: false, english: true },
    { say: 'not-known', mayRefer: true, english: false, related: OFFERED },
  ],
  'official-text': [
    { ...TEXT, previous: at('96'), next: at('98') },
    { ...TEXT, citation: at('97.1.a'), alone: true },
    { ...TEXT, day: '2020-12-31', mayRefer: false, alone: true },
  ],
  'law-contents': [
    { say: 'law-contents', instrument: anInstrument(), articles: [HEAD], day: '2026-11-21', page: 1, pages: 1 },
    { say: 'law-contents', instrument: anInstrument(), articles: CONTENTS, day: '2026-11-21', page: 2, pages: 3 },
  ],
  'law-end': [
    { say: 'law-end', at: 'last', instrument: anInstrument() },
    { say: 'law-end', at: 'first', instrument: anInstrument() },
  ],
  'of-which-law': [{ say: 'of-which-law', article: '7' }],
  'which-law': [
    { say: 'which-law', instruments: shipped.instruments.slice(0, 6), place: { article: '5' }, mayRefer: true },
    { say: 'which-law', instruments: shipped.instruments.slice(0, 2), place: undefined, mayRefer: false },
  ],
  'law-replaced': [
    { say: 'law-replaced', old: 2012, by: anInstrument(), place: { article: '5' }, text: undefined, mayRefer: true },
    {
      say: 'law-replaced',
      old: anInstrument({ shortName: 'Bộ luật Lao động 2012', inForce: { from: '2013-05-01', to: '2020-12-31' } }),
      by: anInstrument(),
      place: undefined,
      text: 'bo-luat-lao-dong-2012:5' as Citation,
      mayRefer: false,
    },
  ],
  'article-not-held': [{ say: 'article-not-held', instrument: anInstrument(), article: '12' }],
  'no-such-article': [{ say: 'no-such-article', instrument: anInstrument(), article: '500' }],
  'out-of-scope': [{ say: 'out-of-scope' }],
  'small-talk': [
    { say: 'small-talk', talk: 'greeting' },
    ...(['help', 'thanks', 'goodbye', 'machine-or-person', 'others-data', 'make-up-law', 'privacy'] as const).map(
      (talk) => ({ say: 'small-talk' as const, talk }),
    ),
  ],
  'entry-gone': [{ say: 'entry-gone' }],
  unreadable: [{ say: 'unreadable', what: 'photo' }],
  'too-long': [{ say: 'too-long', most: 4000 }],
  'ask-reason': [
    { say: 'ask-reason', entry: wages.id, mayRefer: true },
    { say: 'ask-reason', entry: wages.id, mayRefer: false },
  ],
  'thanks-for-rating': [{ say: 'thanks-for-rating' }],
  'offer-referral': [{ say: 'offer-referral' }],
  'only-in-private': [{ say: 'only-in-private' }],
  review: [
    { say: 'review', lines: ['em bị chủ giữ căn cước', 'em ở Bình Dương'] },
    { say: 'review', lines: STORY },
  ],
  'nothing-to-pass-on': [{ say: 'nothing-to-pass-on' }],
  'ask-province': [{ say: 'ask-province' }],
  'province-unknown': [{ say: 'province-unknown' }],
  'which-province': [{ say: 'which-province', provinces: provinces.slice(0, 6) }],
  'ask-contact': [{ say: 'ask-contact' }],
  'ask-reach': [{ say: 'ask-reach' }],
  'discreet-begins': [{ say: 'discreet-begins' }],
  'discreet-ends': [{ say: 'discreet-ends' }],
  'discreet-question': [{ say: 'discreet-question' }],
  'discreet-waiting': [{ say: 'discreet-waiting' }],
  'discreet-nothing': [
    { say: 'discreet-nothing', asked: 'see' },
    { say: 'discreet-nothing', asked: 'later' },
  ],
  'discreet-later': [
    { say: 'discreet-later', asksAgain: true },
    { say: 'discreet-later', asksAgain: false },
  ],
  stopped: [{ say: 'stopped' }],
  'ask-consent': [
    { say: 'ask-consent', draft: { lines: ['em bị chủ giữ căn cước'], province: '33' }, centre, linked: true },
    {
      say: 'ask-consent',
      draft: { lines: STORY, province: '33', contact: '0900 000 001, gọi sau 8 giờ tối' },
      centre,
      linked: false,
    },
    {
      say: 'ask-consent',
      draft: { lines: STORY, province: '33', reach: 'chỉ nhắn 8–11 giờ sáng, đừng gọi' },
      centre,
      linked: true,
    },
  ],
  'passed-on': [
    { say: 'passed-on', code, centre, linked: true },
    { say: 'passed-on', code, centre, linked: false },
  ],
  'takes-longer': [
    { say: 'takes-longer', code, centre: { ...centre, contact: CONTACT }, linked: true },
    { say: 'takes-longer', code, centre, linked: false },
  ],
  paused: [
    { say: 'paused', because: 'channel-off', again: false, hotlines: [], otherWays: [] },
    {
      say: 'paused',
      because: 'channel-off',
      again: false,
      hotlines,
      otherWays: [{ on: 'telegram', at: '@hoiquyen_bot' }, { on: 'zalo' }, { on: 'web', at: 'https://hoiquyen.vn' }],
    },
    { say: 'paused', because: 'hotlines-only', again: false, hotlines, otherWays: [] },
    { say: 'paused', because: 'hotlines-only', again: true, hotlines, otherWays: [] },
  ],
  'referrals-off': [
    { say: 'referrals-off', asksProvince: true },
    { say: 'referrals-off', asksProvince: false },
  ],
  'centre-contact': [
    { say: 'centre-contact', centre: { ...centre, contact: CONTACT } },
    { say: 'centre-contact', centre },
  ],
  'say-agree': [{ say: 'say-agree' }],
  cancelled: [
    { say: 'cancelled', kept: false },
    { say: 'cancelled', kept: true },
  ],
  'ask-stop': [{ say: 'ask-stop', ticket: ticket('answered').id, code }],
  'nothing-to-cancel': [
    { say: 'nothing-to-cancel', open: [] },
    { say: 'nothing-to-cancel', open: [code, 'HQ-2222' as ReferralCode] },
  ],
  declined: [{ say: 'declined' }],
  status: [{ say: 'status', tickets: (['waiting', 'answered', 'closed', 'withdrawn'] as const).map(ticket) }],
  'no-tickets': [{ say: 'no-tickets' }],
  added: [{ say: 'added', code }],
  'added-by-code': [{ say: 'added-by-code', code }],
  withdrawn: [{ say: 'withdrawn', code }],
  'which-ticket': [{ say: 'which-ticket', tickets: [ticket('waiting', 1), ticket('answered', 2)], to: 'withdraw' }],
  'back-to-bot': [{ say: 'back-to-bot', code }],
  'with-staff-again': [{ say: 'with-staff-again', code }],
  'staff-message': [{ say: 'staff-message', words: 'Chị mang giấy khám tới nhé. '.repeat(150), centre, code }],
  'ask-transfer': [
    {
      say: 'ask-transfer',
      ticket: ticket('answered').id,
      code,
      from: centre,
      to: OTHER,
      reason,
      linked: true,
      byCode: false,
    },
    {
      say: 'ask-transfer',
      ticket: ticket('answered').id,
      code,
      from: centre,
      to: OTHER,
      reason,
      linked: false,
      byCode: true,
    },
  ],
  'transfer-pending': [
    { say: 'transfer-pending', ticket: ticket('answered').id, code, to: OTHER, byCode: false },
    { say: 'transfer-pending', ticket: ticket('answered').id, code, to: OTHER, byCode: true },
  ],
  transferred: [
    { say: 'transferred', code, to: OTHER, linked: true },
    { say: 'transferred', code, to: OTHER, linked: false },
  ],
  'not-transferred': (['declined', 'staff', 'centre-left'] as const).map(
    (because) => ({ say: 'not-transferred', because, code, centre }) as const,
  ) as [Extract<Say, { say: 'not-transferred' }>],
  merged: [{ say: 'merged', closed: 'HQ-2222' as ReferralCode, into: code }],
  reopened: [{ say: 'reopened', code }],
  closed: [{ say: 'closed', code }],
  rated: [{ say: 'rated' }],
  'stale-button': [{ say: 'stale-button' }],
  trouble: [{ say: 'trouble' }],
  'slow-down': [{ say: 'slow-down' }],
  'own-data': [{ say: 'own-data', page: 1 }],
  'own-data-in-private': [{ say: 'own-data-in-private' }],
  'ask-erase': [
    { say: 'ask-erase', open: 0 },
    { say: 'ask-erase', open: 2 },
  ],
  erased: [{ say: 'erased' }],
  'not-erased': [{ say: 'not-erased' }],
};
const SAYS: readonly Say[] = Object.values(EVERY).flat();
const cases = SAYS.map((say, nth) => [`${say.say} (${nth})`, say] as const);

/** What must be true of any message before it is given to a messenger. */
function expectSendable(say: Say, can: Capabilities): void {
  const messages = written(say, can);
  expect(messages.length).toBeGreaterThan(0);
  for (const { text, bold, choices } of messages) {
    expect(text.trim()).not.toBe('');
    // quotes are kept to the byte, and some of the Declaration is decomposed
    if (say.say !== 'entry' || say.entry.quotes.length === 0) expect(text).toBe(text.normalize('NFC'));
    expect(text.length).toBeLessThanOrEqual(can.textLimit);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    if (!can.markup) expect(bold).toEqual([]);
    for (const { label, press } of choices) {
      expect(label.length).toBeLessThanOrEqual(can.buttons?.labelLimit ?? 0);
      expect(label).not.toBe(press);
      expect(press).toMatch(/^[\x21-\x7e]{1,60}$/);
    }
  }
  const press = messages.flatMap(({ choices }) => choices.map((choice) => choice.press));
  expect(press).toEqual(can.buttons ? menuFor(say) : []);
  expect(messages.slice(0, -1).flatMap(({ choices }) => choices)).toEqual([]);
}

/** What to type in place of a button that leads to words of the law. */
function lawTyped(press: string, say: Say): RegExp | undefined {
  if (say.say === 'official-text') {
    if (press.startsWith('contents:')) return /“mục lục”/;
    if (say.next && press === lawPress(say.next)) return /“điều sau”/;
    return say.previous && press === lawPress(say.previous) ? /“điều trước”/ : undefined;
  }
  if (say.say === 'law-contents') {
    if (press.startsWith('law:')) return /ví dụ: “điều \d+”/;
    return press === contentsPress(say.instrument.code, say.page + 1) ? /“trang sau”/ : /“trang trước”/;
  }
  const article = /^law:[^:]+:(\d+)/.exec(press)?.[1];
  return say.say === 'entry' && article ? new RegExp(`“nguyên văn điều ${article}[ ”]`) : undefined;
}

describe('Mọi điều bot nói', () => {
  it('đúng giới hạn của từng nơi: Zalo 1.900 chữ không nút, Telegram 4.000 chữ có nút', () => {
    expect([CAPABILITIES.zalo.textLimit, CAPABILITIES.zalo.buttons]).toEqual([1900, undefined]);
    expect([CAPABILITIES.telegram.textLimit, CAPABILITIES.telegram.buttons]).toEqual([4000, { labelLimit: 40 }]);
  });

  it.each(cases)('%s gửi được ở mọi nơi', (_, say) => {
    for (const name of CHANNEL_NAMES) expectSendable(say, CAPABILITIES[name]);
  });

  it.each(cases)('%s: ở nơi không có nút, chỉ những gì được đánh số mới chọn được bằng số', (_, say) => {
    const menu = menuOf([say], []);
    const text = textOf(say, CAPABILITIES.zalo);
    const [, asked] = /\nTrả lời (1.*)\.$/.exec(text) ?? [];
    expect(asked === undefined ? 0 : Number(/\d+$/.exec(asked)?.[0] ?? 1)).toBe(menu.length);
    if (menu.length > 0) expect(text.endsWith(vi.typeNumber(menu.length))).toBe(true);
  });

  it.each(cases.filter(([, say]) => menuFor(say).length > 0))('%s: nút nào cũng có lời thay ở Zalo', (_, say) => {
    const presses = menuFor(say);
    const text = textOf(say, CAPABILITIES.zalo);
    if (menuOf([say], []).length > 0) return expect(text).toContain(`${presses.length}. `);
    const typed: Readonly<Record<string, RegExp>> = {
      referral: /gặp cán bộ/,
      'review:next': /“tiếp”/,
      'contact:skip': /“bỏ qua”/,
      'reach:skip': /“bỏ qua”/,
      'discreet:see': /“xem”/,
      'discreet:later': /“để sau”/,
      'consent:yes': /Đồng ý/,
      cancel: /huỷ|Huỷ|Bỏ bớt dòng|“bỏ qua”/,
      'back-to-bot': /hỏi máy/,
    };
    for (const press of presses) {
      const transfer = /^transfer:(yes|no):/.exec(press)?.[1];
      const rates = /^h([+-]):/.exec(press)?.[1];
      const words = transfer
        ? { yes: /nhắn: Đồng ý/, no: /nhắn: Không/ }[transfer]
        : rates
          ? { '+': /nhắn “có ích”/, '-': /hoặc “chưa đúng”/ }[rates]
          : press.startsWith('withdraw:')
            ? /“rút HQ-7K3M”/
            : (lawTyped(press, say) ?? typed[press]);
      expect(text).toMatch(words ?? /^$/);
    }
  });
});

describe('Một mục kiến thức', () => {
  it('có câu trả lời, việc cần làm, căn cứ, ngày kiểm tra và lời nhắc là máy', () => {
    expect(textOf({ say: 'entry', entry: wages, mayRefer: true, mayRate: false })).toBe(
      [
        'Công ty phải trả lương đầy đủ, đúng hạn. Chậm từ 15 ngày thì phải đền thêm tiền lãi.',
        'Việc cần làm\n1. Gửi đơn cho công ty.\n2. Báo Sở Nội vụ.',
        'Căn cứ:\n• Điều 97 Bộ luật Lao động 2019: trả lương phải đúng hạn',
        `Đã kiểm tra đến ngày 21/11/2026. ${vi.machineNotice(true)}`,
      ].join('\n\n'),
    );
  });

  it('hỏi có ích không bằng nút, ở nơi không có nút thì bằng lời, đứng cuối cùng', () => {
    const say: Say = { say: 'entry', entry: wages, mayRefer: true, mayRate: true };
    expect(textOf(say, CAPABILITIES.zalo).endsWith(`\n\n${vi.rateHow()}`)).toBe(true);
    expect(textOf(say, CAPABILITIES.telegram)).not.toContain(vi.rateHow());
    expect(
      written(say, CAPABILITIES.telegram)
        .at(-1)
        ?.choices.map(({ label }) => label),
    ).toEqual([vi.label.answerHelpful, vi.label.answerUnhelpful, vi.label.referral]);
  });

  it('sắp hết hiệu lực thì nói đến ngày nào', () => {
    const entry = anEntry({ valid: { from: '2018-01-01', to: '2026-12-31' } });
    expect(textOf({ say: 'entry', entry, mayRefer: true, mayRate: false })).toContain(
      'Nội dung này áp dụng đến hết 31/12/2026.',
    );
  });

  it('ghi cả khoản và điểm, như người làm luật viết', () => {
    const entry = anEntry({ citations: ['bo-luat-lao-dong-2019:137.1.a'] });
    expect(textOf({ say: 'entry', entry, mayRefer: true, mayRate: false })).toContain(
      '• Điều 137 khoản 1 điểm a Bộ luật Lao động 2019: ',
    );
  });

  it('về việc nguy hiểm thì nhắc số để gọi trước các bước', () => {
    const text = textOf({ say: 'entry', entry: anEntry({ urgent: 'violence' }), mayRefer: true, mayRate: false });
    const [first, second] = hotlinesFor('violence', hotlines);
    expect(text).toContain(vi.ifInDanger('violence', [first?.number ?? '', second?.number ?? '']));
    expect(text.indexOf(first?.number ?? '?')).toBeLessThan(text.indexOf('Việc cần làm'));
  });

  it('chưa rõ là việc nào mà một việc có thể nguy hiểm thì nhắc số để gọi trước khi cho chọn', () => {
    const ask = (...choices: readonly KnowledgeEntry[]) => textOf({ say: 'which-one', choices, mayRefer: true });
    const numbers = hotlinesFor('violence', hotlines).slice(0, 2);
    const line = vi.ifInDanger(
      'violence',
      numbers.map(({ number }) => number),
    );
    expect(ask(wages, anEntry({ urgent: 'violence' })).startsWith(line)).toBe(true);
    expect(ask(wages, wages).startsWith(vi.whichOne())).toBe(true);
  });

  it('về người đang bị giữ thì không hứa số ấy có người nghe lúc nào cũng được', () => {
    const text = textOf({ say: 'entry', entry: anEntry({ urgent: 'detention' }), mayRefer: true, mayRate: false });
    expect(text).toContain('trong giờ làm việc gọi 1800 1233 hỏi luật sư miễn phí.');
    expect(text).not.toContain('gọi ngay 1800 1233');
  });

  it('tóm lược một điều thì gọi tên điều ấy trước', () => {
    const digest = shipped.entries.find(({ id }) => id === ('article/crc/32' as EntryId)) ?? wages;
    expect(textOf({ say: 'entry', entry: digest, mayRefer: true, mayRate: false }).split('\n')[0]).toMatch(
      /^Điều 32 Công ước về quyền trẻ em \(CRC\): /,
    );
  });

  it.each(['vi', 'en', 'km', 'lo', 'zh'])('Tuyên ngôn nguyên văn, tiếng %s, đọc được tiếng khác', (language) => {
    const say: Say = { say: 'entry', entry: declaration, language, mayRefer: true, mayRate: false };
    const quote = declaration.quotes.find((one) => one.language === language);
    const text = textOf(say);
    expect(text).toContain(quote?.text ?? '?');
    expect(text).toContain(vi.quoteHeading('Điều 1 Tuyên ngôn quốc tế về quyền con người', quote?.languageName ?? '?'));
    const offered = menuFor(say).filter((press) => press.startsWith('language:'));
    expect(offered).toHaveLength(declaration.quotes.length - 1);
    expect(offered.some((press) => press.startsWith(`language:${language}:`))).toBe(false);
  });

  it('không có tiếng ấy thì đọc tiếng Việt', () => {
    expect(textOf({ say: 'entry', entry: declaration, language: 'xx', mayRefer: true, mayRate: false })).toContain(
      'nguyên văn tiếng Việt',
    );
  });

  it('nào trong kho cũng gửi được, có căn cứ viết đủ tên luật, ngày kiểm tra và lời nhắc là máy', () => {
    for (const entry of shipped.entries) {
      const say: Say = { say: 'entry', entry, mayRefer: true, mayRate: true };
      for (const name of CHANNEL_NAMES) expectSendable(say, CAPABILITIES[name]);
      const text = textOf(say);
      const basis = text.slice(text.indexOf(`${vi.basisHeading()}\n`));
      for (const citation of entry.citations) {
        const { code: law = '', article } = parseCitation(citation) ?? {};
        const instrument = library.instruments.get(law);
        expect(basis).toMatch(new RegExp(`^• Điều ${article} `, 'm'));
        expect([entry.id, basis.includes(` ${instrument?.shortName}: `)]).toEqual([entry.id, true]);
      }
      expect(basis).toContain(
        vi.checkedOn(dayForPeople(entry.reviewedOn), entry.valid.to && dayForPeople(entry.valid.to)),
      );
      expect(basis).toContain(vi.machineNotice(true));
    }
  });
});

describe('Khi nguy hiểm', () => {
  it.each(DANGERS)('%s: số để gọi đứng ngay sau câu đầu, trước việc nên làm', (danger) => {
    const numbers = hotlinesFor(danger, hotlines);
    const [first, ...lines] = textOf({ say: 'urgent', danger, hotlines: numbers }, CAPABILITIES.zalo)
      .split('\n')
      .filter(Boolean);
    expect(first).toBe(vi.urgentLead[danger]);
    for (const [nth, { number, name }] of numbers.entries()) expect(lines[nth]).toContain(`• ${number} – ${name}`);
    expect(lines[numbers.length]).toBe(vi.urgentThen());
    expect(lines.slice(numbers.length + 1)).toEqual(vi.urgentSteps[danger].map((step, nth) => `${nth + 1}. ${step}`));
  });

  it('chỉ nêu số đã kiểm chứng', () => {
    const known = new Set(hotlines.map(({ number }) => number));
    for (const danger of DANGERS) {
      const text = [vi.urgentLead[danger], ...vi.urgentSteps[danger]].join(' ');
      const named = text.match(/\b1\d{2}\b|\b1[89]00[ \d]+\d/g) ?? [];
      expect(named.filter((number) => !known.has(number))).toEqual([]);
    }
  });

  it('không biết giờ hay giá thì không nói', () => {
    expect(vi.hotline('111', 'Tổng đài', 'trẻ em bị hại', '', '')).toBe('111 – Tổng đài: trẻ em bị hại');
    expect(vi.hotline('111', 'Tổng đài', 'trẻ em bị hại', '24/7', '')).toBe('111 – Tổng đài: trẻ em bị hại (24/7)');
  });
});

describe('Chuyển cho cán bộ', () => {
  const [, withContact] = EVERY['ask-consent'];

  it('cho xem đủ mọi dòng, liên hệ, trung tâm và tỉnh trước khi hỏi đồng ý', () => {
    const text = textOf(withContact ?? EVERY['ask-consent'][0], CAPABILITIES.zalo);
    const flat = text.replace(/\s+/g, ' ');
    for (const line of STORY) expect(flat).toContain(line.trim().replace(/\s+/g, ' '));
    expect(flat).toContain('0900 000 001, gọi sau 8 giờ tối');
    expect(flat).toContain(`${centre.name} (Tỉnh Hưng Yên)`);
    expect(flat.trimEnd().endsWith(vi.consentHow())).toBe(true);
  });

  it('trung tâm chưa nối thì nói trước khi đồng ý và nói lại sau khi đồng ý', () => {
    expect(textOf(withContact ?? EVERY['ask-consent'][0])).toContain('chưa nhận câu hỏi qua tôi');
    expect(textOf({ say: 'passed-on', code, centre, linked: false })).toContain('Hiện chưa ai đọc');
    expect(textOf({ say: 'passed-on', code, centre, linked: true })).toContain(`Mã của bạn: ${code}`);
  });

  it('lời của cán bộ đến nguyên vẹn', () => {
    const [say] = EVERY['staff-message'];
    const messages = written(say, CAPABILITIES.zalo);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map(({ text }) => text).join(' ')).toBe(
      `${vi.staffMessage(centre.name, code)}\n${say.words.trim()}`,
    );
  });

  it('trạng thái viết ngày như người đọc', () => {
    const text = textOf(EVERY.status[0]);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toContain('HQ-7K32 (gửi ngày 20/11/2026): cán bộ đã trả lời, chưa kết thúc.');
  });
});

describe('Nói thật khi có việc không như thường', () => {
  const reached = { ...centre, contact: CONTACT };

  it('trung tâm ở đâu chỉ được nói khi đã kiểm tra, kèm ngày kiểm tra', () => {
    const known = textOf({ say: 'passed-on', code, centre: reached, linked: true });
    expect(known).toContain(
      `${centre.name}\nĐịa chỉ: ${CONTACT.address}\nĐiện thoại: 0221 3863 111, 0221 3863 112\nE-mail: ${CONTACT.email}\nGiờ làm việc: ${CONTACT.hours}\n(Đã kiểm tra ngày 05/10/2026.)`,
    );
    expect(textOf({ say: 'passed-on', code, centre, linked: true })).not.toContain('Địa chỉ:');
    expect(textOf({ say: 'centre-contact', centre })).toBe(vi.noCentreContact(centre.name));
  });

  it('không biết gì thì không để dòng trống', () => {
    const contact = { ...CONTACT, phones: [], email: '', hours: '' };
    expect(textOf({ say: 'centre-contact', centre: { ...centre, contact } })).toBe(
      `${centre.name}\nĐịa chỉ: ${CONTACT.address}\n(Đã kiểm tra ngày 05/10/2026.)`,
    );
  });

  it.each([
    ['kênh tắt', vi.channelOff([])],
    ['chỉ còn đường dây nóng, nhắc lại', vi.hotlinesOnlyStill()],
  ])('%s vẫn có số để gọi', (_, text) => {
    for (const number of ['113', '115', '111', '1800 1233']) expect(text).toContain(number);
  });

  it('kênh tắt thì chỉ nơi khác hỏi được', () => {
    expect(vi.channelOff([{ on: 'telegram', at: '@hoiquyen_bot' }, { on: 'zalo' }])).toContain(
      'Bạn hỏi tôi được ở nơi khác: Telegram @hoiquyen_bot; Zalo.',
    );
    expect(vi.channelOff([])).not.toContain('nơi khác');
  });

  it('chỉ còn đường dây nóng thì nêu đủ các số, một dòng một số', () => {
    const text = textOf({ say: 'paused', because: 'hotlines-only', again: false, hotlines, otherWays: [] });
    for (const { number, name } of hotlines) expect(text).toContain(`• ${number} – ${name}`);
  });

  it('trung tâm trễ thì xin lỗi, chỉ nơi gọi và cách rút, không hứa điều không làm', () => {
    for (const linked of [true, false]) {
      const text = vi.takesLonger(code, centre.name, linked);
      expect(text).toContain('Tôi xin lỗi');
      expect(text).toContain('1800 1233');
      expect(text).toContain(`rút ${code}`);
    }
    expect(vi.takesLonger(code, centre.name, false)).toContain('chưa ai đọc');
    // Admins are told a working day later; until then it only stands in their list.
    expect(vi.takesLonger(code, centre.name, false)).not.toContain('đã báo');
  });
});
