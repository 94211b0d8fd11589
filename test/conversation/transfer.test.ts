import { describe, expect, it } from 'vitest';
import type { Effect, OwnTicket, Say, Step, Turn } from '../../src/conversation/conversation.ts';
import { type Event, takeTurn } from '../../src/conversation/take-turn.ts';
import {
  aTicket,
  CODE,
  given,
  known,
  press,
  STEPS,
  said,
  TICKET,
  talk,
  talkThrough,
  text,
} from '../support/conversation-values.ts';

const TO = '79';
const pending = aTicket({ state: 'answered', transferTo: TO });
const turnAt = (step: Step, event: Event, tickets: readonly OwnTicket[] = [pending], more = {}): Turn =>
  takeTurn(talk(step), event, given({ tickets, ...more }));

const MOVES: readonly Effect[] = [{ effect: 'transfer-ticket', ticket: TICKET, to: TO }];
const STAYS: readonly Effect[] = [{ effect: 'keep-ticket', ticket: TICKET, because: 'declined' }];

describe('asked whether the matter may go to another centre', () => {
  it.each<[string, Event, readonly Effect[], Say['say'], Step['at']]>([
    ['đồng ý', text('Đồng ý'), MOVES, 'transferred', 'with-staff'],
    ['đồng ý, không dấu, lễ phép', text('da em dong y a'), MOVES, 'transferred', 'with-staff'],
    ['nút đồng ý', press(`transfer:yes:${TO}:${TICKET}`), MOVES, 'transferred', 'with-staff'],
    ['đồng ý kèm mã', text('đồng ý hq-7k3m'), MOVES, 'transferred', 'with-staff'],
    ['mã rồi đồng ý', text('HQ-7K3M: đồng ý ạ'), MOVES, 'transferred', 'with-staff'],
    ['không', text('không ạ'), STAYS, 'not-transferred', 'with-staff'],
    ['nút không', press(`transfer:no:${TO}:${TICKET}`), STAYS, 'not-transferred', 'with-staff'],
    ['không kèm mã', text('Không HQ-7K3M'), STAYS, 'not-transferred', 'with-staff'],
    ['huỷ là không chuyển, chưa phải rút', text('huỷ'), STAYS, 'not-transferred', 'with-staff'],
    ['"có" chưa đủ', text('có'), [], 'transfer-pending', 'asked-transfer'],
    ['"ok" chưa đủ', text('ok'), [], 'transfer-pending', 'asked-transfer'],
    [
      'hỏi lại thì cán bộ đọc, và còn phải trả lời',
      text('sao lại phải chuyển ạ?'),
      [{ effect: 'add-to-ticket', ticket: TICKET, words: 'sao lại phải chuyển ạ?' }],
      'transfer-pending',
      'asked-transfer',
    ],
    ['rút', text('rút'), [{ effect: 'withdraw-ticket', ticket: TICKET }], 'withdrawn', 'listening'],
    ['hỏi máy', text('hỏi máy'), [], 'back-to-bot', 'listening'],
    ['gặp cán bộ thì vẫn ở đó', text('gặp cán bộ'), [], 'with-staff-again', 'asked-transfer'],
  ])('%s', (_, event, effects, says, next) => {
    const turn = turnAt(STEPS['asked-transfer'], event);
    expect([turn.effects, said(turn)[0], turn.conversation.step.at]).toEqual([effects, says, next]);
  });

  it.each(['trạng thái', '/help', 'riêng tư', 'gặp cán bộ', 'có', 'tại sao?'])(
    'is reminded at the end of whatever else is said: %s',
    (words) => {
      expect(said(turnAt(STEPS['asked-transfer'], text(words))).at(-1)).toBe('transfer-pending');
    },
  );

  it('is told at once whom to call in danger, and staff read it', () => {
    const turn = turnAt(STEPS['asked-transfer'], text('chồng em đang cầm dao đứng ngoài cửa, cứu em với'));
    expect(said(turn)).toEqual(['urgent', 'transfer-pending', 'discreet-begins']);
    expect(turn.effects).toMatchObject([{ effect: 'add-to-ticket', ticket: TICKET }]);
  });

  it('chooses nothing by a bare number: it goes to staff', () => {
    const turn = turnAt(STEPS['asked-transfer'], text('1'));
    expect(turn.effects).toEqual([{ effect: 'add-to-ticket', ticket: TICKET, words: '1' }]);
  });

  it('talks with the bot afterwards where nobody reads at the other centre', () => {
    const unlinked = { ...STEPS['asked-transfer'], linked: false } as const;
    const turn = turnAt(unlinked, text('Đồng ý'), [pending], { linked: () => false });
    expect([turn.effects, turn.conversation.step.at]).toEqual([MOVES, 'listening']);
    expect(turn.say).toMatchObject([{ say: 'transferred', linked: false }]);
  });

  it('is not passed on to a centre that has left since, for that is not what they agreed to', () => {
    const turn = turnAt(STEPS['asked-transfer'], text('Đồng ý'), [pending], { linked: () => false });
    expect(turn.effects).toEqual([{ effect: 'keep-ticket', ticket: TICKET, because: 'centre-left' }]);
    expect(turn.say).toMatchObject([{ say: 'not-transferred', because: 'centre-left' }]);
    expect(turn.conversation.step.at).toBe('with-staff');
  });
});

