import { describe, expect, it } from 'vitest';
import type { ReferralCode, TicketId } from '../../src/base/ids.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import type { Say } from '../../src/conversation/conversation.ts';
import { know } from '../../src/know.ts';
import { messagesFor, SHOWN_BEFORE_OPENING } from '../../src/reply/discreet.ts';
import { layOut } from '../../src/reply/lay-out.ts';
import { render } from '../../src/reply/render.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { hotlinesFor } from '../../src/safety/hotlines.ts';
import { ODD_TEXT } from '../support/small-law.ts';
import { topicIn } from '../support/topic-words.ts';

const { library, knowledgeOn } = know('knowledge');
const { rendering, centre } = knowledgeOn('2026-11-21');
const code = 'HQ-7K3M' as ReferralCode;
const ticket = 'ho-so-1' as TicketId;
const [HUNG_YEN, HANOI] = [centre('33'), centre('01')];
const LINES = ['chồng em đánh em, em sợ lắm', 'em muốn ly hôn'];

/** What somebody hears who is hurt at home, up to the answer of staff and its end. */
const SAYS: readonly Say[] = [
  ...library.entries
    .filter(({ urgent, topics }) => urgent === 'violence' || topics.includes('bao-luc-gia-dinh'))
    .map((entry): Say => ({ say: 'entry', entry, mayRefer: true, mayRate: true })),
  {
    say: 'which-one',
    choices: library.entries.filter(({ topics }) => topics.includes('ly-hon')).slice(0, 4),
    mayRefer: true,
  },
  { say: 'not-known', mayRefer: true, english: false },
  { say: 'out-of-scope' },
  ...(['greeting', 'help', 'thanks', 'privacy'] as const).map((talk): Say => ({ say: 'small-talk', talk })),
  { say: 'review', lines: LINES },
  { say: 'ask-province' },
  { say: 'ask-contact' },
  { say: 'ask-reach' },
  { say: 'ask-consent', draft: { lines: LINES, province: '33', reach: 'đừng gọi' }, centre: HUNG_YEN, linked: true },
  { say: 'passed-on', code, centre: HUNG_YEN, linked: true },
  { say: 'staff-message', words: 'Chị tới trung tâm lúc 8 giờ. '.repeat(200), centre: HUNG_YEN, code },
  {
    say: 'ask-transfer',
    ticket,
    code,
    from: HUNG_YEN,
    to: HANOI,
    reason: 'chồng chị ở Hà Nội',
    linked: true,
    byCode: false,
  },
  { say: 'merged', closed: code, into: code },
  { say: 'reopened', code },
  { say: 'closed', code },
  { say: 'takes-longer', code, centre: HUNG_YEN, linked: true },
  { say: 'status', tickets: [{ id: ticket, code, state: 'waiting', province: '33', openedOn: '2026-11-20' }] },
  { say: 'discreet-begins' },
  { say: 'discreet-question' },
  { say: 'discreet-waiting' },
  { say: 'discreet-later', asksAgain: true },
  { say: 'stopped' },
];
const URGENT: readonly Say[] = (['violence', 'child'] as const).map((danger) => ({
  say: 'urgent',
  danger,
  hotlines: hotlinesFor(danger, rendering.hotlines),
}));

const discreetly = (say: Say, channel: keyof typeof CAPABILITIES) =>
  messagesFor(say, true, CAPABILITIES[channel], rendering);

