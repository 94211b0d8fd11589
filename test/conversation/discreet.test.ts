import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { type Conversation, type Discreet, NEW_CONVERSATION, type Step } from '../../src/conversation/conversation.ts';
import { comesAtOnce, holdBack, onceSeen, tellingOfUnseen, withUnseen } from '../../src/conversation/steps/discreet.ts';
import { type Event, takeTurn } from '../../src/conversation/take-turn.ts';
import type { KnowledgeEntry } from '../../src/knowledge/entry.ts';
import { readReach } from '../../src/referral/reach.ts';
import {
  aTicket,
  CODE,
  DECLARED,
  given,
  HOTLINES,
  photo,
  press,
  STEPS,
  said,
  TICKET,
  talk,
  talkThrough,
  text,
  unknown,
  WAGES,
} from '../support/conversation-values.ts';
import { anEntry } from '../support/knowledge-values.ts';
import { fc } from '../support/property.ts';

const BEATEN = anEntry({ id: 'qa/bao-luc-gia-dinh/goi-ai', title: 'Bị đánh thì gọi ai?', urgent: 'violence' });
const LEAVING = anEntry({ id: 'qa/gia-dinh/lanh-nan', topics: ['bao-luc-gia-dinh'] });
const ARTICLE = anEntry({ id: 'article/luat-phong-chong-bao-luc-gia-dinh-2022/5', topics: ['bao-luc-gia-dinh'] });
const UNLIKE = anEntry({ id: 'qa/thue-nha/doi-coc', title: 'Chủ nhà không trả cọc thì sao?' });
const oneOf = (...choices: readonly KnowledgeEntry[]): Answer => ({ kind: 'which-one', choices });
const NOW = new Date('2026-11-21T03:00:00Z'); // 10:00 in Vietnam
const minutesLater = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000);
const at = (minutes: number, change = {}) => given({ tickets: [aTicket()], now: minutesLater(minutes), ...change });
const DISCREET: Discreet = { since: NOW.toISOString() };
const WITH_STAFF: Step = { ...STEPS['with-staff'], told: true };

function discreet(step: Step = STEPS.listening, change: Partial<Discreet> = {}): Conversation {
  return talk(step, { discreet: { ...DISCREET, ...change } });
}

/** Staff wrote, and it led to a step; `minutes` after the beginning. */
function held(conversation: Conversation, step: Step, minutes = 0) {
  const seen = onceSeen(conversation);
  return holdBack(conversation, 'draft' in seen.step ? seen : { ...seen, step, menu: [] }, minutesLater(minutes));
}

