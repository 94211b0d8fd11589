import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import type { Conversation, Say, Step } from '../../src/conversation/conversation.ts';
import { type Event, LONGEST_MESSAGE, takeTurn } from '../../src/conversation/take-turn.ts';
import { troubleTurn } from '../../src/conversation/trouble-turn.ts';
import {
  aTicket,
  CODE,
  DECLARED,
  DISMISSED,
  given,
  known,
  NEXT_TICKET,
  outside,
  photo,
  press,
  STEPS,
  said,
  several,
  TICKET,
  talk,
  talkThrough,
  text,
  unknown,
  WAGES,
} from '../support/conversation-values.ts';
import { fc } from '../support/property.ts';

const DANGER = 'chồng em đang cầm dao đứng ngoài cửa, cứu em với';

describe('a question', () => {
  it.each<[string, string, Answer, Say['say'], Step['at']]>([
    ['trả lời được', 'cty nợ lương 2 tháng', known, 'entry', 'listening'],
    ['nhiều việc có thể', 'nghỉ việc', several, 'which-one', 'listening'],
    ['không biết thì nói không biết', 'thuế trước bạ xe điện tính sao', unknown, 'not-known', 'offered-referral'],
    ['ngoài phạm vi', 'hôm nay đề về con gì', outside, 'out-of-scope', 'listening'],
    ['lời chào', 'xin chào', known, 'small-talk', 'listening'],
    ['chào rồi hỏi là hỏi', 'chào ad, cty nợ lương em 2 tháng', known, 'entry', 'listening'],
  ])('%s', (_, words, answer, says, next) => {
    const turn = takeTurn(talk(), text(words), given({ answer }));
    expect([said(turn), turn.conversation.step.at]).toEqual([[says], next]);
    expect(turn.effects).toEqual([]);
  });

  it.each([
    ['trả lời được', known, 'answer'],
    ['nhiều việc', several, 'choices'],
    ['không biết', unknown, 'unresolved'],
    ['ngoài phạm vi', outside, 'out-of-scope'],
  ] as const)('is counted as what it came to: %s', (_, answer, outcome) => {
    const { asked } = takeTurn(talk(), text('cty nợ lương'), given({ answer }));
    expect(asked).toMatchObject({ outcome, urgent: undefined });
    expect(asked?.candidates).toHaveLength(1);
  });

  it('is remembered for a hand-over, oldest first, the last eight', () => {
    const questions = Array.from({ length: 10 }, (_, nth) => `công ty nợ lương tháng ${nth + 1}`);
    const turns = talkThrough(questions.map(text), given());
    expect(turns.at(-1)?.conversation.recent).toEqual(questions.slice(2));
  });

  it('is not remembered when it is small talk or none of our business', () => {
    const turns = talkThrough([text('xin chào'), text('cảm ơn bạn')], given());
    expect(turns.at(-1)?.conversation.recent).toEqual([]);
    expect(takeTurn(talk(), text('kết quả xổ số'), given({ answer: outside })).conversation.recent).toEqual([]);
  });

  it('that the last answer did not serve leads to people', () => {
    const turns = talkThrough([text('cty nợ lương'), text('không đúng ý tôi'), text('khó hiểu quá')], given());
    expect(turns.map(said)).toEqual([['entry'], ['ask-reason'], ['offer-referral']]);
    expect(turns.at(-1)?.conversation.step.at).toBe('offered-referral');
  });
});