describe('a transfer that is asked for while the talk is elsewhere', () => {
  it.each(Object.entries(STEPS))('is agreed to by naming the code: %s', (at, step) => {
    for (const event of [text(`Đồng ý ${CODE}`), press(`transfer:yes:${TO}:${TICKET}`)]) {
      const turn = turnAt(step, event);
      expect(turn.effects).toEqual(MOVES);
      // What was being done goes on.
      const inTheMatter = at === 'with-staff' || at === 'asked-transfer';
      expect(turn.conversation.step).toEqual(
        inTheMatter ? { at: 'with-staff', ticket: TICKET, code: CODE, told: false } : step,
      );
    }
  });

  it('is not agreed to by the consent of a hand-over', () => {
    const turn = turnAt(STEPS.consenting, text('Đồng ý'));
    expect(turn.effects).toMatchObject([{ effect: 'open-ticket' }]);
  });

  it('is not agreed to by a word to staff, who may have asked something else', () => {
    const turn = turnAt(STEPS['with-staff'], text('Đồng ý'));
    expect(turn.effects).toEqual([{ effect: 'add-to-ticket', ticket: TICKET, words: 'Đồng ý' }]);
  });

  it('is answered by its code after going back to the bot', () => {
    const turns = talkThrough(
      [text('hỏi máy'), text('cty nợ lương'), text(`không ${CODE}`)],
      given({ tickets: [pending], answer: known }),
      talk(STEPS['asked-transfer']),
    );
    expect(turns.map(said)).toEqual([['back-to-bot', 'transfer-pending'], ['entry'], ['not-transferred']]);
    expect(turns[0]?.say[1]).toMatchObject({ byCode: true });
    expect(turns.flatMap(({ effects }) => effects)).toEqual(STAYS);
  });
});

describe('an answer to a transfer that is not asked for', () => {
  it.each<[string, readonly OwnTicket[]]>([
    ['nobody proposes one', [aTicket()]],
    ['another centre is proposed by now', [aTicket({ transferTo: '52' })]],
    ['the referral is closed', [aTicket({ state: 'closed', transferTo: TO })]],
    ['the referral was withdrawn', [aTicket({ state: 'withdrawn', transferTo: TO })]],
    ['the referral is somebody else’s', []],
  ])('changes nothing: %s', (_, tickets) => {
    for (const pressed of [`transfer:yes:${TO}:${TICKET}`, `transfer:no:${TO}:${TICKET}`]) {
      const turn = turnAt(STEPS.listening, press(pressed), tickets);
      expect([said(turn), turn.effects]).toEqual([['stale-button'], []]);
    }
    expect(turnAt(STEPS['with-staff'], text(`Đồng ý ${CODE}`), tickets).effects).not.toEqual(MOVES);
  });
});

describe('a referral that was put into another', () => {
  const main = aTicket({ id: 'ticket-2' as typeof TICKET, code: 'HQ-ABCD' as typeof CODE });
  const merged = aTicket({ state: 'closed', mergedInto: main.id });

  it('leads to the one that goes on when it is named', () => {
    const turn = turnAt(STEPS.listening, text('HQ-7K3M em có thêm giấy khám'), [main, merged]);
    expect(turn.effects).toEqual([{ effect: 'add-to-ticket', ticket: main.id, words: 'em có thêm giấy khám' }]);
    expect(turn.say).toEqual([{ say: 'added-by-code', code: main.code }]);
  });

  it('leads nowhere when that one is closed too', () => {
    const turn = turnAt(STEPS.listening, text('HQ-7K3M em có thêm giấy khám'), [{ ...main, state: 'closed' }, merged]);
    expect(turn.effects).toEqual([]);
  });
});