describe('being discreet', () => {
  it.each<[string, Event, Parameters<typeof given>[0]]>([
    ['danger at the hands of others', text('chồng đang cầm dao đuổi giết mẹ con tôi'), {}],
    ['blows that are no emergency', text('chồng em hay đánh em mỗi khi nhậu về'), {}],
    ['the same while nobody knows an answer', text('ck e hay danh e'), { answer: unknown }],
    ['forced closeness', text('chồng ép em quan hệ dù em không muốn'), {}],
    ['an answer about violence', text('phải làm sao đây'), { answer: { kind: 'answered', entry: BEATEN } }],
    ['an answer of that topic', text('muốn đi thì đi đâu'), { answer: { kind: 'answered', entry: LEAVING } }],
    ['a choice whose first is of that topic', text('ở nhà không chịu nổi nữa'), { answer: oneOf(LEAVING, UNLIKE) }],
    ['an answer that was chosen', press(`entry:${BEATEN.id}`), { entry: () => BEATEN }],
  ])('begins with %s', (_, event, change) => {
    const turn = takeTurn(NEW_CONVERSATION, event, given(change));
    expect(turn.conversation.discreet).toEqual(DISCREET);
    expect(said(turn).at(-1)).toBe('discreet-begins');
  });

  it.each<[string, Event, Parameters<typeof given>[0]]>([
    ['another matter', text('cty nợ lương 2 tháng'), {}],
    [
      'an article that is read',
      text('điều 5 luật phòng chống bạo lực gia đình'),
      { answer: { kind: 'answered', entry: ARTICLE } },
    ],
    [
      'a text of law',
      text('nguyên văn điều 5 luật phòng, chống bạo lực gia đình'),
      { answer: { kind: 'answered', entry: DECLARED } },
    ],
    ['a group, whose members read along', text('chồng em hay đánh em'), { inGroup: true }],
    ['danger in a group', text('chồng đang cầm dao đuổi giết mẹ con tôi'), { inGroup: true }],
    ['somebody held by the police', text('con tôi bị công an bắt từ tối qua chưa về'), {}],
    ['a choice that only ends with it', text('muốn đi thì đi đâu'), { answer: oneOf(UNLIKE, BEATEN) }],
  ])('does not begin with %s', (_, event, change) => {
    const turn = takeTurn(NEW_CONVERSATION, event, given(change));
    expect(turn.conversation.discreet).toBeUndefined();
    expect(said(turn)).not.toContain('discreet-begins');
  });

  it('is told of once, below the hotlines', () => {
    const [first, second] = talkThrough(
      [text('chồng đang cầm dao đuổi giết mẹ con tôi'), text('chồng em hay đánh em')],
      given({ hotlines: HOTLINES }),
    );
    expect(first && said(first)).toEqual(['urgent', 'entry', 'discreet-begins']);
    expect(second && said(second)).not.toContain('discreet-begins');
    expect(second?.conversation.discreet).toEqual(DISCREET);
  });

  it('ends when the person says so, and then nothing brings it back', () => {
    const turns = talkThrough(
      [text('chồng em hay đánh em'), text('Nhắn thường nhé'), text('chồng em hay đánh em')],
      given(),
    );
    expect(turns.map(said)).toEqual([['entry', 'discreet-begins'], ['discreet-ends'], ['entry']]);
    expect(turns.at(-1)?.conversation).toMatchObject({ discreet: undefined, openly: true });
  });

  it('asks before a hand-over when and how it is safe to be reached, and keeps to it', () => {
    const turns = talkThrough(
      [
        'chồng em hay đánh em',
        'gặp cán bộ',
        'tiếp',
        'thai binh',
        'bỏ qua',
        'chỉ nhắn 8–11 giờ sáng, đừng gọi',
        'Đồng ý',
      ].map(text),
      given(),
    );
    expect(turns.slice(4).map(said)).toEqual([['ask-reach'], ['ask-consent'], ['passed-on']]);
    const reach = 'chỉ nhắn 8–11 giờ sáng, đừng gọi';
    expect(turns.at(-2)?.say).toMatchObject([{ draft: { reach } }]);
    expect(turns.at(-1)?.effects).toMatchObject([{ effect: 'open-ticket', draft: { reach } }]);
    expect(turns.at(-1)?.conversation.discreet?.reach).toEqual(readReach(reach));
  });

  it.each([['bỏ qua'], ['không'], [press('reach:skip')]])('the question may be skipped: %s', (answer) => {
    const turn = takeTurn(discreet(STEPS['giving-reach']), typeof answer === 'string' ? text(answer) : answer, given());
    expect([said(turn), turn.conversation.step]).toMatchObject([['ask-consent'], { draft: { reach: undefined } }]);
  });

  it('asks nobody else', () => {
    expect(said(takeTurn(talk(STEPS['giving-contact']), text('bỏ qua'), given()))).toEqual(['ask-consent']);
  });
});

