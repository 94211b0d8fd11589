import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/conversation/service.ts';
import { takeTurn } from '../../src/conversation/take-turn.ts';
import type { ProvinceCode } from '../../src/referral/legal-aid-centre.ts';
import { aTicket, given, press, STEPS, said, several, talk, text, unknown } from '../support/conversation-values.ts';

const service: Service = { mode: 'open', referrals: false, otherWays: [] };
const CONTACT = { address: 'Số 1', phones: ['0221 3863 111'], email: '', hours: '', checkedOn: '2026-11-01' };
const centre = (province: ProvinceCode) => ({
  province,
  name: `Trung tâm số ${province}`,
  contact: province === '33' ? CONTACT : undefined,
});
const off = given({ service, centre });

describe('while nothing is passed on to centres', () => {
  it('answers as always, and offers no way that is closed', () => {
    expect(takeTurn(talk(), text('cty nợ lương'), off).say).toMatchObject([{ say: 'entry', mayRefer: false }]);
    const vague = takeTurn(talk(), text('nghỉ việc'), given({ service, answer: several }));
    expect(vague.say).toMatchObject([{ say: 'which-one', mayRefer: false }]);
    const lost = takeTurn(talk(), text('chó sủa'), given({ service, answer: unknown }));
    expect([lost.say, lost.conversation.step.at]).toMatchObject([[{ say: 'not-known', mayRefer: false }], 'listening']);
  });

  it.each([
    ['asked for by words', STEPS.listening, text('gặp cán bộ')],
    ['asked for by an old button', STEPS.listening, press('referral')],
    ['a yes to an older offer', STEPS['offered-referral'], text('có')],
    ['while the lines are being looked at', STEPS.reviewing, text('tiếp')],
    ['an agreement that comes too late', STEPS.consenting, text('Đồng ý')],
    ['an agreement by button that comes too late', STEPS.consenting, press('consent:yes')],
  ])('%s: explains how to reach people, and nothing leaves', (_, step, event) => {
    const turn = takeTurn(talk(step), event, off);
    expect([turn.say, turn.effects, turn.conversation.step]).toEqual([
      [{ say: 'referrals-off', asksProvince: true }],
      [],
      { at: 'finding-centre' },
    ]);
  });

  it('asks for no province where no address is sure, nor in a group', () => {
    for (const change of [{}, { inGroup: true, centre }]) {
      const turn = takeTurn(talk(), text('gặp cán bộ'), given({ service, ...change }));
      expect([turn.say, turn.conversation.step.at]).toEqual([
        [{ say: 'referrals-off', asksProvince: false }],
        'listening',
      ]);
    }
  });

  it.each([
    ['Thái Bình', '33'],
    ['em ở hưng yên ạ', '33'],
    ['sài gòn', '79'],
  ])('the centre of %s is named, with its address where that is sure', (words, province) => {
    const turn = takeTurn(talk(STEPS['finding-centre']), text(words), off);
    expect([turn.say, turn.conversation.step.at]).toEqual([
      [{ say: 'centre-contact', centre: centre(province) }],
      'listening',
    ]);
  });

  it('a name of several places is asked about, and chosen by a number or a button', () => {
    const asked = takeTurn(talk(STEPS['finding-centre']), text('BD'), off);
    expect(said(asked)).toEqual(['which-province']);
    for (const event of [text('1'), press('province:52')]) {
      expect(takeTurn(asked.conversation, event, off).say).toMatchObject([
        { say: 'centre-contact', centre: { province: '52' } },
      ]);
    }
  });

  it.each(['cty nợ lương em', 'công ty ở Hưng Yên nợ lương em hai tháng nay rồi'])(
    'whoever asks something else is answered: %s',
    (words) => {
      const turn = takeTurn(talk(STEPS['finding-centre']), text(words), off);
      expect([said(turn), turn.conversation.step.at]).toEqual([['entry'], 'listening']);
    },
  );

  it('who needs no address is left in peace', () => {
    expect(said(takeTurn(talk(STEPS['finding-centre']), text('không'), off))).toEqual(['declined']);
  });

  it('a matter that staff already have goes on', () => {
    const mine = given({ service, centre, tickets: [aTicket()] });
    expect(said(takeTurn(talk(STEPS['with-staff']), text('gặp cán bộ'), mine))).toEqual(['with-staff-again']);
    expect(takeTurn(talk(STEPS['with-staff']), text('em có thêm giấy'), mine).effects).toHaveLength(1);
  });

  it('danger is answered with numbers first', () => {
    const turn = takeTurn(talk(STEPS['finding-centre']), text('chồng đang cầm dao đuổi giết mẹ con tôi'), off);
    expect(turn.say[0]).toMatchObject({ say: 'urgent', danger: 'violence' });
  });
});