describe('a bare number', () => {
  const offered = takeTurn(talk(), text('nghỉ việc'), given({ answer: several })).conversation;

  it.each([
    ['2', DISMISSED.id],
    [' 1. ', WAGES.id],
    ['số 2', DISMISSED.id],
    ['chọn 2', DISMISSED.id],
    ['2)', DISMISSED.id],
  ])('chooses from what was offered: %j', (words, id) => {
    const turn = takeTurn(offered, text(words), given());
    expect(turn.say).toMatchObject([{ say: 'entry', entry: { id } }]);
    expect(turn.conversation.lastEntry).toBe(id);
  });

  it.each(['9', '0', '2 tháng', '2 nhé bạn ơi tôi chọn cái sau'])(
    'that was not offered, or more than a number, is words: %s',
    (words) => {
      const turn = takeTurn(offered, text(words), given({ answer: unknown }));
      expect(said(turn)).toEqual(['not-known']);
    },
  );

  it('chooses in an offer to pass on', () => {
    const declined = talkThrough([text('thuế xe điện tính sao'), text('2')], given({ answer: unknown }));
    const accepted = talkThrough([text('thuế xe điện tính sao'), text('1')], given({ answer: unknown }));
    expect([said(declined[1]!), said(accepted[1]!)]).toEqual([['declined'], ['review']]);
  });

  it('chooses a language where several are offered', () => {
    const turns = talkThrough([press(`entry:${DECLARED.id}`), text('2')], given());
    expect(turns[1]?.say).toMatchObject([{ say: 'entry', language: 'km' }]);
  });

  it('chooses nothing after an answer whose steps are numbered', () => {
    const turns = talkThrough([text('cty nợ lương'), text('1')], given());
    expect(said(turns[1]!)).toEqual(['entry']); // asked again, not handed over
    expect(turns[1]?.conversation.step.at).toBe('listening');
  });

  it('is an answer to staff while they have the matter', () => {
    const withStaff = talk({ ...STEPS['with-staff'], told: true });
    const turn = takeTurn(withStaff, text('2'), given({ tickets: [aTicket({ state: 'answered' })] }));
    expect(turn.effects).toEqual([{ effect: 'add-to-ticket', ticket: TICKET, words: '2' }]);
    expect(said(turn)).toEqual([]);
  });

  it('is an answer to staff also right after they were told that words were added', () => {
    const tickets = [aTicket()];
    const turns = talkThrough([text('em bổ sung ạ'), text('1')], given({ tickets }), talk(STEPS['with-staff']));
    expect(turns.map(said)).toEqual([['added'], []]);
    expect(turns[1]?.effects).toEqual([{ effect: 'add-to-ticket', ticket: TICKET, words: '1' }]);
  });
});