describe('words of staff', () => {
  it('come at once to everybody else', () => {
    expect(comesAtOnce(talk(WITH_STAFF), NOW)).toBe(true);
  });

  it('wait, and the person is asked once, at once by day', () => {
    const first = held(discreet(WITH_STAFF), WITH_STAFF);
    expect(comesAtOnce(discreet(WITH_STAFF), NOW)).toBe(false);
    expect(first.askAt).toEqual(NOW);
    const second = held(first.conversation, WITH_STAFF, 30);
    expect(second.askAt).toBeUndefined();
    // A question that nobody answered for a day is asked again when there is more, three times at most.
    const third = held(second.conversation, WITH_STAFF, 25 * 60);
    const fourth = held(third.conversation, WITH_STAFF, 50 * 60);
    const fifth = held(fourth.conversation, WITH_STAFF, 75 * 60);
    expect([third.askAt, fourth.askAt, fifth.askAt]).toEqual([minutesLater(25 * 60), minutesLater(50 * 60), undefined]);
  });

  it('are announced in the person’s own hours, never at night, and not where nobody may write first', () => {
    const night = new Date('2026-11-21T16:30:00Z');
    const asked = (reach: string | undefined, now: Date) => {
      const conversation = discreet(WITH_STAFF, reach === undefined ? {} : { reach: readReach(reach) });
      return holdBack(conversation, conversation, now).askAt?.toISOString();
    };
    expect(asked(undefined, night)).toBe('2026-11-22T00:00:00.000Z');
    expect(asked('chỉ nhắn 8–11 giờ sáng', night)).toBe('2026-11-22T01:00:00.000Z');
    expect(asked('chỉ nhắn 8–11 giờ sáng', NOW)).toBe(NOW.toISOString());
    expect(asked('đừng nhắn', NOW)).toBeUndefined();
  });

  it('leave the talk where the person knows it to be: no “Đồng ý” to what was not seen', () => {
    const waits = held(discreet(WITH_STAFF), STEPS['asked-transfer']).conversation;
    expect(waits.step).toEqual(WITH_STAFF);
    const [agreed] = talkThrough([text('Đồng ý')], at(1, { tickets: [aTicket({ transferTo: '79' })] }), waits);
    expect(agreed?.effects.map(({ effect }) => effect)).toEqual(['add-to-ticket', 'release-held']);
    // Whoever writes to staff is there: the proposal comes now, and only the next “Đồng ý” answers it.
    expect(agreed?.conversation.step).toEqual(STEPS['asked-transfer']);
  });

  it.each<[string, Event]>([
    ['xem', text('xem')],
    ['Xem ạ', text('Xem ạ')],
    ['dạ xem', text('dạ xem')],
    ['the button', press('discreet:see')],
  ])('come with “%s”, and then for a quarter of an hour at once', (_, event) => {
    const waits = held(discreet(WITH_STAFF), { at: 'rating', ticket: TICKET, code: CODE }).conversation;
    const turn = takeTurn(waits, event, at(5));
    expect([turn.say, turn.effects]).toEqual([[], [{ effect: 'release-held' }]]);
    expect(turn.conversation.step.at).toBe('rating');
    expect(turn.conversation.discreet?.unseen).toBeUndefined();
    expect([
      comesAtOnce(turn.conversation, minutesLater(19)),
      comesAtOnce(turn.conversation, minutesLater(20)),
    ]).toEqual([true, false]);
  });

  it('come at once while the person writes to staff', () => {
    const turn = takeTurn(discreet(WITH_STAFF), text('em đang ở nhà ngoại'), at(0));
    expect(turn.effects.map(({ effect }) => effect)).toEqual(['add-to-ticket']);
    expect([
      comesAtOnce(turn.conversation, minutesLater(14)),
      comesAtOnce(turn.conversation, minutesLater(15)),
    ]).toEqual([true, false]);
  });

  it('do not come for a question to the bot; the person is told now and then that they wait', () => {
    let { conversation } = held(discreet(), WITH_STAFF);
    const turns = [10, 70, 80].map((minutes) => {
      const turn = takeTurn(conversation, text('cty nợ lương 2 tháng'), at(minutes));
      conversation = turn.conversation;
      return turn;
    });
    expect(turns.map(said)).toEqual([['entry'], ['entry', 'discreet-waiting'], ['entry']]);
    expect(turns.flatMap(({ effects }) => effects)).toEqual([]);
  });

  it('are told of to whoever writes before the moment for which the question is planned', () => {
    const night = -4 * 60 + 15; // 6:15
    const waits = held(discreet(STEPS.listening), WITH_STAFF, night);
    expect(waits.askAt).toEqual(minutesLater(-3 * 60));
    const first = takeTurn(waits.conversation, text('hỏi máy'), at(night + 5));
    expect(said(first).at(-1)).toBe('discreet-waiting');
    const second = takeTurn(first.conversation, text('hỏi máy'), at(night + 6));
    expect(said(second)).not.toContain('discreet-waiting');
  });

  it('the person is told where their words go once they were seen', () => {
    const waits = held(discreet(STEPS.listening), WITH_STAFF).conversation;
    const turn = takeTurn(waits, text('xem'), at(1));
    expect([said(turn), turn.conversation.step]).toEqual([['with-staff-again'], WITH_STAFF]);
  });

  it('do not end a hand-over that is under way, and “Đồng ý” keeps its meaning', () => {
    const begun = held(discreet(STEPS.consenting), WITH_STAFF).conversation;
    const turn = takeTurn(begun, text('xem'), at(1));
    expect([said(turn), turn.conversation.step]).toEqual([['say-agree'], STEPS.consenting]);
    // The hand-over ended meanwhile: seeing old words does not bring it back.
    const ended = takeTurn({ ...begun, step: STEPS.listening }, text('xem'), at(1));
    expect(ended.conversation.step).toEqual(STEPS.listening);
  });

  it('“để sau”: asked again in three hours or the next safe moment, at most three times', () => {
    let conversation = held(discreet(WITH_STAFF), WITH_STAFF).conversation;
    const asked: (string | undefined)[] = [];
    for (const minutes of [1, 2, 3, 4]) {
      const turn = takeTurn(conversation, minutes % 2 ? text('để sau ạ') : press('discreet:later'), at(minutes));
      conversation = turn.conversation;
      expect(said(turn)).toEqual(['discreet-later']);
      asked.push(turn.effects.map((effect) => (effect.effect === 'ask-later' ? effect.at : effect.effect))[0]);
    }
    expect(asked).toEqual([minutesLater(181).toISOString(), minutesLater(182).toISOString(), undefined, undefined]);
    const evening = takeTurn(held(discreet(WITH_STAFF), WITH_STAFF).conversation, text('để sau'), at(10 * 60));
    expect(evening.effects).toEqual([{ effect: 'ask-later', at: '2026-11-22T00:00:00.000Z' }]);
  });

  it.each<[Event, Step]>([
    [text('xem'), STEPS.listening],
    [text('Xem ạ'), WITH_STAFF],
    [text('xem'), STEPS.reviewing],
    [press('discreet:see'), WITH_STAFF],
    [text('để sau'), STEPS.listening],
    [text('thôi để sau nhé'), STEPS.rating],
    [press('discreet:later'), WITH_STAFF],
  ])('that are not there: one line tells so, and is no question and no word to staff: %o', (event, step) => {
    const turn = takeTurn(discreet(step), event, at(0));
    expect([said(turn), turn.effects, turn.conversation.step]).toEqual([['discreet-nothing'], [], step]);
    expect(turn.asked).toBeUndefined();
  });

  it('that are not there: “Đồng ý” keeps its meaning', () => {
    expect(said(takeTurn(discreet(STEPS.consenting), text('xem'), at(0)))).toEqual(['discreet-nothing', 'say-agree']);
    const tickets = [aTicket({ transferTo: '79' })];
    const asked = takeTurn(discreet(STEPS['asked-transfer']), text('xem'), at(0, { tickets }));
    expect(said(asked)).toEqual(['discreet-nothing', 'transfer-pending']);
  });

  it('that come as they are written: then “xem” and “để sau” may be answers to them', () => {
    const open = discreet(WITH_STAFF, { openUntil: minutesLater(9).toISOString() });
    for (const words of ['xem', 'để sau ạ']) {
      expect(takeTurn(open, text(words), at(0)).effects).toMatchObject([{ effect: 'add-to-ticket', words }]);
    }
    expect(said(takeTurn(discreet(STEPS['offered-referral']), text('để sau'), at(0)))).toEqual(['declined']);
  });

  it('that look as usual again: who says the words once more is not taken to ask a question', () => {
    const usual = talk(STEPS.listening, { openly: true });
    expect(said(takeTurn(usual, text('nhắn như thường'), given()))).toEqual(['discreet-ends']);
    const toStaff = takeTurn(talk(WITH_STAFF, { openly: true }), text('nhắn thường'), at(0));
    expect([said(toStaff), toStaff.effects]).toEqual([['discreet-ends'], []]);
    expect(said(takeTurn(usual, text('xem'), given()))).toEqual(['discreet-nothing']);
    expect(said(takeTurn(usual, press('discreet:later'), given()))).toEqual(['discreet-nothing']);
    expect(said(takeTurn(talk(), text('để sau'), given()))).toEqual(['entry']);
  });

  it('of which the talk knew nothing come with “xem”, and “để sau” is told that they wait', () => {
    const see = tellingOfUnseen(takeTurn(discreet(), text('xem'), at(0)), minutesLater(0));
    expect([see.say, see.effects]).toEqual([[], [{ effect: 'release-held' }]]);
    expect(comesAtOnce(see.conversation, minutesLater(14))).toBe(true);
    const later = tellingOfUnseen(takeTurn(discreet(), text('để sau'), at(0)), minutesLater(0));
    expect([said(later), later.effects]).toEqual([['discreet-waiting'], []]);
  });
});

