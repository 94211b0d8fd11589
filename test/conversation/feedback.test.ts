import { describe, expect, it } from 'vitest';
import type { Step, Turn } from '../../src/conversation/conversation.ts';
import { type Event, type Given, takeTurn } from '../../src/conversation/take-turn.ts';
import {
  aTicket,
  DISMISSED,
  given,
  known,
  press,
  STEPS,
  said,
  several,
  talk,
  talkThrough,
  text,
  unknown,
  WAGES,
} from '../support/conversation-values.ts';
import { fc, runs } from '../support/property.ts';

const ASKS = text('cty nợ lương 2 tháng');
const HELPED = press(`h+:${WAGES.id}`);
const FAILED = press(`h-:${WAGES.id}`);
const feedback = (turns: readonly Turn[]) => turns.flatMap((turn) => (turn.feedback ? [turn.feedback] : []));
const menuAfter = (turn: Turn | undefined) => turn?.conversation.menu;

describe('an answer may be rated', () => {
  it.each<[string, Event]>([
    ['nút', HELPED],
    ['gõ chữ, như trên Zalo', text('có ích ạ')],
    ['gõ không dấu, kèm lời cảm ơn', text('huu ich, cam on ban')],
  ])('as helpful: %s', (_, event) => {
    const turns = talkThrough([ASKS, event], given());
    expect(turns.map(said)).toEqual([['entry'], ['thanks-for-rating']]);
    expect(feedback(turns)).toEqual([{ says: 'helpful', entry: WAGES.id }]);
    expect(turns[1]?.asked).toBeUndefined();
  });

  it.each<[string, Event]>([
    ['nút', FAILED],
    ['gõ chữ', text('chưa đúng')],
    ['gõ cả nhãn nút', text('Chưa đúng việc của tôi')],
  ])('as not helpful; then one reason is asked and people are offered: %s', (_, event) => {
    const turns = talkThrough([ASKS, event, text('3')], given());
    expect(turns.map(said)).toEqual([['entry'], ['ask-reason'], ['offer-referral']]);
    expect(feedback(turns)).toEqual([
      { says: 'unhelpful', entry: WAGES.id },
      { says: 'reason', entry: WAGES.id, reason: 'no-steps' },
    ]);
    expect(turns.at(-1)?.conversation.step.at).toBe('offered-referral');
    expect(said(takeTurn(turns.at(-1)!.conversation, text('có'), given()))).toEqual(['review']);
  });

  it.each<[string, Event, Turn['feedback']]>([
    ['nút', press(`r4:${WAGES.id}`), { says: 'reason', entry: WAGES.id, reason: 'wrong-or-old' }],
    ['gõ chữ', text('khó hiểu quá'), { says: 'reason', entry: WAGES.id, reason: 'unclear' }],
    ['không muốn nói', text('thôi'), undefined],
  ])('with a reason or without: %s', (_, event, said) => {
    const turns = talkThrough([ASKS, FAILED, event], given());
    expect(turns.at(-1)?.feedback).toEqual(said);
  });

  it('and whoever asks on instead of giving a reason is answered', () => {
    const turns = talkThrough([ASKS, FAILED, text('công ty trả sai lương thì làm sao')], given());
    expect(turns.map(said)).toEqual([['entry'], ['ask-reason'], ['entry']]);
    expect(turns.at(-1)?.feedback).toBeUndefined();
  });

  it('also when it was chosen from several', () => {
    const turns = talkThrough([text('nghỉ việc'), text('2'), press(`h+:${DISMISSED.id}`)], given({ answer: several }));
    expect(feedback(turns)).toEqual([{ says: 'helpful', entry: DISMISSED.id }]);
  });

  it('each answer of the last ones, not only the very last', () => {
    const turns = talkThrough([ASKS, press(`entry:${DISMISSED.id}`), HELPED, press(`h+:${DISMISSED.id}`)], given());
    expect(feedback(turns).map(({ entry }) => entry)).toEqual([WAGES.id, DISMISSED.id]);
  });
});

describe('a rating counts once', () => {
  it.each<[string, readonly Event[]]>([
    ['bấm hai lần', [HELPED, HELPED]],
    ['bấm rồi gõ', [HELPED, text('có ích')]],
    ['có ích rồi lại chưa đúng', [HELPED, FAILED]],
  ])('%s', (_, events) => {
    expect(feedback(talkThrough([ASKS, ...events], given()))).toEqual([{ says: 'helpful', entry: WAGES.id }]);
  });

  it('and a second "chưa đúng" leads straight to people', () => {
    const turns = talkThrough([ASKS, FAILED, text('1'), FAILED, text('không đúng')], given());
    expect(turns.slice(3).map(said)).toEqual([['offer-referral'], ['offer-referral']]);
    expect(feedback(turns)).toHaveLength(2);
  });

  it('unless the answer is given again', () => {
    expect(feedback(talkThrough([ASKS, HELPED, ASKS, HELPED], given()))).toHaveLength(2);
  });

  it('and a reason belongs to the answer that was asked about last', () => {
    const turns = talkThrough([ASKS, FAILED, press(`r1:${DISMISSED.id}`)], given());
    expect([said(turns[2]!), feedback(turns)]).toEqual([['stale-button'], [{ says: 'unhelpful', entry: WAGES.id }]]);
  });

  it('and not for what was never given', () => {
    expect(feedback([takeTurn(talk(), HELPED, given())])).toEqual([]);
    expect(said(takeTurn(talk(), text('có ích'), given({ answer: unknown })))).toEqual(['not-known']);
  });

  it('in any talk: never more ratings than answers, never a reason without a "chưa đúng"', () => {
    const anyEvent = fc.constantFrom(
      ASKS,
      HELPED,
      FAILED,
      text('có ích'),
      text('chưa đúng'),
      text('1'),
      text('2'),
      text('khó hiểu'),
      press(`r2:${WAGES.id}`),
      press(`entry:${DISMISSED.id}`),
      press(`h-:${DISMISSED.id}`),
      press(`r5:${DISMISSED.id}`),
      text('gặp cán bộ'),
      text('huỷ'),
    );
    let rated = 0;
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const turns = talkThrough(events, given());
        for (const entry of [WAGES.id, DISMISSED.id]) {
          const all = feedback(turns).filter((one) => one.entry === entry);
          const ratings = all.filter(({ says }) => says !== 'reason');
          const shown = turns.filter(({ say }) => say.some((one) => one.say === 'entry' && one.entry.id === entry));
          expect(ratings.length).toBeLessThanOrEqual(shown.length);
          expect(all.filter(({ says }) => says === 'reason').length).toBeLessThanOrEqual(
            ratings.filter(({ says }) => says === 'unhelpful').length,
          );
          rated += ratings.length;
        }
      }),
      { numRuns: runs(500) },
    );
    expect(rated).toBeGreaterThan(50); // else the property says nothing
  });
});