describe('a command', () => {
  const steps = Object.entries(STEPS) as [Step['at'], Step][];

  it.each(steps)('for help or privacy is answered anywhere and changes no step: %s', (_, step) => {
    for (const words of ['/help', 'trợ giúp', '/riengtu', 'riêng tư', '/start']) {
      const turn = takeTurn(talk(step), text(words), given({ tickets: [aTicket()] }));
      expect(said(turn)[0]).toBe('small-talk');
      expect(turn.conversation.step).toEqual(step);
      expect(turn.effects).toEqual([]);
    }
  });

  it.each<[Step['at'], Say['say'], Step['at']]>([
    ['listening', 'nothing-to-cancel', 'listening'],
    ['rating', 'nothing-to-cancel', 'rating'],
    ['offered-referral', 'cancelled', 'listening'],
    ['reviewing', 'cancelled', 'listening'],
    ['giving-province', 'cancelled', 'listening'],
    ['giving-contact', 'cancelled', 'listening'],
    ['consenting', 'cancelled', 'listening'],
  ])('to cancel, typed or pressed, at %s: %s', (at, says, next) => {
    for (const event of [text('/huy'), text('huỷ'), text('Hủy ạ'), text('thôi không gửi nữa'), press('cancel')]) {
      const turn = takeTurn(talk(STEPS[at]), event, given());
      expect([said(turn), turn.conversation.step.at, turn.effects]).toEqual([[says], next, []]);
    }
  });

  it.each([text('huỷ'), text('dừng lại'), text('Dừng'), text('stop'), text('/dung'), press('cancel')])(
    'to stop takes nothing back from staff before the person says what shall stop: %o',
    (event) => {
      const staffHaveIt = talk(STEPS['with-staff']);
      const turn = takeTurn(staffHaveIt, event, given({ tickets: [aTicket()] }));
      expect(turn).toEqual({
        conversation: staffHaveIt,
        say: [{ say: 'ask-stop', ticket: TICKET, code: CODE }],
        effects: [],
      });
      const then = (word: Event) => takeTurn(turn.conversation, word, given({ tickets: [aTicket()] }));
      for (const taken of [then(text(`rút ${CODE}`)), then(press(`withdraw:${TICKET}`))]) {
        expect(taken.effects).toEqual([{ effect: 'withdraw-ticket', ticket: TICKET }]);
      }
      expect(then(text('hỏi máy'))).toMatchObject({ say: [{ say: 'back-to-bot' }], effects: [] });
      expect(then(text('em đang ở nhà ngoại')).effects).toMatchObject([{ effect: 'add-to-ticket' }]);
    },
  );

  it('to stop, from whoever talks with the bot again, tells what staff still have', () => {
    const tickets = [aTicket(), aTicket({ id: 'ticket-2' as typeof TICKET, state: 'closed' })];
    const turn = takeTurn(talk(), text('dừng lại'), given({ tickets }));
    expect([turn.say, turn.effects]).toEqual([[{ say: 'nothing-to-cancel', open: [CODE] }], []]);
  });

  it('to stop what is over already says that there is nothing to stop', () => {
    const turn = takeTurn(
      talk(STEPS['with-staff']),
      text('dừng lại'),
      given({ tickets: [aTicket({ state: 'closed' })] }),
    );
    expect([said(turn), turn.conversation.step.at]).toEqual([['nothing-to-cancel'], 'listening']);
  });

  it.each([text('huỷ'), text('dừng'), press('cancel'), text('không')])(
    'to stop a hand-over keeps its lines, and one word begins it again: %o',
    (event) => {
      const lines = ['cty nợ lương 2 tháng', 'em có giấy hẹn trả'];
      const dropped = talk({ at: 'reviewing', draft: { lines } }, { recent: ['lời đã bỏ', ...lines] });
      const turn = takeTurn(dropped, event, given());
      expect(turn.say).toEqual([{ say: 'cancelled', kept: true }]);
      expect(takeTurn(turn.conversation, text('gặp cán bộ'), given()).say).toEqual([{ say: 'review', lines }]);
      expect(takeTurn(turn.conversation, press('referral'), given()).say).toEqual([{ say: 'review', lines }]);
    },
  );

  it.each(['gặp cán bộ', '/canbo', 'cho em gặp người thật'])('for people begins a hand-over: %s', (words) => {
    const asked = talk(STEPS.listening, { recent: ['cty nợ lương'] });
    const turn = takeTurn(asked, text(words), given());
    expect(turn.say).toEqual([{ say: 'review', lines: ['cty nợ lương'] }]);
    expect(turn.conversation.step).toEqual({ at: 'reviewing', draft: { lines: ['cty nợ lương'] } });
  });

  it('for people does not lead away from the staff who have the matter', () => {
    const turn = takeTurn(talk(STEPS['with-staff']), text('gặp cán bộ'), given({ tickets: [aTicket()] }));
    expect([said(turn), turn.conversation.step.at]).toEqual([['with-staff-again'], 'with-staff']);
  });

  it('for people begins anew when that matter is closed', () => {
    const tickets = [aTicket({ state: 'closed' })];
    const turn = takeTurn(talk(STEPS['with-staff']), text('gặp cán bộ'), given({ tickets }));
    expect(turn.conversation.step.at).toBe('reviewing');
  });

  it.each([
    ['trạng thái', ['HQ-7K3M', 'HQ-ABCD']],
    ['/trangthai hq-abcd', ['HQ-ABCD']],
    ['trạng thái HQ-ZZZZ', []],
  ])('for the state of one’s own referrals: %s', (words, codes) => {
    const tickets = [
      aTicket(),
      aTicket({ id: 'ticket-2' as typeof TICKET, code: 'HQ-ABCD' as typeof CODE, state: 'closed' }),
    ];
    const [say] = takeTurn(talk(), text(words), given({ tickets })).say;
    expect(say).toMatchObject(
      codes.length > 0 ? { say: 'status', tickets: codes.map((code) => ({ code })) } : { say: 'no-tickets' },
    );
  });

  it('to go back to the bot leaves the ticket open and the words with the bot', () => {
    const turns = talkThrough(
      [text('hỏi máy'), text('cty nợ lương')],
      given({ tickets: [aTicket()] }),
      talk(STEPS['with-staff']),
    );
    expect(turns.map(said)).toEqual([['back-to-bot'], ['entry']]);
    expect(turns.flatMap(({ effects }) => effects)).toEqual([]);
  });

  it('to go back to the bot helps where nobody has the matter', () => {
    const turn = takeTurn(talk(), text('hỏi máy'), given());
    expect(turn.say).toEqual([{ say: 'small-talk', talk: 'help' }]);
  });
});

