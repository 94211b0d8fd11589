import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/conversation/conversation.ts';
import type { Service } from '../../src/conversation/service.ts';
import { takeTurn } from '../../src/conversation/take-turn.ts';
import {
  aTicket,
  CODE,
  given,
  HOTLINES,
  photo,
  press,
  STEPS,
  said,
  TICKET,
  talk,
  text,
} from '../support/conversation-values.ts';

const OFF: Service = { mode: 'channel-off', referrals: true, otherWays: [{ on: 'web', at: 'https://hoiquyen.vn' }] };
const HOTLINES_ONLY: Service = { mode: 'hotlines-only', referrals: true, otherWays: [] };
const HOUR = 60 * 60_000;
const at = (hours: number) => new Date(Date.parse('2026-11-20T02:00:00Z') + hours * HOUR);
const DANGER = 'chồng đang cầm dao đuổi giết mẹ con tôi';

describe('a channel that is switched off', () => {
  it('says so once, with where else to ask, and is quiet for six hours', () => {
    let conversation: Conversation = talk();
    const told: (readonly string[])[] = [];
    for (const hours of [0, 0.1, 5.9, 6, 6.5]) {
      const turn = takeTurn(conversation, text('cty nợ lương em'), given({ service: OFF, now: at(hours) }));
      conversation = turn.conversation;
      told.push(said(turn));
      expect([turn.effects, turn.asked]).toEqual([[], undefined]);
    }
    expect(told).toEqual([['paused'], [], [], ['paused'], []]);
    const [say] = takeTurn(talk(), text('chào'), given({ service: OFF })).say;
    expect(say).toMatchObject({ because: 'channel-off', otherWays: OFF.otherWays });
  });

  it('keeps what was asked, so that it can be passed on when the channel is open again', () => {
    const { conversation } = takeTurn(talk(), text('cty nợ lương em'), given({ service: OFF }));
    expect(takeTurn(conversation, text('/help'), given({ service: OFF })).conversation.recent).toEqual([
      'cty nợ lương em',
    ]);
  });

  it.each([
    ['a question', text('cty nợ lương em')],
    ['a greeting', text('xin chào')],
    ['help', text('/help')],
    ['people', text('gặp cán bộ')],
    ['a photo', photo],
    ['an old button of an answer', press('entry:qa/lao-dong/no-luong')],
    ['an old button to people', press('referral')],
    ['an agreement: nothing leaves', press('consent:yes')],
  ])('%s: told, and nothing else happens', (_, event) => {
    for (const step of [STEPS.listening, STEPS.consenting, STEPS['offered-referral']]) {
      const turn = takeTurn(talk(step), event, given({ service: OFF }));
      expect([said(turn), turn.effects, turn.conversation.step]).toEqual([['paused'], [], step]);
    }
  });

  it('danger is answered with numbers always, however often', () => {
    const first = takeTurn(talk(), text(DANGER), given({ service: OFF }));
    const second = takeTurn(first.conversation, text(DANGER), given({ service: OFF }));
    expect([said(first), said(second)]).toEqual([['urgent', 'paused', 'discreet-begins'], ['urgent']]);
    expect(first.say[0]).toMatchObject({ danger: 'violence', hotlines: [{ number: '113' }] });
    // Nothing is too long for danger to be seen.
    expect(said(takeTurn(first.conversation, text(`${DANGER} ${'a '.repeat(3000)}`), given({ service: OFF })))).toEqual(
      ['urgent'],
    );
  });

  it('words still reach the staff who have the matter', () => {
    const turn = takeTurn(
      talk(STEPS['with-staff']),
      text('em có thêm giấy tờ'),
      given({ service: OFF, tickets: [aTicket()] }),
    );
    expect(turn.effects).toEqual([{ effect: 'add-to-ticket', ticket: TICKET, words: 'em có thêm giấy tờ' }]);
    expect(said(turn)).toEqual(['added']);
  });

  it('but not those to a matter that is over', () => {
    const turn = takeTurn(
      talk(STEPS['with-staff']),
      text('cty nợ lương'),
      given({ service: OFF, tickets: [aTicket({ state: 'closed' })] }),
    );
    expect([said(turn), turn.effects]).toEqual([['paused'], []]);
  });

  it.each([
    ['withdrawn', text('rút'), ['withdrawn']],
    ['withdrawn by a button', press(`withdraw:${TICKET}`), ['withdrawn']],
    ['looked after', text('trạng thái'), ['status']],
    ['added to by its code', text(`${CODE} em có thêm giấy`), ['added-by-code']],
  ])('what was passed on can be %s', (_, event, says) => {
    expect(said(takeTurn(talk(), event, given({ service: OFF, tickets: [aTicket()] })))).toEqual(says);
  });

  it('privacy is explained, and something begun can be stopped', () => {
    expect(said(takeTurn(talk(), text('/riengtu'), given({ service: OFF })))).toEqual(['small-talk']);
    const stopped = takeTurn(talk(STEPS.consenting), text('huỷ'), given({ service: OFF }));
    expect([said(stopped), stopped.conversation.step.at]).toEqual([['cancelled'], 'listening']);
  });

  it('a number chooses nothing that is paused', () => {
    const offered = talk(STEPS.listening, { menu: ['entry:qa/lao-dong/no-luong' as never] });
    expect(said(takeTurn(offered, text('1'), given({ service: OFF })))).toEqual(['paused']);
  });
});

describe('the whole bot as hotlines only', () => {
  it('answers everybody with whom to call, at length once and briefly after', () => {
    const first = takeTurn(talk(), text('cty nợ lương em'), given({ service: HOTLINES_ONLY, now: at(0) }));
    const second = takeTurn(first.conversation, text('còn đó không'), given({ service: HOTLINES_ONLY, now: at(1) }));
    expect([first.say, second.say]).toMatchObject([
      [{ say: 'paused', because: 'hotlines-only', again: false, hotlines: HOTLINES }],
      [{ say: 'paused', because: 'hotlines-only', again: true }],
    ]);
  });

  it('says it anew when it was told before that only the channel is off', () => {
    const first = takeTurn(talk(), text('chào'), given({ service: OFF, now: at(0) }));
    const second = takeTurn(first.conversation, text('chào'), given({ service: HOTLINES_ONLY, now: at(1) }));
    expect(second.say).toMatchObject([{ say: 'paused', because: 'hotlines-only', again: false }]);
  });

  it('shows in danger the numbers for that danger, not twice', () => {
    const turn = takeTurn(talk(), text(DANGER), given({ service: HOTLINES_ONLY }));
    expect(turn.say).toMatchObject([
      { say: 'urgent', danger: 'violence' },
      { say: 'paused', hotlines: [] },
      { say: 'discreet-begins' },
    ]);
  });
});

it('when it works again, nothing is left of the pause', () => {
  const { conversation } = takeTurn(talk(), text('cty nợ lương em'), given({ service: OFF }));
  expect(said(takeTurn(conversation, text('cty nợ lương em'), given()))).toEqual(['entry']);
});
