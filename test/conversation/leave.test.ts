import { describe, expect, it } from 'vitest';
import { NEW_CONVERSATION, type OwnTicket } from '../../src/conversation/conversation.ts';
import { takeTurn } from '../../src/conversation/take-turn.ts';
import { aTicket, given, press, STEPS, talk } from '../support/conversation-values.ts';

describe('leaving by quick exit', () => {
  const heard = talk(STEPS.reviewing, { recent: ['chồng em hay đánh em'] });

  it.each<[string, readonly OwnTicket[]]>([
    ['nothing was passed on', []],
    ['what was passed on was taken back', [aTicket({ state: 'withdrawn' })]],
  ])('erases the talk where %s, and says nothing to nobody', (_, tickets) => {
    expect(takeTurn(heard, press('leave'), given({ tickets }))).toEqual({
      conversation: NEW_CONVERSATION,
      say: [],
      effects: [{ effect: 'erase-person' }],
    });
  });

  it.each(['waiting', 'answered', 'closed'] as const)('keeps everything where a question is %s with staff', (state) => {
    const turn = takeTurn(heard, press('leave'), given({ tickets: [aTicket({ state })] }));
    expect(turn).toEqual({ conversation: heard, say: [], effects: [] });
  });

  it('erases that as well where the person said so before', () => {
    const turn = takeTurn(heard, press('leave:erase'), given({ tickets: [aTicket()] }));
    expect(turn).toMatchObject({ say: [], effects: [{ effect: 'erase-person' }] });
  });

  it('also while the bot is paused, and in safety mode', () => {
    const service = { mode: 'channel-off', referrals: true, otherWays: [] } as const;
    const discreet = talk(STEPS.listening, { discreet: { since: '2026-11-21T03:00:00.000Z' } });
    for (const from of [heard, discreet]) {
      expect(takeTurn(from, press('leave'), given({ service })).effects).toEqual([{ effect: 'erase-person' }]);
    }
  });
});