describe('to withdraw', () => {
  const mine = aTicket();
  const other = aTicket({ id: 'ticket-2' as typeof TICKET, code: 'HQ-ABCD' as typeof CODE });

  it('takes back the only open referral', () => {
    const tickets = [mine, aTicket({ id: 'ticket-3' as typeof TICKET, state: 'withdrawn' })];
    const turn = takeTurn(talk(), text('rút'), given({ tickets }));
    expect(turn.say).toEqual([{ say: 'withdrawn', code: CODE }]);
    expect(turn.effects).toEqual([{ effect: 'withdraw-ticket', ticket: TICKET }]);
  });

  it('asks which where there are two, and takes the number', () => {
    const turns = talkThrough([text('rút'), text('2')], given({ tickets: [mine, other] }));
    expect(turns.map(said)).toEqual([['which-ticket'], ['withdrawn']]);
    expect(turns[1]?.effects).toEqual([{ effect: 'withdraw-ticket', ticket: other.id }]);
  });

  it('takes the code at once', () => {
    const turn = takeTurn(talk(), text('rút hq abcd'), given({ tickets: [mine, other] }));
    expect(turn.effects).toEqual([{ effect: 'withdraw-ticket', ticket: other.id }]);
  });

  it('returns to the bot only from the matter that was taken back', () => {
    const tickets = [mine, other];
    const elsewhere = takeTurn(talk(STEPS['with-staff']), press(`withdraw:${other.id}`), given({ tickets }));
    expect(elsewhere.conversation.step).toEqual(STEPS['with-staff']);
    const here = takeTurn(talk(STEPS['with-staff']), press(`withdraw:${mine.id}`), given({ tickets }));
    expect(here.conversation.step.at).toBe('listening');
  });

  it.each(['closed', 'withdrawn'] as const)('does nothing to a referral that is %s', (state) => {
    for (const event of [text('rút'), text(`rút ${CODE}`), press(`withdraw:${TICKET}`)]) {
      expect(takeTurn(talk(), event, given({ tickets: [aTicket({ state })] })).effects).toEqual([]);
    }
  });

  it.each([text('rút HQ-ABCD'), press('withdraw:ticket-of-somebody-else'), press('withdraw:')])(
    'never touches what belongs to somebody else: %o',
    (event) => {
      const turn = takeTurn(talk(), event, given({ tickets: [mine] }));
      expect(turn.effects).toEqual([]);
    },
  );
});

describe('a button', () => {
  it('of an entry shows it, also from an old message', () => {
    const turn = takeTurn(talk(STEPS.rating), press(`entry:${DISMISSED.id}`), given());
    expect(turn.say).toMatchObject([{ say: 'entry', entry: { id: DISMISSED.id }, mayRefer: true }]);
  });

  it('of an entry that is no longer law says so', () => {
    expect(said(takeTurn(talk(), press('entry:qa/cu/het-hieu-luc'), given()))).toEqual(['entry-gone']);
  });

  it('of a language shows the entry in it', () => {
    const turn = takeTurn(talk(), press(`language:km:${DECLARED.id}`), given());
    expect(turn.say).toMatchObject([{ say: 'entry', entry: { id: DECLARED.id }, language: 'km' }]);
  });

  it('of an entry does not break off a hand-over', () => {
    const turn = takeTurn(talk(STEPS.reviewing), press(`entry:${WAGES.id}`), given());
    expect([said(turn), turn.conversation.step]).toEqual([['entry'], STEPS.reviewing]);
  });

  it.each([
    'review:next',
    'contact:skip',
    'consent:yes',
    'province:33',
    'offer:no',
    'rate:helpful',
    'constructor',
    '',
    'xyz',
  ])('that no longer fits is refused and changes nothing: %j', (what) => {
    const before = talk(STEPS.listening, { recent: ['cty nợ lương'] });
    const turn = takeTurn(before, press(what), given());
    expect([said(turn), turn.conversation, turn.effects]).toEqual([['stale-button'], before, []]);
  });

  it.each(['helpful', 'partly', 'not-helpful'] as const)('rates a closed referral once: %s', (rating) => {
    const turns = talkThrough([press(`rate:${rating}`), press(`rate:${rating}`)], given(), talk(STEPS.rating));
    expect(turns.map(said)).toEqual([['rated'], ['stale-button']]);
    expect(turns.flatMap(({ effects }) => effects)).toEqual([{ effect: 'rate-ticket', ticket: TICKET, rating }]);
  });
});

describe('an offer to pass the question on', () => {
  it.each(['có', 'Dạ có ạ', 'đồng ý', 'ok', 'vâng'])('is taken up: %s', (words) => {
    const turns = talkThrough([text('thuế xe điện'), text(words)], given({ answer: unknown }));
    expect(turns[1]?.say).toEqual([{ say: 'review', lines: ['thuế xe điện'] }]);
  });

  it.each(['không', 'thôi ạ', 'ko'])('is declined: %s', (words) => {
    const turn = takeTurn(talk(STEPS['offered-referral']), text(words), given());
    expect([said(turn), turn.conversation.step.at]).toEqual([['declined'], 'listening']);
  });

  it.each(['cơ quan nào lo việc này?', 'co quan nao giai quyet', 'cô tôi cũng bị nợ lương'])(
    'is left aside by another question: %s',
    (words) => {
      const turn = takeTurn(talk(STEPS['offered-referral']), text(words), given());
      expect([said(turn), turn.conversation.step.at]).toEqual([['entry'], 'listening']);
    },
  );
});