describe('nobody is asked', () => {
  const asked = (turn: Turn) => turn.say.some((say) => say.say === 'entry' && say.mayRate);

  it('who may be in danger', () => {
    const turn = takeTurn(talk(), text('chồng em đang cầm dao đứng ngoài cửa, cứu em với'), given());
    expect([said(turn), asked(turn)]).toEqual([['urgent', 'entry', 'discreet-begins'], false]);
  });

  it('in a group, where a rating of somebody else counts nothing', () => {
    const turns = talkThrough([ASKS, HELPED, FAILED, text('có ích')], given({ inGroup: true }));
    expect([asked(turns[0]!), feedback(turns)]).toEqual([false, []]);
  });

  it.each(['reviewing', 'giving-contact', 'consenting', 'with-staff', 'asked-transfer'] as const)(
    'on the way to people: %s',
    (at) => {
      const turn = takeTurn(talk(STEPS[at]), press(`entry:${WAGES.id}`), given({ tickets: [aTicket()] }));
      expect([asked(turn), turn.conversation.step]).toEqual([false, STEPS[at]]);
    },
  );

  it.each<Step['at']>(['reviewing', 'consenting', 'with-staff'])('and an old button leads nowhere else: %s', (at) => {
    const before = talk(STEPS[at], { unrated: [WAGES.id], lastEntry: WAGES.id });
    const turn = takeTurn(before, FAILED, given({ tickets: [aTicket({ state: 'answered' })] }));
    expect([said(turn)[0], turn.conversation.step]).toEqual(['thanks-for-rating', STEPS[at]]);
    expect(turn.feedback).toEqual({ says: 'unhelpful', entry: WAGES.id });
  });
});

it('numbers of steps are no choices, reasons are', () => {
  const [answered, why] = talkThrough([ASKS, FAILED], given());
  expect(menuAfter(answered)).toEqual([]);
  expect(menuAfter(why)).toEqual([1, 2, 3, 4, 5].map((nth) => `r${nth}:${WAGES.id}`).concat('referral'));
});

describe('a question put again', () => {
  const later = (hours: number): Given =>
    given({ now: new Date(given().now.getTime() + hours * 3_600_000), answer: known });
  const again = (events: readonly Event[], hours: number, change: Partial<Given> & { answer?: typeof known } = {}) => {
    const before = talkThrough(events, given()).at(-1)!.conversation;
    return takeTurn(before, text('công ty chưa trả lương'), {
      ...later(hours),
      ...given({ ...change, now: later(hours).now }),
    }).asked?.again;
  };

  it.each([
    ['cùng một mục, một giờ sau', [ASKS], 1, true],
    ['cùng một mục, đúng 24 giờ sau', [ASKS], 24, true],
    ['cùng một mục, hôm kia', [ASKS], 24.1, false],
    ['hỏi lần đầu', [text('xin chào')], 1, false],
  ] as const)('%s', (_, events, hours, is) => {
    expect(again(events, hours)).toBe(is);
  });

  it('with another entry only after "chưa đúng"', () => {
    const other = { answer: { kind: 'answered', entry: DISMISSED } } as const;
    expect(again([ASKS], 1, other)).toBe(false);
    expect(again([ASKS, FAILED], 1, other)).toBe(true);
    expect(again([ASKS, FAILED, text('1'), text('không')], 1, other)).toBe(true);
    expect(again([ASKS, HELPED], 1, other)).toBe(false);
  });

  it('after "chưa đúng" once, not ever after', () => {
    const other = given({ answer: { kind: 'answered', entry: DISMISSED } });
    const failed = talkThrough([ASKS, FAILED], given()).at(-1)!.conversation;
    const [first, second] = talkThrough(
      [text('bị đuổi việc'), text('nghỉ ngang thì sao')],
      given({ answer: unknown }),
      failed,
    );
    expect([first?.asked?.again, takeTurn(second!.conversation, text('bị cho nghỉ'), other).asked?.again]).toEqual([
      true,
      false,
    ]);
  });

  it('is not known in a group', () => {
    const turns = talkThrough([ASKS, ASKS], given({ inGroup: true }));
    expect(turns.map(({ asked }) => asked?.again)).toEqual([false, false]);
  });
});