describe('one word', () => {
  it.each([
    'dừng',
    'Dừng',
    'DỪNG',
    'dung',
    'stop',
    'STOP',
    '/dung',
    '/stop',
    'dừng lại',
    'Dừng!',
    'dừng nhắn',
    'ngừng',
    'đừng nhắn nữa',
    'dừng\u200b',
  ])('“%s” stops everything at once, wherever the talk stands', (word) => {
    for (const step of Object.values(STEPS)) {
      const turn = takeTurn(discreet(step, { openUntil: minutesLater(9).toISOString() }), text(word), at(0));
      expect([said(turn), turn.effects]).toEqual([['stopped'], [{ effect: 'stop-contact' }]]);
      expect(turn.conversation.step.at).toBe('draft' in step ? 'listening' : step.at);
      expect(comesAtOnce(turn.conversation, NOW)).toBe(false);
    }
  });

  it('also while the bot is paused, and while a number could be chosen', () => {
    const service = { mode: 'channel-off', referrals: true, otherWays: [] } as const;
    expect(said(takeTurn(discreet(), text('dừng'), at(0, { service })))).toEqual(['stopped']);
  });

  it('does not ask, plan or send anything until the person writes again', () => {
    const stopped = takeTurn(discreet(WITH_STAFF), text('dừng'), at(0)).conversation;
    const waits = held(stopped, WITH_STAFF, 60);
    expect([comesAtOnce(stopped, minutesLater(60)), waits.askAt]).toEqual([false, undefined]);
    const again = takeTurn(waits.conversation, text('dừng'), at(90));
    expect([said(again), again.effects]).toEqual([['stopped'], []]);
    const back = takeTurn(again.conversation, text('alo'), at(120, { tickets: [] }));
    expect(back.effects).toEqual([{ effect: 'resume-contact' }]);
    expect(said(back).at(-1)).toBe('discreet-waiting');
    expect(back.conversation.discreet?.stoppedAt).toBeUndefined();
  });

  it.each([text('xem'), text('em muốn nói tiếp'), photo])('any sign of the person lets staff write again', (event) => {
    const stopped = takeTurn(discreet(WITH_STAFF), text('dừng'), at(0)).conversation;
    expect(takeTurn(stopped, event, at(9)).effects[0]).toEqual({ effect: 'resume-contact' });
  });

  it('holds what was on its way', () => {
    const stopped = takeTurn(discreet(WITH_STAFF), text('dừng'), at(0)).conversation;
    const back = takeTurn(withUnseen(stopped), text('xem'), at(9));
    expect(back.effects).toEqual([{ effect: 'resume-contact' }, { effect: 'release-held' }]);
    expect(back.conversation.step).toEqual(WITH_STAFF);
  });

  it('is not undone by words to staff: they may write, and what waits comes with a word of its own', () => {
    const stopped = takeTurn(discreet(WITH_STAFF), text('dừng'), at(0)).conversation;
    const back = takeTurn(held(stopped, WITH_STAFF, 5).conversation, text('em đây'), at(9));
    expect(back.effects.map(({ effect }) => effect)).toEqual(['resume-contact', 'add-to-ticket']);
    expect([said(back), comesAtOnce(back.conversation, minutesLater(10))]).toEqual([['discreet-waiting'], false]);
  });

  it('is a usual word for everybody else', () => {
    expect(said(takeTurn(talk(STEPS.reviewing), text('dừng lại'), given()))).toEqual(['cancelled']);
    expect(said(takeTurn(talk(), text('/dung'), given()))).toEqual(['nothing-to-cancel']);
    for (const step of [STEPS.reviewing, STEPS['giving-province'], STEPS.consenting]) {
      expect(said(takeTurn(talk(step), text('Dừng'), given()))).toEqual(['cancelled']);
    }
    expect(said(takeTurn(talk(), text('dừng!'), given()))).toEqual(['nothing-to-cancel']);
    // Without its marks it may mean “đúng”.
    expect(said(takeTurn(talk(STEPS.consenting), text('dung'), given()))).toEqual(['say-agree']);
    // A question that staff have is not taken back by it.
    const toStaff = takeTurn(talk(WITH_STAFF), text('dừng'), at(0));
    expect([said(toStaff), toStaff.effects]).toEqual([['ask-stop'], []]);
  });

  it.each(['dừng xe ở đây có bị phạt không', 'Đúng', 'đúng ạ', 'đứng lại', 'dùng', 'đừng'])(
    'other words, and sentences that only begin with it, are no stop: %s',
    (words) => {
      expect(said(takeTurn(discreet(), text(words), at(0)))).not.toContain('stopped');
    },
  );

  it('ends the question whether to erase everything, as any other message does', () => {
    const [asked, stopped, answered] = talkThrough(['/xoa', 'dừng', 'xoá hết'].map(text), at(0), discreet());
    expect([asked, stopped, answered].map((turn) => turn && said(turn))).toEqual([
      ['ask-erase'],
      ['stopped'],
      ['entry'],
    ]);
  });
});