describe('while staff have the matter', () => {
  it('every word goes to them and the bot says once that nobody has answered yet', () => {
    const tickets = [aTicket()];
    const turns = talkThrough(
      [text('em bổ sung ạ'), text('có cả bảng lương')],
      given({ tickets }),
      talk(STEPS['with-staff']),
    );
    expect(turns.map(said)).toEqual([['added'], []]);
    expect(turns.map(({ effects }) => effects)).toEqual([
      [{ effect: 'add-to-ticket', ticket: TICKET, words: 'em bổ sung ạ' }],
      [{ effect: 'add-to-ticket', ticket: TICKET, words: 'có cả bảng lương' }],
    ]);
  });

  it('the bot keeps quiet once they answered', () => {
    const turn = takeTurn(
      talk(STEPS['with-staff']),
      text('dạ em cảm ơn ạ'),
      given({ tickets: [aTicket({ state: 'answered' })] }),
    );
    expect(said(turn)).toEqual([]);
    expect(turn.effects).toHaveLength(1);
  });

  it.each(['closed', 'withdrawn'] as const)('and no longer: when it is %s the bot answers again', (state) => {
    const turn = takeTurn(talk(STEPS['with-staff']), text('cty nợ lương'), given({ tickets: [aTicket({ state })] }));
    expect([said(turn), turn.conversation.step.at, turn.effects]).toEqual([['entry'], 'listening', []]);
  });

  it('and nobody knows of it, the bot answers', () => {
    const turn = takeTurn(talk(STEPS['with-staff']), text('cty nợ lương'), given({ tickets: [] }));
    expect([said(turn), turn.effects]).toEqual([['entry'], []]);
  });
});

describe('in a group', () => {
  const inGroup = given({ inGroup: true, answer: unknown });

  it.each([text('gặp cán bộ'), text('/canbo'), press('referral')])('nothing is handed over: %o', (event) => {
    const turn = takeTurn(talk(STEPS.listening, { recent: ['cty nợ lương'] }), event, inGroup);
    expect([said(turn), turn.conversation.step.at, turn.effects]).toEqual([['only-in-private'], 'listening', []]);
  });

  it('not knowing is said without an offer', () => {
    const turn = takeTurn(talk(), text('thuế xe điện'), inGroup);
    expect(turn.say).toMatchObject([{ say: 'not-known', mayRefer: false }]);
    expect(turn.conversation.step.at).toBe('listening');
  });

  it('an answer names no hand-over', () => {
    const turn = takeTurn(talk(), text('cty nợ lương'), given({ inGroup: true }));
    expect(turn.say).toMatchObject([{ say: 'entry', mayRefer: false }]);
  });
});

describe('danger', () => {
  it.each(Object.entries(STEPS) as [Step['at'], Step][])('comes first, at every step: %s', (_, step) => {
    const turn = takeTurn(talk(step), text(DANGER), given({ tickets: [aTicket({ state: 'answered' })] }));
    expect(turn.say[0]).toMatchObject({ say: 'urgent', danger: 'violence', hotlines: [{ number: '113' }] });
  });

  it('comes first in a group, without marks, and where nothing is known', () => {
    for (const words of [DANGER, 'ck e dang danh e, cuu e voi']) {
      const turn = takeTurn(talk(), text(words), given({ inGroup: true, answer: unknown }));
      expect(said(turn)).toEqual(['urgent', 'not-known']);
    }
  });

  it('comes first in a message that is too long to be answered', () => {
    const turn = takeTurn(talk(), text(`${DANGER} ${'kể lể '.repeat(LONGEST_MESSAGE)}`), given());
    expect(said(turn)).toEqual(['urgent', 'too-long', 'discreet-begins']);
  });

  it('is still passed to the staff who have the matter', () => {
    const turn = takeTurn(
      talk(STEPS['with-staff']),
      text(DANGER),
      given({ tickets: [aTicket({ state: 'answered' })] }),
    );
    expect(turn.effects).toEqual([{ effect: 'add-to-ticket', ticket: TICKET, words: DANGER }]);
  });

  it('is counted', () => {
    expect(takeTurn(talk(), text(DANGER), given()).asked).toMatchObject({ outcome: 'answer', urgent: 'violence' });
  });

  it('is not seen where there is none', () => {
    expect(said(takeTurn(talk(), text('luật phòng chống bạo lực gia đình quy định gì'), given()))).toEqual(['entry']);
  });
});