describe('what is shown of a message before it is opened', () => {
  it.each(['telegram', 'zalo'] as const)('on %s names nothing, in any message', (channel) => {
    const seen = [...SAYS, ...URGENT].flatMap((say) =>
      discreetly(say, channel).map(({ text }) => [say.say, text.slice(0, SHOWN_BEFORE_OPENING)] as const),
    );
    expect(seen.filter(([, text]) => topicIn(text) !== undefined)).toEqual([]);
    expect(seen.length).toBeGreaterThan(SAYS.length);
  });

  it('would name it without that line: the list of words finds something', () => {
    const seen = SAYS.flatMap((say) => messagesFor(say, false, CAPABILITIES.zalo, rendering));
    expect(
      seen.filter(({ text }) => topicIn(text.slice(0, SHOWN_BEFORE_OPENING)) !== undefined).length,
    ).toBeGreaterThan(50);
  });

  it('is filled by the line above', () => {
    expect(vi.discreet.lead().length).toBeGreaterThanOrEqual(SHOWN_BEFORE_OPENING);
    expect(vi.discreet.urgentLead(['113', '115', '111']).length).toBeGreaterThanOrEqual(SHOWN_BEFORE_OPENING);
  });

  it('is the numbers to call in an emergency', () => {
    for (const say of URGENT) {
      for (const channel of ['telegram', 'zalo'] as const) {
        expect(discreetly(say, channel)[0]?.text).toMatch(/^Gọi ngay được: 113 · \d{3}/);
      }
    }
  });
});

it('promises nobody whose telephone others may look at that words of staff come at once', () => {
  const more: readonly Say[] = [
    { say: 'added', code },
    { say: 'added-by-code', code },
    { say: 'transferred', code, to: HANOI, linked: true },
  ];
  const said = [...SAYS, ...more].flatMap((say) => discreetly(say, 'zalo').map(({ text }) => text));
  expect(said.filter((text) => /(?:nhắn|báo|gửi) bạn ngay/.test(text))).toEqual([]);
});

describe('a message below its line', () => {
  it('keeps to the limits of the messenger, every piece of it', () => {
    for (const say of SAYS) {
      for (const channel of ['telegram', 'zalo'] as const) {
        for (const { text } of discreetly(say, channel))
          expect(text.length).toBeLessThanOrEqual(CAPABILITIES[channel].textLimit);
      }
    }
    const pieces = discreetly(
      { say: 'staff-message', words: 'Chị tới lúc 8 giờ. '.repeat(300), centre: HUNG_YEN, code },
      'zalo',
    );
    expect(pieces.length).toBeGreaterThan(2);
    for (const { text } of pieces) expect(text.startsWith(`${vi.discreet.lead()}\n\n`)).toBe(true);
  });

  it('has its headings and choices where they were', () => {
    const say: Say = { say: 'staff-message', words: 'Chị tới lúc 8 giờ.', centre: HUNG_YEN, code };
    const [message] = discreetly(say, 'telegram');
    const [[start, end] = [0, 0]] = message?.bold ?? [];
    expect(message?.text.slice(start, end)).toBe(vi.staffMessage(HUNG_YEN.name, code));
    const closed: Say = { say: 'closed', code };
    expect(discreetly(closed, 'telegram')[0]?.choices).toEqual(
      layOut(render(closed, rendering), CAPABILITIES.telegram, vi)[0]?.choices,
    );
  });

  it('loses no character of the law', () => {
    const entry = library.entries.find(({ quotes }) => quotes.length > 0);
    if (!entry) throw new Error('No entry quotes anything');
    const words = `${ODD_TEXT}\n${'Không ai bị tra tấn.  \n'.repeat(400)}`;
    const say: Say = {
      say: 'entry',
      entry: { ...entry, quotes: entry.quotes.slice(0, 1).map((quote) => ({ ...quote, text: words })) },
      mayRefer: true,
      mayRate: true,
    };
    for (const channel of ['telegram', 'zalo', 'web'] as const) {
      const quoted = discreetly(say, channel).flatMap(({ text, quoted = [] }) =>
        quoted.map(([from, to]) => text.slice(from, to)),
      );
      expect(quoted.join('')).toBe(words);
    }
  });

  it('is as always where nothing is shown before it is opened, and for everybody else', () => {
    for (const say of SAYS) {
      const usual = (channel: 'web' | 'zalo') => layOut(render(say, rendering), CAPABILITIES[channel], vi);
      expect(discreetly(say, 'web')).toEqual(usual('web'));
      expect(messagesFor(say, false, CAPABILITIES.zalo, rendering)).toEqual(usual('zalo'));
    }
  });
});