it('whatever is written, nothing that waits is forgotten unless it is released', () => {
  const words = fc.oneof(
    fc.constantFrom(
      'xem',
      'để sau',
      'dừng',
      'nhắn thường',
      'Đồng ý',
      'huỷ',
      'hỏi máy',
      'rút',
      'gặp cán bộ',
      '1',
      'chồng đánh em',
    ),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(STEPS)), fc.array(words, { maxLength: 6 }), (step, all) => {
      let { conversation } = held(discreet(step), WITH_STAFF);
      for (const [nth, one] of all.entries()) {
        const turn = takeTurn(conversation, text(one), at(nth));
        const released = turn.effects.some(({ effect }) => effect === 'release-held');
        expect(turn.conversation.discreet?.unseen === undefined).toBe(released);
        if (released) return;
        conversation = turn.conversation;
      }
    }),
  );
});

it('equal arguments give an equal turn', () => {
  const begun = held(discreet(WITH_STAFF), STEPS['asked-transfer']).conversation;
  for (const word of ['xem', 'để sau', 'dừng', 'em đây']) {
    expect(takeTurn(begun, text(word), at(3))).toEqual(takeTurn(structuredClone(begun), text(word), at(3)));
  }
  expect(WAGES.topics).not.toContain('bao-luc-gia-dinh');
});