describe('what cannot be answered', () => {
  it('a message that is too long', () => {
    const turn = takeTurn(talk(), text('a'.repeat(LONGEST_MESSAGE + 1)), given());
    expect(turn.say).toEqual([{ say: 'too-long', most: LONGEST_MESSAGE }]);
    expect(said(takeTurn(talk(), text('nợ '.repeat(LONGEST_MESSAGE / 3)), given()))).toEqual(['entry']);
  });

  it('but no piece of a long story, as Telegram’s apps cut it: 4,096 characters each', () => {
    const piece = `${'Tôi kể từ đầu. '.repeat(300)}${DANGER}`.slice(-4096);
    expect(said(takeTurn(talk(), text(piece), given()))).toEqual(expect.arrayContaining(['urgent', 'entry']));
  });

  it.each(Object.entries(STEPS) as [Step['at'], Step][])('a photo: %s stays where it stood', (_, step) => {
    const turn = takeTurn(talk(step), photo, given());
    expect(said(turn)[0]).toBe('unreadable');
    expect(turn.conversation.step).toEqual(step);
  });

  it('our own failure: the person is told, nothing leaves, and the next message is heard afresh', () => {
    const turn = troubleTurn(talk(STEPS.consenting, { recent: ['cty nợ lương'] }));
    expect([said(turn), turn.effects, turn.conversation.step.at]).toEqual([['trouble'], [], 'listening']);
    expect(turn.conversation.recent).toEqual(['cty nợ lương']);
  });
});

describe('whatever happens', () => {
  const anyText = fc.oneof(
    fc.constantFrom(
      'có',
      'không',
      'đồng ý',
      '1',
      '2',
      'huỷ',
      'rút',
      'gặp cán bộ',
      'hỏi máy',
      'Thái Bình',
      DANGER,
      'constructor',
      '',
      '👍',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const anyEvent: fc.Arbitrary<Event> = fc.oneof(
    anyText.map(text),
    fc
      .constantFrom(
        'referral',
        'offer:no',
        'review:next',
        'province:33',
        'province:99',
        'contact:skip',
        'consent:yes',
        'cancel',
        'back-to-bot',
        'rate:helpful',
        `h+:${WAGES.id}`,
        `h-:${WAGES.id}`,
        `r1:${WAGES.id}`,
        `r9:${WAGES.id}`,
        `entry:${WAGES.id}`,
        'entry:',
        'language:km',
        `withdraw:${TICKET}`,
        'nonsense',
      )
      .map(press),
    fc.constant(photo),
  );
  const anyStep = fc.constantFrom(...Object.values(STEPS));

  it('a turn is made, says what it means, and is the same again', () => {
    fc.assert(
      fc.property(
        anyStep,
        anyEvent,
        fc.constantFrom(known, several, unknown, outside),
        fc.boolean(),
        (step, event, answer, inGroup) => {
          const before: Conversation = talk(step, { recent: ['cty nợ lương'] });
          const with_ = given({ answer, inGroup, tickets: [aTicket()] });
          const turn = takeTurn(before, event, with_);
          expect(turn.conversation.step.at in STEPS).toBe(true);
          expect(turn.conversation.recent.length).toBeLessThanOrEqual(8);
          expect(takeTurn(before, event, with_)).toEqual(turn);
        },
      ),
    );
  });

  it('nobody but the staff of the matter is left without a word', () => {
    fc.assert(
      fc.property(anyStep, anyEvent, (step, event) => {
        fc.pre(step.at !== 'with-staff');
        expect(takeTurn(talk(step, { recent: ['cty nợ lương'] }), event, given()).say.length).toBeGreaterThan(0);
      }),
    );
  });

  it('only one’s own tickets are touched', () => {
    fc.assert(
      fc.property(anyStep, anyEvent, (step, event) => {
        const turn = takeTurn(talk(step), event, given({ tickets: [aTicket()] }));
        const touched = turn.effects.flatMap((effect) =>
          'ticket' in effect ? [effect.ticket] : 'id' in effect ? [effect.id] : [],
        );
        expect(touched.filter((id) => id !== TICKET && id !== NEXT_TICKET)).toEqual([]);
      }),
    );
  });
});
